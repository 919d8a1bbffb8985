"""Words of phrases of the tables with two slips of the pen (``Limited Liabinlioty Company``).

One slip is looked for among all words (``tables.near_words``). With two a word is like many, so
only those are asked that a phrase has at its place, beside what the name has of it.
"""

from collections import defaultdict
from functools import cache

from rapidfuzz.distance import OSA

from matcher.lexicon.keys import stem
from matcher.lexicon.tables import STEM_SIGN, may_be_inflected, tables

# Letters of a word with two slips: one may be lost.
SHORTEST_TWICE = 7
TWICE = 2


def twice_misspelt(begun: tuple[str, ...], spelled: str, following: str) -> tuple[str, ...]:
    """Words of the tables that are two edits away from a word of a phrase.

    Args:
        begun: the keys of the phrase's words before it.
        spelled: the key of the word.
        following: that of the word behind it; asked only where the phrase begins with the word.

    Returns:
        Keys, sorted; empty for short words and for words that are in a phrase of their own.
    """
    if len(spelled) < SHORTEST_TWICE or spelled in words_of_phrases():
        return ()
    meant = _behind().get(begun, ()) if begun else _before().get(following, ())
    return tuple([word for word in meant if _is_meant(spelled, word)])


def _is_meant(spelled: str, word: str) -> bool:
    if not word.startswith(STEM_SIGN):
        long = max(len(spelled), len(word)) > SHORTEST_TWICE
        return long and _is_near(spelled, word)
    # What a stem has lost counts, too.
    return may_be_inflected(spelled, cyrillic=False) and _is_near(stem(spelled), word[1:])


def _is_near(spelled: str, word: str) -> bool:
    shorter = min(len(spelled), len(word))
    return shorter >= SHORTEST_TWICE and OSA.distance(spelled, word, score_cutoff=TWICE) <= TWICE


@cache
def words_of_phrases() -> frozenset[str]:
    """All words of the phrases of the tables, as they are looked up."""
    return frozenset([word for phrase in tables().phrases for word in phrase])


@cache
def _behind() -> dict[tuple[str, ...], tuple[str, ...]]:
    """For the words that phrases begin with, what they may go on with."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for phrase in tables().phrases:
        for place in range(1, len(phrase)):
            found[phrase[:place]].add(phrase[place])
    return {begun: tuple(sorted(words)) for begun, words in found.items()}


@cache
def _before() -> dict[str, tuple[str, ...]]:
    """For the second word of phrases, their first ones."""
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in tables().heads:
        found[second].add(first)
    return {second: tuple(sorted(words)) for second, words in found.items()}
