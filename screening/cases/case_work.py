"""What people do to cases beside deciding: hold, comment, open again, and take a decision back.

Each is one transaction over the alerts of a case. ``claim`` gives a person the first case that
nobody else holds: of two who ask at once, each gets another one.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from records import (
    UNDECIDED,
    AlertState,
    Case,
    ConflictError,
    Disposition,
    case_id,
)
from records.account_names import look
from screening.cases.alerts import number_of
from screening.cases.changes import change_alert, known_author, need_reason
from screening.cases.decisions import assign_one, comment_one, reopen_one
from screening.cases.teams import holder
from store import alerts, cases
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE
from store.times import time_text

UNDO_SECONDS = 60
"""So long a person may take back what they decided."""


def order(home: Home, chosen: cases.CaseFilter) -> Sequence[int]:
    """The numbers of the chosen cases in their order, all of them."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return () if view is None else cases.numbers(view, chosen)


def claim(
    home: Home,
    candidates: Iterable[int],
    *,
    person: str,
    may_approve: bool,
    teams: Sequence[str] = (),
) -> str | None:
    """Give a person the first case in which there is something for them to do.

    Args:
        home: where they are kept.
        candidates: numbers of cases, in the order in which they are to be worked through.
        person: who asks.
        may_approve: whether they may agree to what another decided.
        teams: theirs, whose cases are free for them.

    Returns:
        The case's id; None where none is left.
    """
    with Database.of(home).writing() as connection:
        for number in candidates:
            waiting = _undecided(cases.rows_of(connection, number))
            free = _is_free(waiting, (person, *teams))
            if not free or not _has_work(waiting, person, may_approve):
                continue
            for row in waiting:
                if row["assignee"] != person:
                    assign_one(connection, row, person, person)
            return case_id(number)
    return None


def _is_free(waiting: Sequence[alerts.Row], holders: Sequence[str]) -> bool:
    return all(row["assignee"] in (None, *holders) for row in waiting)


def _has_work(waiting: Sequence[alerts.Row], person: str, may_approve: bool) -> bool:
    return any(
        row["state"] != AlertState.PENDING.value
        or (may_approve and look(row["proposed_by"]) != look(person))
        for row in waiting
    )


def _undecided(rows: Iterable[alerts.Row]) -> list[alerts.Row]:
    return [row for row in rows if AlertState(row["state"]) in UNDECIDED]


def assign_case(home: Home, written: str, *, to: str | None, author: str) -> Case:
    """Give what waits in a case to a person or a team; None takes it back.

    Raises:
        UsageError: there is no such case, person or team.
        ConflictError: nothing in it waits.
    """
    by = known_author(author)

    def assign(connection: sa.Connection, row: alerts.Row) -> None:
        whom = None if to is None else holder(connection, to)
        assign_one(connection, row, whom, by)

    return _each(home, written, _undecided, "nothing in it waits", assign)


def comment_case(home: Home, written: str, *, text: str, author: str) -> Case:
    """Write something down about a case, without deciding.

    Raises:
        UsageError: there is no such case, or no text.
    """
    need_reason(text)
    by = known_author(author)
    return _each(
        home, written, list, "it has no alert", lambda c, row: comment_one(c, row, text, by)
    )


def reopen_case(home: Home, written: str, *, reason: str, author: str) -> Case:
    """Take the decisions in a case back: what was decided in it is open again.

    Raises:
        UsageError: there is no such case, or no reason.
        ConflictError: nothing in it is decided.
    """
    need_reason(reason)
    by = known_author(author)
    return _each(
        home,
        written,
        _decided,
        "nothing in it is decided",
        lambda c, row: reopen_one(c, row, reason, by),
    )


def _decided(rows: Iterable[alerts.Row]) -> list[alerts.Row]:
    return [row for row in rows if AlertState(row["state"]) not in UNDECIDED]


def _each(
    home: Home,
    written: str,
    choose: Callable[[Iterable[alerts.Row]], list[alerts.Row]],
    otherwise: str,
    change: alerts.Change,
) -> Case:
    """Change some alerts of a case in one transaction."""
    number = number_of(written, "C")
    with Database.of(home).writing() as connection:
        chosen = choose(cases.rows_of(connection, number))
        if not chosen:
            raise ConflictError(f"{case_id(number)}: {otherwise}. Nothing was done")
        for row in chosen:
            change(connection, row)
        return cases.get(connection, number)


def take_back(home: Home, written: str, *, author: str) -> Case:
    """Undo what the author decided in a case within the last minute, as if it had not been.

    It stays in the histories and in the audit log, as what was taken back.

    Raises:
        UsageError: there is no such case.
        ConflictError: the author has decided nothing in it within the last minute, or somebody
            has done something to it since; nothing was done.
    """
    number, by = number_of(written, "C"), known_author(author)
    with Database.of(home).writing() as connection:
        found = _last_decided(connection, number, by)
        if not found:
            raise ConflictError(
                f"{case_id(number)}: nothing that {by} decided here can be taken back: that goes "
                f"for {UNDO_SECONDS} seconds, while nobody has done anything else to it. Nothing "
                "was done. To open it again, give a reason"
            )
        for row, before in found:
            values = _as_before(before)
            change_alert(
                connection,
                row,
                values,
                author=by,
                action=cases.TAKE_BACK,
                state=AlertState(values["state"]),
                reason="taken back within a minute",
                expires_at=values["expires_at"],
            )
        return cases.get(connection, number)


def may_take_back(home: Home, written: str, author: str) -> bool:
    """Whether the author decided something in a case that can be taken back yet."""
    with Database.of(home).reading(DESK_SINCE) as view:
        return view is not None and bool(_last_decided(view, number_of(written, "C"), author))


def _last_decided(
    connection: sa.Connection, number: int, author: str
) -> list[tuple[alerts.Row, list[Disposition]]]:
    """The alerts whose last decision is the author's and fresh, with what stood before it."""
    since = time_text(datetime.now(UTC) - timedelta(seconds=UNDO_SECONDS))
    found = []
    for row in cases.rows_of(connection, number):
        done = alerts.history(connection, row["number"]).dispositions
        stands = cases.standing(done)
        if (
            stands
            and done[-1] is stands[-1]
            and stands[-1].action != "reopen"
            and stands[-1].at >= since
            and look(stands[-1].author) == look(author)
        ):
            found.append((row, stands[:-1]))
    return found


def _as_before(stands: Sequence[Disposition]) -> dict[str, Any]:
    """What an alert is after some decisions, the last of which counts."""
    nothing = {"state": AlertState.OPEN.value, "proposed": None, "proposed_by": None}
    if not stands or stands[-1].action == "reopen":
        return {**nothing, "expires_at": None}
    last = stands[-1]
    if last.action in ("propose", "reject"):
        return {
            "state": AlertState.PENDING.value,
            "proposed": last.state.value,
            "proposed_by": last.author,
            "expires_at": last.expires_at,
        }
    return {**nothing, "state": last.state.value, "expires_at": last.expires_at}
