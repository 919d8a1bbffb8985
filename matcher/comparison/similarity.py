"""How alike two words are, in [0, 1], and in what way."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import numpy.typing as npt
from rapidfuzz.distance import OSA

from matcher.lexicon.keys import consonants, skeleton, stem, strong_consonants
from matcher.lexicon.respelling import is_respelt


class Similarity(NamedTuple):
    """What two words have in common."""

    score: float
    how: str
    """``equal``, ``spelling`` (the same skeleton), ``inflection``, ``typo`` or ``consonants``."""


UNLIKE = Similarity(0.0, "")
# How alike words are that differ so. As in ``align``, the weights are fitted with these; none of
# the labelled pairs falls otherwise where one moves by .05 to .2, or ``MOST_EDITS`` by one.
SAME_SKELETON = 0.96
# Of three letters and less one is enough to make another acronym: KSP is hardly CSP.
SHORT_SKELETON = 0.7
SAME_STEM = 0.85
# By German, French or Polish tables; one slip in a word of six letters is surer.
RESPELT = 0.865
# Of three consonants, of four, and of five and more.
SAME_CONSONANTS = 0.8, 0.86, 0.91
FEWEST_CONSONANTS = 3
# One edit in a word of n letters costs this much of 1/n: at five letters a typo leaves 0.86, at
# ten 0.93.
EDIT_COST = 0.7
MOST_EDITS = 2
# One number, or an array of them.
Count = TypeVar("Count", int, npt.NDArray[Any])


@lru_cache(maxsize=1 << 15)
def similarity(left: str, right: str, consonantal: bool = False) -> Similarity:
    """Compare two words.

    Args:
        left: a word in ``a-z0-9``.
        right: the same.
        consonantal: whether one of them was read from a script without vowels.

    Returns:
        A score and a way; ``UNLIKE`` when they are different words.
    """
    if left == right:
        return Similarity(1.0, "equal")
    if left.isdigit() or right.isdigit():
        return UNLIKE
    one, other = skeleton(left), skeleton(right)
    if one == other:
        short = min(len(left), len(right)) <= 3
        return Similarity(SHORT_SKELETON if short else SAME_SKELETON, "spelling")
    best = UNLIKE
    if len(one) >= 5 and len(other) >= 5 and stem(left) == stem(right):
        best = Similarity(SAME_STEM, "inflection")
    slip = max(_typo(left, right), _typo(one, other))
    if slip >= best.score and slip:
        best = Similarity(slip, "typo")
    if best.score < RESPELT and is_respelt(left, right):
        best = Similarity(RESPELT, "spelling")
    if consonantal and best.score < SAME_CONSONANTS[-1]:
        sound = sounds_alike(left, right)
        if sound > best.score:
            best = Similarity(sound, "consonants")
    return best


def sounds_alike(left: str, right: str) -> float:
    """How alike two words are by their consonants alone: the more they have, the surer; 0 where
    they differ, or have few.
    """
    return max(_shared(left, right, of) for of in (consonants, strong_consonants))


def _shared(left: str, right: str, of: Callable[[str], str]) -> float:
    found = of(left)
    if len(found) < FEWEST_CONSONANTS or found != of(right):
        return 0.0
    return SAME_CONSONANTS[min(len(found) - FEWEST_CONSONANTS, len(SAME_CONSONANTS) - 1)]


def edits_allowed(shorter: Count, longer: Count) -> Count:
    """How many edits one word misspelt may have: one from five letters on, two from eight, of which
    one may be lost: so many the keys of ``typo_keys`` find.
    """
    edits: Count = 1 * ((shorter >= 4) & (longer >= 5)) + 1 * ((shorter >= 7) & (longer >= 8))
    return edits


def _typo(left: str, right: str) -> float:
    """What a slip of the pen leaves of two words' likeness; 0 where they are further apart."""
    shorter, longer = len(left), len(right)
    if shorter > longer:
        shorter, longer = longer, shorter
    if longer - shorter > MOST_EDITS:
        # The common case.
        return 0.0
    allowed = edits_allowed(shorter, longer)
    if not allowed:
        return 0.0
    edits = OSA.distance(left, right, score_cutoff=allowed)
    return 0.0 if edits > allowed else 1.0 - EDIT_COST * edits / longer


_MISREAD = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("0", "o"), ("1", "i"), ("l", "i"),
            ("5", "s"), ("8", "b"), ("6", "g"))  # fmt: skip


def is_one_slip(left: str, right: str) -> bool:
    """Whether two words differ by one letter, or by one that a scanner misreads (``rn`` for ``m``).

    Args:
        left: a word in ``a-z0-9``.
        right: the same.
    """
    return slips_between(left, right, most=1) <= 1


def slips_between(left: str, right: str, *, most: int) -> int:
    """In how many letters two words differ, where what a scanner misreads is one letter.

    Args:
        left: a word in ``a-z0-9``.
        right: the same.
        most: more are counted as one more than these.
    """
    written = OSA.distance(left, right, score_cutoff=most)
    if written <= 1:
        return written
    return min(written, max(1, OSA.distance(as_read(left), as_read(right), score_cutoff=most)))


def as_read(form: str) -> str:
    """A word with all that scanners take for each other written in one way."""
    for seen, meant in _MISREAD:
        form = form.replace(seen, meant)
    return form
