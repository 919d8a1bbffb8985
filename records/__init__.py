"""The words of the domain, as plain values. Everything else speaks in these; this package
imports the standard library only, so it can be read first and alone.
"""

from records.change import ChangedEntity, Delta, EntryEvent, FieldChange
from records.entity import Address, Entity, Identifier, Kind, ListedName, NameKind, Note, Relation
from records.errors import (
    DocumentError,
    DownloadError,
    ListError,
    ListFormatError,
    MissingExtraError,
    NamewardenError,
    NoListsError,
    StaleListError,
    StoreError,
    UnknownEntityError,
    UnknownListError,
    UsageError,
    WorkerError,
)
from records.finding import (
    Comparison,
    Decision,
    DocumentAnswer,
    Evidence,
    Hit,
    ListWarning,
    NameAnswer,
    Screened,
    Settings,
    Span,
    SpanHit,
)
from records.passage import Document, DocumentStatus, Passage
from records.query import Query
from records.snapshot import Snapshot
from records.table import BadRow, Cell, Counterparty, TableRow

__all__ = [
    "Address",
    "BadRow",
    "Cell",
    "ChangedEntity",
    "Comparison",
    "Counterparty",
    "Decision",
    "Delta",
    "Document",
    "DocumentAnswer",
    "DocumentError",
    "DocumentStatus",
    "DownloadError",
    "Entity",
    "EntryEvent",
    "Evidence",
    "FieldChange",
    "Hit",
    "Identifier",
    "Kind",
    "ListError",
    "ListFormatError",
    "ListWarning",
    "ListedName",
    "MissingExtraError",
    "NameAnswer",
    "NameKind",
    "NamewardenError",
    "NoListsError",
    "Note",
    "Passage",
    "Query",
    "Relation",
    "Screened",
    "Settings",
    "Snapshot",
    "Span",
    "SpanHit",
    "StaleListError",
    "StoreError",
    "TableRow",
    "UnknownEntityError",
    "UnknownListError",
    "UsageError",
    "WorkerError",
]
