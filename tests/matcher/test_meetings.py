"""Comparing many pairs of words at once says what comparing each by itself says."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from matcher.comparison.align import pair
from matcher.comparison.batch_similarity import Meetings, meet
from matcher.comparison.features import LOOSE
from matcher.comparison.word_table import Spelled
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.word import Word
from matcher.search.finder import Finder

TEXTS = (
    "Gazprom Gasprom Gazprombank OOO LLC Ltd of the",
    "Rosoboronexport Rosoboronexprot Integration Integrated Services Servisez",
    "Завод Plant Zavod 12 XII 21 Second Niger Nigeria Iran Iranian",
    "مهندسی صنایع بانک ملی Mohandesi Bank Melli KSP CSP SKB Skb",
    "NPO NPP КБ OKB SKB НИИ TsNII",
    "Tulskii Tula Tulsky International Internacional Mahmoud Mahmud al-Din",
)


def meetings(lefts: Sequence[Word], rights: Sequence[Word]) -> Meetings:
    """Compare words two by two.

    Args:
        lefts: words of queries.
        rights: listed words, as many.
    """
    concepts = {word.concept for word in (*lefts, *rights) if word.concept is not None}
    numbers = {concept: number for number, concept in enumerate(concepts)}
    places = np.arange(len(lefts))
    return meet(Spelled.of(lefts, numbers), places, Spelled.of(rights, numbers), places)


def words() -> list[Word]:
    return [word for text in TEXTS for word in analyse(text).words]


def test_many_pairs_meet_as_each_by_itself() -> None:
    lefts, rights = zip(*product(words(), repeat=2), strict=True)
    found = meetings(lefts, rights)
    for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        how, score = pair(left, right)
        if left.form == right.form:
            # Whatever each does in its name: alignment begins with the words written alike.
            assert found.equal[place]
            assert (found.score[place], found.loose[place]) == (1.0, False)
        else:
            assert found.score[place] == pytest.approx(score), (left, right)
            assert bool(found.loose[place]) == (how in LOOSE), (left, right, how)


def test_no_pairs_are_no_meetings() -> None:
    assert len(meetings([], []).score) == 0


def test_listed_words_meet_as_each_by_itself(finder: Finder) -> None:
    index = finder.index
    listed = [index.word(number) for number in range(0, len(index.word_forms), 7)]
    for query in words()[:12]:
        found = meetings([query] * len(listed), listed)
        for other, score in zip(listed, found.score.tolist(), strict=True):
            if query.form != other.form:
                assert score == pytest.approx(pair(query, other)[1]), (query, other)


def test_a_legal_form_meets_its_like_only() -> None:
    llc, ooo = Word(0, 3, "llc", Role.LEGAL, "LLC"), Word(0, 3, "ooo", Role.LEGAL, "LLC")
    word = Word(0, 3, "lls", Role.WORD)
    assert meetings([llc, llc], [ooo, word]).score.tolist() == [0.95, 0.0]
