"""Listed names that stand whole in a text, letter by letter, in any script.

Found whatever stands around them, with capitals or without, over line breaks and hyphens, with the
particles and suffixes of the text's language on them. A name of scripts with spaces is a run of
words; others are runs of characters. Whether what was found tells enough to be no accident is for
``rules`` to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, spread, where_true
from matcher.columnar.code_points import code_points
from matcher.columnar.grouping import is_among
from matcher.index.whole_names import ALONE, WholeNames, pair_keys
from matcher.lexicon.folding import FIRST_UNSPACED, UNSPACED, has_unspaced, tokens
from matcher.mentions.document import Text
from matcher.mentions.folded_words import Folded, FoldedWords
from matcher.mentions.unspaced_names import unspaced_mentions

_UNSPACED = re.compile(f"[{UNSPACED}]+")
_BROKEN = re.compile(rf"(?<=[{UNSPACED}])\s*\n\s*(?=[{UNSPACED}])")
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class WholeMention:
    """A listed name that stands whole in a text."""

    start: int
    end: int
    """Code points of the text; particles and suffixes are left out."""
    row: int
    """Of ``WholeNames``."""
    unspaced: bool
    """Whether it is in a script without spaces."""
    slips: int = 0
    """How many of its words have a slip or are misread."""
    respelt: bool = False
    """Whether one of its words is spelt as another language spells it, or in another case."""


def unbroken(text: str) -> str:
    """A name in a script without spaces as if no line ended in it."""
    return _BROKEN.sub("", text) if "\n" in text else text


def whole_mentions(
    text: Text, names: WholeNames, may: Array, words: FoldedWords
) -> Iterator[WholeMention]:
    """Find listed names that stand whole in a text.

    Args:
        text: running text.
        names: the listed names.
        may: for each of their rows whether it is looked for.
        words: remembers what was folded.
    """
    words.make_room()
    unspaced = _runs_without_spaces(text)
    if len(unspaced):
        for start, end, row in unspaced_mentions(text.text, names):
            if may[row]:
                yield WholeMention(start, end, row, unspaced=True)
    number, starts = _parted(text, unspaced, words)
    if len(number):
        yield from _spaced_mentions(words.of(number), starts, names, may)


def _runs_without_spaces(text: Text) -> Array:
    """Which runs of letters of a text have any of a script without spaces."""
    if text.text.isascii():
        return where_true(np.zeros(0, dtype=np.bool_))
    places = where_true(code_points(text.text) >= ord(FIRST_UNSPACED))
    runs = np.unique(text.raw_start.searchsorted(places, side="right") - 1)
    raws = text.raws
    return np.array([run for run in runs.tolist() if run >= 0 and has_unspaced(raws[run])], int)


def _parted(text: Text, unspaced: Array, words: FoldedWords) -> tuple[Array, Array]:
    """The numbers of words, and where each begins: letters with full stops between them
    (``S.A.L.``) one by one, as listed names have them, and those of a script without spaces as
    one word without letters.

    Args:
        text: running text.
        unspaced: which of its runs of letters have any of such a script.
        words: remembers what was folded.
    """
    raws, starts = text.raws, text.raw_start
    if len(unspaced):
        raws = list(raws)
        for run in unspaced.tolist():
            raws[run] = ""
    number = words.numbers_of(raws, text.stretch, text.numbering)
    mixed = [run for run in unspaced.tolist() if not _UNSPACED.fullmatch(text.raws[run])]
    apart = np.union1d(words.dotted(number), np.array(mixed, dtype=np.int64))
    if not len(apart):
        return number, starts
    # The same letters stand in a text again and again.
    raws = text.raws
    parts_of = {raw: list(tokens(raw)) for raw in {raws[place] for place in apart.tolist()}}
    letters = [parts_of[raws[place]] for place in apart.tolist()]
    count = np.ones(len(raws), dtype=np.int64)
    count[apart] = [len(found) for found in letters]
    of = np.arange(len(raws)).repeat(count)
    number, starts = number[of], starts[of]
    parts = [
        ("" if token.unspaced else raws[place][token.start : token.end], token.start)
        for place, found in zip(apart.tolist(), letters, strict=True)
        for token in found
    ]
    among = where_true(is_among(apart, of))
    number[among] = words.numbers([part for part, _ in parts])
    starts[among] += np.array([start for _, start in parts], dtype=np.int64)
    return number, starts


def _spaced_mentions(
    words: Folded, starts: Array, names: WholeNames, may: Array
) -> Iterator[WholeMention]:
    first, row = _candidates(words, names, may)
    count = names.token_at[row + 1] - names.token_at[row]
    inside = (first >= 0) & (first + count <= len(starts))
    first, row, count = first[inside], row[inside], count[inside]
    good = np.ones(len(row), dtype=np.bool_)
    begun, ended = np.zeros(len(row), dtype=np.bool_), np.zeros(len(row), dtype=np.bool_)
    slips, near = np.zeros(len(row), dtype=np.int64), _at(words.near_place, words.near)
    respelt, right = np.zeros(len(row), dtype=np.bool_), np.sort(near[words.near_is_right])
    near.sort()
    for place in range(int(count.max(initial=0))):
        left = where_true(good & (count > place))
        if not len(left):
            break
        wanted = names.token[names.token_at[row[left]] + place]
        here = first[left] + place
        same = words.whole[here] == wanted
        if place == 0:
            begun[left] = ~same & (words.begun[here] == wanted)
        ended[left] |= ~same & (count[left] == place + 1) & (words.ended[here] == wanted)
        slipped = ~(same | ended[left] | begun[left]) & is_among(near, _at(here, wanted))
        read = is_among(right, _at(here, wanted)) & slipped
        slips[left] += slipped & ~read
        respelt[left] |= read
        good[left] = same | slipped | begun[left] * (place == 0) | ended[left]
    for number in where_true(good).tolist():
        at, last = int(first[number]), int(first[number] + count[number]) - 1
        start = int(starts[at]) + (int(words.head[at]) if begun[number] else 0)
        end = int(starts[last]) + int((words.tail if ended[number] else words.length)[last])
        yield WholeMention(
            start, end, int(row[number]), False, int(slips[number]), bool(respelt[number])
        )


def _at(place: Array, word: Array) -> Array:
    """A number for a word at a place."""
    found: Array = (place.astype(np.uint64) << _HALF) | (word >> _HALF)
    return found


def _candidates(words: Folded, names: WholeNames, may: Array) -> tuple[Array, Array]:
    """Where names may begin, and their rows, by their rarest pair of words."""
    places, keys = list[Array](), list[Array]()

    def look_for(at: Array, left: Array, right: Array) -> None:
        places.append(at)
        keys.append(pair_keys(left, right))

    last, near = len(words.whole) - 1, words.near_place
    for left in (words.whole, words.begun):
        for right in (words.whole, words.ended):
            some = where_true((left[:-1] != 0) & (right[1:] != 0))
            look_for(some, left[some], right[some + 1])
    for one in (words.whole, words.begun, words.ended):
        some = where_true(one)
        look_for(some, one[some], ALONE)
    if len(near):
        look_for(near, words.near, np.concatenate([words.whole[1:], ALONE])[near])
        look_for(near, words.near, ALONE)
        look_for(near - 1, words.whole[near - 1], words.near)
        look_for(*_both_near(words, last))
    # Together: of a short text each costs more to ask for than to find.
    found, row = names.by_pair.find_each(np.concatenate(keys))
    wanted = may[row]
    row = row[wanted].astype(np.int64)
    first = np.concatenate(places)[found[wanted]] - names.pair_at[row].astype(np.int64)
    # By both, as numbers of 64 bits: a text has fewer words than half of them can count.
    both = np.unique((first << 32) | row)
    return both >> 32, both & 0xFFFFFFFF


def _both_near(words: Folded, last: int) -> tuple[Array, Array, Array]:
    """Neighbours that both may be meant for listed words."""
    at = words.near_place.searchsorted(np.arange(last + 2))
    after = np.minimum(words.near_place + 1, last)
    count = (at[after + 1] - at[after]) * (words.near_place < last)
    left = np.arange(len(words.near)).repeat(count)
    return words.near_place[left], words.near[left], words.near[spread(at[after], count)]
