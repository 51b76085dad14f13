"""A reading may be another one as people corrected it; then it says which.

Until now every reading was a reader's own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Every reading is its reader's own."""
    op.add_column("readings", sa.Column("base", sa.Integer()))
