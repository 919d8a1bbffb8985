"""The keys under which words are stored in the index, and looked for.

Two words share a key when they are equal, have the same concept, skeleton or stem, are one edit
apart as written or as skeletons (five letters or more), two edits apart (eight letters or more), or
have the same consonants where one is from a script without vowels.
"""

from collections.abc import Sequence

import numpy as np

from matcher.align import LONGEST_ACRONYM, SHORTEST_ACRONYM, number_of
from matcher.arrays import Array
from matcher.keys import consonants, hashed, skeleton, stem, strong_consonants
from matcher.name import Word
from matcher.typo_keys import typo_keys

# Skeletons shorter than this lose too much with their ending.
SHORTEST_STEMMED = 5
_AS_WRITTEN, _AS_SKELETON = 1, 2


def word_keys(words: Sequence[Word], *, listed: bool) -> tuple[Array, Array]:
    """The keys of some words.

    Args:
        words: of a list, or of a query.
        listed: whether they are to be stored: a listed word is stored under its consonants, too,
            so that a query in Arabic finds it, and under its letters.

    Returns:
        Places in ``words``, and a 32-bit key of the word there; of one length.
    """
    exact = [exact_keys(word, listed=listed) for word in words]
    misspelt = [place for place, word in enumerate(words) if _may_be_misspelt(word)]
    numbers = np.array(misspelt, dtype=np.int64)
    forms = [words[place].form for place in misspelt]
    as_written, written = typo_keys(forms, _AS_WRITTEN)
    as_skeleton, spelled = typo_keys([skeleton(form) for form in forms], _AS_SKELETON)
    owners = np.repeat(np.arange(len(words)), [len(keys) for keys in exact])
    return (
        np.concatenate([owners, numbers[as_written], numbers[as_skeleton]]),
        np.concatenate(
            [np.array([key for keys in exact for key in keys], dtype=np.uint32), written, spelled]
        ),
    )


def _may_be_misspelt(word: Word) -> bool:
    return word.tells and not word.form.isdigit()


def exact_keys(word: Word, *, listed: bool) -> list[int]:
    """The keys of a word as it stands, without those by which misspelt ones are found."""
    form, bones = word.form, skeleton(word.form)
    keys = [hashed("s", bones)]
    if listed:
        keys.append(hashed("f", form))
        if may_be_letters(word):
            keys.append(hashed("i", form))
    if not word.tells:
        return keys
    if word.concept is not None:
        keys.append(hashed("c", word.concept))
    number = number_of(word)
    if number != form:
        keys.append(hashed("s", number))
    if " " in form:
        # Two words of a query may be a phrase that was not known for one: Obyedineniye.
        whole = form.replace(" ", "")
        keys += (hashed("s", skeleton(whole)), hashed("f", whole))
    if len(form) < 3 or form.isdigit():
        return keys
    if len(bones) >= SHORTEST_STEMMED:
        keys.append(hashed("m", stem(form)))
    if listed or word.consonantal:
        keys += (hashed("k", consonants(form)), hashed("k", strong_consonants(form)))
    return keys


def may_be_letters(word: Word) -> bool:
    """Whether a word may be the first letters of others."""
    length = len(word.form)
    return word.tells and SHORTEST_ACRONYM <= length <= LONGEST_ACRONYM and word.form.isalpha()


# Keys of names without an order are sums of their words' keys, of which 32 bits are kept.
ALL_BITS = (1 << 32) - 1


def bag_key(word: Word) -> int:
    """What a word adds to the key of its name's bag of words; a phrase adds what its parts do."""
    return sum([hashed("b", part) for part in word.form.split(" ")]) & ALL_BITS


def core_key(word: Word) -> int:
    """What a telling word adds to the key of its name's telling words."""
    return hashed("t", word.form)
