"""A document with its names marked."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, File, Request, UploadFile
from starlette.responses import Response

from screening.answers.json_lines import document_answer
from screening.documents.files import Wanted
from screening.engine.engine import settings
from screening.report.pages.marked import sheets
from service.access.principal import SCREEN, Principal
from service.api.needs import running
from service.api.screen import KINDS
from service.pages.render import genuine, page, person
from service.pages.search import stale_warning
from service.running import Running

router = APIRouter(include_in_schema=False)


@router.get("/documents")
async def form(
    request: Request,
    here: Annotated[Running, Depends(running)],
    who: Annotated[Principal, Depends(person(SCREEN))],
) -> Response:
    """The place to drop a document."""
    return _form(request, here, who)


def _form(request: Request, here: Running, who: Principal, wrong: str | None = None) -> Response:
    limit = here.settings.upload_limit >> 20
    status = 422 if wrong else 200
    return page(request, "documents.html", who, status=status, limit=limit, wrong=wrong)


@router.post("/documents")
async def document(
    request: Request,
    here: Annotated[Running, Depends(running)],
    who: Annotated[Principal, Depends(person(SCREEN))],
    file: Annotated[UploadFile, File()],
) -> Response:
    """The document that was dropped, and the files inside it, with their names marked."""
    await genuine(request, who)
    if not file.filename:
        return _form(request, here, who, "No file was chosen. Nothing was screened.")
    chosen = settings(threshold=None, limit=10, kinds=KINDS, lists=None, as_of=None)
    answers = await here.screen(who, file, Wanted(settings=chosen, names=True, drawn=True))
    return page(
        request,
        "document.html",
        who,
        title=file.filename,
        sheets=await here.slow(partial(sheets, answers)),
        answer=document_answer(answers[0]),
        warning=await stale_warning(here),
    )
