"""A document with its names marked."""

from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Request, UploadFile
from starlette.responses import Response

from records import DocumentAnswer, Passage
from screening.engine import settings
from screening.report.json_lines import document_answer
from service.access.principal import SCREEN, Principal
from service.api.needs import running
from service.api.screen import KINDS, screened
from service.pages.render import genuine, page, person
from service.pages.search import stale_warning
from service.running import Running

router = APIRouter(include_in_schema=False)


@dataclass(slots=True)
class Mark:
    """Words of the document, and all that they may name."""

    number: int
    start: int
    end: int
    text: str
    page: int | None
    place: str | None
    decision: str
    hits: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two places where marks begin or end."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage in pieces."""

    place: str | None
    pieces: list[Piece]


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
    """The document that was dropped, with its names marked."""
    await genuine(request, who)
    if not file.filename:
        return _form(request, here, who, "No file was chosen. Nothing was screened.")
    chosen = settings(threshold=None, limit=10, kinds=KINDS, lists=None, as_of=None)
    answer = await screened(here, file, chosen)
    marks = await here.slow(partial(_marks, answer))
    return page(
        request,
        "document.html",
        who,
        answer=document_answer(answer) | {"document": file.filename},
        marks=marks,
        passages=[_shown(each, marks) for each in answer.document.passages],
        warning=await stale_warning(here),
    )


def _marks(answer: DocumentAnswer) -> list[Mark]:
    """One for each span, in the order of the text."""
    marks: dict[tuple[int, int], Mark] = {}
    for found in document_answer(answer)["hits"]:
        span = found["start"], found["end"]
        if span not in marks:
            marks[span] = Mark(
                len(marks) + 1,
                *span,
                found["text"],
                found["page"],
                found["place"],
                found["decision"],
            )
        marks[span].hits.append(found)
    return list(marks.values())


def _shown(passage: Passage, marks: list[Mark]) -> Shown:
    pieces, at = [], passage.start
    end = passage.start + len(passage.text)
    for mark in marks:
        if mark.start < at or mark.end > end:
            # In another passage, or over words that are marked already.
            continue
        pieces.append(Piece(passage.text[at - passage.start : mark.start - passage.start]))
        pieces.append(Piece(mark.text, mark))
        at = mark.end
    pieces.append(Piece(passage.text[at - passage.start :]))
    place = f"page {passage.page}" if passage.page else None
    return Shown(" · ".join(filter(None, (place, passage.place))) or None, pieces)
