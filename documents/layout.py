"""Passages laid one after the other into a document's extracted text."""

import re

from documents.limits import LARGEST_TEXT
from records import Box, DocumentError, Passage

_BLANKS = re.compile(r"\s+")
# Soft hyphens say where a word may be broken; NUL and halves of surrogate pairs are no text.
_NOTHING = re.compile("[\u00ad\x00]")
_LOST = re.compile("\ufffd{2,}|\\w\ufffd+|\ufffd+\\w")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HALVES = re.compile("[\ud800-\udfff]")


def raised(text: str) -> str:
    """A text that stands raised, with its digits as they are seen: the number of a footnote is no
    part of the word that it stands at, ``Bank Sepah³``.
    """
    return text.translate(_RAISED)


def tidy(text: str) -> str:
    """A text as it reads: one space for any white space, nothing invisible inside words."""
    return _BLANKS.sub(" ", sound(text)).strip()


def sound(text: str) -> str:
    """A text without soft hyphens and without what no text may hold."""
    # Cells are many and short, and to look at one twice takes longer than to read it.
    if text.isascii() and "\x00" not in text:
        return text
    return _HALVES.sub("\ufffd", _NOTHING.sub("", text))


def letters_lost(passages: tuple[Passage, ...]) -> str | None:
    """What is said of letters that a program before us could not read and put U+FFFD for: a word
    that lacks one is not found. One by itself was a sign.
    """
    pages: set[int] = set()
    lost = 0
    for passage in passages:
        if "\ufffd" in passage.text and (found := _LOST.findall(passage.text)):
            lost += sum(piece.count("\ufffd") for piece in found)
            pages |= {passage.page} if passage.page is not None else set()
    if not lost:
        return None
    where = f" on page {', '.join(map(str, sorted(pages)))}" if pages else ""
    return (
        f"letters were lost before the file came here (U+FFFD in {lost:,} places{where}): words "
        "that had them may be missed. Is there a copy from before?"
    )


class Layout:
    """Collects passages; between two of them stands one line feed."""

    def __init__(self) -> None:
        self._passages: list[Passage] = []
        self._end = 0

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        place: str | None = None,
        boxes: tuple[Box, ...] = (),
    ) -> None:
        """Put a passage behind the others; one of white space alone is left out.

        Raises:
            DocumentError: it would be more text than a document may have.
        """
        if not text or text.isspace():
            return
        start = self._end + bool(self._passages)
        self._passages.append(Passage(text=text, start=start, page=page, place=place, boxes=boxes))
        self._end = start + len(text)
        if self._end > LARGEST_TEXT:
            raise DocumentError(
                f"more than {LARGEST_TEXT / 1e6:,.0f} million characters of text: nothing was "
                "read. Split it and screen the parts."
            )

    def again(self, passages: tuple[Passage, ...], place: str | None = None) -> None:
        """Put passages of another extraction behind, ``place`` before their own places."""
        for passage in passages:
            places = ", ".join(filter(None, (place, passage.place)))
            self.add(passage.text, page=passage.page, place=places or None, boxes=passage.boxes)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What was collected."""
        return tuple(self._passages)
