"""Switzerland: SECO's sanctions list, XML.

The file keeps parties that were taken off the list, and copies of what entries said before; both
are history and not the list, and are left out.

Format and quirks, with links to the publisher: docs/lists/ch_seco.md
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lists.ch_seco.places import Place, place
from lists.ch_seco.target import NAME, Measure, Target
from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, noted, one_line
from lists.xml_stream import elements, local, root_of
from records import Entity, ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT = "swiss-sanctions-list"
ENGLISH = "eng"
WHOLE = "whole-list"
DELISTED = "de-listed"
LISTED = "listed"
DATES = ("effective-date", "enactment-date", "publication-date")


def recognises(head: bytes) -> bool:
    """Whether the file is SECO's list."""
    root = root_of(head)
    return root is not None and root[1] == ROOT


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each ``target`` that is on the list, in file order.

    Places stand behind the targets, so all of them are read before the first is complete.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, or an entry without an id.
    """
    measures: dict[str, Measure] = {}
    places: dict[str, Place] = {}
    targets: list[tuple[Target, str | None]] = []
    number, whole = 0, True
    for node in elements(file, ROOT, "sanctions-program", "target", "place"):
        root = node.getparent()
        if root is None or local(root) != ROOT:
            continue  # a copy of what an entry said before
        report.edition = iso_day(root.get("date"))
        whole = root.get("list-type", WHOLE) == WHOLE
        kind = local(node)
        if kind == "sanctions-program":
            measures |= _measures(node)
        elif kind == "place":
            places[one_line(node.get("ssid"))] = place(node)
        else:
            number += 1
            targets += _target(node, number, report)
    if not whole:
        report.oddities["file of amendments, not the whole list"] += 1
    for target, listed_on in targets:
        yield target.entity(places, measures, listed_on)


def _measures(node: "Element") -> dict[str, Measure]:
    key, name = _english(node, "program-key"), _english(node, "program-name")
    sets: dict[str, list[Element]] = {}
    for child in node.iterfind("{*}sanctions-set"):
        sets.setdefault(one_line(child.get("ssid")), []).append(child)
    return {
        ssid: Measure(key, ": ".join(filter(None, (name, _in_english(texts)))))
        for ssid, texts in sets.items()
    }


def _english(node: "Element", tag: str) -> str:
    return _in_english(node.findall(f"{{*}}{tag}"))


def _in_english(nodes: "list[Element]") -> str:
    """The English text among those in four languages; the first when there is none."""
    texts = {one_line(node.get("lang")): one_line(node.text) for node in reversed(nodes)}
    return texts.get(ENGLISH) or next(reversed(texts.values()), "")


def _target(
    node: "Element", number: int, report: ParseReport
) -> Iterator[tuple[Target, str | None]]:
    reference = one_line(node.get("ssid"))
    if not reference:
        raise ListFormatError(f"target number {number} has no ssid")
    changes = [
        (next((day for key in DATES if (day := iso_day(child.get(key)))), ""), -place, child)
        for place, child in enumerate(node.iterfind("{*}modification"))
    ]
    # The newest stands first; where dates and order differ, dates have been right.
    history = [(day, one_line(child.get("modification-type"))) for day, _, child in sorted(changes)]
    if history and history[-1][1] == DELISTED:
        return
    target = Target(reference, report)
    target.read(node)
    for day, what in history:
        target.notes += noted("modification", f"{what} {day}".strip())
    yield target, _listed_on(history)


def _listed_on(history: list[tuple[str, str]]) -> str | None:
    """The first day on the list since the party was last taken off it."""
    off = max((place for place, (_, what) in enumerate(history) if what == DELISTED), default=-1)
    days = (day for day, what in history[off + 1 :] if what == LISTED and day)
    return min(days, default=None)


SOURCE = Source(
    name=NAME,
    title="Switzerland: SECO's sanctions list",
    publisher="State Secretariat for Economic Affairs SECO",
    url=(
        "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml"
        "?lang=en&action=downloadXmlGesamtlisteAction"
    ),
    parse=parse,
    recognises=recognises,
    # Around 7,100 in September 2026 beside 1,550 that were taken off; whole programmes have been
    # lifted. An amendment file has a few hundred at most.
    at_least=4_500,
    at_most=60_000,
    # The date is that of the last amendment; weeks can pass between two.
    max_age_days=30,
    media_types=("application/xml", "text/xml", "application/octet-stream"),
    # The server makes the file anew for each request; others have waited for minutes.
    patience_seconds=300,
)

__all__ = ["SOURCE"]
