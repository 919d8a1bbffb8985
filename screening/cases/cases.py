"""Cases: a counterparty with all its alerts, read and decided by party.

A decision on a party is a decision on each of its alerts that waits; alerts, their ids and their
histories stay. What is found later is not covered by it: a new hit opens the case again.
"""

import json
from collections.abc import Sequence

from records import (
    UNDECIDED,
    AlertState,
    Case,
    CaseHistory,
    CaseState,
    ConflictError,
    UsageError,
    alert_id,
    case_id,
)
from records.account_names import look
from screening.cases.alerts import number_of
from screening.cases.decisions import Decision, decision
from store import alerts, audit, cases
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE


def case_queue(home: Home, chosen: cases.CaseFilter) -> tuple[list[Case], dict[CaseState, int]]:
    """The cases that match, in their order, and how many match in each state.

    The counts leave the filter's own ``states`` out of account, so that they can stand beside the
    tabs of all states.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        return ([], {}) if view is None else cases.queue(view, chosen)


def case_history(home: Home, written: str) -> CaseHistory:
    """A case with all that happened in it.

    Raises:
        UsageError: there is none.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        return cases.history(view, number_of(written, "C"))


def decide_case(
    home: Home,
    written: str,
    *,
    party: str | None,
    state: AlertState,
    reason: str,
    author: str,
    seen: int,
    expires: str | None = None,
) -> Case:
    """Decide all alerts of a case that wait, or those of one party: all of them, or none.

    Args:
        home: where it is kept.
        written: the case's id.
        party: the id of a party of the case; None for every party.
        state: true match, false positive or escalated.
        reason: in the author's words; never empty.
        author: who decides.
        seen: the version of the case that the author looked at.
        expires: ISO 8601 date until which a false positive holds; None for the rule in force.

    Returns:
        The case as it is now.

    Raises:
        UsageError: there is no such case, party or decision, or the reason is missing.
        ConflictError: the case has changed, or nothing in it waits for this author; nothing was
            done.
    """
    number, wanted = number_of(written, "C"), decision(state, reason, author, expires)
    with Database.of(home).writing() as connection:
        rows = cases.rows_of(connection, number)
        _check_seen(number, rows, seen)
        chosen = _waiting(number, _of_party(number, rows, party), wanted)
        for row in chosen:
            wanted.take(connection, row)
        audit.append(
            connection,
            author=wanted.author,
            action="decide-case",
            subject=case_id(number),
            party=party,
            state=state.value,
            reason=reason,
            alerts=[alert_id(row["number"]) for row in chosen],
            version=seen,
        )
        return cases.get(connection, number)


def _check_seen(number: int, rows: Sequence[alerts.Row], seen: int) -> None:
    version = sum(row["version"] for row in rows)
    if version != seen:
        raise ConflictError(
            f"{case_id(number)}: changed since you looked (version {version}, you saw {seen}). "
            "Nothing was done. Look at it again"
        )


def _of_party(number: int, rows: Sequence[alerts.Row], party: str | None) -> list[alerts.Row]:
    if party is None:
        return list(rows)
    found = [row for row in rows if cases.party_of(json.loads(row["hit"]))[0] == party]
    if not found:
        raise UsageError(f"{case_id(number)} has no alert on the party {party!r}. Nothing was done")
    return found


def _waiting(number: int, rows: Sequence[alerts.Row], wanted: Decision) -> list[alerts.Row]:
    """What can be decided by this author: not what waits for the second person after them."""
    undecided = [row for row in rows if AlertState(row["state"]) in UNDECIDED]
    found = [row for row in undecided if look(row["proposed_by"] or "") != look(wanted.author)]
    if undecided and not found:
        raise ConflictError(
            f"{case_id(number)}: {wanted.author} has already decided this; a second person has to "
            "agree. Nothing was done"
        )
    if not found:
        raise ConflictError(f"{case_id(number)}: everything is decided already. Nothing was done")
    return found
