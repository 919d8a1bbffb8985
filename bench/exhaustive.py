"""Comparing queries with every listed name, by nothing that the search for candidates uses.

The search finds listed words by keys (``word_keys``, ``runs``) and leaves names out by a bound
(``bound``). Here every distinct word of the queries is held against every listed word letter by
letter, and the names that share anything at all which tells something, be it a common trade word,
are scored in full: words alike by whatever way two words can meet, words joined, letters for words,
the same words. Each of these is asked more widely than the comparison asks it.

What is argued, not compared: a name that shares nothing with the query but legal forms and
stopwords. It agrees in 0.05 of a rare word at most, for which the model gives no score near the
threshold; ``highest_apart`` scores a sample of such pairs in full to show it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from random import Random

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from matcher.comparison.acronyms import DIGRAPHS, LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.comparison.align import LONGEST_JOINED, number_of
from matcher.lexicon.keys import consonants, initials, skeleton, stem, strong_consonants
from matcher.lexicon.related_families import NO_FAMILY, related_family
from matcher.lexicon.tables import Role
from matcher.names.word import Name, Word, WordKey
from matcher.search.finder import Finder
from matcher.search.match import Scored, score_of, standing_in
from matcher.search.query import AskedName, ParsedQuery
from records import Query

EDITS = 2
AT_ONCE = 64
Groups = dict[str, set[int]]


def traits(word: Word) -> Iterator[str]:
    """In what two words can be one without being letter by letter alike."""
    form = word.form.replace(" ", "")
    yield form
    yield f"skeleton {skeleton(form)}"
    yield f"stem {stem(form)}"
    yield f"number {number_of(word)}"
    if word.concept is not None:
        yield f"concept {word.concept}"
    if related_family(word.concept) != NO_FAMILY:
        yield f"family {related_family(word.concept)}"
    if len(consonants(form)) > 2:
        yield f"sounds {consonants(form)}"
    if len(strong_consonants(form)) > 2:
        yield f"sounds {strong_consonants(form)}"


def joined(words: Sequence[Word]) -> Iterator[str]:
    """Neighbours as one word."""
    for first in range(len(words)):
        for end in range(first + 2, min(len(words), first + LONGEST_JOINED) + 1):
            form = "".join(word.form for word in words[first:end]).replace(" ", "")
            yield form
            yield f"skeleton {skeleton(form)}"


def acronyms(words: Sequence[Word]) -> Iterator[str]:
    """All that the first letters of neighbours can spell."""
    own = [word for word in words if word.role not in (Role.LEGAL, Role.STOP)]
    heads = [list(_heads(part)) for word in own for part in initials(word.form)]
    for first in range(len(heads)):
        for end in range(first + SHORTEST_ACRONYM, min(len(heads), first + LONGEST_ACRONYM) + 1):
            yield from map("".join, product(*heads[first:end]))


def _heads(part: str) -> Iterator[str]:
    yield part[0]
    yield from (part[:length] for length in (2, 3, 4) if part[:length] in DIGRAPHS)


class Everything:
    """All listed names, to be compared one by one."""

    def __init__(self, finder: Finder) -> None:
        self.finder, self.index = finder, finder.index
        self.words = [self.index.word(number) for number in range(len(self.index.word_forms))]

    @cached_property
    def _telling(self) -> list[int]:
        return [number for number, word in enumerate(self.words) if word.is_content]

    @cached_property
    def _by_trait(self) -> Groups:
        return _grouped((number, traits(self.words[number])) for number in self._telling)

    @cached_property
    def _untelling(self) -> set[int]:
        """Names of legal forms and stopwords alone."""
        tells = {number for word in self._telling for number in self.index.names_of_word[word]}
        return set(range(self.index.name_count)) - tells

    def _names_by(self, wanted: set[str]) -> Groups:
        """Names by their runs of words, as one word and as letters, and by all their words."""
        every = ((number, self.index.name(number)) for number in range(self.index.name_count))
        return _grouped(
            (number, wanted.intersection((*joined(name.words), *acronyms(name.words), bag(name))))
            for number, name in every
        )

    def alike(self, words: Sequence[Word]) -> list[set[int]]:
        """For each word the listed words that it may be."""
        found = [
            set().union(*(self._by_trait.get(trait, ()) for trait in traits(word)))
            for word in words
        ]
        for spelt in (str, skeleton):
            listed = [spelt(self.words[number].form) for number in self._telling]
            asked = [spelt(word.form) for word in words]
            for first in range(0, len(asked), AT_ONCE):
                some = asked[first : first + AT_ONCE]
                edits = cdist(some, listed, scorer=OSA.distance, score_cutoff=EDITS, dtype=np.uint8)
                for place, number in zip(*np.nonzero(edits <= EDITS), strict=True):
                    found[first + place].add(self._telling[number])
        return found

    def sharing(self, names: Sequence[Name]) -> list[set[int]]:
        """For each name the listed names that share anything with it."""
        words = {word.key: word for name in names for word in name.words if word.is_content}
        alike = dict(zip(words, self.alike(list(words.values())), strict=True))
        keys = [set(_asked_keys(name)) for name in names]
        by_key = self._names_by(set().union(*keys))
        return [
            self._sharing(name, alike, set().union(*(by_key.get(key, ()) for key in asked)))
            for name, asked in zip(names, keys, strict=True)
        ]

    def _sharing(self, name: Name, alike: Mapping[WordKey, set[int]], found: set[int]) -> set[int]:
        telling = [word for word in name.words if word.is_content]
        if not telling:
            return set(range(self.index.name_count))
        listed = set().union(*(alike[word.key] for word in telling))
        for run in (*joined(name.words), *acronyms(name.words)):
            listed |= self._by_trait.get(run, set())
        return found.union(self._untelling, *(self.index.names_of_word[n].tolist() for n in listed))

    def scored(self, queries: Sequence[str]) -> Iterator[tuple[list[Scored], int]]:
        """For each query the scores of all names that share anything, and how many were left."""
        asked = [ParsedQuery.of(Query(name=query)) for query in queries]
        names = [one.name for each in asked for one in each.names]
        shared = iter(self.sharing(names))
        for each in asked:
            scores, apart = [], 0
            for number in range(len(each.names)):
                sharing = next(shared)
                apart += self.index.name_count - len(sharing)
                scores += [score_of(each, number, name, self.finder) for name in sorted(sharing)]
                scores += self._standing(each, each.names[number], sharing)
            yield scores, apart

    def _standing(self, asked: ParsedQuery, one: AskedName, sharing: set[int]) -> Iterator[Scored]:
        """The scores of names that stand whole in a query's; they share all their words with it."""
        for listed, reading in standing_in(one, sharing, self.finder) if one.holds_all else ():
            yield score_of(asked.with_name(reading), len(asked.names), listed, self.finder)

    def highest_apart(self, queries: Sequence[str], each: int, seed: int) -> float:
        """The highest score of so many names for each query, drawn from those left out."""
        chance, highest = Random(seed), 0.0
        asked = [ParsedQuery.of(Query(name=query)) for query in queries]
        shared = self.sharing([one.names[0].name for one in asked])
        for one, sharing in zip(asked, shared, strict=True):
            drawn = {chance.randrange(self.index.name_count) for _ in range(each)} - sharing
            scores = (score_of(one, 0, name, self.finder).score for name in sorted(drawn))
            highest = max(highest, max(scores, default=0.0))
        return highest


def bag(name: Name) -> str:
    """All words in no order."""
    return f"bag {name.bag}"


def _asked_keys(name: Name) -> Iterator[str]:
    """What a listed name's runs of words may be of a query's words."""
    telling = [word for word in name.words if word.is_content]
    for word in telling:
        yield from traits(word)
    yield "".join(word.form for word in telling)
    yield bag(name)


def _grouped(keyed: Iterable[tuple[int, Iterable[str]]]) -> Groups:
    groups: Groups = defaultdict(set)
    for number, keys in keyed:
        for key in keys:
            groups[key].add(number)
    return groups
