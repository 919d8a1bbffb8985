"""A case as one row of the queue: names and words, no codes."""

from typing import Any

from records import UNDECIDED, Case
from screening.cases.due import age
from service.pages.language import country
from store.policy import DeskPolicy


def case_row(case: Case, person: str, rules: DeskPolicy) -> dict[str, Any]:
    """What a row shows of a case.

    Args:
        case: the case.
        person: who looks.
        rules: the team's, which say what is overdue.
    """
    waiting = [one for one in case.alerts if one.state in UNDECIDED] or list(case.alerts)
    best = max(waiting, key=lambda one: one.score)
    party = case.counterparty
    waits = any(one.state in UNDECIDED for one in case.alerts)
    return {
        "id": case.id,
        "version": case.version,
        "state": case.state.value,
        "name": party.query.name,
        "own_id": party.id,
        "countries": ", ".join(map(country, party.query.countries)),
        "score": case.score,
        "decision": best.hit["decision"],
        "listed": best.hit["caption"],
        "matched": best.hit["matched_name"],
        "parties": len(case.parties),
        "lists": sorted({one.list for one in waiting}),
        "news": sorted({one.why for one in case.news}),
        "age": age(case.waits_since, rules) if waits else None,
        "since": case.waits_since,
        "assignees": ["me" if one == person else one for one in case.assignees],
        "proposed": sorted({one.proposed.value for one in case.alerts if one.proposed}),
    }
