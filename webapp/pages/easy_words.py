"""Words people search for when they want the easy view; the answer is a button, not a list."""

from __future__ import annotations

from flask import Blueprint, request

WORDS = frozenset(
    {
        *("长辈版", "关怀版", "大字版", "老年版", "老人版", "适老版", "长者版", "关爱版"),
        *("长辈模式", "关怀模式", "大字模式", "老年模式", "大字", "大字体", "字体大小", "字大"),
        *("easy", "easyview", "easymode", "large", "largetext", "largeprint", "bigtext"),
        *("textsize", "fontsize", "seniormode", "caremode", "zhangbeiban", "guanhuaiban"),
    }
)


def add_to(pages: Blueprint) -> None:
    """Offer `asks_for_easy_view` to templates."""
    pages.add_app_template_global(asks_for_easy_view, "asks_for_easy_view")


def asks_for_easy_view() -> bool:
    """Whether the words searched for mean the easy view itself, whatever their spaces or case."""
    typed = request.args.get("q", "").casefold()
    return "".join(typed.split()).replace("-", "") in WORDS
