"""The reasons of a score say everything, once, in words that a person understands."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest

from matcher.comparison.align import align
from matcher.comparison.attribution import contributions
from matcher.comparison.explain import explain, rows_of, sentence
from matcher.comparison.features import features, weigh_links
from matcher.comparison.model import model
from matcher.names.parser import analyse
from matcher.names.respelt import respelt
from matcher.names.variants import NameVariant
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Evidence

PAIRS = [
    ("Wuhan Gaoxin Technology", "武汉高芯科技有限公司"),
    ("Era Media LLC", "Ера-медіа ТОВ"),
    ("Gasprombank of Moscow", "АО Газпромбанк"),
    ("SKBVT plant 9", "Spetsialnoe Konstruktorskoe Byuro Vychislitelnoi Tekhniki"),
    ("Labs Valerian's", "Valerian Labs, Inc."),
    ("ESTACIONES CANARIAS S.A.", "ESTACIONES DE SERVICIOS CANARIAS, S.A. DE C.V."),
    ("Mirim", "Mi Rim"),
    ("Genava XII", "Genava 12"),
    ("Duran Duran Duran", "Duran"),
    ("nothing alike", "Hapjanggang Trading Corporation"),
]


def evidence(
    left: str, right: str, finder: Finder, read: Sequence[tuple[int, int, str]] = ()
) -> tuple[Evidence, ...]:
    query, name = respelt(left, read) if read else analyse(left), analyse(right)
    weighed = weigh_links(query, name, align(query, name), finder)
    rows = rows_of(NameVariant(query), name, weighed, finder)
    found = features(query, name, weighed, finder)
    return explain(rows, contributions(rows, found, model().listed.weights))


def words(texts: list[str | None]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(text for text in texts if text)))


def written(text: str) -> list[str | None]:
    return [text[word.start : word.end] for word in analyse(text).words]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_every_word_of_both_names_is_there_exactly_once(
    left: str, right: str, finder: Finder
) -> None:
    rows = evidence(left, right, finder)
    assert words([row.query for row in rows]) == words(written(left))
    assert words([row.name for row in rows]) == words(written(right))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_weights_sum_to_one_and_all_is_in_range(left: str, right: str, finder: Finder) -> None:
    rows = evidence(left, right, finder)
    assert sum(row.weight for row in rows) == pytest.approx(1.0, abs=0.001)
    assert all(0.0 <= row.weight <= 1.0 and 0.0 <= row.score <= 1.0 for row in rows)
    for row in rows:
        assert (row.query is None) == (row.how == "missing")
        assert (row.name is None) == (row.how == "extra")


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("Wuhan", "武汉", "transliteration"),
        ("Technology", "科技", "translation"),
        ("Andriy", "Andrij", "spelling"),
        ("Gasprombank", "Gazprombank", "typo"),
        ("Mirim", "Mi Rim", "joined"),
        ("KMDT", "Korea Mining Development Trading", "acronym"),
        ("LLC", "ООО", "legal form"),
        ("Rosneft", "ROSNEFT", "equal"),
    ],
)
def test_the_way_is_named(left: str, right: str, how: str, finder: Finder) -> None:
    (row,) = evidence(left, right, finder)
    assert (row.query, row.name, row.how) == (left, right, how)


def test_evidence_quotes_the_names_as_they_were_written(finder: Finder) -> None:
    rows = evidence("VALERIAN's  labs", "Valerian Labs, Inc.", finder)
    assert [(row.query, row.name) for row in rows] == [
        ("VALERIAN", "Valerian"),
        ("labs", "Labs"),
        (None, "Inc"),
    ]


def test_rows_stand_in_the_order_of_the_query_then_what_is_missing(finder: Finder) -> None:
    rows = evidence("Labs of Valerian", "Valerian Global Labs, Inc.", finder)
    assert [row.query or row.name for row in rows] == ["Labs", "of", "Valerian", "Global", "Inc"]


def test_the_sentence_says_what_agrees_and_what_does_not(finder: Finder) -> None:
    rows = evidence("Wuhan Gaoxin Technology Center", "武汉高芯科技有限公司", finder)
    assert sentence(rows, "武汉高芯科技有限公司") == (
        "Compared with '武汉高芯科技有限公司': 'Wuhan' is the transliteration of '武汉'; "
        "'Gaoxin' is the transliteration of '高芯'; 'Technology' means the same as '科技'; "
        "the listed name lacks 'Center'; the query lacks '有限公司'."
    )


def test_the_sentence_for_several_equal_words() -> None:
    rows = [
        Evidence(query=word, name=word, how="equal", score=1.0, weight=0.3)
        for word in ("Bank", "Melli", "Iran")
    ]
    assert sentence(rows, "X") == "Compared with 'X': 'Bank', 'Melli' and 'Iran' are in both."
    assert sentence(rows[:1], "X") == "Compared with 'X': 'Bank' is in both."


def test_an_acronym_is_told_from_both_sides(finder: Finder) -> None:
    short, long = "KMDT", "Korea Mining Development Trading"
    assert "'KMDT' is short for" in sentence(evidence(short, long, finder), long)
    assert "is written out from 'KMDT'" in sentence(evidence(long, short, finder), short)


def test_when_nothing_agrees_the_sentence_says_so() -> None:
    assert sentence([], "X") == "Compared with 'X': nothing agrees."


def test_a_number_in_other_figures_is_no_transliteration(finder: Finder) -> None:
    assert [row.how for row in evidence("Genava XII", "Genava 12", finder)] == ["equal", "equal"]


@pytest.mark.parametrize(
    ("asked", "read", "name", "how", "said"),
    [
        (
            "Abdul Genava",
            [(0, 5, "abd al")],
            "Abd al-Genava",
            "spelling",
            "'Abdul' is another spelling of 'Abd al'",
        ),
        (
            "Sasha Genava",
            [(0, 5, "aleksandr")],
            "Aleksandr Genava",
            "given name",
            "'Sasha' is the same given name as 'Aleksandr'",
        ),
    ],
)
def test_what_was_read_otherwise_than_it_is_written_is_not_called_equal(
    asked: str, read: list[tuple[int, int, str]], name: str, how: str, said: str, finder: Finder
) -> None:
    rows = evidence(asked, name, finder, read)
    assert {row.how for row in rows if row.query != "Genava"} == {how}
    assert said in sentence(rows, name)


def test_a_match_carries_evidence_and_sentence_for_its_best_name(finder: Finder) -> None:
    (found,) = match("12 GENAVA", finder, Policy(0.8))
    assert found.reason == "Compared with 'Genava 12': '12' and 'GENAVA' are in both."
    assert [row.how for row in found.evidence] == ["equal", "equal"]
