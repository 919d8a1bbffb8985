"""Parts of a document that were read but not searched; like unread parts, they are never clear."""

from dataclasses import replace

from matcher.mentions.document import LONGEST_WORD
from matcher.mentions.find import Point, Searched
from records import Document, DocumentStatus

_ADVICE = "Screen the rest in a file of its own, without what repeats."


def with_unsearched(document: Document, searched: Searched) -> Document:
    """The document, partly screened where the search left something out.

    Args:
        document: as a reader got it out of a file.
        searched: what was found in its passages.
    """
    reasons = [document.reason] if document.reason else []
    if searched.stopped is not None:
        place = _place(document, searched.stopped)
        reasons.append(
            f"so many words are like listed names that the search stopped {place}: what follows "
            f"was not, or not wholly, searched. {_ADVICE}"
        )
    if searched.too_long:
        count, place = len(searched.too_long), _place(document, searched.too_long[0])
        runs = "a run" if count == 1 else f"{count:,} runs"
        first = "" if count == 1 else "the first "
        reasons.append(
            f"{runs} of more than {LONGEST_WORD} letters without a space not searched, "
            f"{first}{place}"
        )
    if len(reasons) == bool(document.reason):
        return document
    status = DocumentStatus.PARTLY_SCREENED
    return replace(document, status=status, reason="; ".join(reasons))


def _place(document: Document, point: Point) -> str:
    """``at character 3,001 of 90,000 (page 2)``, counted from 1."""
    passage = document.passages[point.text]
    last = document.passages[-1]
    where = passage.place or (f"page {passage.page}" if passage.page is not None else None)
    at, count = passage.start + point.offset + 1, last.start + len(last.text)
    return f"at character {at:,} of {count:,}" + (f" ({where})" if where else "")
