"""United Nations Security Council: consolidated list, XML.

Format and quirks, with links to the publisher: docs/lists/un_sc.md
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lists.countries import country_code
from lists.identifier_types import UN_DOCUMENTS
from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, listed_names, noted, one_line, primary_first
from lists.xml_stream import described, elements, local, root_of
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "un_sc"
ROOT = "CONSOLIDATED_LIST"
KINDS = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.ORGANIZATION}
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
NOTHING = "na"
"""The schema's default for a name part; some copies spell it out."""
QUALITIES = {
    "good": NameKind.ALIAS,
    "low": NameKind.WEAK,
    "a.k.a.": NameKind.ALIAS,
    "f.k.a.": NameKind.FORMER,
}
"""Individuals have the first two, entities the others."""
ADDRESS_PARTS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
NOTED = {
    "VERSIONNUM", "GENDER", "SUBMITTED_BY", "SUBMITTED_ON", "NATIONALITY2", "TITLE",
    "DESIGNATION", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
    "DELISTED_ON", "HAS_INTERPOL_LINK", "INTERPOL_LINK",
}  # fmt: skip
"""Known elements that have no field of their own."""


def recognises(head: bytes) -> bool:
    """Whether the file is the consolidated list in XML."""
    return root_of(head) == ("", ROOT)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each ``INDIVIDUAL`` and ``ENTITY``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, or an entry without an id.
    """
    for number, node in enumerate(elements(file, ROOT, *KINDS), 1):
        if number == 1:
            report.edition = iso_day(node.getroottree().getroot().get("dateGenerated"))
        reference = _text(node, "DATAID")
        if not reference:
            raise ListFormatError(f"entry number {number} has no DATAID")
        yield _Entry(report).read(node, reference)


class _Entry:
    """One ``INDIVIDUAL`` or ``ENTITY`` while it is read."""

    def __init__(self, report: ParseReport) -> None:
        self.report = report
        self.names: list[ListedName] = []
        self.identifiers: list[Identifier] = []
        self.addresses: list[Address] = []
        self.countries: set[str] = set()
        self.birth_dates: list[str] = []
        self.notes: list[Note] = []

    def read(self, node: "Element", reference: str) -> Entity:
        """Take the element apart and return the finished record."""
        self._primary(node)
        for child in node:
            self._detail(child, local(child).removeprefix(f"{local(node)}_"))
        if not self.names:
            self.report.oddities["entry without a name"] += 1
        return Entity(
            id=f"{NAME}:{reference}",
            kind=KINDS[local(node)],
            names=primary_first(self.names),
            identifiers=tuple(self.identifiers),
            addresses=tuple(self.addresses),
            countries=tuple(sorted(self.countries)),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            programmes=tuple(n.text for n in noted("", _text(node, "UN_LIST_TYPE"))),
            listed_on=iso_day(_text(node, "LISTED_ON")),
            remarks=tuple(n.text for n in noted("", node.findtext("COMMENTS1"))),
            notes=tuple(self.notes),
        )

    def _primary(self, node: "Element") -> None:
        parts = tuple(
            Note(label=tag, text=text)
            for tag in NAME_PARTS
            if (text := _text(node, tag)) and text != NOTHING
        )
        whole = " ".join(part.text for part in parts)
        found = listed_names(whole, NameKind.PRIMARY, "FIRST_NAME")
        if len(found) == 1 and len(parts) > 1:
            found = [ListedName(text=whole, kind=NameKind.PRIMARY, parts=parts)]
        self.names += found
        original = _text(node, "NAME_ORIGINAL_SCRIPT")
        self.names += listed_names(original, NameKind.PRIMARY, "NAME_ORIGINAL_SCRIPT")

    def _detail(self, node: "Element", tag: str) -> None:
        readers: dict[str, Callable[[Element], None]] = {
            "ALIAS": self._alias,
            "ADDRESS": self._address,
            "DATE_OF_BIRTH": self._birth,
            "PLACE_OF_BIRTH": self._countries_of,
            "NATIONALITY": self._countries_of,
            "DOCUMENT": self._document,
            "REFERENCE_NUMBER": self._reference,
            "LISTED_ON": self._listed,
        }
        read = {*NAME_PARTS, "DATAID", "UN_LIST_TYPE", "COMMENTS1", "NAME_ORIGINAL_SCRIPT"}
        if tag in readers:
            readers[tag](node)
        elif tag not in read:
            self.notes += noted(tag, described(node))
            if tag not in NOTED:
                self.report.oddities[f"unknown element {tag}"] += 1

    def _reference(self, node: "Element") -> None:
        if text := one_line(node.text):
            self.identifiers.append(Identifier(type="un_reference", value=text))

    def _listed(self, node: "Element") -> None:
        # A few dates carry a time zone ("2025-08-01-04:00").
        if one_line(node.text) != iso_day(node.text):
            self.notes += noted("LISTED_ON", node.text)

    def _alias(self, node: "Element") -> None:
        quality, text = _text(node, "QUALITY"), _text(node, "ALIAS_NAME")
        kind = QUALITIES.get(quality.lower())
        details = _details(node, {"QUALITY", "ALIAS_NAME"})
        if kind is None and quality:
            self.report.oddities[f"unknown alias quality {quality}"] += 1
            details = (Note(label="QUALITY", text=quality), *details)
        if text:  # about every tenth alias is an empty element
            self.names += listed_names(text, kind or NameKind.ALIAS, "ALIAS_NAME", details)
        else:
            self.notes += details

    def _address(self, node: "Element") -> None:
        values = {tag: text for tag in ADDRESS_PARTS if (text := _text(node, tag))}
        notes = _details(node, {"CITY", "COUNTRY"})
        if not values:
            self.notes += noted("ADDRESS", described(node))
            return
        code = country_code(values.get("COUNTRY", ""))
        self.countries |= {code} if code else set()
        self.addresses.append(
            Address(
                text=", ".join(values.values()), city=values.get("CITY"), country=code, notes=notes
            )
        )

    def _birth(self, node: "Element") -> None:
        first, last = _text(node, "FROM_YEAR"), _text(node, "TO_YEAR")
        years = f"{first}/{last}" if first and last else first or last
        if date := _text(node, "DATE") or _text(node, "YEAR") or years:
            self.birth_dates.append(date)
        self.notes += noted("DATE_OF_BIRTH", described(node))

    def _countries_of(self, node: "Element") -> None:
        for child in node.iter("COUNTRY", "VALUE"):
            if code := country_code(child.text or ""):
                self.countries.add(code)
        self.notes += noted(local(node).removeprefix("INDIVIDUAL_"), described(node))

    def _document(self, node: "Element") -> None:
        number = _text(node, "NUMBER")
        if not number:  # often the whole document stands in the note, or in the type
            self.notes += noted("DOCUMENT", described(node))
            return
        country = _text(node, "ISSUING_COUNTRY") or _text(node, "COUNTRY_OF_ISSUE")
        code = country_code(country)
        self.countries |= {code} if code else set()
        kind = _text(node, "TYPE_OF_DOCUMENT") or _text(node, "TYPE_OF_DOCUMENT2").rstrip(" :")
        self.identifiers.append(
            Identifier(
                type=UN_DOCUMENTS.get(kind.lower(), kind.lower() or "document"),
                value=number,
                country=code,
                notes=_details(node, {"NUMBER"}),
            )
        )


def _text(node: "Element", tag: str) -> str:
    return one_line(node.findtext(tag))


def _details(node: "Element", read: set[str]) -> tuple[Note, ...]:
    """Notes for everything inside an element that was not read."""
    return tuple(
        note
        for child in node
        if local(child) not in read
        for note in noted(local(child), described(child))
    )


SOURCE = Source(
    name=NAME,
    title="UN: Security Council consolidated list",
    publisher="United Nations Security Council",
    url="https://scsanctions.un.org/resources/xml/en/consolidated.xml",
    parse=parse,
    recognises=recognises,
    # 1,003 in February 2026, 1,011 in August; whole regimes (Iran) have come and gone.
    at_least=600,
    at_most=10_000,
    # The file is made anew every day, changed or not.
    max_age_days=14,
    media_types=("application/xml", "text/xml", "application/octet-stream"),
)
