"""Counterparties, screenings, alerts, decisions and the audit log.

The tables stand here as they were made; ``store.schema`` says what they are now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

tables = sa.MetaData()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


# Of the revision before; here only to be referred to.
listed = sa.Table(
    "snapshots",
    tables,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
)
sa.Table(
    "counterparties",
    tables,
    _number(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("name"),
    _text("record"),
    _text("sha256"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("change", sa.Integer, nullable=False, index=True),
    _text("since"),
    _text("removed_at", nullable=True),
)

sa.Table(
    "counterparty_versions",
    tables,
    sa.Column("counterparty", sa.Integer, sa.ForeignKey("counterparties.number"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    _text("record"),
    _text("sha256"),
    sa.Column("change", sa.Integer, nullable=False),
    sa.Column("until_change", sa.Integer, nullable=False),
    sa.Column("removed", sa.Boolean, nullable=False),
)

sa.Table(
    "screenings",
    tables,
    _number(),
    _text("kind"),
    _text("at"),
    _text("author", nullable=True),
    _text("engine"),
    _text("settings"),
    _text("input_sha256"),
    _text("input", nullable=True),
    _text("answer_sha256"),
    _text("answer", nullable=True),
    sa.Column("base", sa.Integer, sa.ForeignKey("screenings.number"), nullable=True),
    sa.Column("seen_change", sa.Integer, nullable=True),
)

sa.Table(
    "screening_snapshots",
    tables,
    sa.Column("screening", sa.Integer, sa.ForeignKey("screenings.number"), primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    _text("sha256"),
    sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
)

sa.Table(
    "alerts",
    tables,
    _number(),
    sa.Column("counterparty", sa.Integer, sa.ForeignKey("counterparties.number"), nullable=False),
    _text("entity_id"),
    _text("list"),
    _text("state"),
    sa.Column("version", sa.Integer, nullable=False),
    _text("assignee", nullable=True),
    _text("opened_at"),
    _text("changed_at"),
    sa.Column("score", sa.Float, nullable=False),
    _text("hit"),
    _text("counterparty_sha256"),
    _text("entity_facets"),
    sa.Column("first_screening", sa.Integer, sa.ForeignKey("screenings.number"), nullable=False),
    sa.Column("screening", sa.Integer, sa.ForeignKey("screenings.number"), nullable=False),
    sa.Column("gone", sa.Boolean, nullable=False),
    _text("expires_at", nullable=True),
    _text("proposed", nullable=True),
    _text("proposed_by", nullable=True),
    sa.UniqueConstraint("counterparty", "entity_id", name="one_alert_a_pair"),
    sa.Index("alerts_by_state", "state", "list"),
)

sa.Table(
    "findings",
    tables,
    _number(),
    sa.Column("alert", sa.Integer, sa.ForeignKey("alerts.number"), nullable=False, index=True),
    sa.Column(
        "screening", sa.Integer, sa.ForeignKey("screenings.number"), nullable=False, index=True
    ),
    _text("what"),
    _text("hit", nullable=True),
    _text("counterparty_sha256"),
    _text("entity_facets"),
)

sa.Table(
    "dispositions",
    tables,
    _number(),
    sa.Column("alert", sa.Integer, sa.ForeignKey("alerts.number"), nullable=False, index=True),
    _text("at"),
    _text("author"),
    _text("action"),
    _text("state"),
    _text("reason"),
    _text("expires_at", nullable=True),
    _text("counterparty_sha256"),
    _text("entity_facets"),
)

sa.Table(
    "good_guys",
    tables,
    _number(),
    _text("name_key"),
    _text("name"),
    _text("entity_id"),
    _text("reason"),
    _text("author"),
    _text("at"),
    _text("expires_at", nullable=True),
    _text("removed_at", nullable=True),
    _text("removed_by", nullable=True),
    sa.Index("good_guys_by_entity", "entity_id"),
)

sa.Table(
    "policy",
    tables,
    sa.Column("key", sa.Text, primary_key=True),
    _text("value"),
)

sa.Table(
    "audit",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("author"),
    _text("action"),
    _text("subject"),
    _text("data"),
    _text("previous"),
    _text("sha256"),
)
sa.Table(
    "audit_head",
    tables,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, nullable=False),
    _text("sha256"),
)

_SQLITE_GUARDS = (
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END""",
)
_POSTGRESQL_GUARDS = (
    """CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$""",
    """CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
       FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to()""",
    """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
       FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to()""",
)


def upgrade() -> None:
    """Make the tables, and the triggers that keep the audit log from being changed."""
    connection = op.get_bind()
    tables.create_all(connection, tables=[t for t in tables.sorted_tables if t is not listed])
    postgresql = connection.dialect.name == "postgresql"
    for statement in _POSTGRESQL_GUARDS if postgresql else _SQLITE_GUARDS:
        op.execute(statement)
