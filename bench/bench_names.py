"""The names that the benches ask for, and lists made larger by recombining theirs."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.index.index import NameIndex
from records import Entity, Kind, ListedName, NameKind

ORDINARY = ("ordinary_names.csv", "ordinary_names_large.csv")
OTHERS = "cross_authority.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """A name of a listed party as another authority wrote it, and the ids of the party."""

    query: str
    ids: frozenset[str]


def _column(path: Path, column: str) -> list[str]:
    with path.open(newline="", encoding="utf-8") as file:
        return [row[column] for row in csv.DictReader(file)]


def ordinary(data: Path) -> list[str]:
    """Names of companies that are on no list, for counting false alarms; always the same order."""
    names = _column(data / ORDINARY[0], "name")
    random.Random(1).shuffle(names)
    return names


def pairs(data: Path) -> list[Pair]:
    """Names that should be found on OFAC's SDN list."""
    queries = _column(data / OTHERS, "query")
    ids = _column(data / OTHERS, "ofac_ids")
    return [
        Pair(query, frozenset(f"us_ofac_sdn:{uid}" for uid in of.split("|")))
        for query, of in zip(queries, ids, strict=True)
    ]


def batch(data: Path) -> list[str]:
    """A night's batch: all ordinary names with some listed ones among them, in a fixed order."""
    names = [name for file in ORDINARY for name in _column(data / file, "name")]
    names += [pair.query for pair in pairs(data)]
    random.Random(2).shuffle(names)
    return names


def recombined(index: NameIndex, times: int) -> Iterator[Entity]:
    """A list so many times as large: the names of an index, and others made of their words.

    A made name has as many words as one of the list, each from the same place of another name.
    """
    texts = [index.name_texts[number] for number in range(index.name_count)]
    words = [text.split() for text in texts]
    source = random.Random(3)
    for copy in range(times):
        for number, text in enumerate(texts):
            made = text if copy == 0 else " ".join(_mixed(words, words[number], source))
            kind = index.entity_kind(int(index.arrays["name_entity"][number]))
            yield _entity(f"made:{copy}-{number}", kind, made)


def _mixed(words: list[list[str]], like: list[str], source: random.Random) -> Iterator[str]:
    for place in range(len(like)):
        other: list[str] = []
        while len(other) <= place:
            other = source.choice(words)
        yield other[place]


def _entity(entity_id: str, kind: Kind, name: str) -> Entity:
    return Entity(id=entity_id, kind=kind, names=(ListedName(text=name, kind=NameKind.PRIMARY),))
