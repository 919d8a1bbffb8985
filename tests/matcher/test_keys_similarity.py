"""Similar words share a key, and how alike they are is told with the way."""

import pytest

from matcher.comparison.similarity import UNLIKE, similarity
from matcher.comparison.word_table import Spelled
from matcher.index.blocking_keys import word_keys
from matcher.lexicon.keys import consonants, hashed, skeleton, skeletons, stem
from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role
from matcher.names.word import Word


def share_a_key(left: str, right: str, *, consonantal: bool = False) -> bool:
    """Whether a query finds a listed word; a listed one is stored by its consonants too."""
    asked, listed = Word(0, 0, left, Role.WORD, None, consonantal), Word(0, 0, right, Role.WORD)
    _, keys = word_keys([asked], Spelled.of([asked], {}), listed=False)
    _, stored = word_keys([listed], Spelled.of([listed], {}), listed=True)
    return not set(keys.tolist()).isdisjoint(stored.tolist())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("yuzhny", "iuzhny"),
        ("khimprom", "himprom"),
        ("shchelkovo", "schelkovo"),
        ("andriy", "andrij"),
        ("mahmoud", "mahmud"),
        ("aleksandr", "alexandr"),
        ("sovkomflot", "sovcomflot"),
        # Arabic qu is no Spanish one, and the last h is not heard.
        ("suqur", "sukur"),
        ("quds", "kouds"),
        ("jazirah", "jazira"),
        ("fatemeh", "fateme"),
        ("enrique", "enrike"),
        ("rosgeoproekt", "rosgeoproject"),
    ],
)
def test_transliteration_tables_agree_on_the_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)
    assert similarity(left, right).how == "spelling"
    assert share_a_key(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("rosneft", "transneft"), ("bank", "tank"), ("mellat", "melli"), ("era", "ira")],
)
def test_different_words_are_unlike(left: str, right: str) -> None:
    assert similarity(left, right) is UNLIKE


def test_equal_words_score_one() -> None:
    assert similarity("advanta", "advanta") == (1.0, "equal")


def test_a_typo_costs_less_in_a_longer_word() -> None:
    short, long = similarity("starla", "stbrla"), similarity("gazprombank", "gasprombank")
    assert short.how == long.how == "typo"
    assert 0.8 < short.score < long.score < 1.0


def test_short_words_must_be_letter_by_letter() -> None:
    assert similarity("vtb", "vtc") is UNLIKE
    assert similarity("gale", "sale") is UNLIKE


def test_acronyms_that_only_share_a_skeleton_count_less() -> None:
    assert similarity("ksp", "csp").score < similarity("kospas", "cospas").score


@pytest.mark.parametrize(("left", "right"), [("12", "13"), ("9", "90"), ("2020", "2021")])
def test_numbers_are_equal_or_unlike(left: str, right: str) -> None:
    assert similarity(left, right) is UNLIKE
    assert not share_a_key(left, right)


def test_endings_of_slavic_adjectives_are_one_stem() -> None:
    assert stem("moskovskii") == stem("moskovskaya") == stem("moskovskogo")
    assert similarity("moskovskii", "moskovskogo").how == "inflection"


def test_endings_of_learned_words_are_one_over_languages() -> None:
    assert stem("restauration") == stem("restaurazione") == stem("restauratsiya")


def test_consonants_count_only_where_a_script_leaves_vowels_out() -> None:
    assert consonants("zahedan") == consonants("zahdan")
    assert similarity("ahvaz", "hvz", consonantal=False) is UNLIKE
    assert similarity("ahvaz", "hvz", consonantal=True).how == "consonants"
    assert share_a_key("hvz", "ahvaz", consonantal=True)


def test_the_more_consonants_two_words_share_the_surer_they_are_one() -> None:
    three = similarity("ahvaz", "hvz", consonantal=True)
    five = similarity("drmsnku", "dormosenco", consonantal=True)
    assert three.how == five.how == "consonants"
    assert three.score < 0.85 < 0.9 < five.score
    assert similarity("drmsnk", "dormoselco", consonantal=True) is UNLIKE


@pytest.mark.parametrize(("arabic", "read"), [("محمود", "mahmoud"), ("حسون", "hassoun")])
def test_long_vowels_of_arabic_are_no_consonants(arabic: str, read: str) -> None:
    assert similarity(latin(arabic), read, consonantal=True) is not UNLIKE


def test_likeness_is_the_same_both_ways() -> None:
    words = ["gazprombank", "gasprombank", "moskovskii", "moskovskogo", "era", "12", "yuzhny"]
    for left in words:
        for right in words:
            assert similarity(left, right) == similarity(right, left)


@pytest.mark.parametrize("edited", ["gasprombank", "gazprmbank", "gazprombahnk", "gazprombakn"])
def test_words_one_edit_apart_share_a_key(edited: str) -> None:
    assert share_a_key(edited, "gazprombank")
    assert similarity(edited, "gazprombank").how == "typo"


@pytest.mark.parametrize(("left", "right"), [("sovcomflo", "sovkomflot"), ("alexand", "aleksan")])
def test_words_whose_skeletons_are_one_edit_apart_share_a_key(left: str, right: str) -> None:
    assert share_a_key(left, right)


def test_hashes_are_the_same_in_every_process() -> None:
    assert hashed("s", "rosneft") == 2331008887
    assert hashed("f", "rosneft") != hashed("s", "rosneft")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohamed", "muhammad"),
        ("youssef", "yusuf"),
        ("umar", "omar"),
        ("ghassem", "qasim"),
        ("gamal", "djamel"),
        ("mykhailo", "mikhail"),
        ("yevhen", "evgenij"),
    ],
)
def test_a_given_name_has_one_skeleton_by_all_habits_of_writing_it(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert skeletons([one, other, "mohamad"])[:2] == [skeleton(one)] * 2


@pytest.mark.parametrize(("one", "other"), [("hamid", "hamed"), ("nasir", "nasr"), ("omar", "amr")])
def test_given_names_that_are_two_have_two_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jawdat", "jaudat"),
        ("dmitry", "dymitr"),
        ("shawkat", "chaoukat"),
        ("fyodor", "fedir"),
        ("bayt", "beit"),
    ],
)
def test_a_given_name_is_one_by_the_habits_of_all_languages(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_other_words_keep_their_letters() -> None:
    assert skeleton("pawlow") == skeleton("pavlov") != skeleton("paulov")
