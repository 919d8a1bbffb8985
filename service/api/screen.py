"""Screening of a document: ``POST /v1/screen`` with the file as an upload."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from screening.answers.json_lines import document_answer
from screening.documents import files
from service.access.principal import SCREEN, Principal
from service.api.asked import options
from service.api.models import DocumentsOut, OptionsIn
from service.api.needs import Service, allowed

router = APIRouter(prefix="/v1", tags=["screening"])
# A text is full of people's names, as on the command line.
KINDS = ("organization", "vessel", "aircraft")


@router.post(
    "/screen",
    responses={200: {"model": DocumentsOut}},
)
async def screen(
    request: Request,
    file: Annotated[UploadFile, File(description="The document, in any format that is read.")],
    service: Service,
    principal: Annotated[Principal, Depends(allowed(SCREEN))],
    options_json: Annotated[
        str,
        Form(
            alias="options",
            description="`lists`, `kinds`, `threshold`, `limit`, `profile` as JSON.",
        ),
    ] = "{}",
) -> JSONResponse:
    """Find the listed names in a document, and in the files inside it, and where they stand.

    What could not be read comes back as `not_screened` or `partly_screened`, never as clear.
    """
    chosen = options(service.home, _options(options_json), KINDS)
    asked = files.ScreenRequest(settings=chosen)
    request.state.told = {"bytes": file.size}
    answers = await service.screen(principal, file, asked)
    return JSONResponse({"documents": [document_answer(each) for each in answers]})


def _options(text: str) -> OptionsIn:
    try:
        return OptionsIn.model_validate_json(text)
    except ValidationError as error:
        wrong = [{**each, "loc": ("options", *each["loc"])} for each in error.errors()]
        raise RequestValidationError(wrong) from error
