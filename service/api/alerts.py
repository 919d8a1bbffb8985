"""Alerts: ``/v1/alerts``."""

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from records import AlertState
from screening.answers.desk_json import alert_resource, history_resource
from screening.cases import alerts, decisions
from service.access.principal import ALERTS, DECIDE, Principal
from service.api.models import AssignIn, In, SaidIn, Text
from service.api.needs import Service, allowed
from service.desk_work import Choice, counts, decide
from store.alerts import AlertFilter

router = APIRouter(prefix="/v1/alerts", tags=["alerts"])
AlertId = Annotated[str, Path(pattern=r"^[Aa]?\d{1,18}$", examples=["A12"])]
Decider = Annotated[Principal, Depends(allowed(DECIDE))]


class DecisionIn(In):
    """A decision, and the version of the alert that it rests on."""

    state: Literal["true_match", "false_positive", "escalated"]
    reason: Annotated[Text, Field(min_length=1)]
    seen: Annotated[int, Field(ge=0)]
    expires: Annotated[Text | None, Field(examples=["2027-12-31"])] = None


@router.get("", dependencies=[Depends(allowed(ALERTS))])
async def list_alerts(
    service: Service,
    state: Annotated[list[AlertState], Query()] = [],  # noqa: B006 (FastAPI copies it)
    list_: Annotated[list[str], Query(alias="list")] = [],  # noqa: B006
    assignee: Annotated[str | None, Query(description="Empty for those of nobody.")] = None,
    counterparty: str | None = None,
    entity: str | None = None,
    least_score: Annotated[float, Query(ge=0, le=1)] = 0.0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> dict[str, Any]:
    """The alerts that are wanted, the highest scores first, and how many there are by state."""
    chosen = AlertFilter(
        states=tuple(state),
        lists=tuple(list_),
        assignee=assignee,
        counterparty=counterparty,
        entity_id=entity,
        least_score=least_score,
        limit=limit,
        offset=offset,
    )
    found = await service.run_blocking(partial(alerts.list_alerts, service.home, chosen))
    return {
        "alerts": [alert_resource(alert) for alert in found],
        "counts": await counts(service, chosen),
    }


@router.get("/{alert}", dependencies=[Depends(allowed(ALERTS))])
async def show_alert(alert: AlertId, service: Service) -> dict[str, Any]:
    """An alert with all that happened to it."""
    return history_resource(
        await service.run_blocking(partial(alerts.alert_history, service.home, alert))
    )


@router.post("/{alert}/decide")
async def decide_alert(
    alert: AlertId, body: DecisionIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Decide an alert; 409 when somebody else was quicker."""
    choice = Choice(
        state=AlertState(body.state), reason=body.reason, seen=body.seen, expires=body.expires
    )
    return alert_resource(await decide(service, principal, alert, choice))


@router.post("/{alert}/assign")
async def assign_alert(
    alert: AlertId, body: AssignIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Give an alert to somebody, or take it back."""
    work = partial(decisions.assign, service.home, [alert], to=body.to, author=principal.name)
    return alert_resource((await service.run_blocking(work))[0])


@router.post("/{alert}/comment")
async def comment_alert(
    alert: AlertId, body: SaidIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Write something down about an alert, without deciding."""
    work = partial(decisions.comment, service.home, [alert], text=body.text, author=principal.name)
    return alert_resource((await service.run_blocking(work))[0])


@router.post("/{alert}/reopen")
async def reopen_alert(
    alert: AlertId, body: SaidIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Take a decision back."""
    work = partial(decisions.reopen, service.home, [alert], reason=body.text, author=principal.name)
    return alert_resource((await service.run_blocking(work))[0])
