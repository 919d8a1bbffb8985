"""A document as text with the place of every piece."""

from dataclasses import dataclass, field
from enum import StrEnum


class DocumentStatus(StrEnum):
    """Whether a document's words were all seen. What was not read is never clear."""

    SCREENED = "screened"
    PARTLY_SCREENED = "partly_screened"
    NOT_SCREENED = "not_screened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where some characters of a passage stand on their page."""

    start: int
    end: int
    """Code points of the passage."""
    left: float
    top: float
    right: float
    bottom: float
    """In parts of the page's width and height, from its upper left corner, in [0, 1]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a document on a picture of their page."""

    start: int
    end: int
    """Code points of the document's extracted text."""
    boxes: tuple[Box, ...]
    """One for each line that they stand on; their ``start`` and ``end`` are the document's too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page of a document as it looks."""

    page: int
    png: bytes = field(repr=False)
    """Empty where only the places of words were asked for."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text that stands together in a document."""

    text: str
    start: int = 0
    """Code points of the document's extracted text before it."""
    page: int | None = None
    """Counted from 1; None where the format has no pages."""
    place: str | None = None
    """Where it stood, for a reader: ``Sheet1!B7 (Supplier)``, ``footnote 3``; None for running
    text."""
    boxes: tuple[Box, ...] = ()
    """Of its words; only where they were read from a picture of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader got out of a file.

    Its extracted text is what its passages say, each at its ``start``. Between two passages stands
    one line feed; in a text file, whatever the file has there, so that offsets are the file's.
    """

    path: str
    """As the user gave it; a file inside a file as ``deal.zip!/annex/2.pdf``."""
    sha256: str
    """Of the file's bytes; empty when they could not be read at all."""
    media_type: str
    status: DocumentStatus
    reason: str | None = None
    """What was not read and why; None when all was."""
    passages: tuple[Passage, ...] = ()
    pages: int | None = None
    content: bytes | None = field(default=None, repr=False, compare=False)
    """The file's bytes, kept only when asked for: pictures of its pages are made from them."""

    @property
    def text(self) -> str:
        """The extracted text, with line feeds for what stands between the passages."""
        pieces, end = [], 0
        for passage in self.passages:
            pieces += ["\n" * (passage.start - end), passage.text]
            end = passage.start + len(passage.text)
        return "".join(pieces)

    @property
    def characters(self) -> int:
        """Code points of extracted text that were screened."""
        return sum(len(passage.text) for passage in self.passages)
