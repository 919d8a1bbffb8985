"""The alert work in figures."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from screening.cases.figures import Times, figures_of
from service.access.principal import ALERTS, Principal
from service.api.figures import for_eyes_of
from service.api.needs import Service
from service.pages.language import decimal, gettext, ngettext, number
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
        times=_times(found.times),
        hours=_hours,
        kinds=sorted({kind for week in found.weeks for kind, _ in week.screened}),
        waiting=sum(age.alerts for age in found.ages),
        cases=sum(age.cases for age in found.ages),
        busiest=max((max(week.opened, week.closed) for week in found.weeks), default=0),
    )


def _times(times: Times) -> str:
    """How long decisions took, in words."""
    if times.median_hours is None or times.most_hours is None:
        return gettext("nothing was decided")
    said = ngettext(
        "%(count)s alert decided, half of them within %(half)s, 90 %% within %(most)s",
        "%(count)s alerts decided, half of them within %(half)s, 90 %% within %(most)s",
        times.decided,
    )
    half, most = _hours(times.median_hours), _hours(times.most_hours)
    return said % {"count": number(times.decided), "half": half, "most": most}


def _hours(value: float | None) -> str:
    """A time as people say it."""
    if value is None:
        return "–"
    if value < 48:
        return gettext("%(count)s hours") % {"count": decimal(value, ".1f")}
    return gettext("%(count)s days") % {"count": decimal(value / 24, ".1f")}
