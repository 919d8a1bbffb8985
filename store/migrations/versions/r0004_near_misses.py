"""Pairs that are close to a hit."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "near_misses",
        sa.Column("counterparty", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("entity_id", sa.Text, primary_key=True),
        sa.ForeignKeyConstraint(["counterparty"], ["counterparties.number"]),
    )
