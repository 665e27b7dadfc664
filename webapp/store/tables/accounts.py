"""Accounts of the desk, how they sign in, and the trail of what they did."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from webapp.store.tables.columns import metadata
from webapp.store.tables.instants import Instant

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("email", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),
    Column("totp_salt", Text),
    Column("totp_step", Integer),
    Column("created_at", Instant, nullable=False),
    Column("signed_in_at", Instant),
    Column("deactivated_at", Instant),
    comment="password_hash null: invited; totp_step: the last one whose code was used.",
)

# No key to `districts`: a content sync must never fail on an account.
account_districts = Table(
    "account_districts",
    metadata,
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("district_code", Text, primary_key=True),
)

account_links = Table(
    "account_links",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("expires_at", Instant, nullable=False),
    comment="One-time links; purpose: invitation or reset.",
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("code_hash", Text, primary_key=True),
)

desk_sessions = Table(
    "desk_sessions",
    metadata,
    Column("id_hash", Text, primary_key=True),
    Column("handle", Text, nullable=False, unique=True),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    comment="stage: password (second step to come) or full; handle names it on pages.",
)

sign_in_tries = Table(
    "sign_in_tries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_sign_in_tries_key_at", "key", "at"),
    comment="key: a keyed hash of account, address or both.",
)

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False, index=True),
    Column("account_id", Integer, index=True),
    Column("address", Text, nullable=False),
    Column("action", Text, nullable=False, index=True),
    Column("subject_id", Integer, index=True),
    Column("district", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    comment="Append-only, guarded by triggers; at: ISO text in UTC, as it was hashed.",
)
