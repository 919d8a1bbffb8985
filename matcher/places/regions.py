"""What is under embargo, and by which names: the tables, read once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matcher.places.spelling import forms_of, is_unspaced
from records.place import PlaceBasis

Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region of which the whole or a part is under embargo."""

    id: str
    """ISO 3166-2."""
    title: str
    whole: bool
    """Whether all of it is; else only what a government does not control."""
    postal: tuple[tuple[str, int, int], ...]
    """Postal codes that are in it for certain: country, first, last."""
    held: frozenset[str]
    """Words that name towns which the government controls."""
    basis: tuple[PlaceBasis, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A town of such a region."""

    region: str
    name: str
    abroad: frozenset[str]
    """Other countries that have a place of its name."""
    near: str
    """Whether Ukraine or Russia has another one: ``shared``, ``minor`` for a larger one."""


@dataclass(frozen=True, slots=True)
class Places:
    """All names, by their first words."""

    regions: Mapping[str, Region]
    towns: Mapping[Forms, Town]
    names: Mapping[Forms, str]
    """Of regions."""
    adjectives: Mapping[str, str]
    """Before a word for region."""
    first: frozenset[str]
    """The first words of names of more than one."""
    longest: int
    unspaced: Mapping[str, Town | str]
    """Names in scripts without spaces: of a town, or a region's id."""
    slips: Mapping[str, tuple[Forms, ...]]
    """Long names of one word by what is left of them without one letter."""


LONG = 8
"""Letters of a name that may have a slip: shorter ones are other words then."""


@cache
def places() -> Places:
    """The places that ship with this version, all of them."""
    regions, names, adjectives = {}, dict[Forms, str](), dict[str, str]()
    unspaced: dict[str, Town | str] = {}
    for row in json.loads(_text("embargoed_regions.json")):
        regions[row["id"]] = _region(row)
        for name in filter(None, row["names"].split("|")):
            if is_unspaced(name):
                unspaced[name] = row["id"]
            else:
                names[forms_of(name)] = row["id"]
        adjectives |= dict.fromkeys(filter(None, row["adjectives"].split("|")), row["id"])
    towns: dict[Forms, Town] = {}
    for town, spellings in _towns():
        for name in spellings:
            if is_unspaced(name):
                unspaced.setdefault(name, town)
            else:
                # Of two towns of a name the one of the region that is whole under embargo.
                towns[tuple(name.split())] = town
    several = [name for name in (*towns, *names) if len(name) > 1]
    return Places(
        regions=regions,
        towns=towns,
        names=names,
        adjectives=adjectives,
        first=frozenset(name[0] for name in several),
        longest=max(map(len, several)),
        unspaced=unspaced,
        slips=_slips(name for name in towns if len(name) == 1 and len(name[0]) >= LONG),
    )


def without_a_letter(word: str) -> Iterator[str]:
    """What is left of a word without each of its letters, and the word."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _slips(names: Iterator[Forms]) -> Mapping[str, tuple[Forms, ...]]:
    found: dict[str, tuple[Forms, ...]] = {}
    for name in names:
        for left in without_a_letter(name[0]):
            found[left] = (*found.get(left, ()), name)
    return found


def _region(row: Mapping[str, object]) -> Region:
    values = dict(row)
    return Region(
        id=str(values["id"]),
        title=str(values["title"]),
        whole=bool(values["whole"]),
        postal=tuple((c, low, high) for c, low, high in values["postal"]),  # type: ignore[attr-defined]
        held=frozenset(str(values["held"]).split("|")),
        basis=tuple(
            PlaceBasis(
                authority=one["authority"],
                act=one["act"],
                since=one["since"],
                address=one["address"],
            )
            for one in values["basis"]  # type: ignore[attr-defined]
        ),
    )


def _towns() -> Iterator[tuple[Town, list[str]]]:
    rows = [
        line.split("\t")
        for line in _text("embargoed_places.tsv").splitlines()
        if not line.startswith("#")
    ]
    whole = ("UA-43", "UA-40")
    for region, name, spellings, abroad, near in sorted(rows, key=lambda row: row[0] in whole):
        yield Town(region, name, frozenset(abroad.split()), near), spellings.split("|")


def _text(file: str) -> str:
    return (files("matcher") / "data" / file).read_text(encoding="utf-8")
