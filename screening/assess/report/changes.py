"""A comparison of two assessments for a person, and as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from screening.assess.compare import FALSE_GONE, FALSE_NEW, GONE, NEW, Change, SideBySide
from screening.assess.outcomes import Outcome
from screening.assess.report.words import editions, rounded_down

SHOWN = 40
"""Changes that are printed one by one; JSON has all."""


def print_changes(found: SideBySide, console: Console) -> None:
    """Print the ways that changed, and the changes."""
    for label, results in (("before", found.before), ("after", found.after)):
        facts = results.facts
        console.print(f"{label}: {facts['engine']}, threshold {results.threshold:.2f}, "
                      f"{'; '.join(editions(facts))}", soft_wrap=True)  # fmt: skip
    counts = {what: sum(c.what == what for c in found.changes) for what in _WHAT}
    console.print(f"\n{found.trials:,} trials on both sides "
                  f"({found.only_before:,} before only, {found.only_after:,} after only): "
                  f"{counts[GONE]:,} hits gone, {counts[NEW]:,} new, {counts[FALSE_NEW]:,} false "
                  f"alarms new, {counts[FALSE_GONE]:,} gone.\n")  # fmt: skip
    table = Table("way", "found", "gone", "new", "ordinary alarming", box=None)
    for way in found.ways:
        table.add_row(
            way.way if way.channel == "name" else f"{way.way} (as a {way.channel})",
            f"{way.before} to {way.after} of {way.trials}",
            str(way.gone),
            str(way.new),
            f"{way.alarms_before} to {way.alarms_after} of {way.ordinary}",
        )
    console.print(table)
    for change in found.changes[:SHOWN]:
        console.print(f"\n{change.what}: {_about(change)}", soft_wrap=True, markup=False)
    if len(found.changes) > SHOWN:
        console.print(f"\n… and {len(found.changes) - SHOWN:,} more: --format json")


_WHAT = (GONE, NEW, FALSE_GONE, FALSE_NEW)


def _about(change: Change) -> str:
    trial = change.before.trial
    named = f"{trial.record.name} ({trial.record.entity_id})" if trial.record.listed else "ordinary"
    return (
        f"[{trial.way}] {trial.written!r}, {named}\n"
        f"  before {_score(change.before)}\n  after  {_score(change.after)}"
    )


def _score(one: Outcome) -> str:
    met = one.matched_name or one.first_name
    return f"{rounded_down(one.score)} with {met!r}: {one.reason}" if met else "nothing"


def as_json(found: SideBySide) -> dict[str, Any]:
    """All of it as JSON values."""
    return {
        "before": {**found.before.facts},
        "after": {**found.after.facts},
        "trials": found.trials,
        "only_before": found.only_before,
        "only_after": found.only_after,
        "ways": [asdict(way) for way in found.ways],
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> Mapping[str, Any]:
    trial = change.before.trial
    return {
        "what": change.what,
        "channel": trial.channel,
        "way": trial.way,
        "entity_id": trial.record.entity_id,
        "name": trial.record.name,
        "written": trial.written,
        "before": _side(change.before),
        "after": _side(change.after),
    }


def _side(one: Outcome) -> dict[str, Any]:
    return {
        "score": one.score,
        "rank": one.rank,
        "matched_name": one.matched_name or one.first_name,
        "reason": one.reason,
    }
