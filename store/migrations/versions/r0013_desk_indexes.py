"""Indexes that hold what the queue of cases and the figures ask of each alert and finding."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Make them; two take the places of indexes with fewer columns."""
    op.drop_index("alerts_by_state", "alerts")
    op.create_index("alerts_by_state", "alerts", ["state", "list", "opened_at"])
    op.create_index(
        "alerts_by_case",
        "alerts",
        ["counterparty", "state", "score", "opened_at", "assignee", "list"],
    )
    op.create_index("findings_by_screening", "findings", ["screening", "what", "alert"])
    op.drop_index("ix_findings_screening", "findings")
