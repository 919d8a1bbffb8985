"""Hits by ownership and by place in the shapes of yente, which knows neither: as results with an
explanation of their own, so that no client takes a party for clear that is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lists.ftm import entities
from records import Decision, NameAnswer
from screening.answers import place_hits
from screening.answers.derived_hits import PERHAPS, SURE, UNFOLLOWED
from screening.answers.json_lines import derived, place
from screening.engine.engine import Engine

OWNERSHIP, PLACE = "ownership", "place"
"""The names of the explanations."""


def beside_the_names(
    engine: Engine, answer: NameAnswer, threshold: float | None
) -> Iterator[dict[str, Any]]:
    """The owners and places of an answer as results; ``match`` is true from the threshold on."""
    least = answer.settings.threshold if threshold is None else threshold
    editions = {snapshot.source: snapshot for snapshot in engine.snapshots}
    for one in answer.derived or ():
        told = derived(one)
        entity = engine.listed(one.entity_id) if one.entity_id else None
        if entity is None:
            found = _nobody(UNFOLLOWED, "LegalEntity", one.party)
        else:
            snapshot = editions[entity.source]
            sanctioned = not snapshot.source.startswith("custom")
            found = {**next(entities(entity, snapshot, sanctioned=sanctioned)), "id": entity.id}
        explained = _explained(one.decision, one.reason, one.owner or one.party, told)
        yield _result(found, OWNERSHIP, explained, least)
    for where in answer.places or ():
        found = _nobody(place_hits.entity_id(where), "Address", where.title)
        found["properties"] = {"full": [where.title], "notes": place_hits.acts(where)}
        explained = _explained(where.decision, where.reason, where.found, place(where))
        yield _result(found, PLACE, explained, least)


def with_owners_and_places(
    named: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]], limit: int
) -> list[dict[str, Any]]:
    """Results best first, of which the limit cuts off names before owners and places."""
    kept = [*named[: max(0, limit - len(others))], *others][:limit]
    return sorted(kept, key=lambda one: -float(one["score"]))


def _nobody(id_: str, schema: str, caption: str) -> dict[str, Any]:
    return {
        "id": id_,
        "caption": caption,
        "schema": schema,
        "properties": {"name": [caption]},
        "datasets": [],
        "referents": [],
        "target": False,
    }


def _explained(
    decision: Decision, reason: str, candidate: str, hit: Mapping[str, Any]
) -> dict[str, Any]:
    score = SURE if decision is Decision.MATCH else PERHAPS
    return {"score": score, "detail": reason, "candidate": candidate, "hit": hit}


def _result(
    found: Mapping[str, Any], what: str, explained: Mapping[str, Any], least: float
) -> dict[str, Any]:
    score = explained["score"]
    return {
        **found,
        "score": score,
        "match": score >= least,
        "features": {},
        "explanations": {what: explained},
    }
