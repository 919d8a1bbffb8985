"""Files to answers: read, screened, in their order, by as many processes as are wanted."""

import atexit
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from documents import LARGEST_FILE, Sandbox, read_all, walk
from records import Document, DocumentAnswer, Settings
from screening.documents.organisations import names_in
from screening.documents.page_images import with_pictures
from screening.documents.screen import screen
from screening.documents.spacy_model import installed_model
from screening.engine.engine import Engine
from screening.engine.workers import in_order

PIPE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRequest:
    """What is asked of every document."""

    settings: Settings
    names: bool = False
    """Whether the organisations that it names are listed too."""
    boxes: bool = False
    """Whether the places of hits on the page are wanted."""
    drawn: bool = False
    """Whether pictures of the pages and the listed entries are wanted, for a person to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What the user handed in."""

    shown_as: str
    data: bytes | None = None
    """Of a pipe; None for a file."""


def files_in(paths: Sequence[Path], pipe: BinaryIO) -> Iterator[File]:
    """The files that paths stand for, folders with all that is in them, in their order; ``-`` is
    the pipe, which is read when its turn comes.
    """
    for path in paths:
        if str(path) == PIPE:
            yield File(shown_as=PIPE, data=pipe.read(LARGEST_FILE + 1))
        else:
            yield from (File(shown_as=str(file)) for file in walk([path]))


def screen_files(
    engine: Engine, files: Iterable[File], request: ScreenRequest, *, workers: int = 1
) -> Iterator[list[DocumentAnswer]]:
    """Screen files.

    Args:
        engine: the list editions to screen against.
        files: taken a few ahead of the answers.
        request: what is asked of each.
        workers: how many processes share the work; the answers are the same.

    Yields:
        For each file, in their order, the answer about it and those about the files inside it.
    """
    work = partial(screen_file, request=request)
    yield from in_order(engine, work, files, workers=workers)


def screen_file(engine: Engine, file: File, *, request: ScreenRequest) -> list[DocumentAnswer]:
    """Screen one file and the files inside it."""
    path = Path(file.shown_as) if file.data is None else None
    boxes = request.boxes or request.drawn
    read = read_all(path, file.data, shown_as=file.shown_as, sandbox=_sandbox(), keep=boxes)
    return [_answer(engine, document, request) for document in read]


def _answer(engine: Engine, document: Document, request: ScreenRequest) -> DocumentAnswer:
    answer = screen(engine, document, request.settings)
    if request.names:
        answer = replace(answer, names=names_in(document, installed_model()))
    if request.boxes or request.drawn:
        answer = with_pictures(replace(answer, pictures=()), _sandbox(), drawn=request.drawn)
        answer = replace(answer, document=replace(document, content=None))
    if request.drawn:
        ids = dict.fromkeys(item.hit.entity_id for item in answer.hits)
        entries = tuple(filter(None, map(engine.listed, ids)))
        answer = replace(answer, entries=entries)
    return answer


@cache
def _sandbox() -> Sandbox:
    """One for each process: workers have their own."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox
