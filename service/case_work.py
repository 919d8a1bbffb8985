"""What API and pages do with cases: the use cases of ``screening.cases.cases``, by who may."""

from functools import partial

from records import AlertState, Case
from screening.cases import cases
from service.access.principal import Principal
from service.desk_work import may_approve
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
