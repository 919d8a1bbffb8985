"""Listed names that stand whole in a text, letter by letter, in any script.

Found whatever stands around them, with capitals or without, over line breaks and hyphens, with the
particles and suffixes of the text's language on them. A name of scripts with spaces is a run of
words; others are runs of characters. Whether what was found tells enough to be no accident is for
``rules`` to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, spread, where_true
from matcher.columnar.grouping import is_among
from matcher.columnar.growable import Column, Numbers
from matcher.index.near_tokens import may_be_near
from matcher.index.whole_names import ALONE, WholeNames, pair_keys, token_hash
from matcher.lexicon.case_endings import first_cases
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.folding import UNSPACED, fold, has_unspaced, spaced_words, tokens
from matcher.lexicon.scripts import APOSTROPHES, is_cyrillic, latin
from matcher.mentions.unspaced_names import unspaced_mentions
from matcher.names.term_weights import RARE, Language

# Distinct words whose folded forms are kept.
REMEMBERED = 200_000
# Letters that Arabic and Hebrew write onto the front of a word: and, in, for, as; the article.
PREFIX = re.compile(r"(?:[وف]?(?:لل|[بك]?ال|[بلك])|[وف])(?=[\u0620-\u06ff]{2})")
HEBREW_PREFIX = re.compile(
    r"[\u05d5\u05d1\u05dc\u05de\u05d4\u05e9\u05db]{1,2}(?=[\u05d0-\u05ea]{3})"
)
# What follows an apostrophe hangs on the name: a possessive, a Turkish or Finnish case.
SUFFIX = re.compile(rf"[{APOSTROPHES}][^\W\d_]{{1,5}}$")
# Little words of French and Italian that lose their vowel before a name: *l'OFAC*, *dell'IRGC*.
_ELIDED = re.compile(
    rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|(?:d|n|s)?all|dell|nell|dall|sull|coll|quest)"
    rf"[{APOSTROPHES}](?=[^\W\d_]{{2}})",
    re.IGNORECASE,
)
# Letters of a script without capitals that a text writes onto a Latin name: *وJOZA*, *ከVATO*.
_OTHERS = "\u0530-\u06ff\u0900-\u0dff\u10a0-\u10ff\u1200-\u139f"
_GLUED_BEFORE = re.compile(rf"[{_OTHERS}]{{1,6}}(?=[A-Za-z0-9])")
_GLUED_AFTER = re.compile(rf"(?<=[A-Za-z0-9])[{_OTHERS}]{{1,6}}$")
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


class FoldedWords:
    """The distinct words of running texts as hashes of their folded forms, each worked out once."""

    def __init__(self, names: WholeNames, language: Language) -> None:
        self._names, self._language = names, language
        self._forget()

    def _forget(self) -> None:
        self._numbers = Numbers()
        self._whole, self._ended = Column(np.uint64), Column(np.uint64)
        self._begun = Column(np.uint64)
        self._head, self._tail = Column(np.int32), Column(np.int32)
        self._length = Column(np.int32)
        self._near_first, self._near_count = Column(np.int64), Column(np.int32)
        self._near, self._near_is_right = Column(np.uint64), Column(np.bool_)
        self._dotted = Column(np.bool_)

    def make_room(self) -> None:
        """Forget all words if there are too many; called where no text is in use, since a text
        knows its words by their numbers.
        """
        if len(self._numbers) > REMEMBERED:
            self._forget()

    def numbers(self, raws: Sequence[str]) -> Array:
        """The numbers by which ``of`` and ``dotted`` know words."""
        number = self._numbers.of(raws)
        new = self._numbers.new()
        if new:
            self._add(new)
        return number

    def dotted(self, number: Array) -> Array:
        """Which places of some words have letters with full stops between them (``S.A.L.``)."""
        return where_true(self._dotted.values[number])

    def of(self, number: Array) -> "Folded":
        """The words, each with what it is without a suffix and without a prefix."""
        near_place, near, right = self._near_of(number)
        return Folded(
            whole=self._whole.values[number],
            ended=self._ended.values[number],
            begun=self._begun.values[number],
            head=self._head.values[number],
            tail=self._tail.values[number],
            length=self._length.values[number],
            near_place=near_place,
            near=near,
            near_is_right=right,
        )

    def _near_of(self, number: Array) -> tuple[Array, Array, Array]:
        count = self._near_count.values[number]
        place = np.arange(len(number)).repeat(count)
        found = spread(self._near_first.values[number], count)
        return place, self._near.values[found], self._near_is_right.values[found]

    def _add(self, raws: Sequence[str]) -> None:
        rows = [_folded(raw) for raw in raws]
        self._dotted.extend(["." in raw for raw in raws])
        whole, ended, begun, *lengths = zip(*rows, strict=True)
        hashes = (self._whole, whole), (self._ended, ended), (self._begun, begun)
        for column, values in hashes:
            # Of large and small numbers together numpy would make floats.
            column.extend(np.array(values, dtype=np.uint64))
        for column, values in zip((self._head, self._tail, self._length), lengths, strict=True):
            column.extend(values)
        self._add_near(raws, np.array(whole, dtype=np.uint64))

    def _add_near(self, raws: Sequence[str], whole: Array) -> None:
        """Listed words that unknown ones may be meant for: neither listed nor everyday words."""
        everyday, listed = self._language.everyday.hashes, self._names.distinct_tokens
        known = is_among(everyday, whole)
        unknown = {place: fold(raws[place]) for place in where_true(~known).tolist()}
        wanted = {
            place: form
            for place, form in unknown.items()
            if may_be_near(form) and not has_unspaced(form)
        }
        own = is_among(listed, whole)
        slips = {
            place: form
            for place, form in wanted.items()
            if not own[place] and self._language.zipf_of(form) == RARE
        }
        places = list(slips)
        # A short text has few new words, and mostly none like these.
        found = self._names.near.find(list(slips.values())) if slips else []
        kept = {(places[place], token_hash(form)): False for place, form in found}
        capitals = {place: form for place, form in wanted.items() if _is_capitalised(raws[place])}
        kept |= dict.fromkeys(self._respelt(capitals), True)
        ranked = sorted(kept)
        owner = np.array([place for place, _ in ranked], dtype=np.int64)
        count = np.bincount(owner, minlength=len(raws))
        self._near_first.extend(len(self._near) + count.cumsum() - count)
        self._near_count.extend(count)
        self._near.extend(np.array([each for _, each in ranked], dtype=np.uint64))
        self._near_is_right.extend(np.array([kept[one] for one in ranked], dtype=np.bool_))

    def _respelt(self, words: Mapping[int, str]) -> list[tuple[int, int]]:
        """The listed words that unknown ones are in another case or another language's letters,
        by the places of these.
        """
        read = [
            (place, one)
            for place, form in words.items()
            if self._language.zipf_of(form) < LEAST
            for one in (form, *first_cases(form))
        ]
        if not read:
            return []
        # *Frégates* is no case of *Fregat*, but of a word of its language.
        everyday = self._language.everyday.hashes
        hashes = np.array([token_hash(form) for _, form in read], dtype=np.uint64)
        usual = {read[at][0] for at in where_true(is_among(everyday, hashes)).tolist()}
        read = [(place, form) for place, form in read if place not in usual]
        # Of another script the list may have the word in Latin letters alone.
        read += [(place, latin(form)) for place, form in read if is_cyrillic(form)]
        hashes = np.array([token_hash(form) for _, form in read], dtype=np.uint64)
        exact = is_among(self._names.distinct_tokens, hashes)
        found = [(read[at][0], int(hashes[at])) for at in where_true(exact).tolist()]
        spelt = self._names.near.find_spelt([form for _, form in read])
        found += [(read[at][0], token_hash(form)) for at, form in spelt]
        return [(place, each) for place, each in found if each != token_hash(words[place])]


def _is_capitalised(raw: str) -> bool:
    return raw[0].isupper() and raw.isalpha()


def _folded(raw: str) -> tuple[int, int, int, int, int, int]:
    """A word's hashes whole, without its suffix and without its prefix; the letters of the prefix,
    those before the suffix, and all.
    """
    form, length = fold(raw), len(raw)
    whole = token_hash(form) if form else 0
    if raw.isalpha() and raw.isascii():
        return whole, 0, 0, 0, length, length
    ended, tail = 0, length
    suffix = SUFFIX.search(raw) or _GLUED_AFTER.search(raw)
    if suffix:
        ended, tail = token_hash(fold(raw[: suffix.start()])), suffix.start()
    elided = _ELIDED.match(raw)
    if elided:
        return whole, ended, token_hash(fold(raw[elided.end() :])), elided.end(), tail, length
    glued = _GLUED_BEFORE.match(raw)
    if glued:
        return whole, ended, token_hash(fold(raw[glued.end() :])), glued.end(), tail, length
    prefix = PREFIX.match(form) or HEBREW_PREFIX.match(form)
    if not prefix:
        return whole, ended, 0, 0, tail, length
    head = form[prefix.end() :]
    if prefix[0].endswith(("لل", "ال")) and len(prefix[0]) > len("ال"):
        # The article may be the name's own.
        head = "ال" + head
    return whole, ended, token_hash(head), max(0, length - len(head)), tail, length


@dataclass(frozen=True, slots=True)
class Folded:
    """Words of a text in a row; arrays of one length. A hash of 0 is none."""

    whole: Array
    ended: Array
    """Without a suffix."""
    begun: Array
    """Without a prefix."""
    head: Array
    """Letters of the prefix."""
    tail: Array
    """Letters before the suffix."""
    length: Array
    near_place: Array
    """Words that may be meant for listed ones; one for each of these."""
    near: Array
    """The listed word."""
    near_is_right: Array
    """Whether that is the same word in other letters or another case."""


def unbroken(text: str) -> str:
    """A name in a script without spaces as if no line ended in it."""
    return _BROKEN.sub("", text) if "\n" in text else text


def whole_mentions(
    text: str,
    raws: Sequence[str],
    starts: Array,
    names: WholeNames,
    may: Array,
    words: FoldedWords,
) -> Iterator[WholeMention]:
    """Find listed names that stand whole in a text.

    Args:
        text: running text.
        raws: its words, cut at everything but letters, digits and the apostrophes inside words.
        starts: where each begins.
        names: the listed names.
        may: for each of their rows whether it is looked for.
        words: remembers what was folded.
    """
    words.make_room()
    if has_unspaced(text):
        for start, end, row in unspaced_mentions(text, names):
            if may[row]:
                yield WholeMention(start, end, row, unspaced=True)
        raws, begins = spaced_words(text)
        number, starts = words.numbers(raws), np.array(begins, dtype=np.int64)
    else:
        number, starts = _parted(raws, starts, words)
    if len(number):
        yield from _spaced_mentions(words.of(number), starts, names, may)


def _parted(raws: Sequence[str], starts: Array, words: FoldedWords) -> tuple[Array, Array]:
    """The numbers of words, and where each begins: letters with full stops between them
    (``S.A.L.``) one by one, as listed names have them.
    """
    number = words.numbers(raws)
    dotted = words.dotted(number)
    if not len(dotted):
        return number, starts
    letters = [list(tokens(raws[place])) for place in dotted.tolist()]
    count = np.ones(len(raws), dtype=np.int64)
    count[dotted] = [len(found) for found in letters]
    of = np.arange(len(raws)).repeat(count)
    number, starts = number[of], starts[of]
    parts = [
        (raws[place][token.start : token.end], token.start)
        for place, found in zip(dotted.tolist(), letters, strict=True)
        for token in found
    ]
    among = where_true(is_among(dotted, of))
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
