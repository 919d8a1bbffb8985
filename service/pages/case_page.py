"""One case: the customer beside each party that it may be, and what can be done with it."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Path, Query, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from records import AlertState, CaseState, ConflictError, NamewardenError, UsageError
from screening.answers.desk_json import case_resource
from screening.cases import case_work, cases, rules
from screening.cases.attachments import LARGEST, attach, attachment, attachments_of
from screening.cases.due import age
from screening.cases.teams import list_teams
from service.access.principal import ALERTS, APPROVE, DECIDE, Principal
from service.api.needs import Service
from service.case_work import decide
from service.pages.case_filters import QueueFilters
from service.pages.case_queue import colleagues, queued, to_first
from service.pages.case_view import happened, parties_view, proposals
from service.pages.reasons import REASONS, reason_of
from service.pages.render import genuine, page, person
from service.state import ServiceState

router = APIRouter(include_in_schema=False, prefix="/cases")
Reader = Annotated[Principal, Depends(person(ALERTS))]
Decider = Annotated[Principal, Depends(person(DECIDE))]
CaseId = Annotated[str, Path(pattern=r"^[Cc]\d{1,18}$")]
Words = Annotated[str, Form(max_length=4000)]
Back = Annotated[str, Form(max_length=2000)]
Filters = Annotated[QueueFilters, Query()]


@router.get("/{case}")
async def case_page(
    request: Request,
    case: CaseId,
    service: Service,
    principal: Reader,
    filters: Filters,
    decided: Annotated[str, Query(alias="done", pattern=r"^C\d{1,18}$|^$")] = "",
) -> Response:
    """The case, whole."""
    return await _shown(request, service, principal, case, filters, decided=decided)


@router.get("/{case}/report")
async def case_report(
    request: Request, case: CaseId, service: Service, principal: Reader
) -> Response:
    """The case as one page to print."""
    return await _shown(request, service, principal, case, QueueFilters(), "case_report.html")


async def _shown(
    request: Request,
    service: ServiceState,
    principal: Principal,
    case: str,
    filters: QueueFilters,
    template: str = "case.html",
    *,
    decided: str = "",
    error: NamewardenError | None = None,
    said: str = "",
) -> Response:
    history = await service.run_blocking(partial(cases.case_history, service.home, case))
    found = history.case
    proposed = proposals(history)
    agrees = found.state is CaseState.PENDING
    others = [one for one in proposed if one.author != principal.name]
    may = DECIDE in principal.scopes and found.state is not CaseState.CLOSED
    if agrees:
        may = may and APPROVE in principal.scopes and bool(others)
    in_force = await service.run_blocking(partial(rules.rules, service.home))
    undo = partial(case_work.may_take_back, service.home, case, principal.name)
    return page(
        request,
        template,
        principal,
        status=409 if isinstance(error, ConflictError) else 422 if error else 200,
        case=case_resource(found),
        party=found.counterparty,
        waits_since=found.waits_since,
        parties=await service.run_blocking(partial(parties_view, service.home, found)),
        history=happened(history),
        proposals=proposed,
        agrees=agrees,
        may_decide=may,
        may_comment=DECIDE in principal.scopes,
        may_take_back=await service.run_blocking(undo),
        holders=found.assignees,
        people=await service.run_blocking(partial(colleagues, service)),
        teams=list(await service.run_blocking(partial(list_teams, service.home))),
        rules=in_force,
        age=None if found.state is CaseState.CLOSED else age(found.waits_since, in_force),
        attachments=await service.run_blocking(partial(attachments_of, service.home, case)),
        attachment_limit=LARGEST >> 20,
        reasons=REASONS,
        filters=filters,
        decided=decided,
        wrong=str(error) if error else None,
        said=said,
    )


@router.post("/{case}/decide")
async def decide_case(
    request: Request,
    case: CaseId,
    service: Service,
    principal: Decider,
    state: Annotated[AlertState, Form()],
    seen: Annotated[int, Form()],
    party: Annotated[str, Form(max_length=300)] = "",
    reason: Words = "",
    template: Annotated[str, Form(max_length=200)] = "",
    expires: Annotated[str, Form(max_length=30)] = "",
    back: Back = "",
) -> Response:
    """Decide, and go to the next case of the queue; after one party of several stay here."""
    await genuine(request, principal)
    filters = QueueFilters.of(back)
    order = await queued(service, principal, filters, case)
    try:
        done = await decide(
            service,
            principal,
            case,
            party=party or None,
            state=state,
            reason=reason_of(template, reason),
            seen=seen,
            expires=expires or None,
        )
    except (ConflictError, UsageError) as error:
        return await _shown(request, service, principal, case, filters, error=error, said=reason)
    if done.state in (CaseState.OPEN, CaseState.ESCALATED) and party:
        return RedirectResponse(filters.case(case), 303)
    rest = [number for number in order if number != done.number]
    return await to_first(service, principal, filters, rest, done=done.id)


@router.post("/{case}/attachments")
async def put_attachment(
    request: Request,
    case: CaseId,
    service: Service,
    principal: Decider,
    file: Annotated[UploadFile, File()],
    back: Back = "",
) -> Response:
    """Put a file to a case."""
    await genuine(request, principal)
    filters = QueueFilters.of(back)
    work = partial(
        attach,
        service.home,
        case,
        name=file.filename or "",
        media_type=file.content_type or "application/octet-stream",
        data=await file.read(LARGEST + 1),
        author=principal.name,
    )
    try:
        await service.run_blocking(work)
    except UsageError as error:
        return await _shown(request, service, principal, case, filters, error=error)
    return RedirectResponse(filters.case(case), 303)


@router.get("/{case}/attachments/{number}")
async def get_attachment(
    case: CaseId,
    number: Annotated[int, Path(ge=1, le=1 << 40)],
    service: Service,
    principal: Reader,  # noqa: ARG001 (lets in who may)
) -> Response:
    """A file of a case, to be kept and not to be opened here: it may be anything."""
    _, data = await service.run_blocking(partial(attachment, service.home, case, number))
    headers = {"content-disposition": "attachment", "x-content-type-options": "nosniff"}
    return Response(data, media_type="application/octet-stream", headers=headers)


@router.post("/{case}/{action}")
async def work_on_case(
    request: Request,
    case: CaseId,
    action: Annotated[str, Path(pattern="^(assign|comment|reopen|take-back)$")],
    service: Service,
    principal: Decider,
    text: Words = "",
    back: Back = "",
) -> Response:
    """Assign a case, comment on it, open it again, or take back what one has just decided."""
    await genuine(request, principal)
    filters, by = QueueFilters.of(back), principal.name
    work = {
        "assign": partial(case_work.assign_case, service.home, case, to=text or None, author=by),
        "comment": partial(case_work.comment_case, service.home, case, text=text, author=by),
        "reopen": partial(case_work.reopen_case, service.home, case, reason=text, author=by),
        "take-back": partial(case_work.take_back, service.home, case, author=by),
    }
    try:
        await service.run_blocking(work[action])
    except (ConflictError, UsageError) as error:
        return await _shown(request, service, principal, case, filters, error=error, said=text)
    return RedirectResponse(filters.case(case), 303)
