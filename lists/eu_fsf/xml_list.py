"""European Union: consolidated list of financial sanctions (FSF), XML 1.1.

The schema says what may stand where, and every attribute and element of it is either read into a
field or kept in a note under its own name; a test goes through the schema to keep that so.

Format and quirks, with links to the publisher: docs/lists/eu_fsf.md
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lists.eu_fsf.main_name import main_name
from lists.identifier_types import EU_IDENTIFICATIONS
from lists.source import ParseReport, Readable
from lists.xml_stream import described, elements, local, root_of
from records import Address, Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "eu_fsf"
ROOT = "export"
NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"
KINDS = {"person": Kind.PERSON, "enterprise": Kind.ORGANIZATION}
CLASSES = {"P": Kind.PERSON, "E": Kind.ORGANIZATION}
"""What a subject type is classed as: enough when its own code is new to us."""
NOWHERE = "00"
"""The country code for "unknown"."""
GREGORIAN = "GREGORIAN"
NAME_PARTS = ("firstName", "middleName", "lastName")
ADDRESS_PARTS = ("street", "poBox", "zipCode", "city", "place", "region", "countryDescription")


def recognises(head: bytes) -> bool:
    """Whether the file is the FSF export in XML."""
    return root_of(head) == (NAMESPACE, ROOT)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each ``sanctionEntity``, in file order.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, or an entry without an id.
    """
    for number, node in enumerate(elements(file, ROOT, "sanctionEntity"), 1):
        if number == 1:
            report.edition = _edition(node.getparent())
        reference = node.get("logicalId")
        if not reference:
            raise ListFormatError(f"entry number {number} has no logicalId")
        yield Entry(reference, report).read(node)


def _edition(root: "Element | None") -> str | None:
    generated = root.get("generationDate", "") if root is not None else ""
    return generated[:10] or None


class Entry:
    """One ``sanctionEntity`` while it is read."""

    def __init__(self, reference: str, report: ParseReport) -> None:
        self.reference = reference
        self.report = report
        self.kind = Kind.UNKNOWN
        self.names: list[ListedName] = []
        self.identifiers: list[Identifier] = []
        self.addresses: list[Address] = []
        self.countries: set[str] = set()
        self.birth_dates: list[str] = []
        self.programmes: list[str] = []
        self.legal_basis: list[str] = []
        self.remarks: list[str] = []
        self.notes: list[Note] = []
        self.url: str | None = None

    def read(self, node: "Element") -> Entity:
        """Take the element apart and return the finished record."""
        readers: dict[str, Callable[[Element], None]] = {
            "nameAlias": self._name,
            "address": self._address,
            "identification": self._identification,
            "birthdate": self._birth,
            "citizenship": self._citizenship,
            "regulation": self._regulation,
            "subjectType": self._subject,
            "remark": self._remark,
        }
        for child in node:
            tag = local(child)
            reader = readers.get(tag)
            if reader is not None:
                reader(child)
            else:
                self.notes += _note(tag, described(child))
                if tag != "additionalInformation":
                    self.report.oddities[f"unknown element {tag}"] += 1
        self._references(node)
        return self._entity(node.get("designationDate") or None)

    def _references(self, node: "Element") -> None:
        for key, kind in (
            ("euReferenceNumber", "eu_reference"),
            ("unitedNationId", "un_reference"),
        ):
            if value := (node.get(key) or "").strip():
                self.identifiers.append(Identifier(type=kind, value=value))
        read = {"logicalId", "euReferenceNumber", "unitedNationId", "designationDate"}
        self.notes += _attributes(node, read)

    def _entity(self, listed_on: str | None) -> Entity:
        if not self.names:
            self.report.oddities["entry without a name"] += 1
        return Entity(
            id=f"{NAME}:{self.reference}",
            kind=self.kind,
            names=_primary_first(self.names),
            identifiers=tuple(self.identifiers),
            addresses=tuple(self.addresses),
            countries=tuple(sorted(self.countries)),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            programmes=tuple(dict.fromkeys(self.programmes)),
            legal_basis=tuple(dict.fromkeys(self.legal_basis)),
            listed_on=listed_on,
            remarks=tuple(self.remarks),
            url=self.url,
            notes=tuple(self.notes),
        )

    def _remark(self, node: "Element") -> None:
        if text := (node.text or "").strip():
            self.remarks.append(text)

    def _subject(self, node: "Element") -> None:
        code, of_class = node.get("code", ""), node.get("classificationCode", "")
        self.kind = KINDS.get(code) or CLASSES.get(of_class, Kind.UNKNOWN)
        if KINDS.get(code) is not self.kind or CLASSES.get(of_class) is not self.kind:
            # A subject type that we have not met must not keep the list out of use.
            self.report.oddities[f"unknown subject type {code} {of_class}".rstrip()] += 1
            self.notes += _note("subjectType", described(node))

    def _regulation(self, node: "Element") -> None:
        self.programmes += filter(None, [node.get("programme", "").strip()])
        self.legal_basis += filter(None, [node.get("numberTitle", "").strip()])
        for child in node:
            if local(child) == "publicationUrl" and not self.url:
                self.url = (child.text or "").strip() or None
        self.notes += _note("regulation", described(node))

    def _name(self, node: "Element") -> None:
        parts = tuple(
            Note(label=key, text=text) for key in NAME_PARTS if (text := node.get(key, "").strip())
        )
        whole = node.get("wholeName", "").strip()
        text = whole or " ".join(part.text for part in parts)
        notes = tuple(_details(node, {*NAME_PARTS, "wholeName", "nameLanguage", "strong"}))
        if not text:
            self.report.oddities["nameAlias without a name"] += 1
            self.notes += _note("nameAlias", described(node))
            return
        kind = NameKind.ALIAS if node.get("strong", "true") == "true" else NameKind.WEAK
        language = node.get("nameLanguage", "").strip().lower() or None
        self.names.append(
            ListedName(text=text, kind=kind, language=language, parts=parts, notes=notes)
        )

    def _country(self, node: "Element") -> str | None:
        code = node.get("countryIso2Code", "").strip().lower()
        if not code or code == NOWHERE:
            return None
        self.countries.add(code)
        return code

    def _citizenship(self, node: "Element") -> None:
        self._country(node)
        self.notes += _note("citizenship", described(node))

    def _birth(self, node: "Element") -> None:
        self._country(node)
        if node.get("calendarType", GREGORIAN) == GREGORIAN and (date := _birth_date(node)):
            self.birth_dates.append(date)
        self.notes += _note("birthdate", described(node))

    def _address(self, node: "Element") -> None:
        country = self._country(node)
        values = {key: node.get(key, "").strip() for key in ADDRESS_PARTS}
        if country is None:
            values["countryDescription"] = ""
        kept = [
            Note(label=key, text=values[key])
            for key in ADDRESS_PARTS
            if values[key] and key not in {"city", "countryDescription"}
        ]
        kept += _details(node, {*ADDRESS_PARTS, "countryIso2Code"})
        self.addresses.append(
            Address(
                text=", ".join(text for text in values.values() if text),
                city=values["city"] or None,
                country=country,
                notes=tuple(kept),
            )
        )

    def _identification(self, node: "Element") -> None:
        country = self._country(node)
        code = node.get("identificationTypeCode", "").strip()
        number, latin = node.get("number", "").strip(), node.get("latinNumber", "").strip()
        notes = [Note(label="identificationTypeCode", text=code)]
        if latin and number:
            notes.append(Note(label="latinNumber", text=latin))
        read = {"number", "latinNumber", "identificationTypeCode", "countryIso2Code"}
        notes += _details(node, read)
        self.identifiers.append(
            Identifier(
                type=EU_IDENTIFICATIONS.get(code, code.lower()),
                value=number or latin,
                country=country,
                notes=tuple(notes),
            )
        )


def _birth_date(node: "Element") -> str:
    """ISO 8601, as exact as published: a day, a month, a year, or years with a slash between."""
    if day := node.get("birthdate", "").strip():
        return day
    year, month, day = (node.get(key, "") for key in ("year", "monthOfYear", "dayOfMonth"))
    if year:
        parts = [year.zfill(4), *(part.zfill(2) for part in (month, day) if part)]
        return "-".join(parts if month else parts[:1])
    first, last = node.get("yearRangeFrom", ""), node.get("yearRangeTo", "")
    # One end alone ("up to 1980") is no year of birth; it stays a note.
    return f"{first.zfill(4)}/{last.zfill(4)}" if first and last else ""


def _primary_first(names: list[ListedName]) -> tuple[ListedName, ...]:
    """The names in the list's order, but for the main one, which is made primary and put first."""
    main = main_name(names)
    if main is None:
        return tuple(names)
    place = next(number for number, name in enumerate(names) if name is main)
    primary = replace(main, kind=NameKind.PRIMARY)
    return (primary, *names[:place], *names[place + 1 :])


def _note(label: str, text: str) -> list[Note]:
    return [Note(label=label, text=text)] if text else []


def _attributes(node: "Element", read: set[str]) -> list[Note]:
    """Notes for the attributes that were not read; "false" and empty ones say nothing."""
    nowhere = node.get("countryIso2Code") == NOWHERE
    return [
        Note(label=str(key), text=str(value))
        for key, value in node.attrib.items()
        if key not in read
        and str(value).strip() not in {"", "false"}
        and not (nowhere and key in {"countryIso2Code", "countryDescription"})
    ]


def _details(node: "Element", read: set[str]) -> list[Note]:
    """Notes for attributes that were not read and for everything inside an element."""
    notes = _attributes(node, read)
    for child in node:
        notes += _note(local(child), described(child))
    return notes
