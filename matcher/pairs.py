"""How words of queries meet listed words, for many pairs at once.

Says what ``align.pair`` says of each (a test compares them), at a fiftieth of the cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from matcher.align import SAME_LEGAL_FORM, TRANSLATED
from matcher.arrays import Array
from matcher.columns import Column
from matcher.keys import consonants, strong_consonants
from matcher.likeness import (
    EDIT_COST,
    MOST_EDITS,
    SAME_CONSONANTS,
    SAME_SKELETON,
    SAME_STEM,
    SHORT_SKELETON,
    edits_allowed,
)
from matcher.name import Word
from matcher.spellings import LEGAL, NUMBER, STOP, Spellings


@dataclass(frozen=True, slots=True)
class Meetings:
    """How pairs of words meet; arrays of one length."""

    score: Array
    """In [0, 1]; 0 where they are different words."""
    equal: Array
    """Whether they are written alike, whatever either does in its name."""
    loose: Array
    """Whether they may be different words that look alike."""


def meetings(lefts: Sequence[Word], rights: Sequence[Word]) -> Meetings:
    """Compare words two by two.

    Args:
        lefts: words of queries.
        rights: listed words, as many.
    """
    spellings = Spellings()
    places = np.arange(len(lefts))
    return meet(spellings, spellings.add(lefts) + places, spellings.add(rights) + places)


def meet(words: Spellings, left: Array, right: Array) -> Meetings:
    """Compare words two by two, by their rows: those of queries with listed ones."""
    equal = words.form_number.values[left] == words.form_number.values[right]
    score, loose = np.zeros(len(left)), np.zeros(len(left), dtype=np.bool_)
    other = np.flatnonzero(~equal)
    score[other], loose[other] = _unequal(words, left[other], right[other])
    score[equal] = 1.0
    return Meetings(score, equal, loose & (score > 0.0))


def _unequal(words: Spellings, left: Array, right: Array) -> tuple[Array, Array]:
    score, loose = _alike(words, left, right)
    one, two = words.concept_number.values[left], words.concept_number.values[right]
    known = (one >= 0) & (two >= 0)
    # Words of the tables: translations of each other, or two words however alike.
    translated = known & (one == two)
    score[translated] = np.maximum(TRANSLATED, score[translated])
    score[known & (one != two) & (score < SAME_SKELETON)] = 0.0
    loose[translated] = False
    _by_role(words, left, right, score, loose)
    return score, loose


def _alike(words: Spellings, left: Array, right: Array) -> tuple[Array, Array]:
    """What ``likeness`` says of their spelling."""
    same = words.bones_number.values[left] == words.bones_number.values[right]
    stems = words.stem_number.values[left], words.stem_number.values[right]
    score = SAME_STEM * ((stems[0] >= 0) & (stems[0] == stems[1]))
    np.maximum(score, _typos(words, words.form, words.form_length, left, right), out=score)
    np.maximum(score, _typos(words, words.bones, words.bones_length, left, right), out=score)
    sounded = words.consonantal.values[left] | words.consonantal.values[right]
    for place in np.flatnonzero(sounded & ~same & (score < SAME_CONSONANTS)).tolist():
        forms = words.texts(words.form, np.array([left[place], right[place]]))
        if _same_consonants(*forms):
            score[place] = SAME_CONSONANTS
    lengths = words.form_length.values
    short = np.minimum(lengths[left], lengths[right]) <= 3
    score[same] = np.where(short[same], SHORT_SKELETON, SAME_SKELETON)
    score[words.digits.values[left] | words.digits.values[right]] = 0.0
    return score, ~same


def _typos(words: Spellings, texts: Column, lengths: Column, left: Array, right: Array) -> Array:
    one, two = lengths.values[left], lengths.values[right]
    longer = np.maximum(one, two)
    allowed = edits_allowed(np.minimum(one, two), longer)
    score = np.zeros(len(left))
    may = np.flatnonzero((allowed > 0) & (np.abs(one - two) <= allowed))
    edits = cpdist(
        words.texts(texts, left[may]),
        words.texts(texts, right[may]),
        scorer=OSA.distance,
        score_cutoff=MOST_EDITS,
        dtype=np.uint8,
    )
    near = (edits <= allowed[may]) & (edits > 0)
    score[may[near]] = 1.0 - EDIT_COST * edits[near] / longer[may[near]]
    return score


def _same_consonants(left: str, right: str) -> bool:
    return any(
        len(of(left)) >= 3 and of(left) == of(right) for of in (consonants, strong_consonants)
    )


def _by_role(words: Spellings, left: Array, right: Array, score: Array, loose: Array) -> None:
    """Legal forms, stopwords and numbers meet their like only."""
    roles = words.role.values[left], words.role.values[right]
    concepts = words.concept_number.values[left], words.concept_number.values[right]
    values = words.value_number.values[left], words.value_number.values[right]
    legal, stop, number = (
        (roles[0] == role) | (roles[1] == role) for role in (LEGAL, STOP, NUMBER)
    )
    same_form = (roles[0] == roles[1]) & (concepts[0] == concepts[1])
    score[number] = values[0][number] == values[1][number]
    score[stop] = 0.0
    score[legal] = SAME_LEGAL_FORM * same_form[legal]
    loose[legal | number] = False
