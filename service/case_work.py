"""What API and pages do with cases: the use cases of ``screening.cases.cases``, by who may."""

from functools import partial
from typing import Any

from records import AlertState, Case, CaseHistory
from records.as_json import to_json
from screening.cases import cases
from service.access.principal import Principal
from service.desk_work import alert_json, may_approve
from service.state import ServiceState


async def decide(
    service: ServiceState,
    principal: Principal,
    case: str,
    *,
    party: str | None,
    state: AlertState,
    reason: str,
    seen: int,
    expires: str | None = None,
) -> Case:
    """Decide a case or one of its parties.

    Raises:
        HTTPException: 403, what another decided would be approved by somebody who may not.
        ConflictError, UsageError: see ``screening.cases.cases.decide_case``.
    """
    before = await service.run_blocking(partial(cases.case_history, service.home, case))
    waits = (
        alert
        for each in before.case.parties
        if party in (None, each.id)
        for alert in each.alerts
        if alert.state is AlertState.PENDING and alert.proposed_by != principal.name
    )
    if any(waits):
        may_approve(principal)
    work = partial(
        cases.decide_case,
        service.home,
        case,
        party=party,
        state=state,
        reason=reason,
        author=principal.name,
        seen=seen,
        expires=expires,
    )
    return await service.run_blocking(work)


def case_json(case: Case) -> dict[str, Any]:
    """A case for programs."""
    return {
        "id": case.id,
        "state": case.state.value,
        "version": case.version,
        "score": case.score,
        "counterparty": {"id": case.counterparty.id, **to_json(case.counterparty.query)},
        "assignees": sorted({alert.assignee for alert in case.alerts if alert.assignee}),
        "opened_at": min(alert.opened_at for alert in case.alerts),
        "changed_at": max(alert.changed_at for alert in case.alerts),
        "news": [
            {"alert": one.alert, "entity_id": one.entity_id, "why": one.why} for one in case.news
        ],
        "parties": [
            {
                "id": party.id,
                "members": list(party.members),
                "alerts": [alert_json(alert) for alert in party.alerts],
            }
            for party in case.parties
        ],
    }


def case_history_json(history: CaseHistory) -> dict[str, Any]:
    """A case with all that happened in it, oldest first; each with its alert's id."""
    return {
        **case_json(history.case),
        "findings": [{"alert": alert, **to_json(each)} for alert, each in history.findings],
        "dispositions": [{"alert": alert, **to_json(each)} for alert, each in history.dispositions],
    }
