"""Where in a text a listed name may stand.

The lists drive the search: words that point to listed names (``anchors``) are looked for, and the
names that they point to are kept where enough of their other words stand nearby. All of this is
worked out for a whole document at once; most of a text ends here.
"""

from dataclasses import dataclass

import numpy as np

from matcher.anchors import Anchors, Telling, pair_key
from matcher.arrays import Array, spread
from matcher.index import KINDS, NameIndex
from matcher.text_cut import Text
from matcher.text_words import CAPITAL, LEGAL, NUMBER, SHIP, STOP, TELLS, UPPER, TextWords
from records import Kind

# Words of other text that may stand between two words of a name.
GAP = 3
# So much of what a name's own words tell must be there.
ENOUGH = 0.6
# Of a name without words of its own, so much of what all its words tell.
ENOUGH_OF_COMMON = 0.7
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
    place, name, listed, alike = _pointed(text, search)
    enough = _enough(text, search, name, _Met.of(text, search, place, name, listed, alike), place)
    place, name = _once(text, place[enough], name[enough], listed[enough])
    pair_place, pair_name = _pairs(text, search)
    enough = _common_enough(text, search, pair_place, pair_name)
    pair_place, pair_name = pair_place[enough], pair_name[enough]
    return Candidates.of(np.r_[place, pair_place], np.r_[name, pair_name])


def licensed_candidates(text: Text, search: Search, share: float) -> Candidates:
    """Find the places of shorter forms of names that the document has in full elsewhere.

    Args:
        text: the document.
        search: with the anchors of these names.
        share: so much of what a name's words tell must be there.
    """
    place, name, listed, alike = _pointed(text, search)
    there = _Met.of(text, search, place, name, listed, alike).sum(search.telling.says)
    enough = there >= share * search.telling.says_total[name]
    return Candidates.of(*_once(text, place[enough], name[enough], listed[enough]))


def _pointed(text: Text, search: Search) -> tuple[Array, Array, Array, Array]:
    """Places, the names that the words there point to, the listed words that do, and how alike
    the two words are.
    """
    anchors = search.anchors
    may = np.flatnonzero((text.signs & (CAPITAL | TELLS)) == (CAPITAL | TELLS))
    owner, listed, alike = search.words.alike(text.number[may])
    keep = anchors.points[listed]
    joined_place, joined_word = _joined(text, search)
    place, listed = np.r_[may[owner[keep]], joined_place], np.r_[listed[keep], joined_word]
    alike = np.r_[alike[keep], np.ones(len(joined_place))]
    at = anchors.names.offsets
    count = at[listed + 1] - at[listed]
    names: Array = anchors.names.values[spread(at[listed], count)]
    return np.repeat(place, count), names, np.repeat(listed, count), np.repeat(alike, count)


def _joined(text: Text, search: Search) -> tuple[Array, Array]:
    """Neighbours that the list writes as one word."""
    plain = (text.signs & (STOP | NUMBER)) == 0
    next_to = plain[:-1] & plain[1:] & ((text.signs[:-1] & CAPITAL) > 0)
    left = np.flatnonzero(next_to & (np.diff(text.at) == 1))
    spelled = search.words.joined(text.number[left], text.number[left + 1])
    place, word = _found_in(search.anchors.joined, search.anchors.joined_word, spelled)
    return left[place], word


def _pairs(text: Text, search: Search) -> tuple[Array, Array]:
    """Neighbours that only names without rare words have."""
    telling = np.flatnonzero((text.signs & TELLS) > 0)
    left, right = telling[:-1], telling[1:]
    near = (text.at[right] - text.at[left] <= GAP) & ((text.signs[left] & CAPITAL) > 0)
    left, right = left[near], right[near]
    words = search.words
    key = pair_key(words.bones(text.number[left]), words.bones(text.number[right]))
    place, name = _found_in(search.anchors.pairs, search.anchors.pair_name, key)
    return left[place], name


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
    def of(
        cls,
        text: Text,
        search: Search,
        place: Array,
        name: Array,
        listed: Array,
        pointed: Array | float = 1.0,
    ) -> "_Met":
        """Look for each name's words around its place.

        Args:
            text: the document.
            search: what it is searched for.
            place: words of it.
            name: the name that each points to.
            listed: by which word of its own; -1 for none.
            pointed: how alike the two words are.
        """
        arrays = search.index.arrays
        at, words = arrays["name_word_at"], arrays["name_word"]
        count = at[name + 1] - at[name]
        owner, word = np.repeat(np.arange(len(place)), count), spread(at[name], count)
        key, alike = _nearby(text, search, place, words[word])
        middle = words[word] * _far(text) + text.at[place[owner]] + REACH
        reach = np.minimum(count + GAP, REACH)[owner]
        first = np.searchsorted(key, middle - reach)
        there = first < len(key)
        there[there] = key[first[there]] <= (middle + reach)[there]
        score = np.zeros(len(word))
        score[there] = alike[first[there]]
        anchor = words[word] == listed[owner]
        score[anchor] = np.broadcast_to(pointed, len(place))[owner[anchor]]
        return cls(len(place), owner, word, anchor, score)

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


def _nearby(text: Text, search: Search, place: Array, wanted: Array) -> tuple[Array, Array]:
    """The listed words that stand near places: ``word * far + at``, rising, and how alike."""
    mask = np.zeros(len(search.index.word_forms), dtype=np.bool_)
    mask[wanted] = True
    there = np.zeros(len(text.at), dtype=np.bool_)
    there[place] = True
    near = np.flatnonzero(_around(there, REACH))
    of, like, score = search.words.alike(text.number[near])
    keep = mask[like]
    key = like[keep].astype(np.int64) * _far(text) + text.at[near[of[keep]]] + REACH
    order = np.argsort(key, kind="stable")
    return key[order], score[keep][order]


def _enough(text: Text, search: Search, name: Array, met: "_Met", place: Array) -> Array:
    """Whether enough of each name may stand near its place."""
    telling = search.telling
    there = met.score > 0
    most = met.most(telling.says, there)
    least = met.most(telling.plain, ~there)
    enough = met.sum(telling.plain) >= ENOUGH * telling.plain_total[name]
    enough &= least < RARER * most
    lacking = met.total(telling.says, ~there)
    whole = lacking <= MOST_MISSING * telling.says_total[name]
    right = met.most(telling.says, met.score >= RIGHT) > 0
    others = met.most(telling.says, there & ~met.anchor) > 0
    single = _may_be_single(text, search, place, name, right & whole & (most >= RARE_WORD))
    found: Array = enough & np.where(others, right & (whole | (most >= RARE_WORD)), single)
    return found


def _may_be_single(text: Text, search: Search, place: Array, name: Array, sure: Array) -> Array:
    """Whether a word may be a name by itself: a ship near ships, others with a cue or if they are
    rare and written right.
    """
    arrays = search.index.arrays
    ship = np.isin(arrays["entity_kind"][arrays["name_entity"][name]], _SHIPS)
    near_ship = _around((text.signs & SHIP) > 0, SHIP_REACH)
    upper = (text.signs & UPPER) > 0
    # In a line of capitals these say nothing.
    cue = upper & ~_beside(upper) | (text.opened & text.closed)
    cue |= _beside((text.signs & LEGAL) > 0)
    return np.where(ship, near_ship[place], cue[place] | sure)


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


def _common_enough(text: Text, search: Search, place: Array, name: Array) -> Array:
    """The same for names without rare words: nearly all of them must be there."""
    met = _Met.of(text, search, place, name, np.full(len(place), -1))
    says, total = search.telling.says, search.telling.says_total
    found: Array = met.sum(says) >= ENOUGH_OF_COMMON * total[name]
    return found


def _once(text: Text, place: Array, name: Array, listed: Array) -> tuple[Array, Array]:
    """Of places where several words point to the same name the first: the rest is the same
    mention, unless the same word comes again.
    """
    order = np.lexsort((listed, place, name))
    place, name, listed = place[order], name[order], listed[order]
    if not len(place):
        return place, name
    same = (name[1:] == name[:-1]) & (text.at[place[1:]] - text.at[place[:-1]] <= GAP + 1)
    same &= (listed[1:] != listed[:-1]) | (place[1:] == place[:-1])
    keep = np.r_[True, ~same]
    return place[keep], name[keep]
