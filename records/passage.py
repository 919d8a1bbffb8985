"""A document as text with the place of every piece."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentStatus(StrEnum):
    """Whether a document's words were all seen. What was not read is never clear."""

    SCREENED = "screened"
    PARTLY_SCREENED = "partly_screened"
    NOT_SCREENED = "not_screened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text that stands together in a document."""

    text: str
    start: int = 0
    """Code points of the document's extracted text before it."""
    page: int | None = None
    """Counted from 1; None where the format has no pages."""
    place: str | None = None
    """Where it stood, for a reader: ``Sheet1!B7``, ``footnote 3``; None for running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader got out of a file."""

    path: str
    """As the user gave it."""
    sha256: str
    """Of the file's bytes; empty when they could not be read at all."""
    media_type: str
    status: DocumentStatus
    reason: str | None = None
    """What was not read and why; None when all was."""
    passages: tuple[Passage, ...] = ()
    pages: int | None = None

    @property
    def characters(self) -> int:
        """Code points of extracted text that were screened."""
        return sum(len(passage.text) for passage in self.passages)
