"""Which counterparties a change can affect: the others' answers are what they were."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from matcher import fingerprint
from records import Screening, Settings
from screening.engine import ENGINE, Engine
from store import counterparties, screenings


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """What a run has to look at."""

    numbers: Sequence[int] | None
    """Counterparties by their numbers, rising; None for all of them."""
    removed: Sequence[int] = ()
    """Counterparties that are not monitored any more, so that nothing is found of them."""
    why_full: str | None = None
    """Why all have to be looked at."""


def affected(
    engine: Engine, view: sa.Connection | None, settings: Settings, *, full: bool
) -> Affected:
    """Find what has to be looked at to come to what a full run would come to.

    Args:
        engine: the list editions to screen against.
        view: the counterparties and the runs so far.
        settings: of this run.
        full: whether a full run is wanted anyway.
    """
    last = screenings.last_run(view)
    if view is None or last is None:
        return Affected(numbers=None, why_full="there was no run before")
    if full:
        return Affected(numbers=None)
    why = _other_ways(screenings.get(view, last[0]), settings)
    if why:
        return Affected(numbers=None, why_full=why)
    if screenings.get(view, last[0]).screened_against != engine.screened_against:
        return Affected(numbers=None, why_full="the lists changed")
    changed, removed = counterparties.changed_since(view, last[1])
    return Affected(numbers=changed, removed=removed)


def way() -> str:
    """How this program answers: programs of one way give the same answers."""
    return f"{ENGINE} {fingerprint()[:12]}"


def _other_ways(before: Screening, settings: Settings) -> str | None:
    """Why answers would differ although neither lists nor counterparties changed."""
    if before.engine != way():
        return "the program changed"
    return None if before.settings == settings else "the settings changed"
