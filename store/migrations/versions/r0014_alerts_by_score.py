"""An index that holds what the queue of alerts sorts and filters by."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make it."""
    op.create_index("alerts_by_score", "alerts", ["state", "score", "list", "assignee", "number"])
