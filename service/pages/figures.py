"""The alert work in figures."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from screening.cases.figures import figures_of
from screening.engine.freshness import standing
from screening.engine.list_warnings import in_lines
from screening.report.tables.figures import hours, said
from service.access.principal import ALERTS, Principal
from service.api.figures import for_eyes_of
from service.api.needs import Service
from service.pages.render import page, person

router = APIRouter(include_in_schema=False)
Day = Annotated[str, Query(max_length=10)]


@router.get("/figures")
async def figures(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(ALERTS))],
    since: Day = "",
    until: Day = "",
) -> Response:
    """What waits, and what the weeks brought."""
    work = partial(figures_of, service.home, since=since or None, until=until or None)
    found = for_eyes_of(principal, await service.run_blocking(work))
    return page(
        request,
        "figures.html",
        principal,
        figures=found,
        times=said(found.times),
        hours=hours,
        kinds=sorted({kind for week in found.weeks for kind, _ in week.screened}),
        waiting=sum(age.alerts for age in found.ages),
        cases=sum(age.cases for age in found.ages),
        busiest=max((max(week.opened, week.closed) for week in found.weeks), default=0),
        warnings=in_lines(await service.run_blocking(partial(standing, service.home))),
    )
