"""What each row of the evidence adds to the score: it adds up, and the figures are the model's."""

from collections.abc import Sequence
from math import exp

import pytest
from disturbed import disturbed

from matcher.comparison.attribution import ADDED, TAKEN_OFF
from matcher.comparison.feature_table import FEATURES, Direction
from matcher.comparison.features import Features
from matcher.comparison.model import model, unsure
from matcher.comparison.pairwise import compare
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match, match_queries
from records import Evidence, Identifier, Kind, NameKind, Query

NOTHING_KNOWN = Features(
    query_covered=0.0, name_covered=0.0, agreed=0.0, query_extra=0.0, name_missing=0.0,
    fuzzy_share=1.0, short_respelt=False, respelled_share=1.0, acronym_share=1.0,
    rarest_missing=0.0, each_has_more=False,
    complete=False, numbers_differ=False, number_lacking=False, number_alone=False,
    places_differ=False,
    place_lacking=False, legal_forms_differ=False, legal_kinds_differ=False, identical=False,
    same_text=False, one_typo=False,
)  # fmt: skip
PAIRS = [
    ("Wuhan Gaoxin Technology", "武汉高芯科技有限公司"),
    ("Gasprombank of Moscow", "АО Газпромбанк"),
    ("SKBVT plant 9", "Spetsialnoe Konstruktorskoe Byuro Vychislitelnoi Tekhniki"),
    ("Genava 9 LLC", "Genava 12 JSC"),
    ("Tactical Missiles Corporation, JSC Avangard", "Avangard JSC"),
    ("nothing alike", "Hapjanggang Trading Corporation"),
    ("research centre", "centre of research"),
    ("", "Valerian Labs"),
]


def base_of_model() -> float:
    """What the model gives two names of which nothing is known."""
    return model().listed.log_odds(NOTHING_KNOWN)


def base_without_list() -> float:
    return model().pair.log_odds(NOTHING_KNOWN)


def score_from(base: float | None, evidence: Sequence[Evidence]) -> float:
    assert base is not None
    odds = base + sum(row.contribution for row in evidence if row.contribution is not None)
    return 1.0 / (1.0 + exp(-odds))


def found(finder: Finder, count: int = 150) -> list[Match]:
    names = [finder.index.name_texts[number] for number in range(finder.index.name_count)]
    queries = disturbed(names, count, seed=7)
    return [hit for query in queries for hit in match(query, finder, Policy(0.3))]


def test_rows_are_given_what_every_feature_adds_or_takes_off() -> None:
    """But for a weak alias and what tells parties apart whose words agree, which are no word's
    doing; they stay in the base.
    """
    by_rule, in_base = {"nothing_around"}, dict.fromkeys(("strong", "unlimited"))
    shown = {*ADDED, *TAKEN_OFF} - by_rule
    assert shown == {feature.name for feature in FEATURES} - set(in_base)
    for feature in FEATURES:
        agrees = feature.direction is Direction.FOR
        assert feature.name in (ADDED if agrees else {**TAKEN_OFF, **in_base})


def test_base_and_contributions_are_the_log_odds_of_the_score(finder: Finder) -> None:
    for hit in found(finder):
        assert all(row.contribution is not None for row in hit.evidence)
        assert score_from(hit.intercept, hit.evidence) == pytest.approx(hit.score, abs=0.0002)


@pytest.mark.parametrize("kind", [Kind.ORGANIZATION, Kind.PERSON])
@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_they_are_so_without_a_list(left: str, right: str, kind: Kind, language: Language) -> None:
    (answer,) = compare([(left, right)], language, kind)
    assert score_from(answer.intercept, answer.evidence) == pytest.approx(answer.score, abs=0.0002)


def test_rows_show_all_that_the_model_adds_up(finder: Finder) -> None:
    """But for weak aliases, the rules on the same words, and what rounding hides near 1."""
    plain = [
        hit
        for hit in found(finder)
        if hit.score < 0.99
        and finder.index.name_kind(hit.name) is not NameKind.WEAK
        and not any(row.how == "beside" for row in hit.evidence)
    ]
    # What a score may be at most (``ceilings``) is no word's doing.
    ruled = (0.8, 0.9, 0.7999, 0.9799)
    bases = [hit.intercept or 0.0 for hit in plain if hit.score not in ruled]
    limited = model().listed.weights["unlimited"]
    free = [base for base in bases if base > base_of_model() - limited / 2]
    assert len(free) > 20
    assert free == pytest.approx([base_of_model()] * len(free), abs=0.01)
    others = [base + limited for base in bases if base not in free]
    assert others == pytest.approx([base_of_model()] * len(others), abs=0.01)


def test_rows_show_all_without_a_list_too(finder: Finder, language: Language) -> None:
    names = [finder.index.name_texts[number] for number in range(finder.index.name_count)]
    pairs = [(text, name) for name in names for text in disturbed([name], 6, seed=5)]
    bases = [
        answer.intercept
        for answer in compare(pairs, language)
        if answer.score < 0.99
        and answer.score not in (0.0, 0.8, 0.9, unsure())
        and not any(mark in answer.left + answer.right for mark in '()[]«»"')
    ]
    assert len(bases) > 20
    assert bases == pytest.approx([base_without_list()] * len(bases), abs=0.05)


def test_words_that_agree_add_and_words_that_lack_take_off(finder: Finder) -> None:
    for hit in found(finder):
        for row in hit.evidence:
            assert row.contribution is not None
            if row.how in ("equal", "transliteration"):
                assert row.contribution >= 0.0
            if row.how in ("extra", "missing", "beside"):
                assert row.contribution <= 0.0


def test_the_rarer_of_two_equal_words_adds_more(finder: Finder) -> None:
    (hit, *_) = match("Valerian Labs", finder, Policy(0.5))
    rows = {row.query: row for row in hit.evidence}
    assert rows["Valerian"].weight > rows["Labs"].weight
    assert (rows["Valerian"].contribution or 0.0) > (rows["Labs"].contribution or 0.0)


def test_countries_and_other_numbers_add_what_they_move(finder: Finder) -> None:
    entity = finder.index.entity_ids[match("Valerian Labs", finder, Policy(0.5))[0].entity]
    alone = Query(name="Valerian Labs")
    with_country = Query(name="Valerian Labs", countries=("zz",))
    hits = [next(match_queries([query], finder, Policy(0.1)))[0] for query in (alone, with_country)]
    assert [finder.index.entity_ids[hit.entity] for hit in hits] == [entity, entity]
    moved = [row.contribution for row in hits[1].evidence if row.how == "country"]
    assert moved == [-0.7]
    for hit in hits:
        assert score_from(hit.intercept, hit.evidence) == pytest.approx(hit.score, abs=0.0002)


def test_an_equal_identifier_adds_all_there_is(finder: Finder) -> None:
    number = Identifier(type="imo", value="9294240")
    query = Query(name="Sunny Day", identifiers=(number,), countries=("ir",))
    ((hit, *_),) = match_queries([query], finder, Policy(0.8))
    by_how = {row.how: row.contribution for row in hit.evidence}
    assert by_how.pop("identifier") == 10.0
    assert set(by_how.values()) == {0.0}
    assert (hit.score, hit.intercept, round(score_from(hit.intercept, hit.evidence), 4)) == (
        1.0,
        0.0,
        1.0,
    )
