"""The second step: codes of an authenticator app (TOTP, RFC 6238) and recovery codes.

No secret of the second step is stored: it is worked out from a salt in the database and the
site's key, so that a copy of the database alone gives no codes.
"""

from __future__ import annotations

import base64
import secrets
from datetime import datetime

import pyotp

from webapp.domain.accounts import Account
from webapp.domain.audit import Action
from webapp.domain.desk_faults import SignInRefused
from webapp.services.accounts.work import Work, hash_token, keyed
from webapp.store import account_secrets, accounts

STEP_S = 30
ISSUER = "Shanghai Scenes"
CODES = 10
SECRET_BYTES = 20
STEPS_TOLERATED = (0, -1, 1)


def new_salt() -> str:
    """What a new second step is worked out from."""
    return secrets.token_hex(16)


def secret_of(secret_key: str, account: Account, salt: str) -> str:
    """The secret an app is given, base32."""
    raw = keyed(secret_key, "totp", str(account.id), salt)[:SECRET_BYTES]
    return base64.b32encode(raw).decode()


def address_of(secret_key: str, account: Account, salt: str) -> str:
    """The `otpauth:` address for the QR code."""
    totp = pyotp.TOTP(secret_of(secret_key, account, salt))
    return totp.provisioning_uri(name=account.email, issuer_name=ISSUER)


def turn_on(work: Work, account: Account, salt: str, code: str) -> tuple[str, ...]:
    """Turn the second step on once a first code is right; returns fresh recovery codes."""
    step = _step_of(secret_of(work.secret_key, account, salt), code, work.now)
    if step is None:
        raise SignInRefused
    accounts.change_account(work.connection, account.id, totp_salt=salt, totp_step=step)
    work.record(Action.SECOND_STEP_ON, account.id)
    return _fresh_codes(work, account.id)


def turn_off(work: Work, account: Account) -> None:
    """Turn the second step off and forget the recovery codes."""
    accounts.change_account(work.connection, account.id, totp_salt=None, totp_step=None)
    account_secrets.replace_codes(work.connection, account.id, ())
    work.record(Action.SECOND_STEP_OFF, account.id)


def new_codes(work: Work, account: Account) -> tuple[str, ...]:
    """Make fresh recovery codes; earlier ones open nothing any more."""
    work.record(Action.RECOVERY_CODES_MADE, account.id)
    return _fresh_codes(work, account.id)


def check_code(work: Work, account: Account, code: str) -> None:
    """Use a code up, of the app or for recovery; raises `SignInRefused`. No code works twice."""
    if account.totp_salt is None:
        raise SignInRefused
    step = _step_of(secret_of(work.secret_key, account, account.totp_salt), code, work.now)
    if step is not None and accounts.take_totp_step(work.connection, account.id, step):
        return
    if not account_secrets.take_code(work.connection, account.id, _code_hash(work, account, code)):
        raise SignInRefused
    work.record(Action.RECOVERY_CODE_USED, account.id)


def _step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step a code belongs to: this one, or its neighbours for clocks that differ."""
    digits = "".join(code.split())
    totp = pyotp.TOTP(secret)
    this = int(now.timestamp()) // STEP_S
    matching = [
        this + shift
        for shift in STEPS_TOLERATED
        if secrets.compare_digest(totp.generate_otp(this + shift).encode(), digits.encode())
    ]
    return max(matching, default=None)


def _fresh_codes(work: Work, account_id: int) -> tuple[str, ...]:
    codes = tuple(_new_code() for _ in range(CODES))
    account = accounts.get_account(work.connection, account_id)
    hashes = [_code_hash(work, account, code) for code in codes]
    account_secrets.replace_codes(work.connection, account_id, hashes)
    return codes


def _new_code() -> str:
    """60 random bits as three groups of four letters and digits."""
    text = base64.b32encode(secrets.token_bytes(8)).decode()[:12].lower()
    return "-".join(text[start : start + 4] for start in range(0, 12, 4))


def _code_hash(work: Work, account: Account, code: str) -> str:
    plain = "".join(c for c in code.casefold() if c.isalnum())
    return hash_token(keyed(work.secret_key, "recovery", str(account.id), plain).hex())
