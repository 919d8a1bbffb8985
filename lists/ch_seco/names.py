"""SECO's names: parts in an order, each with its spellings in other languages and scripts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING

from lists.language_names import three_letter_code
from lists.source import ParseReport
from lists.texts import noted, one_line
from records import ListedName, NameKind, Note

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PRIMARY = "primary-name"
NAME_KINDS = {
    PRIMARY: NameKind.PRIMARY,
    "alias": NameKind.ALIAS,
    "formerly-known-as": NameKind.FORMER,
}
APART = "title"
"""A part that is said of the party and is no word of its name."""
MOST = 24
"""Names from one: alternatives multiply, and a few entries have a dozen for each part."""

Way = tuple[str, str]
"""A language and a script, as published; both empty for the list's own spelling."""
OWN: Way = ("", "")


@dataclass(slots=True)
class _Part:
    """What stands at one place of a name."""

    kinds: list[str] = field(default_factory=list)
    spellings: dict[Way, list[str]] = field(default_factory=dict)

    def texts(self, way: Way) -> list[str]:
        return self.spellings.get(way) or self.spellings.get(OWN, [])


SURNAMES = ("family-name", "maiden-name")
"""Parts that stand for each other: who had another family name kept the other names."""
LENT_FOR = {**dict.fromkeys(SURNAMES, SURNAMES), "given-name": ("given-name",)}
"""Parts that make no name by themselves, and the parts of the main name that they stand for."""


def names(
    node: "Element", *, main: bool, report: ParseReport, lender: "Element | None" = None
) -> Iterator[ListedName]:
    """The names that one ``name`` element gives: in the list's own spelling, then in others.

    Parts of the same order are alternatives (two given names), and so are several spellings of
    a part in one script; every combination is a name.

    Args:
        node: the ``name``.
        main: whether its identity is the main one; the primary name of another is an alias.
        report: counts what is not known.
        lender: the main ``name`` of the identity, whose other parts a name of one part borrows.
    """
    parts, titles = _parts(node)
    borrowed = _borrowed(parts, lender)
    said = one_line(node.get("name-type"))
    kind = NAME_KINDS.get(said, NameKind.ALIAS)
    if said not in NAME_KINDS:
        report.oddities[f"unknown kind of name {said}"] += 1
    weak = one_line(node.get("quality")).lower() == "low"
    ways = dict.fromkeys([OWN, *(way for part in parts.values() for way in part.spellings)])
    if borrowed and kind is NameKind.FORMER and _is_surname(parts):
        parts, borrowed = borrowed, {}  # a maiden name alone is nobody's name
    for way in ways:
        own = way == OWN
        of_way = kind if own and (main or kind is not NameKind.PRIMARY) else _other(kind)
        language, script, unknown = _codes(way)
        notes = (*noted("name-type", said if of_way is not NameKind.PRIMARY else ""), *unknown)
        for text, labels in (*_combined(parts, way), *_combined(borrowed, way)):
            yield ListedName(
                text=text,
                kind=NameKind.WEAK if weak else of_way,
                script=script,
                language=language,
                parts=labels if len(labels) > 1 else (),
                notes=(*notes, *titles) if own else notes,
            )


def _other(kind: NameKind) -> NameKind:
    return NameKind.ALIAS if kind is NameKind.PRIMARY else kind


def _parts(node: "Element") -> tuple[dict[int, _Part], tuple[Note, ...]]:
    """What stands at each place of the name, and the titles."""
    parts: dict[int, _Part] = {}
    titles: list[Note] = []
    for child in node.iterfind("{*}name-part"):
        kind = one_line(child.get("name-part-type"))
        value = one_line(child.findtext("{*}value"))
        if kind == APART:
            titles += noted(APART, value)
            continue
        order = one_line(child.get("order"))
        place = int(order) if order.isascii() and order.isdecimal() and len(order) < 4 else 999
        part = parts.setdefault(place, _Part())
        part.kinds.append(kind)
        spellings = [(OWN, value)]
        for variant in child.iterfind("{*}spelling-variant"):
            way = (one_line(variant.get("lang")).upper(), one_line(variant.get("script")).upper())
            spellings.append((way, one_line(variant.text)))
        for way, text in spellings:
            if text and text not in part.spellings.setdefault(way, []):
                part.spellings[way].append(text)
    return dict(sorted(parts.items())), tuple(titles)


def _is_surname(parts: dict[int, _Part]) -> bool:
    return all(part.kinds[0] in SURNAMES for part in parts.values())


def _borrowed(parts: dict[int, _Part], lender: "Element | None") -> dict[int, _Part]:
    """The main name with the one part of another name in its place; empty where it has its own."""
    (own,) = parts.values() if len(parts) == 1 else (_Part(),)
    kinds = LENT_FOR.get(own.kinds[0], ()) if own.kinds else ()
    if not kinds or lender is None:
        return {}
    lent, _ = _parts(lender)
    places = [place for place, part in lent.items() if part.kinds[0] in kinds]
    return {**lent, places[0]: own} if places and len(lent) > 1 else {}


def _combined(parts: dict[int, _Part], way: Way) -> Iterator[tuple[str, tuple[Note, ...]]]:
    places = [part for part in parts.values() if part.texts(way)]
    if not any(way in part.spellings for part in places):
        return
    for chosen in islice(product(*(part.texts(way) for part in places)), MOST):
        labels = zip(places, chosen, strict=True)
        yield " ".join(chosen), tuple(Note(label=p.kinds[0], text=t) for p, t in labels)


def _codes(way: Way) -> tuple[str | None, str | None, tuple[Note, ...]]:
    language, script = way
    code = three_letter_code(language)
    plain = script.isascii() and script.isalpha() and len(script) == len("LATN")
    notes = noted("lang", "" if code else language) + noted("script", "" if plain else script)
    return code, script.title() if plain else None, notes
