"""Screening profiles, teams, saved filters, attachments, and how far people were told of cases."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "profiles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("rules", "reason", "author", "at")),
        sa.Column("waits", sa.Boolean, nullable=False),
        sa.Column("approved_by", sa.Text),
        sa.Column("approved_at", sa.Text),
        sa.UniqueConstraint("name", "version", name="one_profile_a_version"),
    )
    op.create_table(
        "team_members",
        sa.Column("team", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, primary_key=True),
    )
    op.create_table(
        "saved_filters",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("filters", sa.Text, nullable=False),
    )
    op.create_table(
        "attachments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column(
            "counterparty", sa.Integer, sa.ForeignKey("counterparties.number"), nullable=False
        ),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_attachments_counterparty", "attachments", ["counterparty"])
    op.create_table(
        "notice_marks",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("audit", sa.Integer, nullable=False),
        sa.Column("finding", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
