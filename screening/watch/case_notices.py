"""Notices of the cases' work: one opens, one is overdue, one is decided.

What happened is read from where it stands (the runs' findings, the audit log, how long cases have
waited), from a mark on that moves when a notice got through. So a notice that did not is made
again the next time, with the same id, and nothing that happens waits for a mail server.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records import AlertState, Case, CaseState, NoticeError, canonical, digest
from screening.cases.alerts import number_of
from screening.cases.due import due_before
from screening.watch.notices import Channels, Notice, deliver
from store import cases, notices, policy
from store.database import Database
from store.home import Home
from store.notices import Mark
from store.schema import WORKPLACE_SINCE

MOST = 200
"""Cases that one notice names; the desk has all."""
_DECIDING = ("decide", "propose", "approve", "reject")
_REOPENING = ("reopen", "take-back")
OPENED, OVERDUE, DECIDED = "cases.opened", "cases.overdue", "cases.decided"
_WORDS = {OPENED: "opened", OVERDUE: "overdue", DECIDED: "decided"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How cases are told of."""

    channels: Channels
    names: bool = False
    """Whether customers and listed parties are named; else cases by their ids alone."""
    desk: str | None = None
    """The address of the desk, for links: ``https://desk.example``."""


def tell(home: Home, wanted: Wanted, notify: Callable[[str], None]) -> int:
    """Tell of what has happened since the last time, by each channel for itself; the first time
    begins with what comes.

    Returns:
        How many notices were sent.

    Raises:
        NoticeError: one did not get through; it is sent again the next time.
        StoreError: the home cannot be read or written.
    """
    sent, failures = 0, []
    for channel, alone in wanted.channels.each():
        try:
            sent += _tell(home, channel, replace(wanted, channels=alone), notify)
        except NoticeError as error:
            failures.append(str(error))
    if failures:
        raise NoticeError(f"{'; '.join(failures)}. What was to be told is told the next time")
    return sent


def _tell(home: Home, channel: str, wanted: Wanted, notify: Callable[[str], None]) -> int:
    database = Database.of(home)
    database.bring_up_to_date()
    with database.reading(WORKPLACE_SINCE) as view:
        if view is None:
            return 0
        since, until = notices.mark(view, channel), notices.newest(view)
        made = [] if since is None else _notices(view, since, until, wanted)
    for notice in made:
        deliver(wanted.channels, notice, notify)
    if since is None or made or _moved(since, until):
        with database.writing() as connection:
            notices.set_mark(connection, channel, until)
    return len(made)


def _moved(since: Mark, until: Mark) -> bool:
    """Whether anything happened that was no news: the mark moves, once a minute at most."""
    return (since.audit, since.finding) != (until.audit, until.finding) or (
        since.at[:16] != until.at[:16]
    )


def _notices(view: sa.Connection, since: Mark, until: Mark, wanted: Wanted) -> list[Notice]:
    numbers = {
        OPENED: _opened(view, since, until),
        OVERDUE: _overdue(view, since, until),
        DECIDED: _touched(view, since, until, _DECIDING),
    }
    found = {event: _still(view, event, some) for event, some in numbers.items()}
    return [_notice(event, some, since, until, wanted) for event, some in found.items() if some]


def _opened(view: sa.Connection, since: Mark, until: Mark) -> set[int]:
    return notices.opened(view, since, until) | _touched(view, since, until, _REOPENING)


def _touched(view: sa.Connection, since: Mark, until: Mark, actions: tuple[str, ...]) -> set[int]:
    records = notices.done(view, since, until, actions)
    named = {number_of(one.subject, "A") for one in records if one.subject[:1] == "A"}
    return set(notices.cases_of(view, named).values())


def _overdue(view: sa.Connection, since: Mark, until: Mark) -> set[int]:
    days = policy.read(view).due_days
    before, now = (due_before(datetime.fromisoformat(mark.at), days) for mark in (since, until))
    return notices.waiting_since(view, before, now)


def _still(view: sa.Connection, event: str, numbers: Iterable[int]) -> list[Case]:
    """The cases of which it still holds, the most urgent first."""
    found = cases.several(view, numbers)
    held = [one for one in found if event == DECIDED or one.state is not CaseState.CLOSED]
    return sorted(held, key=lambda one: (-one.score, one.number))


def _notice(event: str, found: list[Case], since: Mark, until: Mark, wanted: Wanted) -> Notice:
    told = [_case(one, wanted) for one in found[:MOST]]
    count = f"{len(found):,} {'case' if len(found) == 1 else 'cases'}"
    more = [f"… and {len(found) - MOST:,} more"] if len(found) > MOST else []
    facts = {
        "event": event,
        "since": since.at,
        "count": len(found),
        "complete": len(found) <= MOST,
        "cases": told,
    }
    return Notice(
        subject=f"Sanctions screening: {count} {_WORDS[event]}",
        text="\n".join([*map(_line, told), *more, ""]),
        json={**facts, "until": until.at},
        # Made again after a failure it has the id of before, unless more has come to it.
        id=digest(canonical(facts))[:32],
    )


def _case(case: Case, wanted: Wanted) -> dict[str, Any]:
    decided = {
        one.state.value
        for one in case.alerts
        if one.state in (AlertState.TRUE_MATCH, AlertState.FALSE_POSITIVE)
    }
    named = (
        {
            "customer": case.counterparty.query.name,
            "customer_id": case.counterparty.id,
            "listed": sorted({str(one.hit["caption"]) for one in case.alerts}),
        }
        if wanted.names
        else {}
    )
    return {
        "case": case.id,
        "state": case.state.value,
        "decisions": sorted(decided),
        "score": round(case.score, 4),
        "lists": sorted({one.list for one in case.alerts}),
        "waits_since": None if case.state is CaseState.CLOSED else case.waits_since,
        "held_by": list(case.assignees),
        "link": f"{wanted.desk.rstrip('/')}/cases/{case.id}" if wanted.desk else None,
        **named,
    }


def _line(told: dict[str, Any]) -> str:
    said = [told["case"], told["state"], f"{told['score']:.2f}", ", ".join(told["lists"])]
    if told["decisions"]:
        said.append(", ".join(told["decisions"]).replace("_", " "))
    if told["waits_since"]:
        said.append(f"waits since {told['waits_since']}")
    if told["held_by"]:
        said.append(f"held by {', '.join(told['held_by'])}")
    if "customer" in told:
        said += [f"{told['customer']} ({told['customer_id']})", "; ".join(told["listed"])]
    return "  ".join([*said, *([told["link"]] if told["link"] else [])])
