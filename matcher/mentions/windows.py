"""Where in a text a listed name may stand.

The lists drive the search: words that point to listed names (``anchors``) are looked for, and the
names that they point to are kept where enough of their other words stand nearby. All of this is
worked out for a whole document at once; most of a text ends here.
"""

from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, where_true
from matcher.index.index import KINDS
from matcher.lexicon.scripts import is_cyrillic
from matcher.mentions.anchor_hits import (
    GAP,
    Met,
    Pointed,
    Pointers,
    Search,
    around,
    beside,
    common_pairs,
    named,
)
from matcher.mentions.context import MOST_WORDS
from matcher.mentions.document import Text
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.ship_cues import REACH
from matcher.mentions.word_flags import WordFlag, has
from matcher.mentions.work_budget import Work
from records import CRAFT

# So much of what a name's own words tell must be there.
ENOUGH = 0.6
# A word that is as like a listed one as this is no other word.
RIGHT = 0.95
# A word in another script must be as like the listed one as this.
ALIKE = 0.8
_IS_SHIP = np.array([kind in CRAFT for kind in KINDS])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places where listed names may stand; arrays of one length."""

    place: Array
    """A word of the text."""
    name: Array
    until: int
    """The word of the text before which all of it was searched; after the last one if all was."""

    @classmethod
    def of(cls, places: Array, names: Array, until: int) -> "Candidates":
        """By their place, those before the end of what was searched."""
        before = places < until
        places, names = places[before], names[before]
        order = np.lexsort((names, places))
        return cls(places[order], names[order], until)


_NONE = Candidates(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), 0)


def candidates(text: Text, search: Search, work: Work) -> Candidates:
    """Find the places where a listed name may stand, as far as the work goes."""
    if not len(text.number):
        return _NONE
    every = np.ones(len(text.at), dtype=np.bool_)
    capitals = has(text.flags, WordFlag.CAPITAL | WordFlag.FOREIGN)
    parts, until = Pointers.of(text, search).anchor_hits(text, search, work)
    kept = []
    for found in parts:
        # Most fail by their own words, which have capitals; the words around need not be looked up.
        met = Met.of(text, search, found, capitals)
        some = found.where(_own_words(search, found.name, met.with_numbers(search.index)))
        met = Met.of(text, search, some, every)
        kept.append(some.where(_enough(text, search, some, met)))
    place, name = _once(text, Pointed.all_of(kept))
    pair_place, pair_name, pairs_until = common_pairs(text, search, work)
    return Candidates.of(
        np.concatenate([place, pair_place]),
        np.concatenate([name, pair_name]),
        min(until, pairs_until),
    )


def licensed_candidates(text: Text, search: Search, share: float, work: Work) -> Candidates:
    """Find the places of shorter forms of names that the document has in full elsewhere.

    Args:
        text: the document.
        search: with the anchors of these names.
        share: so much of what a name's words tell must be there.
        work: what it may cost.
    """
    every = np.ones(len(text.at), dtype=np.bool_)
    parts, until = Pointers.of(text, search).anchor_hits(text, search, work)
    kept = []
    for found in parts:
        met = Met.of(text, search, found, every)
        enough = met.sum(search.telling.says) >= share * search.telling.says_total[found.name]
        kept.append(found.where(enough))
    return Candidates.of(*_once(text, Pointed.all_of(kept)), until)


def _own_words(search: Search, name: Array, met: "Met") -> Array:
    """Whether enough of each name's own words may stand near its place."""
    telling = search.telling
    most = met.most(telling.says, met.score > 0)
    least = met.most(telling.plain, met.score == 0)
    enough: Array = met.sum(telling.plain) >= ENOUGH * telling.plain_total[name]
    return enough & (least < POLICY.rarer * most)


def _enough(text: Text, search: Search, found: Pointed, met: "Met") -> Array:
    """Whether enough of each name may stand near its place."""
    telling, name, place = search.telling, found.name, found.place
    there = met.score > 0
    most = met.most(telling.says, there)
    least = met.most(telling.plain, ~there)
    lacking = met.total(telling.says, ~there)
    whole = lacking <= POLICY.most_missing * telling.says_total[name]
    right = met.most(telling.says, met.score >= RIGHT) > 0
    cyrillic = _is_cyrillic(text, place)
    if cyrillic.any():
        # ``Магнитогорского комбината``: no case is as like as that.
        right |= cyrillic & (met.most(telling.says, met.score >= ALIKE) >= POLICY.rare_word)
    others = met.most(telling.says, there & ~met.anchor) > 0
    # A phrase (``Insurance Company``) is not looked for; it may be what stands beside.
    others |= telling.has_phrase[name] & beside(named(text))[place]
    rare = most >= POLICY.rare_word
    alone = (most >= POLICY.own_word) | ((most >= POLICY.usual_word) & ~telling.has_form[name])
    single = _may_be_single(text, search, place, name, least <= 0.0, alone & (lacking <= 0.0))
    single &= _is_right(text, search, place, met)
    enough = _own_words(search, name, met)
    return enough & np.where(others, right & (whole | rare), single)


def _is_cyrillic(text: Text, place: Array) -> Array:
    """Whether the words at some places are in Cyrillic letters."""
    foreign = has(text.flags[place], WordFlag.FOREIGN)
    found = np.zeros(len(place), dtype=np.bool_)
    for at in where_true(foreign).tolist():
        found[at] = is_cyrillic(text.text[text.start[place[at]] : text.end[place[at]]])
    return found


def _is_right(text: Text, search: Search, place: Array, met: "Met") -> Array:
    """Whether the word that each name was found by is written right, or long enough to err."""
    pointed = where_true(met.anchor)
    alike, word = np.zeros(met.count), np.zeros(met.count, dtype=np.int64)
    alike[met.owner[pointed]] = met.score[pointed]
    word[met.owner[pointed]] = search.index.arrays["name_word"][met.word[pointed]]
    foreign = has(text.flags[place], WordFlag.FOREIGN)
    long = search.index.word_forms.lengths[word] >= POLICY.long_with_form
    found: Array = (alike >= 1.0) | (foreign & (alike >= ALIKE)) | long
    return found


def _may_be_single(
    text: Text, search: Search, place: Array, name: Array, own: Array, sure: Array
) -> Array:
    """Whether a word may be a name by itself: a ship near ships, others that have no second word
    of their own with a cue, or where the word is rare and all of the name.
    """
    arrays = search.index.arrays
    ship = _IS_SHIP[arrays["entity_kind"][arrays["name_entity"][name]]]
    near_ship = near_a_cue(text)
    upper = has(text.flags, WordFlag.UPPER)
    # In a line of capitals these say nothing.
    cue = upper & ~beside(upper) | (text.opened & text.closed)
    cue |= beside(has(text.flags, WordFlag.LEGAL | WordFlag.DOTTED))
    return np.where(ship, near_ship[place], own & cue[place] | sure)


def near_a_cue(text: Text) -> Array:
    """For each word whether a ship's cue may stand near it; ``text_cues.near_a_ship`` decides."""
    return around(has(text.flags, WordFlag.SHIP), REACH + MOST_WORDS)


def _once(text: Text, found: Pointed) -> tuple[Array, Array]:
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
