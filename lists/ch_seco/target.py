"""One party of SECO's list while it is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lists.ch_seco.names import PRIMARY, names
from lists.ch_seco.places import Lines, Place, country_of, lines
from lists.identifier_types import SECO_DOCUMENTS
from lists.labelled_numbers import numbers_in
from lists.source import ParseReport
from lists.texts import noted, one_line, primary_first
from lists.xml_stream import described, local
from records import Entity, Identifier, Kind, ListedName, Note, Relation

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "ch_seco"
KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION}
OBJECTS = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}
GREGORIAN = "gregorian"
_UN = re.compile(r"[A-Z]{2}[ie]\.\d{3}")


@dataclass(frozen=True, slots=True)
class Measure:
    """One ``sanctions-set`` of a programme."""

    programme: str
    basis: str


@dataclass(slots=True)
class Target:
    """What one ``target`` says; its places are looked up when the file is over."""

    reference: str
    report: ParseReport
    kind: Kind = Kind.UNKNOWN
    sets: list[str] = field(default_factory=list)
    names: list[ListedName] = field(default_factory=list)
    addresses: list[Lines] = field(default_factory=list)
    birth_places: list[Lines] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    births: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def read(self, node: "Element") -> None:
        """Take the element apart, but for its modifications."""
        for child in node:
            tag, text = local(child), one_line(child.text)
            if tag == "sanctions-set-id":
                self.sets.append(text)
            elif tag == "foreign-identifier":
                self._foreign(text)
            elif tag in KINDS or tag == "object":
                self._party(child, tag)
            elif tag != "modification":
                self.notes += noted(tag, described(child))
        if not self.names:
            self.report.oddities["entry without a name"] += 1

    def _foreign(self, text: str) -> None:
        if _UN.fullmatch(text):
            self.identifiers.append(Identifier(type="un_reference", value=text))
        else:
            self.notes += noted("foreign-identifier", text)

    def _party(self, node: "Element", tag: str) -> None:
        said = one_line(node.get("object-type"))
        self.kind = KINDS.get(tag) or OBJECTS.get(said, Kind.UNKNOWN)
        if self.kind is Kind.UNKNOWN:
            self.report.oddities[f"unknown type of object {said}"] += 1
        self.notes += noted("sex", node.get("sex")) + noted("object-type", said)
        for child in node:
            kind = local(child)
            if kind == "identity":
                self._identity(child)
            elif kind in {"justification", "other-information"}:
                self._remark((child.text or "").strip())
            elif kind == "relation":
                self._relation(child)
            else:
                self._unknown(child)

    def _remark(self, text: str) -> None:
        if text:
            self.remarks.append(text)
            self.identifiers += numbers_in(text)

    def _relation(self, node: "Element") -> None:
        to = one_line(node.get("target-id"))
        remark = noted("remark", described(node, skip=("ssid", "target-id", "relation-type")))
        kind = one_line(node.get("relation-type"))
        self.relations.append(Relation(type=kind, target=f"{NAME}:{to}", notes=remark))

    def _identity(self, node: "Element") -> None:
        main = node.get("main") != "false"
        published = node.findall("{*}name")
        lender = next((n for n in published if n.get("name-type") == PRIMARY), None)
        for child in published:
            own = child is lender
            self.names += names(
                child, main=main, report=self.report, lender=None if own else lender
            )
        readers: dict[str, Callable[[Element], None]] = {
            "nationality": self._nationality,
            "day-month-year": self._birth,
            "place-of-birth": lambda born: self.birth_places.append(lines(born)),
            "address": lambda address: self.addresses.append(lines(address)),
            "identification-document": self._document,
            "name": lambda _: None,
        }
        for child in node:
            readers.get(local(child), self._unknown)(child)

    def _nationality(self, node: "Element") -> None:
        if code := country_of(node):
            self.countries.add(code)
        self.notes += noted("nationality", described(node, skip=("ssid",)))

    def _birth(self, node: "Element") -> None:
        parts = [one_line(node.get(key)) for key in ("year", "month", "day")]
        numbers = [part.zfill(2) for part in parts if part.isdecimal() and part.isascii()]
        gregorian = one_line(node.get("calendar")).lower() in {"", GREGORIAN}
        if gregorian and parts[0] and len(numbers) == len([part for part in parts if part]):
            self.births.append("-".join([numbers[0].zfill(4), *numbers[1:]]))
        if not gregorian or one_line(node.get("quality")) not in {"", "good"} or not parts[0]:
            self.notes += noted("day-month-year", described(node, skip=("ssid",)))

    def _document(self, node: "Element") -> None:
        kind = one_line(node.get("document-type"))
        issuer = node.find("{*}issuer")
        code = one_line(issuer.get("code")).lower() if issuer is not None else ""
        kept = [(local(child), described(child)) for child in node if local(child) != "number"]
        self.identifiers.append(
            Identifier(
                type=SECO_DOCUMENTS.get(kind, kind or "document"),
                value=one_line(node.findtext("{*}number")),
                country=code if len(code) == len("ch") else None,
                notes=tuple(n for label, text in [("document-type", kind), *kept]
                            for n in noted(label, text)),
            )
        )  # fmt: skip

    def _unknown(self, node: "Element") -> None:
        self.report.oddities[f"unknown element {local(node)}"] += 1
        self.notes += noted(local(node), described(node))

    def entity(
        self, places: dict[str, Place], measures: Mapping[str, Measure], listed_on: str | None
    ) -> Entity:
        """The finished record."""
        addresses = [address.at(places) for address in self.addresses]
        births = [born.at(places) for born in self.birth_places]
        sets = [measures[key] for key in self.sets if key in measures]
        ties = {each.country for each in (*addresses, *births) if each.country}
        lost = [n for key in self.sets if key not in measures for n in noted("set", key)]
        return Entity(
            id=f"{NAME}:{self.reference}",
            kind=self.kind,
            names=primary_first(list(dict.fromkeys(self.names))),
            identifiers=tuple(dict.fromkeys(self.identifiers)),
            addresses=tuple(addresses),
            countries=tuple(sorted(self.countries | ties)),
            birth_dates=tuple(dict.fromkeys(self.births)),
            programmes=tuple(dict.fromkeys(each.programme for each in sets)),
            legal_basis=tuple(dict.fromkeys(each.basis for each in sets)),
            listed_on=listed_on,
            remarks=tuple(self.remarks),
            relations=tuple(self.relations),
            notes=(
                *self.notes,
                *(n for b in births for n in noted("place-of-birth", b.text)),
                *lost,
            ),
        )
