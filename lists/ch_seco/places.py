"""SECO's places: they stand behind the parties that refer to them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lists.countries import country_code
from lists.texts import one_line
from lists.xml_stream import described, local
from records import Address, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LINES = ("c-o", "address-details", "p-o-box", "zip-code")
"""What an address says itself; town, area and country are its place's."""


@dataclass(frozen=True, slots=True)
class Place:
    """One ``place``."""

    location: str = ""
    area: str = ""
    country: str = ""
    code: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """Town, area and country in one line."""
        return ", ".join(filter(None, (self.location, self.area, self.country)))


def place(node: "Element") -> Place:
    """Read a ``place``."""
    said = {local(child): one_line(child.text) for child in node}
    others = [child for child in node if local(child) not in {"location", "area", "country"}]
    return Place(
        location=said.get("location", ""),
        area=said.get("area", ""),
        country=said.get("country", ""),
        code=country_of(node),
        notes=tuple(Note(label=local(c), text=text) for c in others if (text := described(c))),
    )


def country_of(node: "Element") -> str | None:
    """The code of the ``country`` in an element."""
    country = node.find("{*}country")
    if country is None:
        return None
    code = one_line(country.get("iso-code")).lower()
    plain = len(code) == len("ch") and code.isascii() and code.isalpha()
    return code if plain else country_code(one_line(country.text))


@dataclass(frozen=True, slots=True)
class Lines:
    """One ``address`` before its place is known."""

    place: str
    said: tuple[tuple[str, str], ...]

    def at(self, places: dict[str, Place]) -> Address:
        """The address with its place."""
        there = places.get(self.place, Place())
        lines = dict(self.said)
        text = [lines.get(label, "") for label in LINES]
        others = [Note(label=label, text=said) for label, said in self.said]
        if self.place and self.place not in places:
            others.append(Note(label="place-id", text=self.place))
        return Address(
            text=", ".join(filter(None, (*text, there.text))),
            city=there.location or None,
            country=there.code,
            notes=(*others, *there.notes),
        )


def lines(node: "Element") -> Lines:
    """Read an ``address``."""
    said = [(local(child), one_line(child.text)) for child in node]
    quality = one_line(node.get("quality"))
    if quality not in {"", "good"}:
        said.append(("quality", quality))
    return Lines(one_line(node.get("place-id")), tuple(pair for pair in said if pair[1]))
