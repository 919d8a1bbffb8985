"""A name that was typed while another country's keys were on is read as it was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.index.build import build
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.typed import as_typed, keyboards_of
from matcher.names.variants import asked_variants, every_variant
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    ("Qarmuk Trading Company", Kind.ORGANIZATION),
    ("Торговый дом Кармук", Kind.ORGANIZATION),
    ("Zaymar Energy Company", Kind.ORGANIZATION),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(
        build(
            [
                Entity(
                    id=f"custom:{number}",
                    kind=kind,
                    names=(ListedName(text=text, kind=NameKind.PRIMARY),),
                )
                for number, (text, kind) in enumerate(LISTED)
            ],
            language,
        )
    )


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Йфкьгл Екфвштп Сщьзфтн", "Qarmuk Trading Company"),  # Russian keys
        ("ضشقةعن فقشيهىل ؤخةحشىغ", "Qarmuk Trading Company"),  # Arabic ones
        ("ضشقپعن فقشیهدل زخپحشدغ", "Qarmuk Trading Company"),  # Persian ones
        ("Njhujdsq ljv Rfhver", "Торговый дом Кармук"),  # Latin keys
        ("Wqy,qr Energy Co,pqny", "Zaymar Energy Company"),  # French keys
        ("Yazmar Energz Companz", "Zaymar Energy Company"),  # German ones
    ],
)
def test_a_name_typed_on_other_keys_is_found(typed: str, listed: str, own: Finder) -> None:
    found = {own.index.name_texts[one.name] for one in match(typed, own, Policy(0.8))}
    assert listed in found


@pytest.mark.parametrize(
    "text",
    [
        "Qarmuk Trading Company",
        "Торговый дом Кармук",
        "Zurich Insurance Company",
        "Qatar Energy",
        "Yazoo Mills, Inc.",
        "Nazara Technologies Limited",
        "YEST Co., Ltd.",
        "Schwarzkopf GmbH",
        "شرکت نفت",
    ],
)
def test_what_is_a_word_as_it_stands_was_typed_so(text: str) -> None:
    assert [*as_typed(text)] == []


def test_places_are_those_of_the_text() -> None:
    (name,) = as_typed("لاشىن of Йфкьгл")
    assert next((word.start, word.end) for word in name.words) == (0, 5)


WORDS = ("Companz", "Trading", "Йфкьгл", "Екфвштп", "Njhujdsq", "Co;pqny", "Сщьзфтн", "Zaymar,")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_the_quick_look_misses_nothing(words: list[str]) -> None:
    name = analyse(" ".join(words))
    assert set(asked_variants(name)) == set(every_variant(name))
    assert any(map(keyboards_of, words)) or not [*as_typed(name.text)]
