"""What is compared of words, as numbers: worked out once for each word, compared for many pairs.

Whether two spellings are the same is asked a hundred times for each that is worked out, so each
spelling gets a number (``sums``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from matcher.columnar.arrays import Array, Strings, where_true
from matcher.columnar.rolling_hash import numbers_of
from matcher.comparison.align import number_of
from matcher.lexicon.abbreviations import MOST_MEANT, NOTHING, meant_by
from matcher.lexicon.abbreviations import number_of as number_of_trade
from matcher.lexicon.keys import skeletons, stems
from matcher.lexicon.related_families import related_family
from matcher.lexicon.respelling import READINGS, coarse, coarsened, may_be_respelt, readings
from matcher.lexicon.tables import Role
from matcher.names.word import Word

_TRADE, _WORD = Role.TRADE, Role.WORD

ROLES = tuple(Role)
LEGAL, STOP, NUMBER = (ROLES.index(role) for role in (Role.LEGAL, Role.STOP, Role.NUMBER))
# Skeletons shorter than this lose too much with their ending.
SHORTEST_STEMMED = 5
# The number of a concept that no listed word has.
UNLISTED = (1 << 31) - 1
# Where a word is short for nothing; no concept has this number, and none is like it.
UNMEANT = -2
# Where a word is too short to be read by other tables.
UNREAD = np.uint64(1)
_ROLE = {role: number for number, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Spelled:
    """Some words; arrays of one length."""

    forms: Strings
    skeletons: Strings
    """Their skeletons."""
    form_number: Array
    """The number of the form."""
    skeleton: Array
    stem: Array
    """0 for a word that is too short to have one."""
    coarse: Array
    """The number of its coarsest spelling (``respelling``); 0 for a word that is too short."""
    readings: Array
    """Those of what other tables read, in columns; ``UNREAD`` where it has none."""
    value: Array
    """The number of how the number is written that a word is (``xii`` is 12), or of its form."""
    concept: Array
    """-1 for a word without a concept."""
    families: Array
    """The family of its concept (``related_family``)."""
    trade: Array
    """The number of its concept, if its words may be shortened (``abbreviations.number_of``)."""
    means: Array
    """The numbers of what it may be short for, in columns; ``UNMEANT`` where there are fewer."""
    role: Array
    """A place in ``ROLES``."""
    digits: Array
    """Whether it is of digits only."""
    letters: Array
    """Whether it is of letters only."""
    consonantal: Array

    @classmethod
    def of(cls, words: Sequence[Word], concepts: Mapping[str, int]) -> "Spelled":
        """Work it out.

        Args:
            words: of queries or of lists.
            concepts: the numbers of listed words' concepts.
        """
        texts = [word.form for word in words]
        read = skeletons(texts)
        forms, spelled = Strings.of_letters(texts), Strings.of_letters(read)
        stemmed = where_true(spelled.lengths >= SHORTEST_STEMMED)
        numerals = [place for place, word in enumerate(words) if word.form[:1] in "ivx"]
        form, skeleton, of_stems, of_numerals = _numbers(
            texts,
            read,
            _some_stems(texts, read, stemmed.tolist()),
            [number_of(words[place]) for place in numerals],
        )
        stem, value = np.zeros(len(words), dtype=np.uint64), form.copy()
        stem[stemmed], value[numerals] = of_stems, of_numerals
        coarsest, others = _coarse(texts, read)
        return cls(
            forms=forms,
            skeletons=spelled,
            form_number=form,
            skeleton=skeleton,
            stem=stem,
            coarse=coarsest,
            readings=others,
            value=value,
            concept=np.array(
                [-1 if w.concept is None else concepts.get(w.concept, UNLISTED) for w in words],
                dtype=np.int32,
            ),
            trade=np.array([_trade(word) for word in words], dtype=np.int16),
            means=_meant(words),
            families=np.array([related_family(word.concept) for word in words], dtype=np.int8),
            role=np.array([_ROLE[word.role] for word in words], dtype=np.uint8),
            letters=np.array([text.isalpha() for text in texts], dtype=np.bool_),
            digits=np.array([text.isdigit() for text in texts], dtype=np.bool_),
            consonantal=np.array([word.consonantal for word in words], dtype=np.bool_),
        )

    @property
    def is_content(self) -> Array:
        """Whether each word is more than a legal form or a stopword."""
        is_content: Array = (self.role != LEGAL) & (self.role != STOP)
        return is_content


def _numbers(*lists: Sequence[str]) -> list[Array]:
    """The numbers of lists of spellings: of a few words each list costs as much as all."""
    numbers = numbers_of(Strings.of_letters([text for texts in lists for text in texts]))
    ends = list(accumulate(map(len, lists)))
    return [numbers[end - len(texts) : end] for texts, end in zip(lists, ends, strict=True)]


def _coarse(texts: Sequence[str], skeletons: Sequence[str]) -> tuple[Array, Array]:
    """The numbers of the coarsest spellings of words, and of what other tables read in them."""
    found = np.zeros(len(texts), dtype=np.uint64)
    read = np.full((len(texts), READINGS), UNREAD, dtype=np.uint64)
    places = [place for place, text in enumerate(texts) if may_be_respelt(text)]
    if places:
        long = [texts[place] for place in places]
        # Most words are read alike by all tables.
        others = [
            (row, column, other)
            for column, by_table in enumerate(readings(long))
            for row, other in enumerate(by_table)
            if other != long[row]
        ]
        respelt = coarse([other for _, _, other in others]) if others else []
        read_alike = coarsened([skeletons[place] for place in places])
        own, of_others = _numbers(read_alike, respelt)
        found[places] = own
        read[places] = own[:, None]
        rows = [places[row] for row, _, _ in others]
        read[rows, [column for _, column, _ in others]] = of_others
    return found, read


def _trade(word: Word) -> int:
    return number_of_trade(word.concept) if word.role is _TRADE else NOTHING


def _meant(words: Sequence[Word]) -> Array:
    found = np.full((len(words), MOST_MEANT), UNMEANT, dtype=np.int16)
    for place, word in enumerate(words):
        if word.concept is None and word.role is _WORD and (meant := meant_by(word.form)):
            found[place, : len(meant)] = meant
    return found


def _some_stems(texts: Sequence[str], read: Sequence[str], places: Sequence[int]) -> list[str]:
    return stems([texts[place] for place in places], [read[place] for place in places])


def form_bits(roles: Array, concepts: Array) -> Array:
    """A bit for the legal form that each word is, none for other words. Two forms may share one;
    the same form in any language has the same.
    """
    bits = np.uint64(1) << (concepts.astype(np.int64) % 64).astype(np.uint64)
    bits[concepts < 0] = ~np.uint64(0)
    bits[roles != LEGAL] = 0
    return bits
