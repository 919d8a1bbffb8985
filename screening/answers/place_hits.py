"""Hits by place as the desk, the tables and kept screenings have them: in the form of a hit.

What stands for the listed entry is the place, under an id that no list has.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from records import Decision, Kind, PlaceHit, canonical, digest
from screening.answers import json_lines

PLACE, PLACES = "place", "places"
"""The kind of such a hit, and what stands where a list would."""
SURE, PERHAPS = 1.0, 0.9
"""Scores to sort by, as of hits by ownership."""
_DIGITS = 16


def entity_id(found: PlaceHit) -> str:
    """What stands for an entry: ``place:UA-43``; of a listed address with the entry's own id."""
    return f"{PLACE}:{found.place}"


def is_of(found: PlaceHit, hit: Mapping[str, Any]) -> bool:
    """Whether a hit in the desk's form is of this place."""
    return bool(entity_id(found) == hit["entity_id"])


def acts(found: PlaceHit) -> list[str]:
    """The acts that restrict it, as programmes: ``EU: Regulation (EU) No 692/2014``."""
    told = (": ".join(filter(None, (one.authority, one.act))) for one in found.basis)
    return list(dict.fromkeys(told))


def as_hits(found: Iterable[PlaceHit]) -> Iterator[dict[str, Any]]:
    """Each as a hit, with ``at`` behind what every hit has."""
    for one in found:
        id_ = entity_id(one)
        yield {
            "entity_id": id_,
            "list": PLACES,
            "kind": Kind.UNKNOWN.value,
            "caption": one.title,
            "matched_name": one.found,
            "name_kind": "primary",
            "score": SURE if one.decision is Decision.MATCH else PERHAPS,
            "decision": one.decision.value,
            "programmes": acts(one),
            "countries": [],
            "evidence": evidence(one),
            "reason": f"{one.reason}.",
            "base": None,
            "party": {"id": id_, "members": [id_]},
            **({} if one.part is None else {"part": one.part}),
            PLACE: json_lines.place(one),
        }


def evidence(found: PlaceHit) -> list[dict[str, Any]]:
    """The words beside the place, as a row of evidence."""
    return [
        {
            "query": found.found or found.written,
            "name": found.town or found.title,
            "how": found.how,
            "score": 1.0,
            "weight": 0.0,
            "contribution": None,
        }
    ]


def basis(found: Iterable[PlaceHit]) -> str:
    """What a decision about a place rests on: which words name it, and by which acts."""
    told = [[one.found, one.how, one.decision.value, acts(one)] for one in found]
    return f"{PLACE}={digest(canonical(told))[:_DIGITS]}"
