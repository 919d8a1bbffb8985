"""Published penalties as permanent tests: would the name have been found?

Each case is screened against the parties of all cases together, in the names that their lists
publish, so that the answer depends on no list that is loaded and no party that was taken off one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_all
from records import Entity, Kind, ListedName, NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforcementCase:
    """One name that a firm had, and the party that it named."""

    firm: str
    authority: str
    date: str
    """ISO 8601, of the publication; a month where no day could be confirmed."""
    penalty: str
    what: str
    source: str
    """The authority's own publication."""
    address: tuple[str, ...]
    """Pages on which its facts were read."""
    verified: bool
    """Whether firm, date, penalty and party are confirmed by those pages."""
    checked: str
    """Which facts stand there, and which do not."""
    party: Entity
    written: str
    quoted: bool
    """Whether the pages quote this spelling; otherwise it is ours."""
    known_miss: bool
    """Whether it is known not to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the matcher says to a case."""

    case: EnforcementCase
    found: bool
    score: float
    """Of the party, at the lowest threshold; 0 where it was not met."""
    reason: str


@cache
def cases() -> tuple[EnforcementCase, ...]:
    """All cases, by their dates."""
    text = (files("screening.assess") / "data" / "enforcement.json").read_text(encoding="utf-8")
    data = json.loads(text)
    missed = {tuple(each) for each in data["missed"]}
    found = [
        EnforcementCase(
            party=_party(item["party"]),
            written=written,
            quoted=written in item["quoted"],
            address=tuple(item["address"]),
            known_miss=(item["party"]["id"], written) in missed,
            **{name: item[name] for name in _ABOUT},
        )
        for item in data["cases"]
        for written in item["written"]
    ]
    return tuple(sorted(found, key=lambda case: case.date))


_ABOUT = ("firm", "authority", "date", "penalty", "what", "source", "verified", "checked")


def _party(data: dict[str, Any]) -> Entity:
    return Entity(
        id=data["id"],
        kind=Kind(data["kind"]),
        names=tuple(ListedName(text=text, kind=NameKind(kind)) for text, kind in data["names"]),
    )


def parties() -> tuple[Entity, ...]:
    """The parties of all cases, each once, sorted by id."""
    return tuple(sorted({case.party.id: case.party for case in cases()}.values(),
                        key=lambda entity: entity.id))  # fmt: skip


def index_of(others: Sequence[Entity], language: Language) -> NameIndex:
    """The index of the parties, among other entities."""
    return build((*others, *parties()), language)


def verdicts(index: NameIndex, threshold: float | None = None) -> list[Verdict]:
    """What the matcher says to all cases, in their order.

    Args:
        index: of the parties, and maybe others.
        threshold: the least score of a hit; the calibrated one when None.
    """
    at = model().threshold if threshold is None else threshold
    found = match_all([case.written for case in cases()], Finder(index), Policy(_LOW))
    return [
        _verdict(index, case, matches, at) for case, matches in zip(cases(), found, strict=True)
    ]


# So low that a case that is missed shows how far it was from being found.
_LOW = 0.05


def _verdict(
    index: NameIndex, case: EnforcementCase, matches: Sequence[Match], at: float
) -> Verdict:
    right = next((m for m in matches if index.entity_ids[m.entity] == case.party.id), None)
    return Verdict(
        case=case,
        found=right is not None and right.score >= at,
        score=right.score if right else 0.0,
        reason=right.reason if right else "",
    )
