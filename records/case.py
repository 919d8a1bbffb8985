"""A case: one counterparty with all parties of the lists that it may be."""

from dataclasses import dataclass
from enum import StrEnum

from records.desk import UNDECIDED, Alert, AlertState, Disposition, Finding, Party


class CaseState(StrEnum):
    """Where a case stands: as the alert in it that waits most."""

    OPEN = "open"
    ESCALATED = "escalated"
    PENDING = "pending"
    """Every alert that is undecided waits for a second person."""
    CLOSED = "closed"
    """Every alert is decided."""


_WAITING = (
    (AlertState.OPEN, CaseState.OPEN),
    (AlertState.ESCALATED, CaseState.ESCALATED),
    (AlertState.PENDING, CaseState.PENDING),
)


class CaseSort(StrEnum):
    """In which order a queue of cases is worked through."""

    SCORE = "score"
    """The highest score of what waits first."""
    OLDEST = "oldest"
    """What has waited longest first."""
    NEWEST = "newest"
    NAME = "name"
    """By the counterparty's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParty:
    """A listed party that the counterparty may be, and the alerts on its entries."""

    id: str
    """The party's, by the lists of the last run of monitoring."""
    members: tuple[str, ...]
    """All its entries, also those without an alert."""
    alerts: tuple[Alert, ...]
    """Not empty; the highest scores first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An alert that was opened, or opened again, after something in its case was decided."""

    alert: str
    entity_id: str
    why: str
    """``new hit``, or why what was decided no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A counterparty with all its alerts, by party."""

    number: int
    """The counterparty's own, so a case has its number for ever."""
    counterparty: Party
    parties: tuple[CaseParty, ...]
    """Those that wait for somebody first, then by their highest scores."""
    news: tuple[News, ...] = ()
    """What reopened it; empty where nothing in it was ever decided, or all is."""

    @property
    def id(self) -> str:
        """How people name it."""
        return case_id(self.number)

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """All alerts, party by party."""
        return tuple(alert for party in self.parties for alert in party.alerts)

    @property
    def state(self) -> CaseState:
        """As the alert in it that waits most."""
        states = {alert.state for alert in self.alerts}
        return next((case for alert, case in _WAITING if alert in states), CaseState.CLOSED)

    @property
    def version(self) -> int:
        """Rises with every alert that is new, and with every change of one."""
        return sum(alert.version for alert in self.alerts)

    @property
    def assignees(self) -> tuple[str, ...]:
        """Who holds something in it that waits, by name."""
        waiting = (one for one in self.alerts if one.state in UNDECIDED and one.assignee)
        return tuple(sorted({one.assignee or "" for one in waiting}))

    @property
    def waits_since(self) -> str:
        """When the oldest of what waits was opened; of a closed case, when it was last opened."""
        waiting = [alert.opened_at for alert in self.alerts if alert.state in UNDECIDED]
        return min(waiting) if waiting else max(alert.opened_at for alert in self.alerts)

    @property
    def score(self) -> float:
        """The highest of what waits, else of all."""
        waiting = [alert.score for alert in self.alerts if alert.state in UNDECIDED]
        return max(waiting or [alert.score for alert in self.alerts])


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHistory:
    """A case with all that happened in it."""

    case: Case
    findings: tuple[tuple[str, Finding], ...]
    """Each with the alert's id; oldest first."""
    dispositions: tuple[tuple[str, Disposition], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that was put to a case, without its content."""

    number: int
    name: str
    media_type: str
    """As who sent it called it; nothing rests on it."""
    size: int
    """Bytes."""
    sha256: str
    author: str
    at: str


def case_id(number: int) -> str:
    """How people name a case."""
    return f"C{number}"
