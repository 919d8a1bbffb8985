"""Common words are known before a text has them, and say what looking them up would say."""

from pathlib import Path
from typing import cast

import numpy as np
import pytest

from matcher.index.build import build
from matcher.index.common_words import CommonWords, KnownWords
from matcher.index.index import NameIndex
from matcher.lexicon.tables import Role
from matcher.mentions.find import search_all
from matcher.mentions.searcher import Searcher
from matcher.mentions.word_cache import TextWords
from matcher.names.parser import words_of
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity

TEXTS = (
    "The Bank of Kunlun Company opened a trading branch; the company's bank and the Trading House "
    "of Gazprom signed contracts. GAZPROMBANK Joint Stock Company is a bank, too, and Rosneft "
    "Trading, which trades in oils, was named beside Rosneft Tradings and the Bank Kunlan.",
    "An island shipping line sold the tanker ocean spirit to East Star Company in March.",
    "der Hafen, la banque, il porto: MAHAN AIR flew, Mahan Airs did not; XII banks IMO lei.",
)


@pytest.fixture(scope="module")
def knowing(listed: tuple[Entity, ...], language: Language, common_words: CommonWords) -> NameIndex:
    """The index of ``listed`` that knows common words."""
    return build(listed, language, common_words)


def _rows(index: NameIndex) -> dict[str, int]:
    return KnownWords(index.arrays).rows


def test_a_common_word_is_what_looking_it_up_says_in_any_case(
    index: NameIndex, knowing: NameIndex
) -> None:
    forms = list(_rows(knowing))[::7]
    ways = (str, str.capitalize, str.upper)
    raws = list(dict.fromkeys(way(form) for form in forms for way in ways))
    asked, known = TextWords(index), TextWords(knowing)
    for words in (asked, known):
        words.numbers(raws)
    number = np.arange(len(raws))
    assert not known.is_new(number).any()
    assert np.array_equal(known.flags(number), asked.flags(number))
    assert np.array_equal(known.within(number), asked.within(number))
    assert np.array_equal(known.skeletons(number), asked.skeletons(number))
    assert np.array_equal(known.joined(number, number[::-1]), asked.joined(number, number[::-1]))
    assert [known.word(one) for one in number.tolist()] == [
        asked.word(one) for one in number.tolist()
    ]
    for of_known, of_asked in zip(known.alike(number), asked.alike(number), strict=True):
        assert np.array_equal(of_known, of_asked)


def test_common_words_meet_listed_ones(knowing: NameIndex) -> None:
    rows = _rows(knowing)
    words = TextWords(knowing)
    number, _ = words.numbers(["Bank", "contracts"])
    assert {"bank", "contracts", "the", "limited"} <= rows.keys()
    assert len(words.alike(number[:1])[1])


def test_a_text_has_the_same_hits_whether_common_words_are_known_or_looked_up(
    index: NameIndex, knowing: NameIndex
) -> None:
    policy = Policy(0.3, 20)
    for text in TEXTS:
        with_them, without = (
            search_all([text], Searcher(each), policy) for each in (knowing, index)
        )
        assert with_them == without
    assert search_all(TEXTS, Searcher(knowing), policy).found[0]


def test_capitals_inside_and_letters_that_fold_to_others_are_no_common_word(
    knowing: NameIndex,
) -> None:
    known = KnownWords(knowing.arrays)
    assert known.row("Bank") == known.row("BANK") == known.row("bank") is not None
    for raw in ("baNk", "BanK", "ban\u212a", "XII", "bank1", "b.a"):
        assert known.row(raw) is None, raw


def test_numbers_and_numerals_are_no_common_words(knowing: NameIndex) -> None:
    for form in _rows(knowing):
        (word,) = words_of(form)
        assert word.role is not Role.NUMBER, form


def test_common_words_are_kept_as_they_were_collected(
    common_words: CommonWords, listed: tuple[Entity, ...], language: Language, tmp_path: Path
) -> None:
    common_words.save(tmp_path / "words")
    again = build(listed[:40], language, CommonWords.load(tmp_path / "words"))
    once = build(listed[:40], language, common_words)
    kept = cast("dict[str, np.ndarray]", again.arrays)
    for name, array in cast("dict[str, np.ndarray]", once.arrays).items():
        assert np.array_equal(array, kept[name]), name
