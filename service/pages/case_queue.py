"""The queue of cases: one row a counterparty, worked through row by row or many at once."""

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from records import AlertState, CaseSort, CaseState, ConflictError, UsageError
from screening.cases import case_work, cases
from screening.cases.rules import rules
from screening.cases.saved_filters import save_filters, saved_filters
from screening.cases.teams import list_teams, teams_of
from service.access.principal import ALERTS, APPROVE, DECIDE, Principal
from service.api.needs import Service
from service.case_work import decide
from service.pages.case_filters import EVERYBODY, FREE, MINE, NOBODY, QueueFilters
from service.pages.case_rows import case_row
from service.pages.language import mark, ngettext, number
from service.pages.reasons import REASONS, reason_of
from service.pages.render import genuine, page, person
from service.state import ServiceState
from store.accounts import Accounts
from store.database import Database

router = APIRouter(include_in_schema=False, prefix="/cases")
AT_ONCE = 50
WHOSE = {
    FREE: mark("free or mine"),
    MINE: mark("mine or my teams'"),
    NOBODY: mark("nobody's"),
    EVERYBODY: mark("everybody's"),
}
SORTS = {
    CaseSort.SCORE: mark("highest score"),
    CaseSort.OLDEST: mark("waits longest"),
    CaseSort.NEWEST: mark("newest"),
    CaseSort.NAME: mark("by name"),
}
Reader = Annotated[Principal, Depends(person(ALERTS))]
Decider = Annotated[Principal, Depends(person(DECIDE))]
Filters = Annotated[QueueFilters, Query()]


@router.get("")
async def queue(
    request: Request,
    service: Service,
    principal: Reader,
    filters: Filters,
    decided: Annotated[str, Query(alias="done", pattern=r"^C\d{1,18}$|^$")] = "",
) -> Response:
    """The cases that are wanted, 50 a page."""
    return await _shown(request, service, principal, filters, decided=decided)


async def _shown(
    request: Request,
    service: ServiceState,
    principal: Principal,
    filters: QueueFilters,
    *,
    decided: str = "",
    done: str = "",
    wrong: tuple[str, ...] = (),
    said: str = "",
) -> Response:
    mine = await service.run_blocking(partial(teams_of, service.home, principal.name))
    every = filters.chosen(principal.name, mine)
    in_force = await service.run_blocking(partial(rules, service.home))
    wanted = replace(every, limit=AT_ONCE + 1, offset=filters.start)
    found, counted = await service.run_blocking(partial(cases.case_queue, service.home, wanted))
    return page(
        request,
        "cases.html",
        principal,
        status=409 if wrong else 200,
        cases=[case_row(each, principal.name, in_force) for each in found[:AT_ONCE]],
        more=len(found) > AT_ONCE,
        at_once=AT_ONCE,
        counts={each.value: counted.get(each, 0) for each in CaseState},
        filters=filters,
        whose=WHOSE,
        sorts=SORTS,
        saved=await service.run_blocking(partial(saved_filters, service.home, principal.name)),
        teams=list(await service.run_blocking(partial(list_teams, service.home))),
        lists=[each.source for each in service.editions.snapshots],
        people=await service.run_blocking(partial(colleagues, service)),
        reasons=REASONS,
        may_decide=DECIDE in principal.scopes,
        decided=decided,
        done=done,
        wrong=wrong,
        said=said,
    )


def colleagues(service: ServiceState) -> list[str]:
    """Everybody to whom a case can be given."""
    known = Accounts(Database.of(service.home)).people()
    return [each.name for each in known if each.disabled_at is None]


@router.post("/next")
async def next_case(
    request: Request, service: Service, principal: Decider, filters: Filters, after: str = ""
) -> Response:
    """Hold the next case of the queue that nobody else holds, and go there."""
    await genuine(request, principal)
    order = await queued(service, principal, filters, after)
    return await to_first(service, principal, filters, order)


async def queued(
    service: ServiceState, principal: Principal, filters: QueueFilters, after: str
) -> list[int]:
    """The cases of a queue that may be offered, beginning behind one of them."""
    mine = await service.run_blocking(partial(teams_of, service.home, principal.name))
    free_for = (principal.name, *mine)
    chosen = replace(filters.chosen(principal.name, mine), free_for=free_for, limit=None)
    order = list(await service.run_blocking(partial(case_work.order, service.home, chosen)))
    number = int(after.lstrip("Cc")) if after.lstrip("Cc").isdecimal() else None
    if number not in order:
        return order
    place = order.index(number)
    return order[place + 1 :] + order[:place]


async def to_first(
    service: ServiceState,
    principal: Principal,
    filters: QueueFilters,
    order: list[int],
    done: str = "",
) -> Response:
    """Go to the first case in which there is something to do, else back to the queue.

    ``done`` is the case that was just decided: it can be taken back there for a minute.
    """
    found = await service.run_blocking(
        partial(
            case_work.claim,
            service.home,
            order,
            person=principal.name,
            may_approve=APPROVE in principal.scopes,
            teams=await service.run_blocking(partial(teams_of, service.home, principal.name)),
        )
    )
    more = {"done": done} if done else {}
    return RedirectResponse(filters.address(f"/cases/{found}" if found else "/cases", **more), 303)


@router.post("/many")
async def many_cases(
    request: Request,
    service: Service,
    principal: Decider,
    action: Annotated[str, Form(max_length=30)],
    case: Annotated[list[str], Form()] = [],  # noqa: B006 (FastAPI copies it)
    reason: Annotated[str, Form(max_length=4000)] = "",
    template: Annotated[str, Form(max_length=200)] = "",
    to: Annotated[str, Form(max_length=200)] = "",
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Decide or assign the cases that are ticked: each for itself, and say which could not be."""
    await genuine(request, principal)
    filters = QueueFilters.of(back)
    why = reason_of(template, reason)
    if not case:
        return await _shown(
            request, service, principal, filters, wrong=("No case is ticked.",), said=reason
        )
    wrong: list[str] = []
    for each in case[:AT_ONCE]:
        written, _, seen = each.partition("@")
        try:
            if action == "assign":
                work = partial(
                    case_work.assign_case,
                    service.home,
                    written,
                    to=to or None,
                    author=principal.name,
                )
                await service.run_blocking(work)
            else:
                await decide(
                    service,
                    principal,
                    written,
                    party=None,
                    state=_state(action),
                    reason=why,
                    seen=int(seen) if seen.isdecimal() else -1,
                )
        except (ConflictError, UsageError) as error:
            wrong.append(str(error))
    count = len(case[:AT_ONCE]) - len(wrong)
    done = _done(action, count) if count else ""
    return await _shown(
        request,
        service,
        principal,
        filters,
        done=done,
        wrong=tuple(dict.fromkeys(wrong)),
        said=reason if wrong else "",
    )


def _done(action: str, count: int) -> str:
    if action == "assign":
        said = ngettext("%(count)s case assigned.", "%(count)s cases assigned.", count)
    else:
        said = ngettext("%(count)s case decided.", "%(count)s cases decided.", count)
    return said % {"count": number(count)}


@router.post("/filters")
async def put_filters(
    request: Request,
    service: Service,
    principal: Reader,
    name: Annotated[str, Form(max_length=40)] = "",
    forget: Annotated[str, Form(max_length=40)] = "",
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Save the filters of the queue under a name, or forget such a name."""
    await genuine(request, principal)
    filters = QueueFilters.of(back)
    kept = filters.address().partition("?")[2]
    work = partial(
        save_filters, service.home, principal.name, forget or name, None if forget else kept
    )
    try:
        await service.run_blocking(work)
    except UsageError as error:
        return await _shown(request, service, principal, filters, wrong=(str(error),))
    return RedirectResponse(filters.address(), 303)


def _state(action: str) -> AlertState:
    if action not in set(AlertState):
        raise UsageError("choose what to do with the ticked cases. Nothing was done")
    return AlertState(action)
