"""Places that addresses are looked through for, as every form prints them."""

from typing import Any

from records.as_json import to_json
from screening.answers.shape import Cell, Shape
from screening.places.watched import WatchedPlace


def _json(found: WatchedPlace) -> dict[str, Any]:
    return {
        "place_id": found.place,
        "title": found.title,
        "watched": found.watched,
        "shipped": found.shipped,
        "towns": found.towns,
        "basis": [to_json(one) for one in found.basis],
    }


def _rows(found: WatchedPlace) -> list[tuple[Cell, ...]]:
    acts = "; ".join(f"{one.authority}: {one.act} ({one.since})" for one in found.basis)
    watched = "yes" if found.watched else "no"
    return [(found.place, found.title, watched, found.towns, acts)]


PLACES: Shape[WatchedPlace] = Shape(
    name="places",
    as_json=_json,
    columns=("place_id", "title", "watched", "towns", "basis"),
    as_rows=_rows,
    status=lambda _: 0,
)
