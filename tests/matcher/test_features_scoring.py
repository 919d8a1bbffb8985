"""From words that met to a score and a decision."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.comparison.align import align
from matcher.comparison.feature_table import FEATURES, MOST_AGREED, ModelName, Setting
from matcher.comparison.features import Features, features, weigh_links
from matcher.comparison.logistic import feature_names, feature_vector
from matcher.comparison.model import (
    SAME_TEXT,
    SAME_WORDS,
    decide,
    model,
    score,
    score_pair,
)
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.term_weights import Language, OrdinaryRarity, weight
from records import Decision, NameKind

NOTHING = OrdinaryRarity(Language(np.zeros(0, np.uint32), np.zeros(0, np.float32)))
share = st.floats(0, 1)
mass = st.floats(0, 5)
some = st.builds(
    Features,
    query_covered=share,
    name_covered=share,
    agreed=mass,
    query_extra=mass,
    name_missing=mass,
    fuzzy_share=share,
    respelled_share=share,
    acronym_share=share,
    rarest_missing=mass,
    short_respelt=st.booleans(),
    each_has_more=st.booleans(),
    complete=st.booleans(),
    numbers_differ=st.booleans(),
    number_lacking=st.booleans(),
    number_alone=st.booleans(),
    places_differ=st.booleans(),
    place_lacking=st.booleans(),
    legal_forms_differ=st.booleans(),
    legal_kinds_differ=st.booleans(),
    identical=st.booleans(),
    same_text=st.booleans(),
    one_typo=st.booleans(),
)
SPEAKS_FOR = (
    "query_covered",
    "name_covered",
    "agreed",
    "complete",
    "identical",
    "same_text",
    "one_typo",
)
SPEAKS_AGAINST = (
    "fuzzy_share",
    "short_respelt",
    "respelled_share",
    "acronym_share",
    "rarest_missing",
    "each_has_more",
    "numbers_differ",
    "number_lacking",
    "number_alone",
    "places_differ",
    "place_lacking",
    "legal_forms_differ",
    "legal_kinds_differ",
)


def test_no_weight_is_negative() -> None:
    for fitted in (model().listed, model().pair, model().person):
        assert all(value >= 0 for value in fitted.weights.values())


@pytest.mark.parametrize("name", ModelName)
def test_every_feature_of_a_model_has_a_weight(name: ModelName) -> None:
    fitted = getattr(model(), name.value)
    assert set(feature_names(name)) == set(fitted.weights)


@given(found=some, part=st.booleans(), weak=st.booleans())
def test_what_is_not_known_of_names_is_bounded_by_its_whole_weight(
    found: Features, part: bool, weak: bool
) -> None:
    fitted, setting = model().listed, Setting(part, weak)
    for known in ((), ("query_covered", "agreed"), tuple(fitted.weights)):
        # The logarithm of a share is at most log(1.02), which the search's own slack covers.
        figures = dict(zip(known, feature_vector(known, found, setting), strict=True))
        bound = fitted.upper_bound({"agreed": MOST_AGREED, **figures})
        assert bound >= fitted.log_odds(found, setting) - 0.1


@given(found=some)
def test_a_figure_grows_with_what_speaks_for_a_match(found: Features) -> None:
    for feature in FEATURES:
        for name in SPEAKS_FOR:
            more = found._replace(
                **{name: max(getattr(found, name), type(getattr(found, name))(1))}
            )
            assert feature.figure(more, Setting()) >= feature.figure(found, Setting())
        for name in SPEAKS_AGAINST:
            less = found._replace(**{name: type(getattr(found, name))(0)})
            assert feature.figure(less, Setting()) >= feature.figure(found, Setting())


@given(found=some)
def test_more_agreement_never_lowers_a_score(found: Features) -> None:
    for name in SPEAKS_FOR:
        more = found._replace(**{name: max(getattr(found, name), type(getattr(found, name))(1))})
        assert score(more) >= score(found), name
        assert score_pair(more) >= score_pair(found), name
    for name in SPEAKS_AGAINST:
        less = found._replace(**{name: type(getattr(found, name))(0)})
        assert score(less) >= score(found), name
        assert score_pair(less) >= score_pair(found), name


@given(found=some)
def test_a_weak_name_never_counts_for_more(found: Features) -> None:
    assert score(found, NameKind.WEAK) <= score(found, NameKind.PRIMARY) <= 1.0
    assert score_pair(found, letters=True) <= score_pair(found) <= 1.0
    assert score_pair(found, part=True) <= score_pair(found)


def test_decisions_change_at_the_thresholds() -> None:
    threshold, sure = model().threshold, model().sure
    assert decide(threshold - 0.0001) is Decision.NO_MATCH
    assert decide(threshold) is Decision.REVIEW
    assert decide(sure - 0.0001) is Decision.REVIEW
    assert decide(sure) is Decision.MATCH


def test_a_threshold_of_ones_own_moves_the_review_line() -> None:
    assert decide(0.3, 0.3) is Decision.REVIEW
    assert decide(0.29, 0.3) is Decision.NO_MATCH
    assert decide(0.9, 0.95) is Decision.NO_MATCH


def test_below_the_threshold_nothing_is_ever_a_match() -> None:
    assert decide(0.99, 1.0) is Decision.NO_MATCH
    assert decide(1.0, 1.0) is Decision.MATCH


@pytest.fixture(scope="module")
def rarity(language: Language) -> OrdinaryRarity:
    return OrdinaryRarity(language)


def compared(left: str, right: str, rarity: OrdinaryRarity) -> Features:
    query, name = analyse(left), analyse(right)
    return features(query, name, weigh_links(query, name, align(query, name), rarity), rarity)


def test_the_same_words_are_identical_in_any_order_without_legal_form(
    rarity: OrdinaryRarity,
) -> None:
    found = compared("LABS VALERIAN", "Valerian Labs, Inc.", rarity)
    assert found.identical
    assert found.complete
    assert not found.same_text
    assert compared("Valerian Labs Inc", "Valerian Labs, Inc.", rarity).same_text


def test_common_words_alone_reach_the_threshold_only_when_they_are_all(
    rarity: OrdinaryRarity,
) -> None:
    assert score(compared("Trading Bank", "Trading Bank", rarity)) >= SAME_TEXT
    assert score(compared("Trading Bank Ltd", "Trading Bank", rarity)) >= SAME_WORDS
    assert score(compared("Trading Bank Iran", "Trading Bank Services", rarity)) < 0.5


def test_another_number_another_country_and_another_legal_form_are_seen(
    rarity: OrdinaryRarity,
) -> None:
    assert compared("Plant 9", "Plant 12", rarity).numbers_differ
    assert compared("Plant 9", "Plant", rarity).number_lacking
    assert not compared("Plant 9", "Plant", rarity).numbers_differ
    assert compared("Iran Bank", "Iraq Bank", rarity).places_differ
    assert compared("Advanta LLC", "Advanta OAO", rarity).legal_forms_differ
    assert not compared("Advanta LLC", "ООО Адванта", rarity).legal_forms_differ


def test_a_number_is_one_in_words_and_as_a_roman_letter_beside_a_number(
    rarity: OrdinaryRarity,
) -> None:
    assert compared("Genava Two", "Genava", rarity).number_alone
    assert compared("Genava Two", "Genava", rarity).rarest_missing == 0.0
    assert compared("Genava", "Genava Two", rarity).rarest_missing == 0.0
    assert compared("Genava Two", "Genava 9", rarity).numbers_differ
    assert compared("Genava Partners V", "Genava Partners VI", rarity).numbers_differ
    assert not compared("Genava Partners V", "Genava Partners VI", rarity).number_alone
    assert not compared("Genava V", "Genava", rarity).number_lacking


def test_a_misspelt_word_counts_for_less_the_less_stands_beside_it(
    rarity: OrdinaryRarity,
) -> None:
    alone = compared("Gasprombank AO", "Gazprombank AO", rarity)
    beside = compared("Gasprombank Sevtrans", "Gazprombank Sevtrans", rarity)
    assert 0.0 < beside.fuzzy_share < alone.fuzzy_share
    assert score(alone) < score(beside)


def test_a_short_word_that_is_respelt_is_seen(rarity: OrdinaryRarity) -> None:
    assert compared("Takko", "Tako", rarity).short_respelt
    assert not compared("Sukhoy", "Soukhoi", rarity).short_respelt


def test_covered_shares_tell_which_name_has_more(rarity: OrdinaryRarity) -> None:
    found = compared("Wuhan Global", "Wuhan Global Sensor Technology", rarity)
    assert found.query_covered == pytest.approx(1.0)
    assert found.name_covered < 1.0
    assert found.query_extra == 0.0
    assert found.name_missing > 0.0


def test_rare_words_weigh_more_than_common_ones_and_roles_least(rarity: OrdinaryRarity) -> None:
    words = {word.form: word for word in analyse("The Hapjanggang House Trading Ltd").words}
    by_weight = sorted(words, key=lambda form: -rarity.weight(words[form]))
    assert by_weight[0] == "hapjanggang"
    assert by_weight[-2:] == ["ltd", "the"]
    assert words["trading"].role is Role.TRADE


def test_a_word_that_many_parties_have_weighs_less() -> None:
    (word,) = analyse("Hapjanggang").words
    weights = [weight(word, 3.0, count) for count in (1, 10, 100, 1000)]
    assert weights == sorted(weights, reverse=True)
    assert 0 < weights[-1] < weights[0] <= 1


def test_words_that_each_name_has_for_itself_are_told_from_those_of_one(
    rarity: OrdinaryRarity,
) -> None:
    assert compared("Mizuho Lease and Finance", "Mizuho Trust and Banking", rarity).each_has_more
    assert not compared("Mizuho Trust", "Mizuho Trust and Banking", rarity).each_has_more
    assert not compared("Mizuho Chile", "Mizuho Japan", rarity).each_has_more


def test_without_a_list_another_legal_form_makes_another_party(rarity: OrdinaryRarity) -> None:
    common, other = "Union Bank AG", "Union Bank GmbH"
    assert score(compared(common, other, rarity)) >= model().threshold
    assert score_pair(compared(common, other, rarity)) < model().threshold
    assert score_pair(compared(common, "Union Bank", rarity)) >= model().threshold


def test_a_word_for_company_contradicts_no_legal_form(rarity: OrdinaryRarity) -> None:
    assert compared("Nordwerk AG", "Nordwerk GmbH", rarity).legal_kinds_differ
    assert not compared("Nordwerk Company", "Nordwerk GmbH", rarity).legal_kinds_differ


def test_one_wrong_letter_in_all_that_a_name_has_is_a_slip_from_five_letters_on(
    rarity: OrdinaryRarity,
) -> None:
    assert compared("Taimqr", "Taimyr", rarity).one_typo
    assert compared("Zunga", "Zynga", rarity).one_typo
    assert not compared("Zung", "Zyng", rarity).one_typo
    assert compared("Zunga Mirasol", "Zynga Mirasol", rarity).one_typo


def test_two_wrong_letters_are_slips_in_long_words_or_in_two(rarity: OrdinaryRarity) -> None:
    assert compared("Qarvlemtt LLC", "Qarvelmet LLC", rarity).one_typo
    assert compared("Qarvlemtt Mirasol", "Qarvelmet Mirasol", rarity).one_typo
    assert compared("Zunga Mirazol", "Zynga Mirasol", rarity).one_typo
    assert not compared("Zunga Mirazot", "Zynga Mirasol", rarity).one_typo


@pytest.mark.parametrize("query", ["Qarvlemtt", "Qarvlemtt plc", "Carvelmett LLC"])
def test_all_that_a_name_has_is_another_s_with_two_wrong_letters_unless_its_form_agrees(
    query: str, rarity: OrdinaryRarity
) -> None:
    assert not compared(query, "Qarvelmet LLC", rarity).one_typo
