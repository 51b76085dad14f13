"""A case keeps casts of its own, and which of a report's readings is asked.

Until now the latest reading was asked; with an earlier cast in force again, an earlier reading is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Every reading that was the latest of its report still is."""
    op.create_table(
        "casts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "choices",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.seq"]),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("ix_choices_reading", "choices", ["reading"])
    op.execute("INSERT INTO choices (reading, recorded_at) SELECT seq, recorded_at FROM readings ORDER BY seq")
    op.add_column("entities", sa.Column("sector", sa.Text()))
