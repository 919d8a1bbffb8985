"""Which listed words a word may meet, asked more widely than the comparison asks it.

Every way in which ``align.pair`` lets two words meet gives both of them a trait in common here, or
leaves them two edits apart at most; so whatever a comparison would link is found, without any of
the keys by which the search finds words. ``tests/quality/test_exhaustive.py`` holds that against
the comparison itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from matcher.columnar.arrays import Array
from matcher.comparison.acronyms import DIGRAPHS, LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.comparison.align import LONGEST_JOINED, number_of
from matcher.lexicon.abbreviations import NOTHING, meant_by
from matcher.lexicon.abbreviations import number_of as number_of_trade
from matcher.lexicon.keys import (
    consonants,
    initials,
    joined_skeleton,
    skeleton,
    stem,
    strong_consonants,
)
from matcher.lexicon.related_families import NO_FAMILY, related_family
from matcher.lexicon.respelling import may_be_respelt, spellings
from matcher.lexicon.tables import Role
from matcher.names.word import IDLE, Word, WordKey

EDITS = 2
FEWEST_CONSONANTS = 3


def traits(word: Word) -> Iterator[str]:
    """In what two words can be one without being letter by letter alike."""
    form = word.form.replace(" ", "")
    yield f"form {form}"
    yield f"skeleton {skeleton(word.form)}"
    yield f"skeleton {skeleton(form)}"
    yield f"stem {stem(word.form)}"
    yield f"number {number_of(word)}"
    if word.concept is not None:
        yield f"concept {word.concept}"
    if related_family(word.concept) != NO_FAMILY:
        yield f"family {related_family(word.concept)}"
    for sounds in (consonants(word.form), strong_consonants(word.form)):
        if len(sounds) >= FEWEST_CONSONANTS:
            yield f"sounds {sounds}"
    if may_be_respelt(word.form):
        own, others = spellings(word.form)
        yield from (f"table {one}" for one in {own, *others})
    meant = meant_by(word.form) if word.concept is None else (number_of_trade(word.concept),)
    yield from (f"short for {number}" for number in meant if number != NOTHING)


def joined(words: Sequence[Word]) -> Iterator[str]:
    """Neighbours as one word, as traits of one."""
    for first in range(len(words)):
        for end in range(first + 2, min(len(words), first + LONGEST_JOINED) + 1):
            forms = [word.form for word in words[first:end]]
            form = "".join(forms).replace(" ", "")
            yield f"form {form}"
            yield f"skeleton {skeleton(form)}"
            yield f"skeleton {joined_skeleton(forms)}"


def acronyms(words: Sequence[Word]) -> Iterator[str]:
    """All that the first letters of neighbours can spell, as traits of one word."""
    own = [word for word in words if word.role not in IDLE]
    heads = [list(_heads(part)) for word in own for part in initials(word.form)]
    for first in range(len(heads)):
        for end in range(first + SHORTEST_ACRONYM, min(len(heads), first + LONGEST_ACRONYM) + 1):
            yield from (f"form {''.join(some)}" for some in product(*heads[first:end]))


def _heads(part: str) -> Iterator[str]:
    yield part[0]
    yield from (part[:length] for length in (2, 3, 4) if part[:length] in DIGRAPHS)


class Meetings:
    """The listed words, to be asked which of them a word may meet."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.telling = np.array([word.is_content for word in words], dtype=np.bool_)
        self._by_form: dict[str, list[int]] = {}
        self._by_trait: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            self._by_form.setdefault(word.form, []).append(number)
            for trait in set(traits(word)) if word.is_content else ():
                self._by_trait.setdefault(trait, []).append(number)
        self._told = np.flatnonzero(self.telling)
        self._forms = [words[number].form for number in self._told.tolist()]
        self._skeletons = list(map(skeleton, self._forms))
        self._known: dict[WordKey, Array] = {}

    def having(self, traits_of_one: Iterable[str]) -> set[int]:
        """The words that have one of some traits."""
        return set().union(*(self._by_trait.get(trait, ()) for trait in traits_of_one))

    def of(self, word: Word) -> Array:
        """The numbers of the listed words that a word may meet."""
        known = self._known.get(word.key)
        if known is None:
            known = self._known[word.key] = self._found(word)
        return known

    def _found(self, word: Word) -> Array:
        # Words of any kind meet where they are written alike, legal forms and stopwords only there:
        # what else these meet is counted as met.
        found = set(self._by_form.get(word.form, ()))
        if word.is_content:
            found |= self.having(traits(word))
            for asked, listed in (
                (word.form, self._forms),
                (skeleton(word.form), self._skeletons),
            ):
                edits = cdist(
                    [asked], listed, scorer=OSA.distance, score_cutoff=EDITS, dtype=np.uint8
                )
                found.update(self._told[edits[0] <= EDITS].tolist())
        return np.array(sorted(found), dtype=np.int64)


def may_be_of_many(word: Word) -> bool:
    """Whether a word may be several neighbours as one, or their letters."""
    return word.role not in IDLE and word.role is not Role.NUMBER
