"""News of our own in nineteen languages: listed parties as journalists write them, with the party
that each mention means. What is not found yet is part of the figure.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

DATA = Path(__file__).parent.parent / "data" / "mentions"
# Shares of mentions found for the right party.
FLOORS = {"en": 0.95, "Latin": 0.9, "Cyrillic": 0.7, "other": 0.9}
CYRILLIC, OTHER = frozenset({"ru", "uk"}), frozenset({"zh", "ja", "ko", "ar", "fa", "he", "el"})


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def news_finder(language: Language) -> Searcher:
    parties = [
        Entity(
            id=row["id"],
            kind=Kind(row["kind"]),
            names=tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in row["names"]),
        )
        for row in rows("parties.jsonl")
    ]
    return Searcher(build(parties, language))


def group(language: str) -> str:
    if language == "en":
        return "en"
    return "Cyrillic" if language in CYRILLIC else "other" if language in OTHER else "Latin"


def right(row: Mapping[str, Any], finder: Searcher) -> Sequence[bool]:
    """For each mention whether it is found for the right party."""
    hits = find(row["text"], finder, Policy(0.8))
    ids = finder.index.entity_ids
    return [
        any(
            hit.start < mention["end"]
            and mention["start"] < hit.end
            and ids[hit.match.entity] in mention["listed_ids"]
            for hit in hits
        )
        for mention in row["mentions"]
    ]


@pytest.mark.parametrize("kind", FLOORS)
def test_parties_are_found_as_the_press_writes_them(kind: str, news_finder: Searcher) -> None:
    some = [row for row in rows("news.jsonl") if group(row["language"]) == kind]
    found = [one for row in some for one in right(row, news_finder)]
    assert len(found) > 15
    assert sum(found) / len(found) >= FLOORS[kind]


def test_every_mention_is_what_the_text_has_there() -> None:
    for row in rows("news.jsonl"):
        for mention in row["mentions"]:
            assert row["text"][mention["start"] : mention["end"]] == mention["text"]
