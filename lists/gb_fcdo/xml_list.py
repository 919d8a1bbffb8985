"""The UK Sanctions List as XML: one ``Designation`` for each party.

Every element under it is read into a field or kept as a note under its own name.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lists.gb_fcdo.record import ADDRESS_PARTS, NAME_PARTS, Record
from lists.source import ParseReport, Readable
from lists.texts import one_line
from lists.written_dates import british_date
from lists.xml_stream import described, elements, local
from records import ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT = "Designations"
BORN = ("TownOfBirth", "CountryOfBirth")


def records(file: Readable, report: ParseReport) -> Iterator[Record]:
    """Yield the record of each ``Designation``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, or an entry without an id.
    """
    number = 0
    for node in elements(file, ROOT, "Designation", "DateGenerated"):
        if local(node) == "DateGenerated":
            report.edition = british_date(node.text or "") or None
            continue
        number += 1
        reference = one_line(_said(node).get("UniqueID"))
        if not reference:
            raise ListFormatError(f"entry number {number} has no UniqueID")
        record = Record(reference)
        _take(node, record)
        yield record


def _take(node: "Element", record: Record) -> None:
    for child in node:
        tag = local(child)
        if reader := READERS.get(tag):
            reader(child, record)
        elif len(child):
            _take(child, record)
        else:
            record.add(tag, child.text)


def _said(node: "Element") -> dict[str, str]:
    return {local(child): child.text or "" for child in node}


def _unread(node: "Element", record: Record, known: tuple[str, ...]) -> None:
    for child in node:
        if local(child) not in known:
            record.add(f"{local(node)}/{local(child)}", described(child))


def _name(node: "Element", record: Record) -> None:
    said = _said(node)
    record.add_name(said, said.get("NameType", ""), said.get("AliasStrength", ""))
    _unread(node, record, (*NAME_PARTS, "NameType", "AliasStrength"))


def _original(node: "Element", record: Record) -> None:
    known = ("NameNonLatinScript", "NonLatinScriptType", "NonLatinScriptLanguage")
    said = _said(node)
    record.add_original(*(said.get(label, "") for label in known))
    _unread(node, record, known)


def _address(node: "Element", record: Record) -> None:
    record.add_address(_said(node))
    _unread(node, record, ADDRESS_PARTS)


def _document(label: str, details: str) -> Callable[["Element", Record], None]:
    def read(node: "Element", record: Record) -> None:
        said = _said(node)
        record.add_document(label, said.get(label, ""), said.get(details, ""))
        _unread(node, record, (label, details))

    return read


def _birth_place(node: "Element", record: Record) -> None:
    said = _said(node)
    places = [text for label in BORN if (text := one_line(said.get(label)))]
    record.add("PlaceOfBirth", ", ".join(places))
    record.add("CountryOfBirth", said.get("CountryOfBirth"))
    _unread(node, record, BORN)


def _measures(node: "Element", record: Record) -> None:
    """The measures are flags; those that are not imposed say nothing."""
    for child in node:
        text = (child.text or "").strip()
        if text.lower() == "true":
            record.add("SanctionsImposedIndicators", local(child))
        elif text.lower() != "false":
            record.add(f"SanctionsImposedIndicators/{local(child)}", text)


READERS: dict[str, Callable[["Element", Record], None]] = {
    "Name": _name,
    "NonLatinName": _original,
    "Address": _address,
    "Passport": _document("PassportNumber", "PassportAdditionalInformation"),
    "NationalIdentifier": _document(
        "NationalIdentifierNumber", "NationalIdentifierAdditionalInformation"
    ),
    "Location": _birth_place,
    "SanctionsImposedIndicators": _measures,
}
