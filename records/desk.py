"""What monitoring and deciding speak about: counterparties, alerts, decisions, the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from records.finding import EditionRef, Settings
from records.query import Query


class AlertState(StrEnum):
    """Where an alert stands."""

    OPEN = "open"
    """Nobody has decided, or what was decided no longer holds."""
    PENDING = "pending"
    """One person has proposed a decision, a second one has to agree."""
    ESCALATED = "escalated"
    TRUE_MATCH = "true_match"
    FALSE_POSITIVE = "false_positive"
    GOOD_GUY = "good_guy"
    """Not opened, since an entry among the good guys covers it."""


DECISIONS = (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE, AlertState.ESCALATED)
"""What a person may decide."""
UNDECIDED = (AlertState.OPEN, AlertState.ESCALATED, AlertState.PENDING)
"""What still waits for somebody's decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party that its owner does business with."""

    id: str
    """The owner's own; it never changes."""
    query: Query


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoredParty:
    """A counterparty as it is kept."""

    number: int
    counterparty: Party
    sha256: str
    """Of what it says of itself."""
    version: int
    """Rises when it says something else."""
    since: str
    removed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A counterparty that may be a listed entity: one alert for each such pair, ever."""

    number: int
    counterparty: Party
    entity_id: str
    list: str
    state: AlertState
    version: int
    """Rises with every change; who decides says which version was seen."""
    assignee: str | None
    opened_at: str
    """When it was first opened, or last reopened."""
    changed_at: str
    score: float
    hit: Mapping[str, Any]
    """The hit as ``match`` prints it (docs/reference/json.md)."""
    screening: int
    """The screening that found it last."""
    gone: bool
    """Whether the last run did not find it any more."""
    expires_at: str | None
    """ISO 8601 time at which a false positive is looked at again."""
    proposed: AlertState | None
    """What a first person decided, while a second has to agree."""
    proposed_by: str | None

    @property
    def id(self) -> str:
        """How people name it."""
        return alert_id(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """Something that was done to an alert."""

    at: str
    author: str
    action: str
    """``decide``, ``propose``, ``approve``, ``reject``, ``reopen``, ``take-back``, ``assign`` or
    ``comment``."""
    state: AlertState
    """The alert's state afterwards; of a proposal, what was proposed."""
    reason: str
    expires_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one run said of an alert's pair."""

    screening: int
    at: str
    what: str
    """``new``, ``changed``, ``gone`` or ``again``."""
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """An alert with all that happened to it, oldest first."""

    alert: Alert
    findings: tuple[Finding, ...]
    dispositions: tuple[Disposition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodGuy:
    """A name that is known not to be a listed entity: its alerts are not opened."""

    number: int
    name: str
    entity_id: str
    reason: str
    author: str
    at: str
    expires_at: str | None = None
    removed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """A screening as it was kept: with its editions it can be repeated."""

    number: int
    kind: str
    """``match``, ``screen``, ``batch`` or ``monitor``."""
    at: str
    author: str | None
    engine: str
    settings: Settings
    screened_against: tuple[EditionRef, ...]
    input_sha256: str
    input: Any
    """None where it was too large to keep, or is kept elsewhere."""
    answer_sha256: str
    answer: Any
    base: int | None
    """Of a run over what had changed, the run before it."""

    @property
    def id(self) -> str:
        """How people name it."""
        return screening_id(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """One line of the audit log."""

    number: int
    at: str
    author: str
    action: str
    subject: str
    data: Mapping[str, Any]
    previous: str
    """The ``sha256`` of the record before."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCheck:
    """What looking through the whole audit log found."""

    records: int
    head: str
    """The last record's ``sha256``: note it elsewhere, and compare it next time."""
    problems: tuple[str, ...]
    """What was changed, left out or cut off, in the log's order; empty when it is whole."""


def alert_id(number: int) -> str:
    """How people name an alert."""
    return f"A{number}"


def screening_id(number: int) -> str:
    """How people name a screening."""
    return f"S{number}"
