"""One alert beside the listed entry, and what can be done with it."""

from functools import partial
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Path, Request
from starlette.responses import RedirectResponse, Response

from records import DECISIONS, AlertState, ConflictError, NamewardenError, UsageError
from screening.answers.desk_json import history_resource
from screening.cases import alerts, decisions, rules
from screening.catalogue.inventory import show
from screening.report.shapes import ENTRIES
from service.access.principal import ALERTS, APPROVE, DECIDE, Principal
from service.api.needs import Service
from service.desk_work import Choice, decide
from service.pages.render import genuine, page, person
from service.state import ServiceState
from store.alerts import AlertFilter

router = APIRouter(include_in_schema=False, prefix="/alerts")
Reader = Annotated[Principal, Depends(person(ALERTS))]
Decider = Annotated[Principal, Depends(person(DECIDE))]
AlertId = Annotated[str, Path(pattern=r"^[Aa]\d{1,18}$")]
Words = Annotated[str, Form(max_length=4000)]


@router.get("/next")
async def next_alert(service: Service, principal: Reader, after: str = "") -> Response:
    """Go to the next alert that waits and nobody else holds, after one or from the top."""
    wanted = AlertFilter(states=(AlertState.OPEN,), limit=200)
    waiting = [
        each.id
        for each in await service.run_blocking(partial(alerts.list_alerts, service.home, wanted))
        if each.assignee in (None, principal.name) or each.id == after
    ]
    place = waiting.index(after) + 1 if after in waiting else 0
    target = f"/alerts/{waiting[place]}" if place < len(waiting) else "/alerts"
    return RedirectResponse(target, 303)


@router.get("/{alert}")
async def alert_page(
    request: Request, alert: AlertId, service: Service, principal: Reader
) -> Response:
    """The alert, whole."""
    return await _shown(request, service, principal, alert)


async def _shown(
    request: Request,
    service: ServiceState,
    principal: Principal,
    alert: str,
    error: NamewardenError | None = None,
    said: str = "",
) -> Response:
    history = await service.run_blocking(partial(alerts.alert_history, service.home, alert))
    found = history.alert
    may = DECIDE in principal.scopes
    if found.state is AlertState.PENDING:
        may = may and APPROVE in principal.scopes and found.proposed_by != principal.name
    return page(
        request,
        "alert.html",
        principal,
        status=409 if isinstance(error, ConflictError) else 422 if error else 200,
        alert=history_resource(history),
        entry=await service.run_blocking(partial(_entry, service, found.entity_id)),
        rules=await service.run_blocking(partial(rules.rules, service.home)),
        decisions=[each.value for each in DECISIONS],
        may_decide=may,
        may_comment=DECIDE in principal.scopes,
        wrong=str(error) if error else None,
        said=said,
    )


def _entry(service: ServiceState, entity_id: str) -> dict[str, Any] | None:
    """The listed entry as it is now; None when no list in use has it any more."""
    try:
        return ENTRIES.as_json(show(service.home, entity_id))
    except NamewardenError:
        return None


@router.post("/{alert}/decide")
async def decide_alert(
    request: Request,
    alert: AlertId,
    service: Service,
    principal: Decider,
    state: Annotated[AlertState, Form()],
    seen: Annotated[int, Form()],
    reason: Words = "",
    expires: Annotated[str, Form(max_length=30)] = "",
) -> Response:
    """Decide, and go to the next."""
    await genuine(request, principal)
    choice = Choice(state=state, reason=reason, seen=seen, expires=expires or None)
    try:
        await decide(service, principal, alert, choice)
    except (ConflictError, UsageError) as error:
        return await _shown(request, service, principal, alert, error, reason)
    return RedirectResponse(f"/alerts/next?after={quote(alert)}", 303)


@router.post("/{alert}/{action}")
async def work_on_alert(
    request: Request,
    alert: AlertId,
    action: Annotated[str, Path(pattern="^(assign|comment|reopen)$")],
    service: Service,
    principal: Decider,
    text: Words = "",
) -> Response:
    """Assign to oneself or back, comment, or take a decision back."""
    await genuine(request, principal)
    work = {
        "assign": partial(
            decisions.assign, service.home, [alert], to=text or None, author=principal.name
        ),
        "comment": partial(
            decisions.comment, service.home, [alert], text=text, author=principal.name
        ),
        "reopen": partial(
            decisions.reopen, service.home, [alert], reason=text, author=principal.name
        ),
    }
    try:
        await service.run_blocking(work[action])
    except (ConflictError, UsageError) as error:
        return await _shown(request, service, principal, alert, error, text)
    return RedirectResponse(f"/alerts/{quote(alert)}", 303)
