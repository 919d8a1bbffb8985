"""Words of a text that point to listed names, and what other words of the names stand near them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matcher.columnar.arrays import Array, pair_key, where_true
from matcher.columnar.grouping import explode, positions_in
from matcher.index.index import NameIndex
from matcher.mentions.anchors import Anchors, Pairs, TermStats, neighbours_key
from matcher.mentions.document import Text
from matcher.mentions.word_cache import TextWords
from matcher.mentions.word_flags import WordFlag, has
from matcher.mentions.work_budget import Work

# Words of other text that may stand between two words of a name.
GAP = 3
# Of a name without words of its own, so many of its words.
ENOUGH_OF_COMMON = 0.6
# So many words around are looked at for the rest of a name.
REACH = 10
# So many words of a text that are new are looked up, whether they are asked for or not.
FEW = 64
# Words of names that are looked for at once: their arrays take some 100 MB.
BLOCK = 500_000
# A name without rare words has so many, about.
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Search:
    """What texts are searched for."""

    index: NameIndex
    telling: TermStats
    words: TextWords
    anchors: Anchors
    """The words that point to the names looked for."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words of a text that point to listed names; arrays of one length."""

    place: Array
    name: Array
    listed: Array
    """The word of the list."""
    alike: Array
    """How alike the two words are."""

    def where(self, chosen: Array) -> "Pointed":
        """Some of them."""
        return Pointed(
            self.place[chosen], self.name[chosen], self.listed[chosen], self.alike[chosen]
        )

    @classmethod
    def all_of(cls, parts: Sequence["Pointed"]) -> "Pointed":
        """One after the other; there is one at least."""
        fields = ("place", "name", "listed", "alike")
        return cls(*(np.concatenate([getattr(part, field) for part in parts]) for field in fields))


@dataclass(frozen=True, slots=True)
class Pointers:
    """Words of a text beside the listed words that they are like; arrays of one length."""

    place: Array
    """Rising."""
    listed: Array
    alike: Array

    @classmethod
    def of(cls, text: Text, search: Search) -> "Pointers":
        """Those that point to names."""
        may = where_true(named(text))
        new = text.number[search.words.is_new(text.number)]
        if len(new) <= FEW:
            # Some of the others may be asked for later, and each look costs as much as so many.
            search.words.look_up(new)
        owner, listed, alike = search.words.alike(text.number[may])
        keep = search.anchors.points[listed]
        joined_place, joined_word = _joined(text, search)
        place = np.concatenate([may[owner[keep]], joined_place])
        listed = np.concatenate([listed[keep], joined_word])
        order = place.argsort(kind="stable")
        alike = np.concatenate([alike[keep], np.ones(len(joined_place))])
        return cls(place[order], listed[order], alike[order])

    def anchor_hits(self, text: Text, search: Search, work: Work) -> tuple[Iterator[Pointed], int]:
        """The names that they point to, some at once, as far as the work goes.

        Returns:
            The names, and the word of the text before which all were looked at.
        """
        cost = search.anchors.cost[self.listed]
        done = work.look(cost)
        until = int(self.place[done]) if done < len(self.place) else len(text.number)
        return (self._pointed(search, part) for part in blocks(cost[:done])), until

    def _pointed(self, search: Search, part: slice) -> Pointed:
        place, listed, alike = self.place[part], self.listed[part], self.alike[part]
        at = search.anchors.names.offsets
        row, name = explode(at[listed], at[listed + 1] - at[listed])
        return Pointed(place[row], search.anchors.names.values[name], listed[row], alike[row])


def blocks(cost: Array) -> Iterator[slice]:
    """Things in a row, cut so that each part costs no more than ``BLOCK`` and one of them."""
    number = cost.cumsum() // BLOCK
    edges = [0, *(where_true(np.diff(number)) + 1).tolist(), len(cost)]
    yield from map(slice, edges[:-1], edges[1:])


def named(text: Text) -> Array:
    """For each word whether it may be one of a name's that says something."""
    named: Array = has(text.flags, WordFlag.CAPITAL) & has(text.flags, WordFlag.CONTENT)
    return named


def _joined(text: Text, search: Search) -> tuple[Array, Array]:
    """Neighbours that the list writes as one word."""
    plain = ~has(text.flags, WordFlag.STOP | WordFlag.NUMBER)
    next_to = plain[:-1] & plain[1:] & has(text.flags[:-1], WordFlag.CAPITAL)
    left = where_true(next_to & (np.diff(text.at) == 1))
    spelled = search.words.joined(text.number[left], text.number[left + 1])
    place, word = _found_in(search.anchors.joined, search.anchors.joined_word, spelled)
    return left[place], word


def common_pairs(text: Text, search: Search, work: Work) -> tuple[Array, Array, int]:
    """Places of names without rare words, of which two neighbours and most others are there.

    Returns:
        Places and names, and the word of the text before which all were looked at.
    """
    telling = where_true(has(text.flags, WordFlag.CONTENT))
    left = np.concatenate([telling[:-1], telling[:-2]])
    right = np.concatenate([telling[1:], telling[2:]])
    near = (text.at[right] - text.at[left] <= GAP) & has(text.flags[left], WordFlag.CAPITAL)
    left, right = left[near], right[near]
    order = left.argsort(kind="stable")
    left, right = left[order], right[order]
    skeletons, pairs = search.words.skeletons(text.number), search.anchors.pairs
    key = neighbours_key(skeletons[left], skeletons[right])
    place, first, count = _ranges(pairs.keys, key)
    done = work.look(count * _PARTS)
    until = int(left[place[done]]) if done < len(place) else len(text.number)
    there = _near_parts(text, skeletons, pairs, left[place[:done]])
    places, names = [left[:0]], [pairs.names[:0]]
    for part in blocks(count[:done] * _PARTS):
        row, key_place = explode(first[part], count[part])
        owner, at = pairs.owner[key_place], left[place[part]][row]
        enough = _common_enough(text, there, pairs, at, owner)
        places.append(at[enough])
        names.append(pairs.names[owner[enough]])
    return np.concatenate(places), np.concatenate(names), until


def _near_parts(text: Text, skeletons: Array, pairs: Pairs, place: Array) -> Array:
    """Where words of such names stand near places: keys of word and ``at``, rising."""
    there = np.zeros(len(text.at), dtype=np.bool_)
    there[place] = True
    near = where_true(around(there, REACH))
    of, part = _found_in(pairs.skeletons, np.arange(len(pairs.skeletons)), skeletons[near])
    return np.sort(_key(text, part, near[of]))


def _common_enough(text: Text, there: Array, pairs: Pairs, place: Array, owner: Array) -> Array:
    """Whether most words of each name are near its place."""
    first = pairs.parts.offsets[owner]
    count = pairs.parts.offsets[owner + 1] - first
    row, part = explode(first, count)
    middle = _key(text, pairs.parts.values[part], place[row])
    reach = np.minimum(count + GAP, REACH)[row]
    after = there.searchsorted(middle + reach, side="right")
    met = after > there.searchsorted(middle - reach)
    found: Array = np.bincount(row, met, len(place)) >= ENOUGH_OF_COMMON * count
    return found


def _key(text: Text, word: Array, place: Array) -> Array:
    """A number for each word at a place; those of one word are as far apart as their places."""
    return pair_key(word, int(text.at[-1]) + 4 * REACH, text.at[place] + REACH)


def _ranges(keys: Array, wanted: Array) -> tuple[Array, Array, Array]:
    """Places in ``wanted`` that are among the keys, and where and how many of these they are."""
    there, first = positions_in(keys, wanted)
    place = where_true(there)
    return place, first, keys.searchsorted(wanted[place], side="right") - first


def _found_in(keys: Array, values: Array, wanted: Array) -> tuple[Array, Array]:
    """Places in ``wanted``, and the values under the keys there."""
    place, first, count = _ranges(keys, wanted)
    row, found = explode(first, count)
    return place[row], values[found]


@dataclass(frozen=True, slots=True)
class Met:
    """The words of names that stand near places; arrays with a row for each word of each."""

    count: int
    owner: Array
    """The candidate."""
    word: Array
    """The word, as numbered in ``name_word``."""
    anchor: Array
    """Whether it is the word that the name was found by."""
    score: Array
    """How alike the word nearby is; 0 where there is none."""
    first: Array
    """Where the words of each candidate begin; each has one at least, and its words stand in a
    row."""

    @classmethod
    def of(cls, text: Text, search: Search, found: Pointed, may: Array) -> "Met":
        """Look for each name's words around its place.

        Args:
            text: the document.
            search: what it is searched for.
            found: the places and names.
            may: for each word of the document whether it is looked at.
        """
        arrays, place, name = search.index.arrays, found.place, found.name
        at, words = arrays["name_word_at"], arrays["name_word"]
        count = at[name + 1] - at[name]
        owner, word = explode(at[name], count)
        key, alike = _nearby(text, search, place, words[word], may)
        middle = _key(text, words[word], place[owner])
        reach = np.minimum(count + GAP, REACH)[owner]
        first = key.searchsorted(middle - reach)
        there = first < len(key)
        there[there] = key[first[there]] <= (middle + reach)[there]
        score = np.zeros(len(word))
        score[there] = alike[first[there]]
        anchor = words[word] == found.listed[owner]
        score[anchor] = found.alike[owner[anchor]]
        return cls(len(place), owner, word, anchor, score, count.cumsum() - count)

    def with_numbers(self, index: NameIndex) -> "Met":
        """The same, as if all numbers were there."""
        number = index.word_counts[index.arrays["name_word"][self.word]]
        return replace(self, score=np.where(number, 1.0, self.score))

    def sum(self, tells: Array) -> Array:
        """What the words of each name tell that are there."""
        found: Array = np.bincount(self.owner, tells[self.word] * self.score, self.count)
        return found

    def total(self, tells: Array, chosen: Array) -> Array:
        """What some of the words of each name tell together."""
        found: Array = np.bincount(self.owner, tells[self.word] * chosen, self.count)
        return found

    def most(self, tells: Array, chosen: Array) -> Array:
        """What the rarest of some words tells."""
        if not self.count:
            return np.zeros(0)
        found: Array = np.maximum.reduceat(tells[self.word] * chosen, self.first)
        return found


def _nearby(
    text: Text, search: Search, place: Array, wanted: Array, may: Array
) -> tuple[Array, Array]:
    """The listed words that stand near places: keys of word and ``at``, rising, and how alike."""
    mask = np.zeros(len(search.index.word_forms), dtype=np.bool_)
    mask[wanted] = True
    there = np.zeros(len(text.at), dtype=np.bool_)
    there[place] = True
    near = where_true(around(there, REACH) & may)
    of, like, score = search.words.alike(text.number[near])
    keep = mask[like]
    key = _key(text, like[keep], near[of[keep]])
    order = key.argsort(kind="stable")
    return key[order], score[keep][order]


def beside(there: Array) -> Array:
    """For each word whether one of some is right before or after it."""
    found = np.zeros(len(there), dtype=np.bool_)
    found[1:] |= there[:-1]
    found[:-1] |= there[1:]
    return found


def around(there: Array, reach: int) -> Array:
    """For each word whether it is, or has near it, one of some."""
    places, count = where_true(there), len(there)
    begins = np.bincount(np.maximum(places - reach, 0), minlength=count + 1)
    ends = np.bincount(np.minimum(places + reach + 1, count), minlength=count + 1)
    near: Array = (begins[:count] - ends[:count]).cumsum() > 0
    return near
