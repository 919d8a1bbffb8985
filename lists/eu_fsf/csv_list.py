"""The EU's list as CSV 1.1: a row for each name, address, birth date, document and citizenship.

The columns are the XML's elements and attributes under other names, so the rows of a party are
put back into the XML's form and read by its reader: both formats give the same entities, but for
what the CSV lacks (which names are weak, contact details, corrigenda).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from lists.csv_rows import check_width, table_rows
from lists.eu_fsf.xml_list import Entry
from lists.source import ParseReport, Readable
from records import Entity, ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DELIMITER = ";"
ID, DATE = "Entity_LogicalId", "fileGenerationDate"
NEEDED = (DATE, ID, "Entity_SubjectType", "NameAlias_WholeName", "Entity_Regulation_Programme")
OLD = b"Naal_wholename"
"""A column of version 1.0, which was given up in 2018."""
PARTS = {
    "NameAlias": "nameAlias",
    "Address": "address",
    "BirthDate": "birthdate",
    "Identification": "identification",
    "Citizenship": "citizenship",
}
ATTRIBUTES = {
    "BirthDate_BirthDate": "birthdate",
    "BirthDate_Day": "dayOfMonth",
    "BirthDate_Month": "monthOfYear",
    "Identification_TypeCode": "identificationTypeCode",
    "Identification_TypeDescription": "identificationTypeDescription",
    "Identification_IssuedDate": "issueDate",
    "Entity_EU_ReferenceNumber": "euReferenceNumber",
    "Entity_UN_ReferenceNumber": "unitedNationId",
    # The other way round than in the XML: here the type is "P" and the class is "person".
    "Entity_SubjectType": "classificationCode",
    "Entity_SubjectType_ClassificationCode": "code",
    "Regulation_Type": "regulationType",
}
"""Columns whose attribute has another name than the column with a small first letter."""
TEXTS = {"Remark": "remark", "PublicationUrl": "publicationUrl", "ContactInfo": "contactInfo"}
"""Columns that are elements of their own in the XML."""

Values = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Rows:
    """What the rows of one party say, each thing once."""

    about: Values = ()
    parts: dict[tuple[str, Values], None] = field(default_factory=dict)


def recognises(head: bytes) -> bool:
    """Whether the file is the FSF export as CSV; the old version is, so that it can be named."""
    line = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    return OLD in line or all(name.encode() in line for name in NEEDED)


def refuse_old(head: bytes) -> None:
    """Name the version that is not read.

    Raises:
        ListFormatError: the file that begins so is of version 1.0.
    """
    if OLD in head.partition(b"\n")[0]:
        raise ListFormatError(
            "it is the EU's CSV of version 1.0, which ended in 2018; take the XML or the CSV of "
            "version 1.1"
        )


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each ``Entity_LogicalId``, in the order of their first rows.

    Raises:
        ListFormatError: not a whole table of this version, or a row without an id.
    """
    table = table_rows(file, "utf-8-sig", DELIMITER)
    header = next(table, [])
    if missing := [name for name in NEEDED if name not in header]:
        raise ListFormatError(f"the table has no column {missing[0]!r}")
    parties: dict[str, _Rows] = {}
    for number, row in enumerate(table, 2):
        if any(row):
            check_width(row, header, number)
            _add(header, row, number, parties)
            report.edition = report.edition or _day(row[header.index(DATE)])
    for reference, rows in parties.items():
        yield Entry(reference, report).read(_element(reference, rows))


def _day(text: str) -> str | None:
    if found := re.match(r"(\d{2})/(\d{2})/(\d{4})$", text.strip(), re.ASCII):
        return f"{found[3]}-{found[2]}-{found[1]}"
    found = re.match(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII)
    return found[0] if found else None


def _add(header: Sequence[str], row: Sequence[str], number: int, parties: dict[str, _Rows]) -> None:
    said = {name: text.strip() for name, text in zip(header, row, strict=True) if text.strip()}
    reference = said.pop(ID, "")
    if not reference:
        raise ListFormatError(f"row {number} has no {ID}")
    said.pop(DATE, None)
    groups: dict[str, list[tuple[str, str]]] = {}
    for column, text in said.items():
        prefix, _, rest = column.partition("_")
        known = prefix in PARTS and bool(rest)
        groups.setdefault(prefix if known else "Entity", []).append((column, text))
    rows = parties.setdefault(reference, _Rows())
    rows.about = rows.about or tuple(groups.pop("Entity", ()))
    groups.pop("Entity", None)
    for prefix, values in groups.items():
        rows.parts[prefix, tuple(values)] = None


def _element(reference: str, rows: _Rows) -> "Element":
    """The party as the XML has it."""
    party = etree.Element("sanctionEntity", {"logicalId": reference})
    regulation = etree.SubElement(party, "regulation")
    subject = etree.SubElement(party, "subjectType")
    for column, text in rows.about:
        if column.startswith("Entity_Regulation_"):
            _put(regulation, "Entity_", column, text)
        elif column.startswith("Entity_SubjectType"):
            _put(subject, "Entity_", column, text)
        else:
            _put(party, "Entity_", column, text)
    for prefix, values in rows.parts:
        part = etree.SubElement(party, PARTS[prefix])
        summary = etree.Element("regulationSummary")
        for column, text in values:
            rule = column.startswith(f"{prefix}_Regulation_")
            _put(summary if rule else part, f"{prefix}_", column, text)
        if summary.keys() or len(summary):
            part.append(summary)
    return party


def _put(node: "Element", prefix: str, column: str, text: str) -> None:
    name = column.removeprefix(prefix)
    plain = name.removeprefix("Regulation_")
    if plain in TEXTS:
        etree.SubElement(node, TEXTS[plain]).text = _without_controls(text)
        return
    key = ATTRIBUTES.get(column) or ATTRIBUTES.get(name) or plain[:1].lower() + plain[1:]
    safe = re.sub(r"[^\w.-]", "_", key, flags=re.ASCII) or "column"
    node.set(safe if safe[0].isalpha() else f"column_{safe}", _without_controls(text))


def _without_controls(text: str) -> str:
    """XML cannot hold control characters, of which a damaged file may have some."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", text)
