"""Rules of ownership as data: threshold, what is added up, when in force, and by what source."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ownership.share import percent
from ownership.statements import Interest

_INTERESTS = {"shares": Interest.SHARES, "votes": Interest.VOTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day on a rule is in this state."""

    since: str
    """ISO 8601 date."""
    state: str
    """``in force`` or ``suspended``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One authority's rule on companies that listed parties own."""

    id: str
    title: str
    lists: tuple[str, ...]
    """Owners on these lists count."""
    programmes: tuple[str, ...] = ()
    """Where a list holds several: only entries under a programme that begins so. Empty for all."""
    threshold: int
    """Parts per million."""
    more_than: bool
    """Whether exactly the threshold is not enough."""
    added_up: bool
    """Whether holdings of several listed parties are added up."""
    interests: tuple[Interest, ...]
    """What is added up, each by itself."""
    control: bool
    """Whether control counts as well; it is told and never counted."""
    periods: tuple[Period, ...]
    """Oldest first."""
    says: str
    source: str
    address: str
    verified: str
    """When and against what its words and dates were checked, and what could not be."""

    def state_on(self, day: str) -> str | None:
        """``in force``, ``suspended``, or None before it was made."""
        states = [period.state for period in self.periods if period.since <= day]
        return states[-1] if states else None

    def is_met(self, parts: int) -> bool:
        """Whether so many parts per million are enough."""
        return parts > self.threshold or (parts == self.threshold and not self.more_than)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules that ship with this version."""
    found = json.loads((files("ownership") / "data" / "rules.json").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            id=rule["id"],
            title=rule["title"],
            lists=tuple(rule["lists"]),
            programmes=tuple(rule.get("programmes", ())),
            threshold=percent(rule["threshold"]).low,
            more_than=rule["more_than"],
            added_up=rule["added_up"],
            interests=tuple(_INTERESTS[name] for name in rule["interests"]),
            control=rule["control"],
            periods=tuple(Period(**period) for period in rule["periods"]),
            says=rule["says"],
            source=rule["source"],
            address=rule["address"],
            verified=rule["verified"],
        )
        for rule in found
    )
