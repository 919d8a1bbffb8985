"""Where in a text a listed name may stand.

The lists drive the search: words that point to listed names (``anchors``) are looked for, and the
names that they point to are kept where enough of their other words stand nearby. All of this is
worked out for a whole document at once; most of a text ends here.
"""

from dataclasses import dataclass, replace

import numpy as np

from matcher.anchors import Anchors, Pairs, Telling, pair_key
from matcher.arrays import Array, spread
from matcher.index import KINDS, NameIndex
from matcher.text_cut import Text
from matcher.text_words import (
    CAPITAL,
    DOTTED,
    FOREIGN,
    LEGAL,
    NUMBER,
    SHIP,
    STOP,
    TELLS,
    UPPER,
    TextWords,
)
from records import Kind

# Words of other text that may stand between two words of a name.
GAP = 3
# So much of what a name's own words tell must be there.
ENOUGH = 0.6
# Of a name without words of its own, so many of its words.
ENOUGH_OF_COMMON = 0.6
# The rarest word that is missing may be this much as rare as the rarest that is there.
RARER = 0.75
# So many words around are looked at for the rest of a name.
REACH = 10
# Where no word is rare, no more than this share of the name may be missing.
MOST_MISSING = 0.3
# A word that is as like a listed one as this is no other word.
RIGHT = 0.95
# A single word without a cue must be as rare as this.
RARE_WORD = 0.85
# One that is not of ordinary language as this, and one that is listed without a legal form.
OWN_WORD, LEAST_WORD = 0.7, 0.6
# A single word of fewer letters must be the listed one letter by letter, but for its script.
LONG_WORD, ALIKE = 7, 0.8
SHIP_REACH = 12
_SHIPS = (KINDS.index(Kind.VESSEL), KINDS.index(Kind.AIRCRAFT))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places where listed names may stand; arrays of one length."""

    place: Array
    """A word of the text."""
    name: Array

    @classmethod
    def of(cls, places: Array, names: Array) -> "Candidates":
        """Each once, by their place."""
        order = np.lexsort((names, places))
        return cls(places[order], names[order])


_NONE = Candidates(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Search:
    """What texts are searched for."""

    index: NameIndex
    telling: Telling
    words: TextWords
    anchors: Anchors
    """The words that point to the names looked for."""


def candidates(text: Text, search: Search) -> Candidates:
    """Find the places where a listed name may stand."""
    if not len(text.number):
        return _NONE
    found = _pointed(text, search)
    # Most fail by their own words, which have capitals; the words around need not be looked up.
    capitals = _Met.of(text, search, found, (text.signs & (CAPITAL | FOREIGN)) > 0)
    found = found.where(_own_words(search, found.name, capitals.with_numbers(search.index)))
    everything = _Met.of(text, search, found, np.ones(len(text.at), dtype=np.bool_))
    found = found.where(_enough(text, search, found, everything))
    place, name = _once(text, found)
    pair_place, pair_name = _pairs(text, search)
    return Candidates.of(np.r_[place, pair_place], np.r_[name, pair_name])


def licensed_candidates(text: Text, search: Search, share: float) -> Candidates:
    """Find the places of shorter forms of names that the document has in full elsewhere.

    Args:
        text: the document.
        search: with the anchors of these names.
        share: so much of what a name's words tell must be there.
    """
    found = _pointed(text, search)
    met = _Met.of(text, search, found, np.ones(len(text.at), dtype=np.bool_))
    enough = met.sum(search.telling.says) >= share * search.telling.says_total[found.name]
    return Candidates.of(*_once(text, found.where(enough)))


@dataclass(frozen=True, slots=True)
class _Pointed:
    """Words of a text that point to listed names; arrays of one length."""

    place: Array
    name: Array
    listed: Array
    """The word of the list."""
    alike: Array
    """How alike the two words are."""

    def where(self, chosen: Array) -> "_Pointed":
        """Some of them."""
        return _Pointed(
            self.place[chosen], self.name[chosen], self.listed[chosen], self.alike[chosen]
        )


def _pointed(text: Text, search: Search) -> _Pointed:
    """The words that point to names, and these."""
    anchors = search.anchors
    may = np.flatnonzero(_named(text))
    owner, listed, alike = search.words.alike(text.number[may])
    keep = anchors.points[listed]
    joined_place, joined_word = _joined(text, search)
    place, listed = np.r_[may[owner[keep]], joined_place], np.r_[listed[keep], joined_word]
    alike = np.r_[alike[keep], np.ones(len(joined_place))]
    at = anchors.names.offsets
    count = at[listed + 1] - at[listed]
    names = anchors.names.values[spread(at[listed], count)]
    return _Pointed(
        np.repeat(place, count), names, np.repeat(listed, count), np.repeat(alike, count)
    )


def _named(text: Text) -> Array:
    """For each word whether it may be one of a name's that says something."""
    named: Array = (text.signs & (CAPITAL | TELLS)) == (CAPITAL | TELLS)
    return named


def _joined(text: Text, search: Search) -> tuple[Array, Array]:
    """Neighbours that the list writes as one word."""
    plain = (text.signs & (STOP | NUMBER)) == 0
    next_to = plain[:-1] & plain[1:] & ((text.signs[:-1] & CAPITAL) > 0)
    left = np.flatnonzero(next_to & (np.diff(text.at) == 1))
    spelled = search.words.joined(text.number[left], text.number[left + 1])
    place, word = _found_in(search.anchors.joined, search.anchors.joined_word, spelled)
    return left[place], word


def _pairs(text: Text, search: Search) -> tuple[Array, Array]:
    """Places of names without rare words, of which two neighbours and most others are there."""
    telling = np.flatnonzero((text.signs & TELLS) > 0)
    left = np.r_[telling[:-1], telling[:-2]]
    right = np.r_[telling[1:], telling[2:]]
    near = (text.at[right] - text.at[left] <= GAP) & ((text.signs[left] & CAPITAL) > 0)
    left, right = left[near], right[near]
    bones, pairs = search.words.bones(text.number), search.anchors.pairs
    key = pair_key(bones[left], bones[right])
    place, owner = _found_in(pairs.keys, pairs.owner, key)
    place = left[place]
    enough = _common_enough(text, bones, pairs, place, owner)
    return place[enough], pairs.names[owner[enough]]


def _common_enough(text: Text, bones: Array, pairs: Pairs, place: Array, owner: Array) -> Array:
    """Whether most words of each name are near its place."""
    there = np.zeros(len(text.at), dtype=np.bool_)
    there[place] = True
    near = np.flatnonzero(_around(there, REACH))
    of, part = _found_in(pairs.bones, np.arange(len(pairs.bones)), bones[near])
    far = int(text.at[-1]) + 4 * REACH
    key = np.sort(part * far + text.at[near[of]] + REACH)
    first = pairs.parts.offsets[owner]
    count = pairs.parts.offsets[owner + 1] - first
    row = np.repeat(np.arange(len(place)), count)
    middle = pairs.parts.values[spread(first, count)] * far + text.at[place[row]] + REACH
    reach = np.minimum(count + GAP, REACH)[row]
    met = np.searchsorted(key, middle + reach, side="right") > np.searchsorted(key, middle - reach)
    found: Array = np.bincount(row, met, len(place)) >= ENOUGH_OF_COMMON * count
    return found


def _found_in(keys: Array, values: Array, wanted: Array) -> tuple[Array, Array]:
    """Places in ``wanted``, and the values under the keys there."""
    first = np.searchsorted(keys, wanted, side="left")
    there = first < len(keys)
    there[there] = keys[first[there]] == wanted[there]
    place = np.flatnonzero(there)
    count = np.searchsorted(keys, wanted[place], side="right") - first[place]
    return np.repeat(place, count), values[spread(first[place], count)]


@dataclass(frozen=True, slots=True)
class _Met:
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

    @classmethod
    def of(cls, text: Text, search: Search, found: _Pointed, may: Array) -> "_Met":
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
        owner, word = np.repeat(np.arange(len(place)), count), spread(at[name], count)
        key, alike = _nearby(text, search, place, words[word], may)
        middle = words[word] * _far(text) + text.at[place[owner]] + REACH
        reach = np.minimum(count + GAP, REACH)[owner]
        first = np.searchsorted(key, middle - reach)
        there = first < len(key)
        there[there] = key[first[there]] <= (middle + reach)[there]
        score = np.zeros(len(word))
        score[there] = alike[first[there]]
        anchor = words[word] == found.listed[owner]
        score[anchor] = found.alike[owner[anchor]]
        return cls(len(place), owner, word, anchor, score)

    def with_numbers(self, index: NameIndex) -> "_Met":
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
        found = np.zeros(self.count)
        np.maximum.at(found, self.owner, tells[self.word] * chosen)
        return found


def _far(text: Text) -> int:
    return int(text.at[-1]) + 4 * REACH


def _nearby(
    text: Text, search: Search, place: Array, wanted: Array, may: Array
) -> tuple[Array, Array]:
    """The listed words that stand near places: ``word * far + at``, rising, and how alike."""
    mask = np.zeros(len(search.index.word_forms), dtype=np.bool_)
    mask[wanted] = True
    there = np.zeros(len(text.at), dtype=np.bool_)
    there[place] = True
    near = np.flatnonzero(_around(there, REACH) & may)
    of, like, score = search.words.alike(text.number[near])
    keep = mask[like]
    key = like[keep].astype(np.int64) * _far(text) + text.at[near[of[keep]]] + REACH
    order = np.argsort(key, kind="stable")
    return key[order], score[keep][order]


def _own_words(search: Search, name: Array, met: "_Met") -> Array:
    """Whether enough of each name's own words may stand near its place."""
    telling = search.telling
    most = met.most(telling.says, met.score > 0)
    least = met.most(telling.plain, met.score == 0)
    enough: Array = met.sum(telling.plain) >= ENOUGH * telling.plain_total[name]
    return enough & (least < RARER * most)


def _enough(text: Text, search: Search, found: _Pointed, met: "_Met") -> Array:
    """Whether enough of each name may stand near its place."""
    telling, name, place = search.telling, found.name, found.place
    there = met.score > 0
    most = met.most(telling.says, there)
    least = met.most(telling.plain, ~there)
    lacking = met.total(telling.says, ~there)
    whole = lacking <= MOST_MISSING * telling.says_total[name]
    right = met.most(telling.says, met.score >= RIGHT) > 0
    others = met.most(telling.says, there & ~met.anchor) > 0
    # A phrase (``Insurance Company``) is not looked for; it may be what stands beside.
    others |= telling.has_phrase[name] & _beside(_named(text))[place]
    rare = most >= RARE_WORD
    alone = (most >= OWN_WORD) | ((most >= LEAST_WORD) & ~telling.has_form[name])
    single = _may_be_single(text, search, place, name, least <= 0.0, alone & (lacking <= 0.0))
    single &= _is_right(text, search, place, met)
    enough = _own_words(search, name, met)
    return enough & np.where(others, right & (whole | rare), single)


def _is_right(text: Text, search: Search, place: Array, met: "_Met") -> Array:
    """Whether the word that each name was found by is written right, or long enough to err."""
    pointed = np.flatnonzero(met.anchor)
    alike, word = np.zeros(met.count), np.zeros(met.count, dtype=np.int64)
    alike[met.owner[pointed]] = met.score[pointed]
    word[met.owner[pointed]] = search.index.arrays["name_word"][met.word[pointed]]
    foreign = (text.signs[place] & FOREIGN) > 0
    long = np.diff(search.index.word_forms.offsets)[word] >= LONG_WORD
    found: Array = (alike >= 1.0) | (foreign & (alike >= ALIKE)) | long
    return found


def _may_be_single(
    text: Text, search: Search, place: Array, name: Array, own: Array, sure: Array
) -> Array:
    """Whether a word may be a name by itself: a ship near ships, others that have no second word
    of their own with a cue, or where the word is rare and all of the name.
    """
    arrays = search.index.arrays
    ship = np.isin(arrays["entity_kind"][arrays["name_entity"][name]], _SHIPS)
    near_ship = _around((text.signs & SHIP) > 0, SHIP_REACH)
    upper = (text.signs & UPPER) > 0
    # In a line of capitals these say nothing.
    cue = upper & ~_beside(upper) | (text.opened & text.closed)
    cue |= _beside((text.signs & (LEGAL | DOTTED)) > 0)
    return np.where(ship, near_ship[place], own & cue[place] | sure)


def _beside(there: Array) -> Array:
    """For each word whether one of some is right before or after it."""
    found = np.zeros(len(there), dtype=np.bool_)
    found[1:] |= there[:-1]
    found[:-1] |= there[1:]
    return found


def _around(there: Array, reach: int) -> Array:
    """For each word whether it is, or has near it, one of some."""
    places, count = np.flatnonzero(there), len(there)
    begins = np.bincount(np.maximum(places - reach, 0), minlength=count + 1)
    ends = np.bincount(np.minimum(places + reach + 1, count), minlength=count + 1)
    near: Array = np.cumsum(begins[:count] - ends[:count]) > 0
    return near


def _once(text: Text, found: _Pointed) -> tuple[Array, Array]:
    """Of places where several words point to the same name the first: the rest is the same
    mention, unless the same word comes again.
    """
    order = np.lexsort((found.listed, found.place, found.name))
    place, name, listed = found.place[order], found.name[order], found.listed[order]
    if not len(place):
        return place, name
    same = (name[1:] == name[:-1]) & (text.at[place[1:]] - text.at[place[:-1]] <= GAP + 1)
    same &= (listed[1:] != listed[:-1]) | (place[1:] == place[:-1])
    keep = np.r_[True, ~same]
    return place[keep], name[keep]
