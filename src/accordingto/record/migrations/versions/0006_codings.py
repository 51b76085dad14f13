"""A case keeps rounds of coding: what was drawn, what each coder says, who has finished, and what became a review.

Until now people only looked finds over in the open.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """No round has been coded yet."""
    op.create_table(
        "rounds",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "codes",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("round", sa.String(32), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["rounds.id"]),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_codes_round", "codes", ["round"])
    op.create_table(
        "round_steps",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(32), nullable=False),
        sa.Column("noun", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["round"], ["rounds.id"]),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index("ix_round_steps_round", "round_steps", ["round"])
    op.create_table(
        "applied",
        sa.Column("review", sa.String(32), nullable=False),
        sa.Column("round", sa.String(32), nullable=False),
        sa.Column("item", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["review"], ["reviews.id"]),
        sa.ForeignKeyConstraint(["round"], ["rounds.id"]),
        sa.PrimaryKeyConstraint("review"),
    )
    op.create_index("ix_applied_round", "applied", ["round"])
