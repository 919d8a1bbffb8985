"""Canada: Consolidated Canadian Autonomous Sanctions List (SEMA and JVCFOA), XML.

Format and quirks, with links to the publisher: docs/lists/ca_sema.md
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lists.source import ParseReport, Readable, Source
from lists.texts import iso_day, noted, one_line, split_outside_brackets
from lists.xml_stream import described, elements, local, root_of
from records import Entity, Identifier, Kind, ListedName, ListFormatError, NameKind, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "ca_sema"
ROOT = "data-set"
READ = {
    "Country", "LastName", "GivenName", "EntityOrShip", "Aliases", "Schedule", "Item",
    "ShipIMONumber", "DateOfListing", "TitleOrShip", "DateOfBirthOrShipBuildDate",
    "Entity", "DateOfBirth", "Title",
}  # fmt: skip
PARTY, BORN, TITLE = (
    ("EntityOrShip", "Entity"),
    ("DateOfBirthOrShipBuildDate", "DateOfBirth"),
    ("TitleOrShip", "Title"),
)
"""Elements by their names of today, and as they were called before 2021."""
LANGUAGES = {"russian": "ru", "belarusian": "be", "belarussian": "be", "ukrainian": "uk"}
"""Words that stand before a colon ahead of some aliases."""
LEGAL_FORMS = {
    "ltd", "co ltd", "co", "llc", "inc", "corp", "jsc", "pjsc", "ojsc", "cjsc", "plc", "sa", "ag",
    "gmbh", "limited", "company", "ооо", "ао", "пао", "оао", "зао", "зат", "тов", "уп", "фгуп",
}  # fmt: skip
"""What stands after a comma without being a name of its own."""
LEAST_HALF = 4
"""Letters on each side of a slash that parts two languages, and not two letters ("A/S")."""

_LABEL = re.compile(rf"({'|'.join(LANGUAGES)})\s*:\s*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def recognises(head: bytes) -> bool:
    """Whether the file is the SEMA list in XML."""
    return root_of(head) == ("", ROOT) and b"<Country>" in head and b"<Item>" in head


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each ``record``, in file order.

    The file has no date; the edition is the newest ``DateOfListing`` in it.

    Raises:
        ListFormatError: not whole, well-formed XML of this layout, or an entry without an id.
    """
    for number, node in enumerate(elements(file, ROOT, "record"), 1):
        listed = iso_day(node.findtext("DateOfListing"))
        report.edition = max(filter(None, (report.edition, listed)), default=None)
        if not _text(node, "Country") or not _text(node, "Item"):
            raise ListFormatError(f"entry number {number} has no Country or no Item")
        yield _entity(node, listed, report)


def _entity(node: "Element", listed: str | None, report: ParseReport) -> Entity:
    kind = _kind(node)
    names = [*_primary(node), *_aliases(node)]
    if not names:
        report.oddities["entry without a name"] += 1
    imo = _text(node, "ShipIMONumber")
    births, notes = _dates(node, kind)
    notes += noted("Schedule", _text(node, "Schedule"))
    notes += noted("Item", _text(node, "Item"))
    for tag in TITLE:
        notes += noted(tag, _text(node, tag))
    for child in node:
        if local(child) not in READ:
            report.oddities[f"unknown element {local(child)}"] += 1
            notes += noted(local(child), described(child))
    return Entity(
        id=f"{NAME}:{_reference(node)}",
        kind=kind,
        names=tuple(names),
        identifiers=(Identifier(type="imo", value=imo),) if imo else (),
        birth_dates=births,
        programmes=(_text(node, "Country"),),
        listed_on=listed,
        notes=notes,
    )


def _reference(node: "Element") -> str:
    """``belarus/1-part-1/7``: country, schedule and item; a schedule may be missing."""
    english = _text(node, "Country").partition(" / ")[0]
    short = re.search(r"\(([A-Z]{3,})\)", english)
    parts = (short[1] if short else english, _text(node, "Schedule"), _text(node, "Item"))
    return "/".join(_slug(part) for part in parts)


def _slug(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text.lower()).strip("-")


def _kind(node: "Element") -> Kind:
    if _text(node, "LastName") or _text(node, "GivenName"):
        return Kind.PERSON
    ship = _text(node, "ShipIMONumber") or _text(node, "TitleOrShip")
    return Kind.VESSEL if ship else Kind.ORGANIZATION


def _primary(node: "Element") -> Iterator[ListedName]:
    parts = tuple(
        note for tag in ("GivenName", "LastName") for note in noted(tag, _text(node, tag))
    )
    if parts:
        whole = " ".join(part.text for part in parts)
        yield ListedName(text=whole, kind=NameKind.PRIMARY, parts=parts)
    tag, published = _either(node, PARTY)
    for text, language in _two_languages(published):
        notes = noted(tag, published) if text != published else ()
        yield ListedName(text=text, kind=NameKind.PRIMARY, language=language, notes=notes)


def _two_languages(text: str) -> list[tuple[str, str | None]]:
    """``Iranian Army/Armée iranienne``: English, then French."""
    halves = [half.strip() for half in text.split("/")]
    if len(halves) == len(("en", "fr")) and min(map(len, halves)) >= LEAST_HALF:
        return [(halves[0], "en"), (halves[1], "fr")]
    return [(text, None)] if text else []


def _aliases(node: "Element") -> Iterator[ListedName]:
    published = _text(node, "Aliases")
    for text in _single_names(published):
        label = _LABEL.match(text)
        name = text[label.end() :] if label else text
        if name:
            yield ListedName(
                text=name,
                kind=NameKind.ALIAS,
                language=LANGUAGES[label[1].lower()] if label else None,
                notes=noted("Aliases", published) if name != published else (),
            )


def _single_names(published: str) -> Iterator[str]:
    for field in split_outside_brackets(published):
        for part in re.split(r"\s+/\s+", field):
            for group in _by_words(part):
                yield from _by_commas(group)


def _by_commas(text: str) -> list[str]:
    """Split at commas, but not before a legal form: ``МИЦ "Известия", ООО`` is one name."""
    names: list[str] = []
    for part in split_outside_brackets(text, ","):
        form = re.sub(r"[.\s]+", " ", part.replace(",", " ")).strip().lower()
        if names and form in LEGAL_FORMS:
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    return names


def _by_words(text: str) -> list[str]:
    """Split at an English "or" or "and" that stands between names in another alphabet."""
    parts = [part for part in re.split(r"\s+(?:or|and)\s+", text) if part]
    foreign = all(any(letter >= "\u0370" for letter in part) for part in parts)
    return parts if foreign else [text]


def _dates(node: "Element", kind: Kind) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    tag, published = _either(node, BORN)
    note = noted(tag, published)
    if kind is not Kind.PERSON:
        return (), note
    dates = re.split(r"\s+or\s+", published, flags=re.IGNORECASE)
    read = [f"{years[1]}/{years[2]}" for date in dates if (years := _YEARS.fullmatch(date))]
    read += [date for date in dates if _DATE.fullmatch(date)]
    return tuple(read), () if read == [published] else note


def _either(node: "Element", tags: tuple[str, ...]) -> tuple[str, str]:
    """The element that has a text, and its text."""
    return next(((tag, text) for tag in tags if (text := _text(node, tag))), (tags[0], ""))


def _text(node: "Element", tag: str) -> str:
    return one_line(node.findtext(tag))


SOURCE = Source(
    name=NAME,
    title="Canada: Consolidated Canadian Autonomous Sanctions List",
    publisher="Global Affairs Canada",
    url=(
        "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-"
        "relations_internationales/sanctions/sema-lmes.xml"
    ),
    parse=parse,
    recognises=recognises,
    # 4,759 in March 2025; the two largest regimes have 2,426 and 553.
    at_least=3_000,
    at_most=30_000,
    # Weeks pass between two amendments, and the date is that of the newest entry.
    max_age_days=30,
    media_types=("application/xml", "text/xml", "application/octet-stream"),
)
