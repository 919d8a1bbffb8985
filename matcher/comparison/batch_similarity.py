"""How words of queries meet listed words, for many pairs at once.

Says what ``align.pair`` says of each (a test compares them), at a fiftieth of the cost.
"""

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from matcher.columnar.arrays import Array, Strings, where_true
from matcher.comparison.align import ABBREVIATED, RELATED, SAME_LEGAL_FORM, TRANSLATED
from matcher.comparison.similarity import (
    EDIT_COST,
    MOST_EDITS,
    RESPELT,
    SAME_CONSONANTS,
    SAME_SKELETON,
    SAME_STEM,
    SHORT_SKELETON,
    edits_allowed,
    sounds_alike,
)
from matcher.comparison.word_table import LEGAL, NUMBER, STOP, Spelled
from matcher.lexicon.related_families import NO_FAMILY


@dataclass(frozen=True, slots=True)
class Meetings:
    """How pairs of words meet; arrays of one length."""

    score: Array
    """In [0, 1]; 0 where they are different words."""
    equal: Array
    """Whether they are written alike, whatever either does in its name."""
    loose: Array
    """Whether they may be different words that look alike."""


def meet(words: Spelled, left: Array, listed: Spelled, right: Array) -> Meetings:
    """Compare words two by two, by their places: those of queries with listed ones."""
    equal = words.form_number[left] == listed.form_number[right]
    # A number is equal to its numeral, however either is written.
    counts = (words.role[left] == NUMBER) | (listed.role[right] == NUMBER)
    equal |= counts & (words.value[left] == listed.value[right])
    score, loose = np.zeros(len(left)), np.zeros(len(left), dtype=np.bool_)
    other = where_true(~equal)
    score[other], loose[other] = _unequal(words, left[other], listed, right[other])
    score[equal] = 1.0
    return Meetings(score, equal, loose & (score > 0.0))


def _unequal(words: Spelled, left: Array, listed: Spelled, right: Array) -> tuple[Array, Array]:
    same = words.skeleton[left] == listed.skeleton[right]
    one, two = words.concept[left], listed.concept[right]
    known = (one >= 0) & (two >= 0)
    # Words of the tables: translations of each other, or two words however alike.
    related = known & (one != two) & (words.families[left] == listed.families[right])
    related &= words.families[left] != NO_FAMILY
    others = known & (one != two) & ~same
    score = np.zeros(len(left))
    fixed = _fixed(words.role[left]) | _fixed(listed.role[right])
    may = where_true(~(others | fixed))
    loose = ~same
    score[may], loose[may] = _alike(words, left[may], listed, right[may], same[may])
    short = _abbreviated(words, left, listed, right) & (score < ABBREVIATED) & ~(known & ~same)
    score[short], loose[short] = ABBREVIATED, False
    translated = known & (one == two)
    score[translated] = np.maximum(TRANSLATED, score[translated])
    loose[translated] = False
    score[related], loose[related] = RELATED, False
    if fixed.any():
        _by_role(words, left, listed, right, score, loose)
    return score, loose


def _abbreviated(words: Spelled, left: Array, listed: Spelled, right: Array) -> Array:
    """Whether either is short for the other."""
    short: Array = (words.means[left] == listed.trade[right][:, None]).any(axis=1)
    short |= (listed.means[right] == words.trade[left][:, None]).any(axis=1)
    return short


def _fixed(roles: Array) -> Array:
    """Whether words meet their like only, whatever they look like."""
    fixed: Array = (roles == LEGAL) | (roles == STOP) | (roles == NUMBER)
    return fixed


def _alike(
    words: Spelled, left: Array, listed: Spelled, right: Array, same_skeleton: Array
) -> tuple[Array, Array]:
    """What ``similarity`` says of their spelling, and whether they may only look alike."""
    stem = words.stem[left]
    score: Array = SAME_STEM * ((stem != 0) & (stem == listed.stem[right]))
    other = where_true(~same_skeleton)
    _take_typos(score, other, words.forms, left, listed.forms, right)
    # Most words are written as their skeletons are.
    plain = words.skeleton[left] == words.form_number[left]
    plain &= listed.skeleton[right] == listed.form_number[right]
    _take_typos(score, other[~plain[other]], words.skeletons, left, listed.skeletons, right)
    sounded = words.consonantal[left] | listed.consonantal[right]
    may = where_true(sounded & ~same_skeleton & (score < SAME_CONSONANTS[-1]))
    forms = words.forms.pick(left[may]), listed.forms.pick(right[may])
    for place, one, two in zip(may.tolist(), *forms, strict=True):
        sound = sounds_alike(one.decode(), two.decode())
        if sound > score[place]:
            score[place] = sound
    short = np.minimum(words.forms.lengths[left], listed.forms.lengths[right]) <= 3
    score[same_skeleton] = np.where(short[same_skeleton], SHORT_SKELETON, SAME_SKELETON)
    respelled_share = _respelt(words, left, listed, right) & (score < RESPELT) & ~same_skeleton
    score[respelled_share] = RESPELT
    score[words.digits[left] | listed.digits[right]] = 0.0
    return score, ~(same_skeleton | respelled_share)


def _respelt(words: Spelled, left: Array, listed: Spelled, right: Array) -> Array:
    """Whether they may be one word, written by two tables."""
    mine, its = words.coarse[left], listed.coarse[right]
    found: Array = (mine == its) & (mine != 0)
    found |= (words.readings[left] == its[:, None]).any(axis=1)
    found |= (listed.readings[right] == mine[:, None]).any(axis=1)
    return found


def _take_typos(
    score: Array, pairs: Array, lefts: Strings, left: Array, rights: Strings, right: Array
) -> None:
    """Raise the score of some of the pairs to that of a slip of the pen, where they differ so."""
    one, two = lefts.lengths[left[pairs]], rights.lengths[right[pairs]]
    longer = np.maximum(one, two)
    allowed = edits_allowed(np.minimum(one, two), longer)
    may = where_true((allowed > 0) & (np.abs(one - two) <= allowed))
    if not len(may):
        return
    pairs, longer = pairs[may], longer[may]
    edits = cpdist(
        lefts.pick(left[pairs]),
        rights.pick(right[pairs]),
        scorer=OSA.distance,
        score_cutoff=MOST_EDITS,
        dtype=np.uint8,
    )
    near = (edits <= allowed[may]) & (edits > 0)
    pairs = pairs[near]
    score[pairs] = np.maximum(score[pairs], 1.0 - EDIT_COST * edits[near] / longer[near])


def _by_role(
    words: Spelled, left: Array, listed: Spelled, right: Array, score: Array, loose: Array
) -> None:
    """Legal forms, stopwords and numbers meet their like only."""
    roles = words.role[left], listed.role[right]
    legal, stop, number = (
        (roles[0] == role) | (roles[1] == role) for role in (LEGAL, STOP, NUMBER)
    )
    same_form = (roles[0] == roles[1]) & (words.concept[left] == listed.concept[right])
    score[number] = (words.value[left] == listed.value[right])[number]
    score[stop] = 0.0
    score[legal] = SAME_LEGAL_FORM * same_form[legal]
    loose[legal | number] = False
