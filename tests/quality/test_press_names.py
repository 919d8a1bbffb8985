"""The best-known listed parties are found by the names that the press has for them.

``tests/data/press_names.csv`` has such names in seven languages and the entries that are right;
``press_listed.jsonl`` has these entries with all their names as published.
"""

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all
from records import Entity
from records.as_json import entity_from_json

DATA = Path(__file__).parents[1] / "data"
LISTED, NAMES = DATA / "press_listed.jsonl", DATA / "press_names.csv"
# The share of each language's names that finds a right entry. It may only rise.
FLOORS = {"en": 0.97, "de": 0.93, "fr": 0.98, "es": 0.98, "ru": 0.95, "ar": 0.96, "zh": 0.81}


@pytest.fixture(scope="module")
def found(language: Language) -> dict[str, float]:
    finder = Finder(build(list(map(entity, LISTED.read_text("utf-8").splitlines())), language))
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    hits, ids = defaultdict[str, list[bool]](list), finder.index.entity_ids
    answers = match_all([row["name"] for row in rows], finder, Policy(threshold=0.8, limit=20))
    for row, answer in zip(rows, answers, strict=True):
        right = set(row["entity_ids"].split("|"))
        hits[row["language"]].append(any(ids[hit.entity] in right for hit in answer))
    return {spoken: sum(each) / len(each) for spoken, each in hits.items()}


def entity(line: str) -> Entity:
    return entity_from_json(json.loads(line))


@pytest.mark.parametrize("spoken", FLOORS)
def test_well_known_parties_are_found_by_their_press_names(
    spoken: str, found: dict[str, float]
) -> None:
    assert found[spoken] >= FLOORS[spoken]
