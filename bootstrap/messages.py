"""What set-up says when it cannot go on: one line each, in both languages."""

from __future__ import annotations

import errno
import re

SIGNS_OF_FULL_DISK = re.compile(r"ENOSPC|No space left on device|Errno 28|disk is full")
SIGNS_OF_NO_NETWORK = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|NewConnectionError|NameResolutionError"
    r"|ConnectTimeout|ReadTimeout|Network is unreachable|Temporary failure in name resolution"
    r"|Could not fetch URL|Connection refused"
)


class Refusal(Exception):
    """Set-up stops; the message is the one line the user sees."""


def bilingual(zh: str, en: str) -> str:
    """Join the two languages into one line."""
    return f"{zh} · {en}"


def disk_full() -> Refusal:
    """The disk has no room left."""
    return Refusal(
        bilingual(
            "磁盘已满：请腾出约 1 GB 后重试，已完成的步骤不会重做。",
            "The disk is full: free about 1 GB and run again; finished steps are kept.",
        )
    )


def no_network() -> Refusal:
    """The package registries do not answer."""
    return Refusal(
        bilingual(
            "无法连接软件包仓库：请检查网络或代理后重试，已完成的步骤不会重做。",
            "The package registries cannot be reached: check the network or proxy and run again; "
            "finished steps are kept.",
        )
    )


def no_venv() -> Refusal:
    """This Python has neither `ensurepip` nor `pip`, as on Debian without python3-venv."""
    return Refusal(
        bilingual(
            "此 Python 缺少 venv 模块：Debian/Ubuntu 请运行 apt install python3-venv。",
            "This Python lacks the venv module: on Debian or Ubuntu run apt install python3-venv.",
        )
    )


def port_taken(host: str, port: int) -> Refusal:
    """Something else listens where the site should."""
    return Refusal(
        bilingual(
            f"端口 {port} 已被占用：请换一个，例如 PORT={port + 1} make run。",
            f"Port {port} on {host} is taken: choose another, as in PORT={port + 1} make run.",
        )
    )


def cannot_listen(host: str, port: int, reason: str) -> Refusal:
    """The address cannot be listened on for another reason."""
    place = f"{host}:{port}"
    return Refusal(bilingual(f"无法监听 {place}", f"Cannot listen on {place}: {reason}"))


def bad_number(name: str, raw: str, least: int, most: int) -> Refusal:
    """A variable should hold a whole number and does not."""
    return Refusal(
        bilingual(
            f"{name}={raw!r} 应为 {least} 到 {most} 的整数。",
            f"{name}={raw!r} is not a whole number from {least} to {most}.",
        )
    )


def bad_settings(reason: str) -> Refusal:
    """The site does not accept a variable of the environment."""
    return Refusal(bilingual("设置有误", f"Settings: {reason}"))


def step_failed(step: str, last_line: str, log: str) -> Refusal:
    """A step failed for a reason of its own."""
    return Refusal(
        bilingual(f"“{step}”未完成，详见 {log}", f"“{step}” failed, see {log}: {last_line}")
    )


def of_os_error(fault: OSError) -> Refusal:
    """Say what an `OSError` of our own means."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full()
    place = f"{fault.filename}: " if fault.filename else ""
    return Refusal(bilingual("文件系统拒绝", f"The file system refused: {place}{fault.strerror}"))


def of_output(output: str) -> Refusal | None:
    """Recognise a full disk or a missing network in what a command printed."""
    if SIGNS_OF_FULL_DISK.search(output):
        return disk_full()
    if SIGNS_OF_NO_NETWORK.search(output):
        return no_network()
    return None
