"""A case notes when summaries of its incidents changed, so that who holds them at hand looks up again those alone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """No change is noted yet: whoever looks for the first time looks at everything."""
    op.create_table(
        "turns",
        sa.Column("bucket", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bucket"),
    )
    op.create_index("ix_turns_turn", "turns", ["turn"])
