"""What comparing is worked out from is kept beside what it found, so that one more report need not compare all.

What earlier versions found is dropped: the next `reconcile` works it out again, from readings that are all there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing is compared yet."""
    for table in ("findings", "accounts", "incidents", "compared", "comparisons"):
        op.drop_table(table)
    _make_workings()
    _make_found()


def _make_workings() -> None:
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "compared",
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("report"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entries",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.PrimaryKeyConstraint("key", "report", "event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "crowds",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pages",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "report"),
    )
    op.create_table(
        "ties",
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("one_event", sa.Integer(), nullable=False),
        sa.Column("other", sa.BigInteger(), nullable=False),
        sa.Column("other_event", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("one", "one_event", "other", "other_event"),
        sqlite_with_rowid=False,
    )


def _make_found() -> None:
    op.create_table(
        "copies",
        sa.Column("first", sa.String(32), nullable=False),
        sa.Column("second", sa.String(32), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["reports.id"]),
        sa.ForeignKeyConstraint(["second"], ["reports.id"]),
        sa.PrimaryKeyConstraint("first", "second"),
    )
    op.create_index("ix_copies_second", "copies", ["second"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "accounts",
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("incident", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"]),
        sa.PrimaryKeyConstraint("report", "event"),
    )
    op.create_index("ix_accounts_incident", "accounts", ["incident"])
    op.create_table(
        "findings",
        sa.Column("incident", sa.String(32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"]),
        sa.PrimaryKeyConstraint("incident", "kind", "idx"),
    )
    op.create_table(
        "agreements",
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.PrimaryKeyConstraint("rank", "report", "idx"),
    )
