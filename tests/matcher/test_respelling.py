"""One name by the tables of other languages is one name."""

import pytest

from matcher.comparison.similarity import similarity
from matcher.index.build import build
from matcher.lexicon.respelling import coarse, is_respelt, readings, spellings
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


@pytest.mark.parametrize(
    ("other", "english"),
    [
        # German: z is ts, ch is kh, s is z.
        ("zarizyno", "tsaritsyno"),
        ("tschaikowski", "chaikovskii"),
        ("charkow", "kharkov"),
        ("kasachsoloto", "kazakhzoloto"),
        # Polish, with the accents gone.
        ("czkalowsk", "chkalovsk"),
        ("szczokino", "shchokino"),
        ("nadezdinskij", "nadezhdinskii"),
        # Scientific.
        ("texnoximija", "tekhnokhimiia"),
        # French.
        ("jigoulevsk", "zhigulevsk"),
        ("chouchary", "shushary"),
        # Dutch, Swedish, Hungarian.
        ("pasjoetin", "pashutin"),
        ("tjeljabinsk", "cheliabinsk"),
        ("zsigulcserc", "zhigulcherts"),
    ],
)
def test_a_word_by_another_table_is_another_spelling(other: str, english: str) -> None:
    assert is_respelt(other, english) or similarity(other, english).how == "spelling"
    assert similarity(other, english).score >= 0.86
    assert similarity(english, other) == similarity(other, english)


@pytest.mark.parametrize(
    ("left", "right"), [("lisa", "liza"), ("karimov", "kazimov"), ("marina", "karina")]
)
def test_short_and_other_words_stay_others(left: str, right: str) -> None:
    assert not is_respelt(left, right)


@pytest.mark.parametrize(
    "name",
    ["Akzionjernoje Obschtschjestwo Qorvan", "Akcionernoe Obszczestwo Qorvan"],
)
def test_legal_forms_written_out_are_known_by_other_tables(name: str) -> None:
    assert [word.concept for word in analyse(name).words] == ["JSC", None]


def test_a_list_in_one_script_is_searched_by_other_tables(language: Language) -> None:
    names = (ListedName(text="АО Жигулчерцемхоз", kind=NameKind.PRIMARY),)
    index = build([Entity(id="custom:1", kind=Kind.ORGANIZATION, names=names)], language)
    finder = Finder(index)
    for query in ("AO Schigultschertzemchos", "AO Żigułczercemchoz", "AO Jigoultchertsemkhoz"):
        (hit,) = match(query, finder, Policy(0.8))
        assert "transliteration" in {row.how for row in hit.evidence}


@pytest.mark.parametrize(
    "form", ["zarizyno", "kalaschnikow", "pasjoetin", "gazprom", "bankomat", "mohammed", "bannerad"]
)
def test_a_word_that_no_table_reads_otherwise_has_its_own_spelling_by_each(form: str) -> None:
    own, *by_table = coarse([form, *(other for (other,) in readings([form]))])
    assert spellings(form) == (own, frozenset(by_table))
