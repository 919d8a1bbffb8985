"""Screening of a document: ``POST /v1/screen`` with the file as an upload."""

import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from records import DocumentAnswer, Settings
from screening.engine import Engine
from screening.inputs import documents_from
from screening.report.json_lines import document_answer
from screening.screen import screen as screen_document
from service.access.principal import SCREEN
from service.api.asked import options
from service.api.models import DocumentOut, OptionsIn
from service.api.needs import allowed, running
from service.metrics import DOCUMENTS
from service.running import Running

router = APIRouter(prefix="/v1", tags=["screening"])
# A text is full of people's names, as on the command line.
KINDS = ("organization", "vessel", "aircraft")
COPIED = 1 << 20


@router.post(
    "/screen", dependencies=[Depends(allowed(SCREEN))], responses={200: {"model": DocumentOut}}
)
async def screen(
    request: Request,
    file: Annotated[UploadFile, File(description="The document, in any format that is read.")],
    here: Annotated[Running, Depends(running)],
    options_json: Annotated[
        str, Form(alias="options", description="`lists`, `kinds`, `threshold`, `limit` as JSON.")
    ] = "{}",
) -> JSONResponse:
    """Find the listed names in a document and where they stand.

    What could not be read comes back as `not_screened` or `partly_screened`, never as clear.
    """
    chosen = options(_options(options_json), KINDS)
    request.state.told = {"bytes": file.size}
    answer = await screened(here, file, chosen)
    return JSONResponse(document_answer(answer) | {"document": file.filename or "upload"})


def _options(text: str) -> OptionsIn:
    try:
        return OptionsIn.model_validate_json(text)
    except ValidationError as error:
        wrong = [{**each, "loc": ("options", *each["loc"])} for each in error.errors()]
        raise RequestValidationError(wrong) from error


async def screened(here: Running, file: UploadFile, chosen: Settings) -> DocumentAnswer:
    """Screen an upload on one set of editions; the file is gone afterwards."""
    with here.editions.lent() as engine, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        await here.slow(partial(_keep, file, path))
        answer = await here.slow(partial(_screened, engine.beside.on(chosen.lists), path, chosen))
    DOCUMENTS.labels(answer.document.status.value).inc()
    return answer


def _keep(file: UploadFile, path: Path) -> None:
    with path.open("wb") as kept:
        while part := file.file.read(COPIED):
            kept.write(part)


def _screened(engine: Engine, path: Path, chosen: Settings) -> DocumentAnswer:
    (document,) = documents_from([path], BytesIO())
    return screen_document(engine, document, chosen)
