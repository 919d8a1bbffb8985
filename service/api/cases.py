"""Cases: ``/v1/cases``: a counterparty with all its alerts, by party of the lists."""

from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from records import AlertState, CaseSort, CaseState
from screening.answers.desk_json import case_history_resource, case_resource
from screening.cases import case_work, cases
from service.access.principal import ALERTS, DECIDE, Principal
from service.api.models import AssignIn, In, SaidIn, Text
from service.api.needs import Service, allowed
from service.case_work import decide
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
        Query(
            max_length=200, description="In the customer's id or name, a hit's names, or a reason."
        ),
    ] = None,
    free_for: Annotated[
        str | None, Query(description="A person: without what colleagues hold.")
    ] = None,
    least_score: Annotated[float, Query(ge=0, le=1)] = 0.0,
    sort: CaseSort = CaseSort.SCORE,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> dict[str, Any]:
    """The cases that are wanted (those that wait for somebody, unless ``state`` says otherwise),
    in the order of ``sort``, and how many there are by state.
    """
    chosen = CaseFilter(
        states=tuple(state) or WAITING,
        lists=tuple(list_),
        assignee=assignee,
        free_for=None if free_for is None else (free_for,),
        text=text,
        sort=sort,
        least_score=least_score,
        limit=limit,
        offset=offset,
    )
    found, counted = await service.run_blocking(partial(cases.case_queue, service.home, chosen))
    return {
        "cases": [case_resource(case) for case in found],
        "counts": {
            each.value: counted.get(each, 0) if each in chosen.states else 0 for each in CaseState
        },
    }


@router.get("/{case}", dependencies=[Depends(allowed(ALERTS))])
async def show_case(case: CaseId, service: Service) -> dict[str, Any]:
    """A case with all that happened in it."""
    return case_history_resource(
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
    return case_resource(done)


@router.post("/{case}/assign")
async def assign_case(
    case: CaseId, body: AssignIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Give what waits in a case to somebody, or take it back; 409 when nothing waits."""
    work = partial(case_work.assign_case, service.home, case, to=body.to, author=principal.name)
    return case_resource(await service.run_blocking(work))


@router.post("/{case}/comment")
async def comment_case(
    case: CaseId, body: SaidIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Write something down about a case, without deciding."""
    work = partial(
        case_work.comment_case, service.home, case, text=body.text, author=principal.name
    )
    return case_resource(await service.run_blocking(work))


@router.post("/{case}/reopen")
async def reopen_case(
    case: CaseId, body: SaidIn, service: Service, principal: Decider
) -> dict[str, Any]:
    """Take the decisions in a case back; 409 when nothing in it is decided."""
    work = partial(
        case_work.reopen_case, service.home, case, reason=body.text, author=principal.name
    )
    return case_resource(await service.run_blocking(work))


@router.post("/{case}/take-back")
async def take_back_case(case: CaseId, service: Service, principal: Decider) -> dict[str, Any]:
    """Undo what one decided in a case within the last minute; 409 when that is over."""
    work = partial(case_work.take_back, service.home, case, author=principal.name)
    return case_resource(await service.run_blocking(work))
