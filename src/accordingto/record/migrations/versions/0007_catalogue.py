"""What lists show stands in a few words beside what was read and found, so that a page looks up no more than it shows.

A case that has been read before has no catalogue yet: the next `reconcile` makes it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """The tables of the catalogue are there; that of a case without readings is whole."""
    _make_lists()
    _make_incidents()
    _make_outcomes()
    op.execute("INSERT INTO catalogue (number, made) SELECT 1, 1 WHERE NOT EXISTS (SELECT 1 FROM readings)")


def _make_lists() -> None:
    op.create_table(
        "catalogue",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "asked",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("finds", sa.Integer(), nullable=False),
        sa.Column("moment", sa.Text()),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("report"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_asked_moment", "asked", ["moment"])
    op.create_table(
        "spoken",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("report", "idx"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_spoken_key", "spoken", ["key", "report", "idx", "name"])
    op.create_table(
        "voices",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.seq"]),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_voices_statements", "voices", ["statements", "name"])


def _make_incidents() -> None:
    op.create_table(
        "summaries",
        sa.Column("incident", sa.String(32), nullable=False),
        sa.Column("name", sa.String(11), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text()),
        sa.Column("disputed", sa.Text(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("passing", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("lon", sa.Float()),
        sa.Column("lat", sa.Float()),
        sa.Column("prec", sa.Integer()),
        sa.Column("spot", sa.Text()),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"]),
        sa.PrimaryKeyConstraint("incident"),
    )
    for name, columns in SUMMARY_INDEXES.items():
        op.create_index(name, "summaries", columns)
    op.create_table(
        "heard",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(40), nullable=False),
        sa.Column("idx", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "kind", "dated", "owner", "idx"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_heard_owner", "heard", ["owner"])
    op.create_table(
        "contested",
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("incident", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"]),
        sa.PrimaryKeyConstraint("report", "incident"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_contested_incident", "contested", ["incident"])


SUMMARY_INDEXES = {
    "ix_summaries_date": ["date"],
    "ix_summaries_titled": ["dated", "incident", "type", "mode", "date", "place", "folded", "name"],
    "ix_summaries_kind": ["type", "mode"],
    "ix_summaries_type": ["type", "incident"],
    "ix_summaries_filter": ["passing", "rank", "incident", "contested", "first", "last", "type", "folded", "prec"],
    "ix_summaries_day": ["passing", "first"],
    "ix_summaries_pin": ["passing", "lon", "lat", "prec", "rank"],
    "ix_summaries_contested": ["contested", "passing", "rank"],
    "ix_summaries_like": ["type", "place", "incident"],
}


def _make_outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("report", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=False),
        sa.Column("wording", sa.String(32), nullable=False),
        sa.Column("promise", sa.String(32), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("late_from", sa.Text()),
        sa.Column("overdue", sa.Text()),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"]),
        sa.PrimaryKeyConstraint("report", "number"),
    )
    for name, columns in {
        "ix_outcomes_page": ["page"],
        "ix_outcomes_wording": ["wording"],
        "ix_outcomes_promise": ["promise"],
        "ix_outcomes_kind": ["kind", "late_from", "promise", "printed"],
    }.items():
        op.create_index(name, "outcomes", columns)
    op.create_table(
        "hints",
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("role", "key", "report"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_hints_report", "hints", ["report"])
