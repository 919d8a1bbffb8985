"""Phrases of the word tables by the keys of their words, one of which may be misspelt."""

from collections.abc import Sequence
from functools import lru_cache

from matcher.lexicon.misspelt_phrases import twice_misspelt
from matcher.lexicon.tables import (
    LONG_LEGAL_FORM,
    Meaning,
    Role,
    Tables,
    near_legal_form,
    near_words,
    tables,
)

# Words of the longest phrase of the tables, and those of one that may have a slip; the second is a
# choice, for time.
LONGEST_PHRASE, LONGEST_MISSPELT = 14, 4
# From so many letters on a legal form of one word may be misspelt; and so many has one of two words
# of a trade (*fang hong* is no *hàng không*).
SHORTEST_MISSPELT, SHORTEST_OF_A_TRADE = 7, 5


@lru_cache(maxsize=1 << 15)
def may_go_on(first: str, second: str) -> bool:
    """Whether a phrase of several words may begin with two, one of which may be misspelt."""
    known, heads = tables(), tables().heads
    if (first, second) in heads:
        return True
    if second in known.seconds:
        near = near_words(first)
        # Most words are near none.
        if (near and any((word, second) in heads for word in near)) or twice_misspelt(
            (), first, second
        ):
            return True
    if first not in known.firsts:
        return False
    near = near_words(second)
    if near and any((first, word) in heads for word in near):
        return True
    return bool(twice_misspelt((first,), second, ""))


def alone(spelled: str, form: str) -> Meaning | None:
    """What a word is that begins no phrase of several words, be it a misspelt legal form."""
    phrases = tables().phrases
    found = phrases.get((spelled,))
    if found is None and max(len(form) - 1, len(spelled)) >= SHORTEST_MISSPELT:
        found = phrases.get((near_legal_form(spelled),))
    return found


@lru_cache(maxsize=1 << 14)
def longest_from(first: str, second: str) -> int:
    """How many words a phrase may have that begins with two, the first misspelt or not."""
    lengths = tables().lengths
    meant = (first, *near_words(first), *twice_misspelt((), first, second))
    return max([lengths.get(word, (1,))[0] for word in meant])


@lru_cache(maxsize=1 << 14)
def phrase_of(keys: tuple[str, ...]) -> tuple[Meaning | None, int]:
    """The longest phrase that some words begin with, and how many words it has.

    One of its words may be misspelt: ``Limted Liability Company``. A single word is taken for a
    misspelt legal form only (``Compnay``): trade words are compared as words.
    """
    known = tables()
    lengths = known.lengths.get(keys[0], ())
    meaning, count = _exact_phrase(keys, known)
    # A phrase that begins with a word as it stands has a misspelt one only further on.
    further = lengths[0] if lengths else 1
    for offset, spelled in enumerate(keys[: min(LONGEST_MISSPELT, further)]):
        following = keys[offset + 1] if offset + 1 < len(keys) else ""
        twice = twice_misspelt(keys[:offset], spelled, following)
        for word in (*near_words(spelled), *twice):
            right = (*keys[:offset], word, *keys[offset + 1 :])
            other, words = _exact_phrase(right, known)
            if other is None or words <= max(count if meaning else 0, offset):
                continue
            if words == 1:
                may_be = other.role is Role.LEGAL and len(word) >= LONG_LEGAL_FORM
            else:
                may_be = not _is_too_short(right[:words], other)
            if may_be:
                meaning, count = other, words
    return meaning, count


def _is_too_short(phrase: Sequence[str], meaning: Meaning) -> bool:
    """Whether two words of a trade are so short that with a slip in one they are others."""
    short = len(phrase) == 2 and max(map(len, phrase)) < SHORTEST_OF_A_TRADE
    return short and meaning.role is Role.TRADE


def _exact_phrase(keys: tuple[str, ...], known: Tables) -> tuple[Meaning | None, int]:
    for length in known.lengths.get(keys[0], ()):
        phrase = keys[:length]
        if len(phrase) == length and phrase in known.phrases:
            return known.phrases[phrase], length
    return None, 1
