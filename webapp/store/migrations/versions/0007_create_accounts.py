"""Create accounts of the desk, their sessions, and the audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
TABLES = (
    *("accounts", "account_districts", "account_links", "recovery_codes"),
    *("desk_sessions", "sign_in_tries", "audit_entries"),
)
APPEND_ONLY_SQLITE = tuple(
    f"CREATE TRIGGER audit_entries_no_{event} BEFORE {event} ON audit_entries "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
    for event in ("update", "delete")
)
APPEND_ONLY_POSTGRESQL = (
    """
    CREATE FUNCTION audit_entries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END
    $$
    """,
    """
    CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
    ON audit_entries EXECUTE FUNCTION audit_entries_append_only()
    """,
)


def upgrade() -> None:
    _accounts()
    _links()
    _sessions()
    _audit()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in APPEND_ONLY_SQLITE if is_sqlite else APPEND_ONLY_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_entries_append_only()")


def _of_account(**options: bool) -> sa.Column:
    key = sa.ForeignKey("accounts.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.Integer, key, **options)


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text),
        sa.Column("totp_salt", sa.Text),
        sa.Column("totp_step", sa.Integer),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("signed_in_at", INSTANT),
        sa.Column("deactivated_at", INSTANT),
        sa.UniqueConstraint("email", name="uq_accounts_email"),
        comment="password_hash null: invited; totp_step: the last one whose code was used.",
    )
    op.create_table(
        "account_districts",
        _of_account(primary_key=True),
        sa.Column("district_code", sa.Text, primary_key=True),
    )
    op.create_table(
        "recovery_codes",
        _of_account(primary_key=True),
        sa.Column("code_hash", sa.Text, primary_key=True),
    )


def _links() -> None:
    op.create_table(
        "account_links",
        sa.Column("token_hash", sa.Text, primary_key=True),
        _of_account(nullable=False, index=True),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        comment="One-time links; purpose: invitation or reset.",
    )


def _sessions() -> None:
    op.create_table(
        "desk_sessions",
        sa.Column("id_hash", sa.Text, primary_key=True),
        sa.Column("handle", sa.Text, nullable=False),
        _of_account(nullable=False, index=True),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.UniqueConstraint("handle", name="uq_desk_sessions_handle"),
        comment="stage: password (second step to come) or full; handle names it on pages.",
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Index("ix_sign_in_tries_key_at", "key", "at"),
        comment="key: a keyed hash of account, address or both.",
    )


def _audit() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False, index=True),
        sa.Column("account_id", sa.Integer, index=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False, index=True),
        sa.Column("subject_id", sa.Integer, index=True),
        sa.Column("district", sa.Text, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        comment="Append-only, guarded by triggers; at: ISO text in UTC, as it was hashed.",
    )
