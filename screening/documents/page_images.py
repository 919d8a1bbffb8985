"""Where hits stand on the pages of a document: boxes, and pictures of the pages to look at."""

from collections import defaultdict
from dataclasses import replace

from documents import Sandbox, pictures
from records import (
    Box,
    Document,
    DocumentAnswer,
    DocumentError,
    Mark,
    PagePicture,
    Passage,
    Span,
)

_PDF = "application/pdf"
# More pages than this in one report, and no browser opens it.
_MOST_PAGES = 40


def with_pictures(answer: DocumentAnswer, sandbox: Sandbox, *, drawn: bool) -> DocumentAnswer:
    """Add to an answer the pages that its hits stand on.

    Args:
        answer: about a document that kept its bytes; other formats than PDF stay as they are.
        sandbox: where the document is parsed.
        drawn: whether pictures are wanted too; boxes alone cost little.
    """
    document = answer.document
    by_page: dict[int, list[Span]] = defaultdict(list)
    for span in dict.fromkeys(item.span for item in answer.hits):
        if span.page is not None and span.place is None:
            by_page[span.page].append(span)
    pages = dict(sorted(by_page.items())[:_MOST_PAGES])
    if document.content is None or not document.media_type.startswith(_PDF) or not pages:
        return answer
    try:
        return replace(answer, pictures=_drawn(document, pages, sandbox, drawn=drawn))
    except DocumentError:
        # The words were read and screened; only the picture of the page cannot be had.
        return answer


def _drawn(
    document: Document, pages: dict[int, list[Span]], sandbox: Sandbox, *, drawn: bool
) -> tuple[PagePicture, ...]:
    assert document.content is not None  # noqa: S101 (for mypy: the caller looked)
    texts = {page: _passage_of(document, spans[0]) for page, spans in pages.items()}
    asked = {
        # Of a scanned page pdfium knows no words: tesseract has given their boxes.
        page: []
        if texts[page].boxes
        else [(s.start - texts[page].start, s.end - texts[page].start) for s in spans]
        for page, spans in pages.items()
    }
    found = pictures(sandbox, document.content, document.media_type, asked, drawn=drawn)
    return tuple(
        PagePicture(
            page=picture.page,
            png=picture.png,
            marks=tuple(
                Mark(start=span.start, end=span.end, boxes=boxes)
                for span, boxes in zip(
                    pages[picture.page],
                    picture.boxes or _of_words(texts[picture.page], pages[picture.page]),
                    strict=True,
                )
            ),
        )
        for picture in found
    )


def _passage_of(document: Document, span: Span) -> Passage:
    return next(
        passage
        for passage in document.passages
        if passage.start <= span.start < passage.start + len(passage.text)
    )


def _of_words(passage: Passage, spans: list[Span]) -> tuple[tuple[Box, ...], ...]:
    """The boxes of the words of each span, those of one line made one."""
    found = []
    for span in spans:
        start, end = span.start - passage.start, span.end - passage.start
        lines: list[Box] = []
        for box in passage.boxes:
            if box.start < end and start < box.end:
                last = lines[-1] if lines else None
                if last and last.top < (box.top + box.bottom) / 2 < last.bottom:
                    lines[-1] = replace(
                        last,
                        right=max(last.right, box.right),
                        top=min(last.top, box.top),
                        bottom=max(last.bottom, box.bottom),
                    )
                else:
                    lines.append(box)
        found.append(tuple(lines))
    return tuple(found)
