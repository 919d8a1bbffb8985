"""A document with its names marked."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.responses import Response

from records import NamewardenError
from screening.answers.json_lines import document_answer
from screening.documents.files import ScreenRequest
from screening.report.pages.marked import sheets
from service.access.principal import SCREEN, Principal
from service.api.needs import Service
from service.api.screen import KINDS
from service.pages.render import genuine, page, person
from service.pages.search import by_profile, profile_names
from service.state import ServiceState

router = APIRouter(include_in_schema=False)


@router.get("/documents")
async def form(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(SCREEN))],
) -> Response:
    """The place to drop a document."""
    return await _form(request, service, principal)


async def _form(
    request: Request,
    service: ServiceState,
    principal: Principal,
    wrong: str | None = None,
    profile: str = "",
) -> Response:
    return page(
        request,
        "documents.html",
        principal,
        status=422 if wrong else 200,
        limit=service.settings.upload_limit >> 20,
        wrong=wrong,
        profile=profile,
        profiles=await service.run_blocking(partial(profile_names, service)),
    )


@router.post("/documents")
async def document(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(SCREEN))],
    file: Annotated[UploadFile, File()],
    profile: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """The document that was dropped, and the files inside it, with their names marked."""
    await genuine(request, principal)
    if not file.filename:
        wrong = "No file was chosen. Nothing was screened."
        return await _form(request, service, principal, wrong, profile)
    try:
        asked = partial(by_profile, service, profile, 10, KINDS)
        chosen = await service.run_blocking(asked)
    except NamewardenError as error:
        return await _form(request, service, principal, str(error), profile)
    answers = await service.screen(
        principal, file, ScreenRequest(settings=chosen, names=True, drawn=True)
    )
    return page(
        request,
        "document.html",
        principal,
        title=file.filename,
        sheets=await service.run_blocking(partial(sheets, answers)),
        answer=document_answer(answers[0]),
    )
