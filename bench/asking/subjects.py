"""The listed parties that are asked for: an organisation, a person and a ship, drawn by a seed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from records import Kind, NameKind
from screening.engine.engine import Engine

_PLAIN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,.]+[A-Za-z][A-Za-z'’-]*)+\.?")
_ROMAN = re.compile(r"[A-Za-z]{4,}(?: [A-Za-z]{3,})* (?:II|III|IV|VI|VII|VIII)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A listed party under one of its names."""

    name: str
    """As published, or as a text writes it: capitals are for words."""
    country: str
    """ISO 3166-1 alpha-2 in lower case; empty where the entry gives none."""
    ids: frozenset[str]
    """All entries that have this name, on any list."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without the signs between them."""
        return tuple(re.findall(r"[\w'’-]+", self.name))


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who is asked for; None where the lists have nobody of the kind."""

    organisation: Subject
    neighbour: Subject
    """Another listed organisation, to stand beside the first."""
    person: Subject | None
    ship: Subject | None
    """A ship whose name ends with a Roman numeral."""


def drawn(engine: Engine, seed: int) -> Subjects:
    """Draw the parties from the lists of an engine; the same seed draws the same ones.

    An organisation has three to six words, so that every way of writing leaves a name that a
    reader would know; a person is published as ``SURNAME, Given`` or has two words.
    """
    random = Random(seed)
    names = list(_names(engine))
    companies = [each for each in names if each[0] is Kind.ORGANIZATION and _is_company(each[1])]
    people = [each for each in names if each[0] is Kind.PERSON and len(each[1].split()) == 2]
    ships = [each for each in names if each[0] is Kind.VESSEL and _ROMAN.fullmatch(each[1])]
    first, second = random.sample(companies, 2)
    return Subjects(
        organisation=_subject(engine, first),
        neighbour=_subject(engine, second),
        person=_subject(engine, random.choice(people)) if people else None,
        ship=_subject(engine, random.choice(ships)) if ships else None,
    )


def _names(engine: Engine) -> Iterator[tuple[Kind, str, int]]:
    """Kind, name and entry of every published name that is plain Latin and no weak alias."""
    index = engine.index
    for number in range(index.name_count):
        name = index.name_texts[number]
        if index.name_kind(number) is NameKind.PRIMARY and _PLAIN.fullmatch(name):
            entity = int(index.arrays["name_entity"][number])
            yield index.entity_kind(entity), name, entity


def _is_company(name: str) -> bool:
    long_words = [word for word in re.findall(r"[A-Za-z]+", name) if len(word) >= 5]
    return 3 <= len(name.split()) <= 6 and len(long_words) >= 3 and len(name) <= 60


def _subject(engine: Engine, drawn_one: tuple[Kind, str, int]) -> Subject:
    kind, name, entity = drawn_one
    if kind is Kind.PERSON and "," in name:
        surname, given = (part.strip() for part in name.split(",", 1))
        name = f"{given} {surname}"
    countries: Sequence[str] = engine.entity(entity).countries
    return Subject(_written(name), countries[0] if countries else "", _same(engine, name, entity))


def _same(engine: Engine, name: str, entity: int) -> frozenset[str]:
    index = engine.index
    asked = name.casefold()
    owners = index.arrays["name_entity"].tolist()
    same = {
        owner for number, owner in enumerate(owners) if index.name_texts[number].casefold() == asked
    }
    return frozenset(index.entity_ids[each] for each in (*same, entity))


def _written(name: str) -> str:
    if not name.isupper():
        return name
    return re.sub(r"[A-Z'’]{4,}", lambda word: word.group().capitalize(), name)
