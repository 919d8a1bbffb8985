"""The tables, for SQLite and PostgreSQL alike. Their history: ``migrations/``.

Times are ISO 8601 in UTC with seconds, as text, so that both databases sort and show them alike.
What is JSON is canonical (``records.canonical``), so that its SHA-256 means something.
"""

import sqlalchemy as sa

REVISIONS = (
    "0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011",
    "0012", "0013", "0014",
)  # fmt: skip
"""Every revision of the tables that this version knows, oldest first."""
HEAD = REVISIONS[-1]
DESK_SINCE = "0002"
"""The first revision with counterparties, screenings, alerts and the audit log."""

ACCOUNTS_SINCE = "0003"
"""The first revision with people, keys and sessions."""
SEALS_SINCE = "0005"
"""The first revision with the seals of copies."""

LOGINS_SINCE = "0007"
"""The first revision that knows whose a login and a key is."""
SUMS_SINCE = "0008"
"""The first revision with checksums of rows."""
OWNERSHIP_SINCE = "0010"
"""The first revision with ownership data."""
WORKPLACE_SINCE = "0011"
"""The first revision with profiles, teams, saved filters, attachments and notices of cases."""

LANGUAGES_SINCE = "0012"
"""The first revision that keeps people's languages."""

metadata = sa.MetaData()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _row_sum() -> sa.Column[str]:
    """A checksum of the row's other columns (``store.table_sums``); NULL while it is written."""
    return _text("row_sum", nullable=True)


def _without_sum(table: str) -> sa.Index:
    """Finds the rows that were just written; empty between transactions.

    The migration says so to PostgreSQL, too; said here, every start would load its dialect.
    """
    absent = sa.text("row_sum IS NULL")
    return sa.Index(f"{table}_without_sum", "number", sqlite_where=absent)


snapshots = sa.Table(
    "snapshots",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    _text("edition", nullable=True),
    _text("fetched_at"),
    _text("origin"),
    sa.Column("entities", sa.Integer, nullable=False),
    sa.Column("names", sa.Integer, nullable=False),
)
seals = sa.Table(
    "seals",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("seal", sa.Text, primary_key=True),
    sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
)
"""What the descriptions of whole copies of an edition hash to: see ``store.copies``."""
activations = sa.Table(
    "activations",
    metadata,
    _number(),
    _text("activated_at"),
    _text("source"),
    _text("sha256"),
    sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
)
checks = sa.Table(
    "checks",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    _text("checked_at"),
    _text("sha256"),
    _text("address"),
    _text("etag", nullable=True),
    _text("last_modified", nullable=True),
)

counterparties = sa.Table(
    "counterparties",
    metadata,
    _number(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("name"),
    _text("record"),
    _text("sha256"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("change", sa.Integer, nullable=False, index=True),
    _text("since"),
    _text("removed_at", nullable=True),
    _row_sum(),
    _without_sum("counterparties"),
)
"""``id`` is the customers' own. ``change`` is the number of the import that last changed the row;
a removed counterparty keeps its row."""

counterparty_versions = sa.Table(
    "counterparty_versions",
    metadata,
    sa.Column("counterparty", sa.Integer, sa.ForeignKey("counterparties.number"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    _text("record"),
    _text("sha256"),
    sa.Column("change", sa.Integer, nullable=False),
    sa.Column("until_change", sa.Integer, nullable=False),
    sa.Column("removed", sa.Boolean, nullable=False),
)
"""What a counterparty was before: valid from import ``change`` until ``until_change``."""

screenings = sa.Table(
    "screenings",
    metadata,
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
    _row_sum(),
    _without_sum("screenings"),
)
"""``kind`` is match, screen, batch or monitor. ``input`` is null where the input is too large to
keep, ``base`` is the run that a run over a change started from."""

screening_snapshots = sa.Table(
    "screening_snapshots",
    metadata,
    sa.Column("screening", sa.Integer, sa.ForeignKey("screenings.number"), primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    _text("sha256"),
    sa.ForeignKeyConstraint(["source", "sha256"], ["snapshots.source", "snapshots.sha256"]),
)
"""The editions that a screening refers to: they are never removed."""

alerts = sa.Table(
    "alerts",
    metadata,
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
    _row_sum(),
    _without_sum("alerts"),
    sa.UniqueConstraint("counterparty", "entity_id", name="one_alert_a_pair"),
    sa.Index("alerts_by_state", "state", "list", "opened_at"),
    sa.Index("alerts_by_case", "counterparty", "state", "score", "opened_at", "assignee", "list"),
    sa.Index("alerts_by_score", "state", "score", "list", "assignee", "number"),
)
"""``version`` rises with every change, so that of two decisions made on one view of an alert only
one counts. ``gone``: the last run no longer found it. The indexes hold all that the queues and
the figures ask of each alert: they read no hits, which are most of the table."""

findings = sa.Table(
    "findings",
    metadata,
    _number(),
    sa.Column("alert", sa.Integer, sa.ForeignKey("alerts.number"), nullable=False, index=True),
    sa.Column("screening", sa.Integer, sa.ForeignKey("screenings.number"), nullable=False),
    _text("what"),
    _text("hit", nullable=True),
    _text("counterparty_sha256"),
    _text("entity_facets"),
    sa.Index("findings_by_screening", "screening", "what", "alert"),
)
"""What a run found new, found changed, or no longer found (``what``: new, changed, gone, again)."""

dispositions = sa.Table(
    "dispositions",
    metadata,
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
"""What was done to an alert, only ever added to (``action``: decide, propose, approve, reject,
reopen, take-back, assign, comment)."""

good_guys = sa.Table(
    "good_guys",
    metadata,
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

policy = sa.Table(
    "policy",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    _text("value"),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("author"),
    _text("action"),
    _text("subject"),
    _text("data"),
    _text("previous"),
    _text("sha256"),
)
audit_head = sa.Table(
    "audit_head",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, nullable=False),
    _text("sha256"),
)
"""The last record of the audit log, so that a log cut at its end is seen."""

people = sa.Table(
    "people",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    _text("role"),
    _text("password", nullable=True),
    _text("created_at"),
    _text("disabled_at", nullable=True),
)
api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _text("name"),
    sa.Column("sha256", sa.Text, nullable=False, unique=True),
    _text("scopes"),
    _text("created_at"),
    _text("expires_at", nullable=True),
    _text("revoked_at", nullable=True),
)
sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    _text("csrf"),
    _text("created_at"),
    _text("seen_at"),
)
languages = sa.Table(
    "languages",
    metadata,
    sa.Column("person", sa.Text, primary_key=True),
    _text("language"),
)
"""The language of the desk that somebody chose, by its code."""
logins = sa.Table(
    "logins",
    metadata,
    sa.Column("login", sa.Text, primary_key=True),
    _text("person"),
)
"""Logins of the operating system, for who decides on the command line."""
key_owners = sa.Table(
    "key_owners",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    _text("person"),
)
"""Keys (their ids) that are a person's; all others are programs'."""

identities = sa.Table(
    "identities",
    metadata,
    sa.Column("issuer", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False, unique=True),
)
"""Whose account somebody has whom an OpenID issuer knows. Their user name there may be another's
tomorrow; issuer and subject never are (OpenID Connect Core 1.0, section 5.7)."""

ownership_editions = sa.Table(
    "ownership_editions",
    metadata,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    _text("dated"),
    _text("imported_at"),
    _text("origin"),
    _text("formats"),
    *(
        sa.Column(name, sa.Integer, nullable=False)
        for name in ("parties", "holdings", "gaps", "unread")
    ),
    _text("seal"),
)
"""``seal`` is what the description of the files hashes to: see ``store.ownership``."""
ownership_activations = sa.Table(
    "ownership_activations",
    metadata,
    _number(),
    _text("activated_at"),
    _text("source"),
    _text("sha256"),
    sa.ForeignKeyConstraint(
        ["source", "sha256"], ["ownership_editions.source", "ownership_editions.sha256"]
    ),
)
ownership_links = sa.Table(
    "ownership_links",
    metadata,
    _number(),
    _text("source"),
    _text("owner"),
    _text("name"),
    _text("entity_id"),
    _text("state"),
    _text("reason"),
    _text("author"),
    _text("at"),
)
"""Whether an owner, by its key in a source, is a listed entity: ``confirmed`` or ``rejected``. The
last row about a pair counts; none is ever changed."""

profiles = sa.Table(
    "profiles",
    metadata,
    _number(),
    _text("name"),
    sa.Column("version", sa.Integer, nullable=False),
    _text("rules"),
    _text("reason"),
    _text("author"),
    _text("at"),
    sa.Column("waits", sa.Boolean, nullable=False),
    _text("approved_by", nullable=True),
    _text("approved_at", nullable=True),
    sa.UniqueConstraint("name", "version", name="one_profile_a_version"),
)
"""Screening profiles, a row for each version. ``waits``: a second person has yet to agree."""

team_members = sa.Table(
    "team_members",
    metadata,
    sa.Column("team", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, primary_key=True),
)
saved_filters = sa.Table(
    "saved_filters",
    metadata,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    _text("filters"),
)
"""The queue as somebody likes it: ``filters`` is the query of its address."""

attachments = sa.Table(
    "attachments",
    metadata,
    _number(),
    sa.Column(
        "counterparty",
        sa.Integer,
        sa.ForeignKey("counterparties.number"),
        nullable=False,
        index=True,
    ),
    _text("name"),
    _text("media_type"),
    sa.Column("size", sa.Integer, nullable=False),
    _text("sha256"),
    _text("author"),
    _text("at"),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""Files that were put to a case, only ever added to."""

notice_marks = sa.Table(
    "notice_marks",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("audit", sa.Integer, nullable=False),
    sa.Column("finding", sa.Integer, nullable=False),
    _text("at"),
)
"""How far people were told of the cases' work: the last record, the last finding, and when."""

sums = sa.Table(
    "sums",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    _text("sha256"),
)
"""What the rows of a table hash to, all together: see ``store.table_sums``."""

_revision = sa.Table(
    "alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True)
)
SEALED = {
    table.name: table
    for table in (
        snapshots, seals, activations, checks, policy, good_guys,
        people, api_keys, logins, key_owners, identities, _revision,
        ownership_editions, ownership_activations, ownership_links, profiles,
    )
}  # fmt: skip
"""Tables whose rows are hashed together: small, and an answer or a decision hangs on each row."""
SUMMED = {table.name: table for table in (counterparties, screenings, alerts)}
"""Tables whose rows have a checksum each."""
