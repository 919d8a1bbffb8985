"""One alert beside the listed entry, and what can be done with it."""

from functools import partial
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Path, Request
from starlette.responses import RedirectResponse, Response

from records import DECISIONS, AlertState, ConflictError, NamewardenError, UsageError
from screening.cases import alerts as desk
from screening.catalogue.inventory import show
from screening.engine.freshness import standing
from screening.engine.list_warnings import in_lines
from screening.report.shapes import ENTRIES
from service.access.principal import ALERTS, APPROVE, DECIDE, Principal
from service.api.needs import running
from service.desk_work import Choice, decide, history_json
from service.pages.render import genuine, page, person
from service.running import Running
from store.alerts import Wanted

router = APIRouter(include_in_schema=False, prefix="/alerts")
Here = Annotated[Running, Depends(running)]
Reader = Annotated[Principal, Depends(person(ALERTS))]
Decider = Annotated[Principal, Depends(person(DECIDE))]
AlertId = Annotated[str, Path(pattern=r"^[Aa]\d{1,18}$")]
Words = Annotated[str, Form(max_length=4000)]


@router.get("/next", dependencies=[Depends(person(ALERTS))])
async def next_alert(here: Here, after: str = "") -> Response:
    """Go to the next alert that waits, after one or from the top."""
    wanted = Wanted(states=(AlertState.OPEN,), limit=200)
    waiting = [each.id for each in await here.slow(partial(desk.list_alerts, here.home, wanted))]
    place = waiting.index(after) + 1 if after in waiting else 0
    target = f"/alerts/{waiting[place]}" if place < len(waiting) else "/alerts"
    return RedirectResponse(target, 303)


@router.get("/{alert}")
async def alert_page(request: Request, alert: AlertId, here: Here, who: Reader) -> Response:
    """The alert, whole."""
    return await _shown(request, here, who, alert)


async def _shown(
    request: Request,
    here: Running,
    who: Principal,
    alert: str,
    error: NamewardenError | None = None,
    said: str = "",
) -> Response:
    history = await here.slow(partial(desk.alert_history, here.home, alert))
    found = history.alert
    may = DECIDE in who.scopes
    if found.state is AlertState.PENDING:
        may = may and APPROVE in who.scopes and found.proposed_by != who.name
    return page(
        request,
        "alert.html",
        who,
        status=409 if isinstance(error, ConflictError) else 422 if error else 200,
        alert=history_json(history),
        entry=await here.slow(partial(_entry, here, found.entity_id)),
        warnings=in_lines(await here.slow(partial(standing, here.home))),
        rules=await here.slow(partial(desk.rules, here.home)),
        decisions=[each.value for each in DECISIONS],
        may_decide=may,
        may_comment=DECIDE in who.scopes,
        wrong=str(error) if error else None,
        said=said,
    )


def _entry(here: Running, entity_id: str) -> dict[str, Any] | None:
    """The listed entry as it is now; None when no list in use has it any more."""
    try:
        return ENTRIES.as_json(show(here.home, entity_id))
    except NamewardenError:
        return None


@router.post("/{alert}/decide")
async def decide_alert(
    request: Request,
    alert: AlertId,
    here: Here,
    who: Decider,
    state: Annotated[AlertState, Form()],
    seen: Annotated[int, Form()],
    reason: Words = "",
    expires: Annotated[str, Form(max_length=30)] = "",
) -> Response:
    """Decide, and go to the next."""
    await genuine(request, who)
    choice = Choice(state=state, reason=reason, seen=seen, expires=expires or None)
    try:
        await decide(here, who, alert, choice)
    except (ConflictError, UsageError) as error:
        return await _shown(request, here, who, alert, error, reason)
    return RedirectResponse(f"/alerts/next?after={quote(alert)}", 303)


@router.post("/{alert}/{action}")
async def work_on_alert(
    request: Request,
    alert: AlertId,
    action: Annotated[str, Path(pattern="^(assign|comment|reopen)$")],
    here: Here,
    who: Decider,
    text: Words = "",
) -> Response:
    """Assign to oneself or back, comment, or take a decision back."""
    await genuine(request, who)
    work = {
        "assign": partial(desk.assign, here.home, [alert], to=text or None, author=who.name),
        "comment": partial(desk.comment, here.home, [alert], text=text, author=who.name),
        "reopen": partial(desk.reopen, here.home, [alert], reason=text, author=who.name),
    }
    try:
        await here.slow(work[action])
    except (ConflictError, UsageError) as error:
        return await _shown(request, here, who, alert, error, text)
    return RedirectResponse(f"/alerts/{quote(alert)}", 303)
