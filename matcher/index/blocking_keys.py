"""The keys under which words are stored in the index, and looked for.

Two words share a key when they are equal, have the same concept or one is short for the other's,
have the same skeleton or stem, are one edit
apart as written or as skeletons (five letters or more), two edits apart (eight letters or more), or
have the same consonants where one is from a script without vowels.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from matcher.columnar.arrays import Array, where_true
from matcher.columnar.rolling_hash import COARSE, SPELLED, STEM, WRITTEN, key_of, mix
from matcher.comparison.acronyms import LONGEST_ACRONYM, SHORTEST_ACRONYM
from matcher.comparison.word_table import Spelled
from matcher.index.deletion_keys import typo_keys
from matcher.lexicon.abbreviations import concept_of
from matcher.lexicon.keys import consonants, hashed, hashed_all, skeleton, strong_consonants
from matcher.lexicon.related_families import NO_FAMILY
from matcher.names.word import Name, Word

# Salts of the keys of words as written and of their skeletons.
AS_WRITTEN, AS_SKELETON = 1, 2


def word_keys(words: Sequence[Word], spelled: Spelled, *, listed: bool) -> tuple[Array, Array]:
    """The keys of some words.

    Args:
        words: of a list, or of a query.
        spelled: the same words.
        listed: whether they are to be stored: a listed word is stored under its consonants, too,
            so that a query in Arabic finds it, and under its letters.

    Returns:
        Places in ``words``, and a 32-bit key of the word there; of one length.
    """
    owners, keys = exact_keys(words, spelled, listed=listed)
    misspelt, typos = misspelt_keys(spelled, np.arange(len(words)))
    return np.concatenate([owners, misspelt]), np.concatenate([keys, typos])


def misspelt_keys(spelled: Spelled, places: Array) -> tuple[Array, Array]:
    """The keys by which some of the words are found one or two letters off; returns what
    ``word_keys`` does.
    """
    may = places[(spelled.is_content & ~spelled.digits)[places]]
    # Together: of a few words either spelling costs as much as both.
    both = spelled.forms.at(may).followed_by(spelled.skeletons.at(may))
    place, keys = typo_keys(both, np.repeat([AS_WRITTEN, AS_SKELETON], len(may)))
    return np.concatenate([may, may])[place], keys


def exact_keys(words: Sequence[Word], spelled: Spelled, *, listed: bool) -> tuple[Array, Array]:
    """The keys of words as they stand, without those by which misspelt ones are found; returns
    what ``word_keys`` does.
    """
    every = np.arange(len(words))
    counted = where_true(spelled.is_content & (spelled.value != spelled.form_number))
    keys = [mix(np.concatenate([spelled.skeleton, spelled.value[counted]]), SPELLED)]
    long = where_true(spelled.is_content & (spelled.coarse != 0))
    coarse, readings = spelled.coarse[long], spelled.readings[long]
    # Most tables read most words alike.
    row, column = (readings != coarse[:, None]).nonzero()
    keys.append(mix(np.concatenate([coarse, readings[row, column]]), COARSE))
    owners = [every, counted, long, long[row]]
    found = list(_of_few(words, spelled))
    if listed:
        owners.append(every)
        keys.append(mix(spelled.form_number, WRITTEN))
        letters = where_true(may_be_letters(spelled))
        found.append((letters.tolist(), hashed_all("i", spelled.forms.pick(letters))))
    full = spelled.is_content & ~spelled.digits & (spelled.forms.lengths >= 3)
    stemmed = where_true(full & (spelled.stem != 0))
    owners.append(stemmed)
    keys.append(mix(spelled.stem[stemmed], STEM))
    sounded = where_true(full & (listed | spelled.consonantal)).tolist()
    found += [
        (sounded, [hashed("k", of(words[place].form)) for place in sounded])
        for of in (consonants, strong_consonants)
    ]
    owners.append(np.array([place for places, _ in found for place in places], dtype=np.int64))
    keys.append(np.array([key for _, some in found for key in some], dtype=np.uint32))
    return np.concatenate(owners), np.concatenate(keys)


def _of_few(words: Sequence[Word], spelled: Spelled) -> Iterator[tuple[list[int], list[int]]]:
    """The keys that few words have: of the tables' words, and of phrases."""
    is_content = spelled.is_content
    known = where_true(is_content & (spelled.concept >= 0)).tolist()
    yield known, [hashed("c", words[place].concept or "") for place in known]
    shorts, columns = np.nonzero(spelled.means >= 0)
    meant = spelled.means[shorts, columns].tolist()
    yield shorts.tolist(), [hashed("c", concept_of(number)) for number in meant]
    related = where_true(is_content & (spelled.families != NO_FAMILY)).tolist()
    yield related, [hashed("c", f"~{spelled.families[place]}") for place in related]
    phrases = [place for place in where_true(is_content).tolist() if " " in words[place].form]
    # Two words of a query may be a phrase that was not known for one: Obyedineniye.
    joined = [words[place].form.replace(" ", "") for place in phrases]
    yield phrases, [key_of(skeleton(form), SPELLED) for form in joined]
    yield phrases, [key_of(form, WRITTEN) for form in joined]


def may_be_letters(spelled: Spelled) -> Array:
    """Whether each word may be the first letters of others."""
    length = spelled.forms.lengths
    fits: Array = (length >= SHORTEST_ACRONYM) & (length <= LONGEST_ACRONYM)
    return fits & spelled.is_content & spelled.letters


# Keys of names without an order are sums of their words' keys, of which 32 bits are kept.
ALL_BITS = (1 << 32) - 1


def bag_key(word: Word) -> int:
    """What a word adds to the key of its name's bag of words; a phrase adds what its parts do."""
    return sum([hashed("b", part) for part in word.form.split(" ")]) & ALL_BITS


def core_key(word: Word) -> int:
    """What a telling word adds to the key of its name's telling words."""
    return hashed("t", word.form)


def bag_keys(name: Name) -> Iterator[int]:
    """The keys of names that have the same words, in any order, with and without legal forms."""
    yield sum([bag_key(word) for word in name.words]) & ALL_BITS
    core = [core_key(word) for word in name.words if word.is_content]
    if core:
        yield sum(core) & ALL_BITS
