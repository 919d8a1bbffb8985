"""European Union: consolidated list of financial sanctions (FSF), XML 1.1 and CSV 1.1.

Format and quirks, with links to the publisher: docs/lists/eu_fsf.md
"""

from collections.abc import Iterator

from lists.eu_fsf import csv_list, xml_list
from lists.source import ParseReport, Readable, Source, with_head
from records import Entity


def recognises(head: bytes) -> bool:
    """Whether the file is the FSF export in XML or CSV."""
    return xml_list.recognises(head) or csv_list.recognises(head)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield the entities of a file, whichever of the EU's formats it has.

    Raises:
        ListFormatError: it has none of them, or is not whole.
    """
    head, whole = with_head(file)
    csv_list.refuse_old(head)
    is_xml = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
    chosen = xml_list.parse if is_xml else csv_list.parse
    yield from chosen(whole, report)


SOURCE = Source(
    name=xml_list.NAME,
    title="EU: consolidated list of persons, groups and entities subject to financial sanctions",
    publisher="European Commission, DG FISMA",
    url=(
        "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"
        "?token=dG9rZW4tMjAxNw"
    ),
    parse=parse,
    recognises=recognises,
    # Around 6,000 since 2024; a whole regime (Syria, 2025) has been lifted at once.
    at_least=4_000,
    at_most=40_000,
    # Editions have followed each other within two weeks; the Council listed in August too.
    max_age_days=14,
    media_types=("application/xml", "text/xml", "text/csv", "application/octet-stream"),
)

__all__ = ["SOURCE"]
