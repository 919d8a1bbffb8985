"""The language in which somebody works at the desk."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "languages",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, nullable=False),
    )
