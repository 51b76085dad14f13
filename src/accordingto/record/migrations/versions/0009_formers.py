"""A case keeps the accounts of each incident that is no more, so that its address goes on to lead somewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """No incident is known to have been another before."""
    op.create_table(
        "formers",
        sa.Column("incident", sa.String(32), nullable=False),
        sa.Column("accounts", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("incident"),
    )
