"""Cases: ``/v1/cases``: a counterparty with all its alerts, by party of the lists."""

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from records import AlertState, CaseState
from screening.cases import cases
from service.access.principal import ALERTS, DECIDE, Principal
from service.api.models import In, Text
from service.api.needs import Service, allowed
from service.case_work import case_history_json, case_json, decide
from store.cases import CaseFilter

router = APIRouter(prefix="/v1/cases", tags=["cases"])
CaseId = Annotated[str, Path(pattern=r"^[Cc]?\d{1,18}$", examples=["C12"])]
Decider = Annotated[Principal, Depends(allowed(DECIDE))]
WAITING = (CaseState.OPEN, CaseState.ESCALATED, CaseState.PENDING)


class CaseDecisionIn(In):
    """A decision on all alerts of a case that wait, or on those of one of its parties."""

    party: Annotated[
        Text | None, Field(description="Null for every party.", examples=["eu_fsf:4880"])
    ] = None
    state: Literal["true_match", "false_positive", "escalated"]
    reason: Annotated[Text, Field(min_length=1)]
    seen: Annotated[int, Field(ge=0, description="The version of the case.")]
    expires: Annotated[Text | None, Field(examples=["2027-12-31"])] = None


@router.get("", dependencies=[Depends(allowed(ALERTS))])
async def list_cases(
    service: Service,
    state: Annotated[list[CaseState], Query()] = [],  # noqa: B006 (FastAPI copies it)
    list_: Annotated[list[str], Query(alias="list")] = [],  # noqa: B006
    assignee: Annotated[str | None, Query(description="Empty for those of nobody.")] = None,
    text: Annotated[
        str | None,
        Query(max_length=200, description="In the customer's id or name, or in a hit's names."),
    ] = None,
    least_score: Annotated[float, Query(ge=0, le=1)] = 0.0,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> dict[str, Any]:
    """The cases that are wanted (those that wait for somebody, unless ``state`` says otherwise),
    the highest scores of what waits first, and how many there are by state.
    """
    chosen = CaseFilter(
        states=tuple(state) or WAITING,
        lists=tuple(list_),
        assignee=assignee,
        text=text,
        least_score=least_score,
        limit=limit,
        offset=offset,
    )
    found = await service.run_blocking(partial(cases.list_cases, service.home, chosen))
    counted = await service.run_blocking(partial(cases.count_cases, service.home, chosen))
    return {
        "cases": [case_json(case) for case in found],
        "counts": {each.value: counted.get(each, 0) for each in CaseState},
    }


@router.get("/{case}", dependencies=[Depends(allowed(ALERTS))])
async def show_case(case: CaseId, service: Service) -> dict[str, Any]:
    """A case with all that happened in it."""
    return case_history_json(
        await service.run_blocking(partial(cases.case_history, service.home, case))
    )


@router.post("/{case}/decisions")
async def decide_case(
    case: CaseId, body: CaseDecisionIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Decide all alerts of a case that wait, or those of one party; 409 when the case changed."""
    done = await decide(
        service,
        principal,
        case,
        party=body.party,
        state=AlertState(body.state),
        reason=body.reason,
        seen=body.seen,
        expires=body.expires,
    )
    return case_json(done)
