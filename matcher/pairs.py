"""How words of queries meet listed words, for many pairs at once.

Says what ``align.pair`` says of each (a test compares them), at a twentieth of the cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from matcher.align import SAME_LEGAL_FORM, TRANSLATED, number_of
from matcher.arrays import Array
from matcher.keys import consonants, skeleton, stem, strong_consonants
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
from matcher.tables import Role


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
    equal = np.array([a.form == b.form for a, b in zip(lefts, rights, strict=True)], dtype=np.bool_)
    score, loose = _alike(lefts, rights, equal)
    _by_concept(lefts, rights, score, loose)
    _by_role(lefts, rights, score, loose)
    score[equal], loose[equal] = 1.0, False
    return Meetings(score, equal, loose & (score > 0.0))


def _alike(lefts: Sequence[Word], rights: Sequence[Word], equal: Array) -> tuple[Array, Array]:
    """What ``likeness`` says of their spelling."""
    forms, others = [w.form for w in lefts], [w.form for w in rights]
    bones, other_bones = list(map(skeleton, forms)), list(map(skeleton, others))
    typo = np.maximum(_typos(forms, others), _typos(bones, other_bones))
    same = np.array([a == b for a, b in zip(bones, other_bones, strict=True)], dtype=np.bool_)
    short = np.array([min(len(a), len(b)) <= 3 for a, b in zip(forms, others, strict=True)])
    stems = np.zeros(len(forms))
    sounds = np.zeros(len(forms))
    for place in np.flatnonzero(~same).tolist():
        if min(len(bones[place]), len(other_bones[place])) >= 5:
            stems[place] = SAME_STEM * (stem(forms[place]) == stem(others[place]))
        if lefts[place].consonantal or rights[place].consonantal:
            sounds[place] = SAME_CONSONANTS * _same_consonants(forms[place], others[place])
    score = np.maximum(np.maximum(typo, stems), sounds)
    score[same] = np.where(short[same], SHORT_SKELETON, SAME_SKELETON)
    digits = [a.isdigit() or b.isdigit() for a, b in zip(forms, others, strict=True)]
    score[np.array(digits, dtype=np.bool_) & ~equal] = 0.0
    return score, ~same


def _typos(forms: Sequence[str], others: Sequence[str]) -> Array:
    edits = cpdist(forms, others, scorer=OSA.distance, score_cutoff=MOST_EDITS, dtype=np.uint8)
    lengths = np.array([[len(a), len(b)] for a, b in zip(forms, others, strict=True)])
    shorter, longer = lengths.reshape(-1, 2).min(axis=1), lengths.reshape(-1, 2).max(axis=1)
    score: Array = np.where(
        (edits <= edits_allowed(shorter, longer)) & (edits > 0),
        1.0 - EDIT_COST * edits / np.maximum(longer, 1),
        0.0,
    )
    return score


def _same_consonants(left: str, right: str) -> bool:
    return any(
        len(of(left)) >= 3 and of(left) == of(right) for of in (consonants, strong_consonants)
    )


def _by_concept(lefts: Sequence[Word], rights: Sequence[Word], score: Array, loose: Array) -> None:
    """Words of the tables: translations of each other, or two words however alike."""
    for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        if left.concept is None or right.concept is None:
            continue
        if left.concept == right.concept:
            score[place], loose[place] = max(TRANSLATED, score[place]), False
        elif score[place] < SAME_SKELETON:
            score[place] = 0.0


def _by_role(lefts: Sequence[Word], rights: Sequence[Word], score: Array, loose: Array) -> None:
    """Legal forms, stopwords and numbers meet their like only."""
    for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        roles = left.role, right.role
        if Role.LEGAL in roles:
            same = roles[0] is roles[1] and left.concept == right.concept
            score[place], loose[place] = SAME_LEGAL_FORM * same, False
        elif Role.STOP in roles:
            score[place] = 0.0
        elif Role.NUMBER in roles:
            score[place], loose[place] = float(number_of(left) == number_of(right)), False
