"""Pairs close to a hit are no longer kept: no other pair's words move a score any more."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Drop the table."""
    op.drop_table("near_misses")
