"""Floors: the rate that each way has to reach, kept in a file; a change that lowers one is seen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from records import UsageError
from screening.assess.results import Results
from screening.assess.summary import Summary, WayFigures, summarised
from screening.assess.trials import NAME

FORM = "namewarden floors 1"
MARGIN = 0.01
"""How far below a rate its floor is put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A way that is below its floor."""

    way: str
    rate: float
    floor: float


def _ways(summary: Summary) -> dict[str, WayFigures]:
    found = {f"{NAME}: {way.way}": way for way in summary.ways}
    for channel, ways in summary.channels.items():
        if channel != "row":
            found |= {f"{channel}: {way.way}": way for way in ways}
    return {key: way for key, way in found.items() if way.found.trials}


def floors_of(results: Results) -> dict[str, Any]:
    """Floors a little below the rates of today, and the most ordinary names that may alarm."""
    summary = summarised(results)
    return {
        "form": FORM,
        "made_with": {key: results.facts[key] for key in _MADE_WITH},
        "found": {
            key: max(0.0, floor((way.found.rate - MARGIN) * 100) / 100)
            for key, way in _ways(summary).items()
        },
        "alarms": round(summary.alarms_manipulated.rate + MARGIN, 3),
    }


_MADE_WITH = ("sample", "seed", "per_way", "per_set", "editions")


def below(results: Results, floors: Mapping[str, Any]) -> list[Below]:
    """The ways that find less than their floors, and the alarms where there are too many.

    Raises:
        UsageError: the floors were made with another sample: they say nothing of this one.
    """
    made = json.loads(json.dumps({key: results.facts[key] for key in _MADE_WITH}))
    if made != floors["made_with"]:
        differ = [key for key in _MADE_WITH if made[key] != floors["made_with"].get(key)]
        raise UsageError(
            f"the floors were made with another {' and '.join(differ)}. Give the same options on "
            "the same lists, or rewrite them: --write-floors FILE"
        )
    summary = summarised(results)
    ways = _ways(summary)
    found = [
        Below(way=key, rate=ways[key].found.rate if key in ways else 0.0, floor=least)
        for key, least in floors["found"].items()
        if key not in ways or ways[key].found.rate < least
    ]
    alarms = summary.alarms_manipulated.rate
    if alarms > floors["alarms"]:
        found.append(Below(way="ordinary names with a hit", rate=alarms, floor=floors["alarms"]))
    return found


def read(path: Path) -> dict[str, Any]:
    """Read a file of floors.

    Raises:
        UsageError: it is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a file of floors ({error})") from error
    if not isinstance(data, dict) or data.get("form") != FORM:
        raise UsageError(
            f"{path}: not a file of floors. Make one: namewarden assess --write-floors FILE"
        )
    return data


def write(results: Results, path: Path) -> None:
    """Write floors a little below the rates of today."""
    text = json.dumps(floors_of(results), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
