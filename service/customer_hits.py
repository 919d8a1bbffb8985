"""What the page of a screened table shows of a customer: the best hit of any kind."""

from typing import Any

from records import NameAnswer
from screening.answers import place_hits
from screening.answers.derived_hits import as_hits
from screening.answers.json_lines import hit
from screening.engine.engine import Engine


def best_hit(engine: Engine, answer: NameAnswer) -> dict[str, Any] | None:
    """The first hit by name, else by ownership, else by place; None where nothing was found."""
    found = [
        *map(hit, answer.hits),
        *as_hits(engine, answer.derived or ()),
        *place_hits.as_hits(answer.places or ()),
    ]
    if not found:
        return None
    return {
        "name": answer.query,
        "decision": answer.decision.value,
        "count": len(found),
        "hit": found[0],
    }
