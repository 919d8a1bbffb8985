"""The organisations that a document names, listed or not: what an analyst sees was looked at."""

from matcher.mentions.organisations import Organisation, organisations
from records import Document, NamedParty, Passage, Span
from screening.documents.spacy_model import EntityModel


def names_in(document: Document, model: EntityModel | None = None) -> tuple[NamedParty, ...]:
    """The names of organisations in a document, in the order of its text.

    Args:
        document: what was read of a file.
        model: finds those that no rule sees; None for the rules alone.
    """
    return tuple(
        NamedParty(
            span=Span.of(passage, found.start, found.end),
            how=found.how,
        )
        for passage in document.passages
        for found in _in_passage(passage, model)
    )


def _in_passage(passage: Passage, model: EntityModel | None) -> list[Organisation]:
    found = organisations(passage.text, passage.place)
    if model is None:
        return found
    more = [
        Organisation(start, end, model.name)
        for start, end in model.organisations(passage.text)
        if not any(item.start < end and start < item.end for item in found)
    ]
    return sorted([*found, *more], key=lambda item: item.start)
