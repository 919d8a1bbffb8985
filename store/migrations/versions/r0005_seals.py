"""Seals of the copies of editions.

Editions that are there get none: nobody knows any more what was written. An update reads those in
use again from the publishers' files, and seals what it wrote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "seals",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("seal", sa.Text, primary_key=True),
        sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
    )
