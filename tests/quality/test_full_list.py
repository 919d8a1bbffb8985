"""OFAC's whole list, where it is at hand: every name finds its own party among 18,000."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from disturbed import disturbed
from exhaustive import Everything
from nothing_lost import lost_of
from nothing_lost import sampled as sampled_queries

from matcher.comparison.model import model
from matcher.search.finder import Finder
from matcher.search.match import Policy, match_all
from records import Document, DocumentStatus, Entity, Kind, Passage, Query, Settings
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.names.match import match
from store import Home, entities
from store.catalogue import Catalogue

EVALUATION = Path(__file__).parents[3] / "shared" / "eval"
SAMPLED = 300
FEW = 12


@pytest.fixture(scope="module")
def engine(ofac_home: Home) -> Iterator[Engine]:
    engine = Engine.open(ofac_home)
    yield engine
    for _, file in engine._files:
        file.close()


@pytest.fixture(scope="module")
def sampled(ofac_home: Home) -> list[tuple[str, Entity]]:
    (snapshot,) = Catalogue(ofac_home).active()
    names = [(name.text, entity) for entity in entities(snapshot) for name in entity.names]
    return Random(20251119).sample(names, SAMPLED)


def test_sampled_names_find_their_own_party(
    engine: Engine, sampled: list[tuple[str, Entity]]
) -> None:
    asked = Settings(threshold=0.8, limit=30)
    answers = match(engine, [text for text, _ in sampled], asked)
    lost = [
        (text, entity.id)
        for (text, entity), answer in zip(sampled, answers, strict=True)
        if entity.id not in {hit.entity_id for hit in answer.hits}
    ]
    assert lost == []


def test_names_in_small_letters_and_another_order_find_their_party(
    engine: Engine, sampled: list[tuple[str, Entity]]
) -> None:
    plain = [(text, entity) for text, entity in sampled if text.isascii() and "(" not in text]
    queries = [" ".join(reversed(text.lower().replace(",", "").split())) for text, _ in plain]
    answers = match(engine, queries, Settings(threshold=0.8, limit=30))
    lost = [
        (answer.query, entity.id)
        for (_, entity), answer in zip(plain, answers, strict=True)
        if entity.id not in {hit.entity_id for hit in answer.hits}
    ]
    assert lost == []


def test_the_article_of_the_project_names_its_maker_of_sensors(engine: Engine) -> None:
    text = "The cores were made by Wuhan Gaoxin technology, said the ministry."
    read = Document(
        path="x",
        sha256="",
        media_type="text/plain",
        status=DocumentStatus.SCREENED,
        passages=(Passage(text=text),),
    )
    kinds = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
    hits = screen(engine, read, Settings(threshold=0.8, kinds=kinds)).hits
    assert [(hit.span.text, hit.hit.entity_id) for hit in hits] == [
        ("Wuhan Gaoxin technology", "us_ofac_sdn:46633")
    ]


def test_a_comparison_with_every_listed_name_finds_nothing_more(engine: Engine) -> None:
    """A few of the queries that ``bench/nothing_lost.py`` measures, and disturbed listed names."""
    index, finder = engine.index, Finder(engine.index)
    listed = [index.name_texts[number] for number in range(index.name_count)]
    queries = disturbed(listed, FEW, seed=1)
    if EVALUATION.is_dir():
        queries += sampled_queries(EVALUATION, FEW, seed=1)
    policy = Policy(model().threshold, limit=index.entity_count)
    lost, above, everything = [], 0, Everything(finder)
    for query, found in zip(queries, match_all(queries, finder, policy), strict=True):
        wanted = everything.answer(Query(name=query), policy).matches
        above += len(wanted)
        lost += [(query, index.name_texts[one.name]) for one in lost_of(found, wanted)]
    assert lost == []
    assert above >= FEW
