"""Which words of the listed names point to them in a text.

A name that a text mentions is there with its rarest words (``text_rules`` asks for them), so these
are enough to find it. Names of common words only (``Bank Melli Iran``) are found by two neighbours.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, Groups, spread
from matcher.comparison.word_table import ROLES
from matcher.index.index import NameIndex
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.mentions.word_cache import spellings
from matcher.names.word import Name

# Words that so many names have point to none of them.
MAX_POSTINGS = 400
# A word points to a name if it tells at least this share of what the name's rarest word tells.
RAREST_SHARE = 0.75
# What tells less than this is met on every page.
LEAST = 0.45
# The shortest word that a text may have in two pieces.
SHORTEST_JOINED = 6


@dataclass(frozen=True, slots=True)
class TermStats:
    """What the words of the listed names tell in a text."""

    points: Array
    """For each listed word what it tells as the one that a text is searched for; 0 for legal
    forms, stopwords, numbers, phrases and what too many names have."""
    plain: Array
    """For each word of each name (as ``name_word``) what it tells; nothing where other words may
    say the same, or too many names have it."""
    plain_total: Array
    """The sum of that for each name."""
    says: Array
    """For each word of each name what it tells, but for phrases, which a text has in pieces."""
    says_total: Array
    has_phrase: Array
    """For each name whether it has a phrase that says something."""
    has_form: Array
    """For each name whether it has a legal form that says something."""

    @classmethod
    def of(cls, index: NameIndex) -> "TermStats":
        """Work it out for all listed names."""
        arrays = index.arrays
        weight, role, words = arrays["word_weight"], arrays["word_role"], arrays["name_word"]
        name = np.repeat(np.arange(index.name_count), np.diff(arrays["name_word_at"]))
        few = np.diff(arrays["posting_at"]) <= MAX_POSTINGS
        number = role == ROLES.index(Role.NUMBER)
        own = (role == ROLES.index(Role.WORD)) & few
        plain = (weight * (own | number))[words]
        phrase = _phrases(index)
        says = (weight * index.word_is_content * ~phrase)[words]
        has_phrase = (
            np.bincount(name, (phrase & index.word_is_content)[words], index.name_count) > 0
        )
        return cls(
            points=weight * (index.word_is_content & ~number & few & ~phrase),
            plain=plain,
            plain_total=np.bincount(name, plain, index.name_count),
            says=says,
            says_total=np.bincount(name, says, index.name_count),
            has_phrase=has_phrase,
            has_form=np.bincount(name, _forms(index)[words], index.name_count) > 0,
        )


def _forms(index: NameIndex) -> Array:
    """For each listed word whether it is a legal form; ``company`` is one that says nothing."""
    forms: Array = index.arrays["word_role"] == ROLES.index(Role.LEGAL)
    if "COMPANY" in index.concepts:
        forms &= index.arrays["word_concept"] != index.concepts.index("COMPANY")
    return forms


def _phrases(index: NameIndex) -> Array:
    """For each listed word whether it is several words that stand for one thing."""
    spaces = np.cumsum(np.r_[0, index.word_forms.data == ord(" ")])
    found: Array = np.diff(spaces[index.word_forms.offsets]) > 0
    return found


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where some names may be found from."""

    names: Groups
    """For each listed word the names that it points to."""
    points: Array
    """For each listed word whether it points to any."""
    cost: Array
    """For each listed word how many words the names have that it points to."""
    joined: Array
    """Spellings of words that point, sorted."""
    joined_word: Array
    pairs: "Pairs"

    @classmethod
    def of(cls, index: NameIndex, telling: TermStats, names: Array) -> "Anchors":
        """Choose the words of names that may be found in any text."""
        name, word = _words(index, names)
        tells = telling.points[word]
        top = np.zeros(index.name_count)
        np.maximum.at(top, name, tells)
        chosen = tells >= np.maximum(RAREST_SHARE * top[name], LEAST)
        without = np.setdiff1d(names, name[chosen])
        return cls._of(index, name[chosen], word[chosen], Pairs.of(index, without))

    @classmethod
    def of_licensed(
        cls, index: NameIndex, telling: TermStats, names: Array, least: float
    ) -> "Anchors":
        """Choose the words of names of parties that the text has named in full."""
        name, word = _words(index, names)
        chosen = telling.points[word] >= least
        return cls._of(index, name[chosen], word[chosen], Pairs.of(index, names[:0]))

    @classmethod
    def _of(cls, index: NameIndex, name: Array, word: Array, pairs: "Pairs") -> "Anchors":
        names = Groups.by_row(word, name, len(index.word_forms))
        points = np.diff(names.offsets) > 0
        joined, joined_word = _joined(index, np.flatnonzero(points))
        words = np.diff(index.arrays["name_word_at"])[names.values]
        cost = np.diff(np.r_[0, np.cumsum(words)][names.offsets])
        return cls(names, points, cost, joined, joined_word, pairs)


def _words(index: NameIndex, names: Array) -> tuple[Array, Array]:
    """Names, and a word of each; of one length."""
    at = index.arrays["name_word_at"]
    count = at[names + 1] - at[names]
    word: Array = index.arrays["name_word"][spread(at[names], count)]
    return np.repeat(names, count), word


def _joined(index: NameIndex, words: Array) -> tuple[Array, Array]:
    forms = [index.word_forms[word].replace(" ", "") for word in words.tolist()]
    long = np.array([len(form) >= SHORTEST_JOINED for form in forms], dtype=np.bool_)
    spelled = spellings(forms)[0][long]
    order = np.argsort(spelled, kind="stable")
    return spelled[order], words[long][order]


def neighbours_key(left: Array, right: Array) -> Array:
    """A number for two neighbours, given those of their skeletons."""
    key: Array = left * np.uint64(0xD6E8FEB86659FD93) + right
    return key


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names that only two neighbouring words point to, by the skeletons of their words."""

    keys: Array
    """Two neighbours as ``neighbours_key`` has them, sorted."""
    owner: Array
    """The name, as numbered here."""
    names: Array
    """Its number in the index."""
    parts: Groups
    """For each name its words, by their places in ``skeletons``; phrases are taken apart."""
    skeletons: Array
    """Skeletons of all these words, sorted."""

    @classmethod
    def of(cls, index: NameIndex, names: Array) -> "Pairs":
        """Take names apart."""
        words = [_parts(index.name(name)) for name in names.tolist()]
        row = np.repeat(np.arange(len(words)), [len(parts) for parts in words])
        spelled = spellings([part for parts in words for part in parts])[0]
        skeletons, place = np.unique(spelled, return_inverse=True)
        # The word between two may be misspelt.
        left = np.r_[np.arange(len(row))[:-1], np.arange(len(row))[:-2]]
        right = np.r_[np.arange(len(row))[1:], np.arange(len(row))[2:]]
        same = row[left] == row[right]
        key = neighbours_key(spelled[left[same]], spelled[right[same]])
        order = np.argsort(key, kind="stable")
        return cls(
            keys=key[order],
            owner=row[left[same]][order],
            names=names,
            parts=Groups.by_row(row, place.astype(np.int64), len(words)),
            skeletons=skeletons,
        )


def _parts(name: Name) -> list[str]:
    """The skeletons of a name's words that say something."""
    return [
        skeleton(part) for word in name.words if word.is_content for part in word.form.split(" ")
    ]
