"""Hits that rest on ownership as the desk and kept screenings have them: in the form of a hit.

An entity that a counterparty may be by its name and that owns it, too, is one hit and one alert,
with what it owns beside what its name says.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from records import Decision, DerivedHit, Entity, Kind, canonical, digest
from screening.answers import json_lines
from screening.engine.engine import Engine

UNFOLLOWED = "ownership:unfollowed"
"""Stands for the entity where more owners of owners are known than are followed."""
DERIVED, OWNERSHIP = "derived", "ownership"
SURE, PERHAPS = 1.0, 0.9
"""Scores to sort by: of a rule that is reached by an owner who is sure, and of all others."""
_DIGITS = 16


def as_hits(engine: Engine, found: Iterable[DerivedHit]) -> Iterator[dict[str, Any]]:
    """Each as a hit, with ``derived`` behind what every hit has."""
    for one in found:
        yield _alone(engine, one)


def beside(engine: Engine, hit: Mapping[str, Any] | None, found: DerivedHit) -> dict[str, Any]:
    """A hit by name with what the entity owns; without one the ownership alone."""
    if hit is None:
        return _alone(engine, found)
    graver = Decision.MATCH.value in (hit["decision"], found.decision.value)
    decision = Decision.MATCH.value if graver else hit["decision"]
    reason = f"{hit['reason']} {found.reason}."
    return {**hit, "decision": decision, "reason": reason, DERIVED: json_lines.derived(found)}


def basis(found: DerivedHit) -> str:
    """What a decision about ownership rests on: the shares, and how surely the owner is meant."""
    told = json_lines.derived(found)
    parts = {key: told[key] for key in ("decision", "by", "found_by", "rules")}
    return f"{OWNERSHIP}={digest(canonical(parts))[:_DIGITS]}"


def _alone(engine: Engine, found: DerivedHit) -> dict[str, Any]:
    entity = engine.listed(found.entity_id) if found.entity_id else None
    id_ = found.entity_id or UNFOLLOWED
    return {
        "entity_id": id_,
        "list": found.list or OWNERSHIP,
        "kind": (entity.kind if entity else Kind.UNKNOWN).value,
        "caption": found.caption or found.party,
        "matched_name": found.owner or found.party,
        "name_kind": "primary",
        "score": SURE if found.decision is Decision.MATCH else PERHAPS,
        "decision": found.decision.value,
        "programmes": list(found.programmes),
        "countries": list(found.countries),
        "evidence": [],
        "reason": f"{found.reason}.",
        "base": None,
        "party": _party(engine, entity, id_),
        DERIVED: json_lines.derived(found),
    }


def _party(engine: Engine, entity: Entity | None, id_: str) -> dict[str, Any]:
    if entity is None:
        return {"id": id_, "members": [id_]}
    return json_lines.party(engine.party(entity.id)) or {"id": id_, "members": [id_]}
