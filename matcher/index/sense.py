"""What words have in common that stand for each other: they mean the same, count the same, or are
one but for what transliteration tables disagree on.
"""

from collections.abc import Sequence

from matcher.comparison.align import number_of
from matcher.comparison.word_table import Spelled
from matcher.lexicon.keys import hashed_all, skeleton
from matcher.lexicon.tables import Role
from matcher.names.word import Word

# The information from which on a name is known among places, addresses and references, and the
# letters of one that is a single word: three are initials.
LEAST_AMONG_PLACES, SHORTEST_AMONG_PLACES, INITIALS = 0.1, 4, 3
# From so many letters on two coarse spellings hardly meet by chance.
LONG_ENOUGH = 6


def may_be_known_alone(word: Word) -> bool:
    """Whether a word that is all of a name may be known in a longer query."""
    return word.role is Role.WORD and len(word.form) >= INITIALS and word.form.isalpha()


def may_be_known_led(word: Word) -> bool:
    """Whether a word that is all of a ship's name may be known behind a ship's prefix."""
    return len(word.form) >= SHORTEST_AMONG_PLACES and word.form.isalpha()


def sense(word: Word) -> str:
    """The same for words that stand for each other."""
    if word.concept is not None:
        return f"={word.concept}"
    number = number_of(word)
    return number if number.isdigit() else skeleton(word.form)


def sense_keys(words: Sequence[Word], spelled: Spelled) -> list[int]:
    """What each word adds to the key of a run of telling words, in which it may be anywhere.

    Args:
        words: of queries or of lists.
        spelled: the same words.
    """
    found = spelled.skeletons.encoded()
    for place, word in enumerate(words):
        if word.concept is not None or word.form[:1] in "0123456789ivx":
            found[place] = sense(word).encode()
    return hashed_all("s", found)


def is_written_so(asked: Word, listed: Word) -> bool:
    """Whether it is the same word; translations are words of many names (*State Bank*)."""
    return asked.form == listed.form or skeleton(asked.form) == skeleton(listed.form)


def is_short_respelt(asked: Word, listed: Word) -> bool:
    """Short words agree in their coarse spelling by chance."""
    if asked.form == listed.form or listed.role is Role.NUMBER:
        return False
    means = asked.concept is not None and asked.concept == listed.concept
    return not means and min(len(asked.form), len(listed.form)) < LONG_ENOUGH
