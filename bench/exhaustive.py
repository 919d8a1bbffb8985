"""Comparing queries with every listed name, by nothing that the search for candidates uses.

The search finds listed words by keys (``blocking_keys``, ``run_keys``) and leaves names out by
bounds (``score_bound``). Here every distinct word of the queries is held against every listed word
(``word_meetings``), and from that follows the most that comparing two names could come to
(``most_odds``). Names that could come to a score from which on a rule might make a hit of it are
compared in full, by the search's own comparison, and so are all that may meet otherwise
(``other_ways``). Each listed name that has all its words in a query is asked whether it stands
whole there.

What is argued, not compared, are the others; ``drawn`` compares some of them, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from most_odds import LEAST_RAISED, MostOdds, odds_of_score, score_of_odds
from other_ways import OtherWays
from word_meetings import Meetings

from matcher.columnar.arrays import Array
from matcher.comparison.model import DIGITS
from matcher.index.sense import sense
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, Scored, ranked, score_of, standing_in
from matcher.search.proposals import allowed_names, is_of_persons
from matcher.search.qualifiers import least_name_score
from matcher.search.query import AskedName, ParsedQuery
from records import Query


@dataclass(frozen=True, slots=True)
class Drawn:
    """Names that were left out, compared all the same."""

    count: int = 0
    highest: float = 0.0
    """The highest score among them."""
    wrong: int = 0
    """How many score more than was said that they could: the argument is wrong then."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a comparison with every listed name says of a query."""

    matches: Sequence[Match]
    """All parties of which a name reaches the threshold, best first."""
    readings: int
    compared: int
    """Listed names that were compared in full with one of the query's readings."""
    apart: int
    """Those that could not come to anything."""
    drawn: Drawn


class Everything:
    """All listed names, to be compared one by one."""

    def __init__(self, finder: Finder) -> None:
        self.finder, self.index = finder, finder.index
        words = [self.index.word(number) for number in range(len(self.index.word_forms))]
        self.meetings = Meetings(words)
        self.most = MostOdds(self.index, self.meetings)
        self.others = OtherWays(self.index, self.meetings)
        self.others.prepare()
        self._senses: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            if word.is_content:
                self._senses.setdefault(sense(word), []).append(number)

    def answer(self, query: Query, policy: Policy, draw: int = 0, seed: int = 0) -> Answer:
        """Compare a query with every listed name.

        Args:
            query: what is asked.
            policy: from which score on parties count, and how many at most.
            draw: so many of the names that are left out are compared, too, with its first reading.
            seed: for those of them that are drawn at random.
        """
        asked = ParsedQuery.of(query)
        least = min(LEAST_RAISED, least_name_score(asked, policy.threshold))
        allowed = allowed_names(self.index, policy.allowed, person=is_of_persons(asked.kind))
        scores: list[Scored] = []
        drawn, compared = Drawn(), 0
        for number, one in enumerate(asked.names):
            names, odds = self.may_reach(one, least)
            if allowed is not None:
                names = names[allowed[names]]
            compared += len(names)
            scores += [score_of(asked, number, name, self.finder) for name in names.tolist()]
            if draw and not number:
                drawn = self._drawn(asked, names, odds, draw, Random(seed))
        for one in asked.names[:]:
            for listed, reading in self._standing(one):
                if allowed is None or allowed[listed]:
                    asked = asked.with_name(reading)
                    scores.append(score_of(asked, len(asked.names) - 1, listed, self.finder))
        readings = len(asked.names)
        return Answer(
            matches=ranked(asked, scores, self.finder, policy),
            readings=readings,
            compared=compared,
            apart=readings * self.index.name_count - compared,
            drawn=drawn,
        )

    def may_reach(self, one: AskedName, least: float) -> tuple[Array, Array]:
        """The listed names that may score so much or be raised by a rule, and for all of them the
        most log odds that they could come to by their words.
        """
        odds, complete = self.most.of(one.name, self.finder)
        may = complete | (odds >= odds_of_score(least - 10.0**-DIGITS))
        may[sorted(self.others.names(one.name))] = True
        return np.flatnonzero(may), odds

    def _standing(self, one: AskedName) -> Iterator[tuple[int, AskedName]]:
        """The names that stand whole in a query's, each with its reading."""
        if not one.holds_all:
            return iter(())
        there = np.zeros(len(self.meetings.telling), dtype=np.bool_)
        for meaning in {sense(word) for word in one.name.words if word.is_content}:
            there[self._senses.get(meaning, [])] = True
        return standing_in(one, self.most.names_of(there).tolist(), self.finder)

    def _drawn(
        self, asked: ParsedQuery, names: Array, odds: Array, count: int, chance: Random
    ) -> Drawn:
        """Compare some of the names that were left out: those of the highest odds, and as many at
        random.
        """
        left = np.ones(self.index.name_count, dtype=np.bool_)
        left[names] = False
        places = np.flatnonzero(left)
        closest = places[np.argsort(-odds[places], kind="stable")[: count // 2]].tolist()
        some = {*closest, *chance.sample(places.tolist(), min(len(places), count - count // 2))}
        scores = {name: score_of(asked, 0, name, self.finder).score for name in sorted(some)}
        wrong = [n for n, score in scores.items() if score > score_of_odds(odds[n]) + 10.0**-DIGITS]
        return Drawn(len(scores), max(scores.values(), default=0.0), len(wrong))
