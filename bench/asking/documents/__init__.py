"""Documents with one listed name in one place of a format each, made without other programs."""

from collections.abc import Iterator

from asking.documents import mail, markup, office, packed, pdf, plain
from asking.documents.paper import Paper

__all__ = ["Paper", "papers"]


def papers(name: str) -> Iterator[Paper]:
    """One document for each place that a format has for a name."""
    plain_papers = list(plain.papers(name))
    office_papers = list(office.papers(name))
    yield from plain_papers
    yield from markup.papers(name)
    yield from mail.papers(name)
    yield from office_papers
    yield from pdf.papers(name)
    yield from packed.papers(name, office_papers)
