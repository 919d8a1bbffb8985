"""The queue of alerts, with filters and counts."""

from dataclasses import replace
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from records import AlertState
from screening.answers.desk_json import alert_resource
from screening.cases import alerts
from service.access.principal import ALERTS, Principal
from service.api.needs import Service
from service.desk_work import counts
from service.pages.render import page, person
from store.alerts import AlertFilter

router = APIRouter(include_in_schema=False)
AT_ONCE = 50
Reader = Annotated[Principal, Depends(person(ALERTS))]


@router.get("/alerts")
async def queue(
    request: Request,
    service: Service,
    principal: Reader,
    state: str = "open",
    list_: Annotated[str, Query(alias="list", max_length=60)] = "",
    mine: bool = False,
    start: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> Response:
    """Alerts of one state, the highest scores first."""
    chosen = (AlertState(state),) if state in set(AlertState) else ()
    every = AlertFilter(lists=(list_,) if list_ else (), assignee=principal.name if mine else None)
    wanted = replace(every, states=chosen, limit=AT_ONCE + 1, offset=start)
    found = await service.run_blocking(partial(alerts.list_alerts, service.home, wanted))
    return page(
        request,
        "alerts.html",
        principal,
        alerts=[alert_resource(each) for each in found[:AT_ONCE]],
        more=len(found) > AT_ONCE,
        counts=await counts(service, every),
        state=state if chosen else "",
        filters=Filters(state if chosen else "", list_, mine=mine),
        lists=[each.source for each in service.editions.snapshots],
        start=start,
        at_once=AT_ONCE,
    )


class Filters:
    """The filters of a queue, to be changed one at a time."""

    def __init__(self, state: str, list_: str, *, mine: bool) -> None:
        self._now = {"state": state or "all", "list": list_, "mine": "true" if mine else ""}
        self.list, self.mine = list_, mine

    def but(self, **changes: str) -> str:
        """The address of the queue with some filters changed."""
        kept = {key: value for key, value in (self._now | changes).items() if value}
        return f"/alerts?{urlencode(kept)}"
