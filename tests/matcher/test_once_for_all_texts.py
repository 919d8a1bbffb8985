"""What texts share is worked out once, and what a text does not need is not worked out for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.columnar.growable import Numbers
from matcher.index.build import build
from matcher.lexicon import any_of, english_sounds
from matcher.lexicon.keys import skeleton, stem
from matcher.lexicon.loan_sounds import sounds
from matcher.mentions.find import find
from matcher.mentions.folded_words import FoldedWords
from matcher.mentions.foreign_letters import Introductions
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

TEXT = "Goods were sent to Mirasol Zunga Trading by rail.\n\nThe U.S. bank paid Ossetia Ltd. again."
ALL = re.compile("sch|tch|sh|ch|s|t")


@pytest.fixture
def searcher(language: Language) -> Searcher:
    listed = ListedName(text="Mirasol Zunga Trading LLC", kind=NameKind.PRIMARY)
    entity = Entity(id="x:1", kind=Kind.ORGANIZATION, names=(listed,))
    return Searcher(build([entity], language))


def test_the_same_words_in_another_document_are_not_laid_beside_the_name_again(
    searcher: Searcher,
) -> None:
    first = find(TEXT, searcher, Policy(0.8))
    assert [TEXT[one.start : one.end] for one in first] == ["Mirasol Zunga Trading"]
    laid = dict(searcher.meetings)
    assert laid
    assert find(TEXT, searcher, Policy(0.8)) == first
    assert searcher.meetings == laid
    # Other words around the name are other words.
    assert find(TEXT.replace("sent", "carried"), searcher, Policy(0.8))
    assert len(searcher.meetings) > len(laid)


def test_a_document_without_a_hit_of_letters_is_not_read_for_what_it_introduces() -> None:
    known = Introductions("The National Drug Code (NDC) stays as it was.")
    for written in ("Mirasol Zunga", "mirasol", "NDC Ltd", "ABCDEFGHI", ""):
        assert not known.of(written)
    assert "_found" not in vars(known)
    assert [words.strip() for words in known.of("NDC")] == ["The National Drug Code"]


def test_letters_with_full_stops_are_words_one_by_one_at_their_places(searcher: Searcher) -> None:
    words = FoldedWords(searcher.index.whole_names, searcher.index.language)
    number = words.numbers(["The", "U.S", "bank", "U.S", "The"])
    assert words.dotted(number).tolist() == [1, 3]
    assert words.numbers(["bank", "The"]).tolist() == [number[2], number[0]]


def test_things_are_numbered_as_they_are_met_and_told_once() -> None:
    numbers = Numbers()
    assert numbers.of(["b", "a", "b", "c"]).tolist() == [0, 1, 0, 2]
    assert numbers.new() == ["b", "a", "c"]
    assert numbers.of(["c", "d"]).tolist() == [2, 3]
    assert numbers.new() == ["d"]
    assert numbers.new() == []


@given(st.text("stchx", max_size=12))
def test_of_letters_that_begin_alike_the_longest_fit(text: str) -> None:
    assert any_of.any_of(["s", "t", "sch", "tch", "sh", "ch"]).findall(text) == ALL.findall(text)


@pytest.mark.parametrize(
    ("form", "left"),
    [("tulskogo", "tul"), ("federations", "federaci"), ("bank", "bank"), ("nasi", "nasi")],
)
def test_endings_are_taken_off_at_the_end_alone(form: str, left: str) -> None:
    assert stem(form) == left
    assert stem(form).startswith(skeleton(form)[:3])


def test_a_word_is_laid_beside_english_sounds_once_for_all_who_ask() -> None:
    english_sounds._likeliest.cache_clear()
    assert english_sounds.is_surely_english("كونستيلاشين")
    english_sounds.english_by_sound("كونستيلاشين")
    found = english_sounds._likeliest.cache_info()
    assert (found.misses, found.hits) == (1, 1)


@pytest.mark.parametrize(("word", "surely"), [("ماريتايم", True), ("محمد", False), ("سيتي", False)])
def test_a_word_of_few_sounds_is_not_looked_for_among_english_ones(
    word: str, surely: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()
    likeliest = english_sounds._likeliest

    def counted(word: str, file: str) -> tuple[tuple[float, str], ...]:
        asked.append(word)
        return likeliest(word, file)

    monkeypatch.setattr(english_sounds, "_likeliest", counted)
    assert english_sounds.is_surely_english(word) is surely
    enough = len(sounds(word).consonants) > english_sounds.FEWEST_CONSONANTS
    assert bool(asked) is enough
