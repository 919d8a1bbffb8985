"""Checksums of rows: a column in the large tables, one row for each small table. Whose an account
is by issuer and subject.

They are worked out at the end of the transaction that brings the tables up to this version; what
was damaged before that nobody knows.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table and the columns."""
    op.create_table(
        "sums",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False),
    )
    op.create_table(
        "identities",
        sa.Column("issuer", sa.Text, primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, nullable=False, unique=True),
    )
    absent = sa.text("row_sum IS NULL")
    for table in ("counterparties", "screenings", "alerts"):
        op.add_column(table, sa.Column("row_sum", sa.Text, nullable=True))
        name = f"{table}_without_sum"
        op.create_index(name, table, ["number"], sqlite_where=absent, postgresql_where=absent)
