"""The organisations that a document names, listed or not: what an analyst sees was looked at."""

from matcher import organisations
from records import Document, NamedParty, Span


def names_in(document: Document) -> tuple[NamedParty, ...]:
    """The names of organisations in a document, in the order of its text."""
    return tuple(
        NamedParty(
            span=Span(
                start=passage.start + found.start,
                end=passage.start + found.end,
                text=passage.text[found.start : found.end],
                page=passage.page,
                place=passage.place,
            ),
            how=found.how,
        )
        for passage in document.passages
        for found in organisations(passage.text, passage.place)
    )
