"""A document with its names marked."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, File, Request, UploadFile
from starlette.responses import Response

from screening.answers.json_lines import document_answer
from screening.documents.files import ScreenRequest
from screening.engine.settings import settings
from screening.report.pages.marked import sheets
from service.access.principal import SCREEN, Principal
from service.api.needs import Service
from service.api.screen import KINDS
from service.pages.render import genuine, page, person
from service.pages.search import stale_warning
from service.state import ServiceState

router = APIRouter(include_in_schema=False)


@router.get("/documents")
async def form(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(SCREEN))],
) -> Response:
    """The place to drop a document."""
    return _form(request, service, principal)


def _form(
    request: Request, service: ServiceState, principal: Principal, wrong: str | None = None
) -> Response:
    limit = service.settings.upload_limit >> 20
    status = 422 if wrong else 200
    return page(request, "documents.html", principal, status=status, limit=limit, wrong=wrong)


@router.post("/documents")
async def document(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(SCREEN))],
    file: Annotated[UploadFile, File()],
) -> Response:
    """The document that was dropped, and the files inside it, with their names marked."""
    await genuine(request, principal)
    if not file.filename:
        return _form(request, service, principal, "No file was chosen. Nothing was screened.")
    chosen = settings(threshold=None, limit=10, kinds=KINDS, lists=None, as_of=None)
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
        warning=await stale_warning(service),
    )
