"""Alerts, read: which there are, how many, and what happened to one."""

import re
from collections.abc import Sequence

from lists import source
from records import (
    UNDECIDED,
    Alert,
    AlertState,
    History,
    UsageError,
)
from store import alerts, counterparties
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE
from store.times import days_ago


def number_of(written: str, letter: str) -> int:
    """The number in an id as people write it: ``A12``, ``a12`` or ``12``.

    Raises:
        UsageError: it is none.
    """
    found = re.fullmatch(rf"{letter}?(\d{{1,18}})", written.strip(), re.IGNORECASE)
    if found is None:
        raise UsageError(f"{written!r} is not an id; expected one like {letter}12")
    return int(found[1])


def states_of(names: Sequence[str] | None) -> tuple[AlertState, ...]:
    """States by their names, with - or _ between words; by default those that wait for somebody.

    Raises:
        UsageError: there is no such state.
    """
    if names is None:
        return UNDECIDED
    if "all" in names:
        return ()
    try:
        return tuple(AlertState(name.replace("-", "_")) for name in names)
    except ValueError as error:
        known = ", ".join(state.value.replace("_", "-") for state in AlertState)
        wrong = next(name for name in names if name.replace("-", "_") not in set(AlertState))
        raise UsageError(f"unknown state {wrong!r}; expected one of: {known}, all") from error


def alert_filter(
    *,
    states: tuple[AlertState, ...],
    lists: Sequence[str] | None = None,
    assignee: str | None = None,
    counterparty: str | None = None,
    entity_id: str | None = None,
    least_score: float = 0.0,
    older: float | None = None,
    newer: float | None = None,
    most: int | None = None,
) -> alerts.AlertFilter:
    """Which alerts to list; ``older`` and ``newer`` are days since they were opened.

    Raises:
        UnknownListError: there is no such list: its alerts would read as an empty queue.
    """
    if entity_id is not None:
        source(entity_id.partition(":")[0])
    return alerts.AlertFilter(
        states=states,
        lists=tuple(source(name).name for name in lists or ()),
        assignee=assignee,
        counterparty=counterparty,
        entity_id=entity_id,
        least_score=least_score,
        opened_before=None if older is None else days_ago(older),
        opened_after=None if newer is None else days_ago(newer),
        limit=most,
    )


def list_alerts(home: Home, chosen: alerts.AlertFilter) -> list[Alert]:
    """The alerts that are chosen, the highest scores first."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return [] if view is None else list(alerts.listed(view, chosen))


def count_alerts(home: Home, chosen: alerts.AlertFilter) -> dict[AlertState, int]:
    """How many of the chosen alerts there are in each state."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return {} if view is None else alerts.counted(view, chosen)


def alert_history(home: Home, written: str) -> History:
    """An alert with all that happened to it.

    Raises:
        UsageError: there is none.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        return alerts.history(view, number_of(written, "A"))


def check_party(home: Home, counterparty: str | None) -> None:
    """Refuse a counterparty that was never monitored: a slip would read as an empty queue.

    Raises:
        UsageError: there is none with this id.
    """
    if counterparty is None:
        return
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None or not counterparties.was_there(view, counterparty):
            raise UsageError(f"{counterparty!r} was never monitored. See: namewarden monitor list")
