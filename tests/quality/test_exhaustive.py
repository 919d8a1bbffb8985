"""The oracle of ``bench/nothing_lost.py`` leaves nothing out: what it does not compare could come
to nothing, whatever two names are compared.
"""

from random import Random

import numpy as np
import pytest
from disturbed import disturbed
from exhaustive import Everything
from most_odds import LEAST_RAISED, score_of_odds
from nothing_lost import compare_all
from word_meetings import Meetings

from matcher.comparison.align import pair
from matcher.comparison.model import DIGITS, model
from matcher.lexicon.tables import Role
from matcher.names.word import Word
from matcher.search.finder import Finder
from matcher.search.match import Policy, Scored, best_per_entity, score_of, standing_in
from matcher.search.query import ParsedQuery
from records import Kind, Query

QUERIES, SEED = 38, 5
# Names that the listed ones here do not have, or not in all ways.
OTHERS = (
    "Wiktor Zholtuchin", "V.V. Putin", "Kerimov S.A.", "Muhsin Fadhil Ayed Al-Fadhli", "Tinkoff",
    "Huawei Vienna", "Банк Мелли Иран", "بنك ملي إيران", "中国长城工业", "MV Arman", "I.B.M. Bank",
    "Srvcs Inst Mfg", "Schtscherbakow", "The Company Ltd", "Two Two Solutions", "Parsacompany",
)  # fmt: skip


@pytest.fixture(scope="module")
def everything(finder: Finder) -> Everything:
    return Everything(finder)


@pytest.fixture(scope="module")
def queries(finder: Finder) -> list[str]:
    names = [finder.index.name_texts[number] for number in range(finder.index.name_count)]
    return [*disturbed(names, QUERIES, SEED), *OTHERS]


def test_words_that_meet_are_among_those_that_may(everything: Everything) -> None:
    words = [everything.index.word(n) for n in range(len(everything.index.word_forms))]
    told = [number for number, word in enumerate(words) if word.is_content]
    for chosen in Random(SEED).sample(told, 40):
        for word in _and_disturbed(words[chosen]):
            may = set(everything.meetings.of(word).tolist())
            meets = {number for number in told if pair(word, words[number])[1]}
            assert meets <= may, word


def _and_disturbed(word: Word) -> list[Word]:
    """A word, and what it may be misspelt as; once read from a script without vowels."""
    (written,) = disturbed([word.form], 1, seed=len(word.form))
    form = "".join(filter(str.isalnum, written.lower())) or word.form
    others = [word._replace(form=form, concept=None)] if form.isascii() else []
    return [word, word._replace(consonantal=True), *others]


def test_no_name_scores_more_than_is_said_that_it_could(
    everything: Everything, queries: list[str]
) -> None:
    finder, compared, left = everything.finder, 0, 0
    for query in queries:
        asked = ParsedQuery.of(Query(name=query))
        for number, one in enumerate(asked.names):
            names, odds = everything.may_reach(one, LEAST_RAISED)
            there = set(names.tolist())
            compared, left = compared + len(there), left + len(odds) - len(there)
            for name in range(finder.index.name_count):
                if name not in there:
                    score = score_of(asked, number, name, finder).score
                    assert score <= score_of_odds(odds[name]) + 10.0**-DIGITS, (query, name)
                    assert score < LEAST_RAISED, (query, name)
    # An oracle that left nothing out would prove nothing, nor would one that left all out.
    assert 0 < compared < left / 10


def test_it_answers_what_comparing_every_name_answers(
    everything: Everything, queries: list[str]
) -> None:
    finder = everything.finder
    policy = Policy(model().threshold, limit=finder.index.entity_count)
    above = 0
    for query in queries:
        answer = everything.answer(Query(name=query), policy)
        wanted = {one.entity: one.score for one in _every(query, finder, policy.threshold)}
        asked = ParsedQuery.of(Query(name=query))
        if not asked.numbers:
            assert {one.entity: one.score for one in answer.matches} == wanted
        above += len(wanted)
    assert above > QUERIES / 2


def _every(query: str, finder: Finder, threshold: float) -> list[Scored]:
    asked, every = ParsedQuery.of(Query(name=query)), range(finder.index.name_count)
    scores = [
        score_of(asked, number, listed, finder)
        for number in range(len(asked.names))
        for listed in every
    ]
    for one in asked.names:
        for listed, reading in standing_in(one, every, finder) if one.holds_all else ():
            more = asked.with_name(reading)
            scores.append(score_of(more, len(asked.names), listed, finder))
    return best_per_entity(one for one in scores if one.score >= threshold)


def test_names_that_are_left_out_can_be_drawn(everything: Everything) -> None:
    policy = Policy(model().threshold)
    answer = everything.answer(Query(name="Kolibri Handel"), policy, draw=20)
    assert answer.drawn.count > 0
    assert answer.drawn.wrong == 0
    assert answer.compared + answer.apart == answer.readings * everything.index.name_count


def test_only_names_of_the_kind_asked_for_count(everything: Everything) -> None:
    index, policy = everything.index, Policy(model().threshold, limit=10_000)
    persons = np.flatnonzero(index.names_of_persons & ~index.names_of_others)
    name = index.name_texts[int(persons[0])]
    party = int(index.arrays["name_entity"][persons[0]])
    found = everything.answer(Query(name=name, kind=Kind.PERSON), policy).matches
    assert party in {one.entity for one in found}
    others = everything.answer(Query(name=name, kind=Kind.VESSEL), policy).matches
    assert party not in {one.entity for one in others}


def test_several_processes_find_what_one_does(finder: Finder, queries: list[str]) -> None:
    some = [Query(name=query) for query in queries[:6]]
    assert [*compare_all(some, finder, 2, 1)] == [*compare_all(some, finder, 1, 1)]


def test_a_word_that_is_alike_may_meet_and_another_may_not() -> None:
    listed = [Word(0, 0, form, Role.WORD) for form in ("shcherbakov", "muhammad", "kolibri")]
    meetings = Meetings(listed)
    assert meetings.of(Word(0, 0, "schtscherbakow", Role.WORD)).tolist() == [0]
    assert meetings.of(Word(0, 0, "mohamed", Role.WORD)).tolist() == [1]
    assert meetings.of(Word(0, 0, "petrova", Role.WORD)).tolist() == []
