"""The addresses of a document: structured fields of payments and data files, columns of tables,
lines of SWIFT fields below a party's name, and lines that a label calls an address.

Running text is not looked through: articles name towns. Of payments the free texts are, since they
are written for the payment and name where goods go.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lists.country_names import understood
from lists.headings import ADDRESS, CITY, COUNTRY, meaning_of
from matcher.places.find import PlaceText
from records import Passage

_PATH = re.compile(
    r"(?:^|\()(?P<start>line \d+: )?(?P<path>[/$][^\s()]*)\)?(?P<more>, lines joined)?$"
)
_CELL = re.compile(r"^(?P<row>(?:.*!)?)[A-Z]+(?P<number>\d+) \((?P<heading>.+)\)$")
_HTML = re.compile(r"^(?P<row>.*row \d+), cell \d+ \((?P<heading>.+)\)$")
_FIELD = re.compile(r"^field (?P<tag>\d\d)[A-Z]?\b(?P<more>.*, )?")
_STEP = re.compile(r"[/.]")
_POSTAL_ADDRESS = "PstlAdr"
_ISO_TOWNS = {"TwnNm", "TwnLctnNm"}
_ISO_COUNTRY = "Ctry"
_FREE_TEXTS = {"70", "72", "77", "86"}
_FREE_WORDS = re.compile(r"^(?:[\w ]* )?(?:remittance information|instruction)\b")
_PARTIES = {*map(str, range(50, 60))}
_NUMBERED = re.compile(r"^(?:[1-8]/|//)")
_CODED = re.compile(r"^(?:3/)?([A-Z]{2})(?=/|$)")
"""A line of a SWIFT field that begins with a country's code: ``3/UA/KYIV``."""
_FULL = 34
"""Characters of a SWIFT line that may have been cut within a word."""
_ADDRESS_WORDS = re.compile(
    r"(?<!e-)(?<!mail )(?<!ip )\b(?:address(?:es)?|addr|anschrift|adresse|direcci[oó]n|indirizzo|"
    r"endereço|adres|street|strasse|straße|ship(?:ped)? to|deliver(?:y|ed)? (?:to|place|address)|"
    r"place of (?:delivery|receipt|loading|discharge)|port of (?:loading|discharge|origin)|"
    r"destination|place of business|адрес\w*|вулиця|улица|порт \w+|地址|住所)\b",
    re.IGNORECASE,
)
_TOWN_WORDS = re.compile(
    r"\b(?:city|town|ort|stadt|ville|ciudad|città|miasto|город|місто|城市|municipality|locality|"
    r"region|province|state|oblast|область|регион)\b",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(r"\b(?:e-?mail|ip|mac|web|wallet|url|statement)\b", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^[ \t]*(?:[\w '’-]{{0,30}}?{_ADDRESS_WORDS.pattern}[\w '’-]{{0,20}})[ \t]*[:：][ \t]*"
    r"(?P<lines>[^\n]*(?:\n(?![ \t]*\n)(?![^\n:：]{1,40}[:：])[^\n]+){0,4})",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a document that are a part of an address."""

    passage: Passage
    start: int
    end: int
    """Code points of the passage."""

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]


@dataclass(slots=True)
class AddressField:
    """An address of a document, with the words that it is made of."""

    lines: list[Piece] = field(default_factory=list)
    towns: list[Piece] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    joined: str | None = None
    """The lines as one where words are cut at their ends."""

    def texts(self) -> Iterator[tuple[PlaceText, Sequence[Piece]]]:
        """The address as it is looked at, and the pieces that its text is joined of by ", "."""
        pieces = [*self.lines, *self.towns]
        text = ", ".join(piece.text for piece in pieces)
        countries = frozenset(self.countries)
        for town in self.towns or (None,):
            yield PlaceText(text, town.text if town else None, countries), pieces
        if self.joined is not None:
            yield PlaceText(self.joined, None, countries), self.lines


def address_fields(passages: Sequence[Passage]) -> list[AddressField]:
    """The addresses of a document, in the order of their first words."""
    groups: dict[str, AddressField] = defaultdict(AddressField)
    alone: list[AddressField] = []
    for passage in passages:
        place = passage.place or ""
        if found := _FIELD.match(place):
            if not found["more"]:
                alone += _of_swift(passage, found["tag"])
        elif _FREE_WORDS.match(place):
            alone.append(AddressField(lines=[_whole(passage)]))
        elif (cell := _cell(place)) is not None:
            _add(groups[f"row {cell[0]}"], cell[1], passage)
        elif path := _PATH.search(place):
            _of_path(groups, f"{path['start'] or ''}{path['path']}", passage)
        elif place and (role := _role(place)):
            # A form's field, a header.
            field_alone = AddressField()
            _add(field_alone, role, passage)
            alone.append(field_alone)
        else:
            alone += _labelled(passage)
    with_places = [one for one in groups.values() if one.lines or one.towns]
    return [*with_places, *(one for one in alone if one.lines or one.towns)]


def _whole(passage: Passage) -> Piece:
    return Piece(passage, 0, len(passage.text))


def _add(address: AddressField, role: str, passage: Passage) -> None:
    if role == CITY:
        address.towns.append(_whole(passage))
    elif role == ADDRESS:
        address.lines.append(_whole(passage))
    elif role == COUNTRY:
        codes = understood(passage.text).codes
        address.countries |= set(codes) if len(codes) == 1 else set()


def _role(heading: str) -> str | None:
    """What a heading calls its values: a town, an address, a country; None for something else."""
    found = meaning_of(heading)
    if found is not None:
        return found.role if found.role in (ADDRESS, CITY, COUNTRY) else None
    if _NOT_A_PLACE.search(heading):
        return None
    if _ADDRESS_WORDS.search(heading):
        return ADDRESS
    return CITY if _TOWN_WORDS.search(heading) else None


def _cell(place: str) -> tuple[str, str] | None:
    """The row of a table's cell, and what its column holds."""
    for pattern in (_CELL, _HTML):
        if found := pattern.match(place):
            groups = found.groupdict()
            role = _role(groups["heading"])
            return (f"{groups['row']}{groups.get('number', '')}", role) if role else None
    return None


def _of_path(groups: dict[str, AddressField], path: str, passage: Passage) -> None:
    """A value of JSON or XML: its parent holds the other parts of the address."""
    steps = [re.sub(r"\[\d+\]$", "", step) for step in _STEP.split(path)]
    parent, last = path[: max(path.rfind("/"), path.rfind("."))], steps[-1].lstrip("@")
    if _POSTAL_ADDRESS in steps[:-1]:
        if last == _ISO_COUNTRY:
            groups[parent].countries.add(passage.text.strip().lower())
        else:
            _add(groups[parent], CITY if last in _ISO_TOWNS else ADDRESS, passage)
        return
    role = _role(last)
    if role is None and len(steps) > 1 and _role(steps[-2]) == ADDRESS:
        role = ADDRESS
    if role is not None:
        _add(groups[parent], role, passage)


def _of_swift(passage: Passage, tag: str) -> Iterator[AddressField]:
    """The lines of a SWIFT field: of a party those below its name, of a text all."""
    lines = list(_lines(passage))
    if tag in _PARTIES:
        named = [line for line in lines if line.text.startswith("1/")]
        lines = [line for line in lines if line not in named] if named else lines[1:]
    elif tag not in _FREE_TEXTS:
        return
    address = AddressField(lines=[_bare(line) for line in lines])
    for line in lines:
        if code := _CODED.match(line.text.strip()):
            address.countries.add(code[1].lower())
    if any(len(line.text) >= _FULL for line in lines[:-1]):
        pieces = (
            one.text + ("" if len(line.text) >= _FULL else " ")
            for one, line in zip(address.lines, lines, strict=True)
        )
        address.joined = "".join(pieces)
    yield address


def _lines(passage: Passage) -> Iterator[Piece]:
    for line in re.finditer(r"[^\r\n]+", passage.text):
        yield Piece(passage, line.start(), line.end())


def _bare(line: Piece) -> Piece:
    """A line without its number."""
    number = _NUMBERED.match(line.text)
    return Piece(line.passage, line.start + (number.end() if number else 0), line.end)


def _labelled(passage: Passage) -> Iterator[AddressField]:
    """The lines behind a label: ``Consignee address: …``."""
    if ":" not in passage.text and "：" not in passage.text:
        return
    for found in _LABELLED.finditer(passage.text):
        if not _NOT_A_PLACE.search(found[0].partition(":")[0]):
            start, end = found.span("lines")
            yield AddressField(lines=[Piece(passage, start, end)])
