"""A document's texts as arrays: its words, where each stands, what each may do there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.columnar.arrays import Array, where_true
from matcher.lexicon.abbreviations import meant_by
from matcher.lexicon.plain_letters import with_characters
from matcher.lexicon.scripts import BROKEN, INVISIBLE, MARKS, RAISED
from matcher.lexicon.tables import tables
from matcher.mentions.word_cache import TextWords
from matcher.mentions.word_flags import WordFlag, has
from matcher.names.parser import words_of

# Plain letters and digits before what ends a word, which most words are and which is told in half
# the time; initials with full stops, which are one word in a name, too (``tokens``); letters and
# digits, with what may stand between two of them in one word.
_LETTERS = re.compile(
    rf"([A-Za-z0-9]{{2,}}+(?=[ ,.\n);:\"])"
    rf"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    rf"|[^\W_{RAISED}]+(?:(?:['’ʼ`´{MARKS}{INVISIBLE}]+|{BROKEN})[^\W_{RAISED}]+)*)"
)
# A blank line, a column's edge, a sign that ends a phrase.
_BREAK = re.compile(r"[;:!?|。；：！？]|\n\s*\n|\t")
# A full stop ends a sentence after a word of three letters (``Co. Ltd`` and ``U. S.`` go on).
_STOP = re.compile(r"\.\s")
# What stands between two texts of a document.
BETWEEN = "\n\n"
QUOTES = "\"'«»“”„‘’‹›「」"
OPENING, CLOSING = frozenset(QUOTES + "(（"), frozenset(QUOTES + ")）")
HYPHENS = frozenset("-\u2010\u2011\u2013")
# So many words hang on the first.
LONGEST_COMPOUND = 3
# Words of two phrases are as far apart as this.
FAR = 1000
# No word of a list or a language has so many letters; what has is code, or lacks its spaces.
LONGEST_WORD = 200
# Thai, Lao, Burmese and Khmer do without spaces, and no word of theirs is found in a row.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
# What stands between words is remembered for so many different ones.
MOST_GAPS = 1 << 16
_BREAKS, _STOPS, _OPENS, _CLOSES, _HYPHEN, _DOT = 1, 2, 4, 8, 16, 32


@dataclass(frozen=True, slots=True)
class Text:
    """The texts of one document in a row, and their words; arrays of one length."""

    text: str
    starts: Array
    """Where each of the texts begins."""
    raws: Sequence[str]
    """Stretches of letters and digits, as the text has them."""
    raw_start: Array
    """Where each begins."""
    stretch: Array
    """Which stretch each is (``TextWords.stretches``), by which numbering."""
    numbering: object
    number: Array
    """Which word it is (``TextWords``)."""
    start: Array
    end: Array
    """Code points of ``text``."""
    at: Array
    """The word's place, counted so that words of two phrases are ``FAR`` apart."""
    flags: Array
    """What it may do (``WordFlag``)."""
    opened: Array
    """Whether a quotation mark or a bracket opens right before it."""
    closed: Array
    small: Array
    """Whether it is of a text without capitals, so that names have none either."""
    too_long: Array
    """Where runs of letters begin that are none of the words, because they are too long."""
    without_capitals: Array
    """The same for each of the texts."""

    @classmethod
    def of(cls, texts: Sequence[str], words: TextWords) -> "Text":
        """Cut texts into words."""
        text = with_characters(BETWEEN.join(texts))
        parts = _LETTERS.split(text)
        length = np.fromiter(map(len, parts), np.int64, len(parts))
        begins = length.cumsum() - length
        too_long = _too_long(parts[1::2], length[1::2])
        unread = [run for run in too_long if not _SPACELESS.match(parts[2 * run + 1])]
        for run in too_long:
            parts[2 * run + 1] = ""
        stretch = words.stretches(parts[1::2])
        number, raw = words.words_in(stretch)
        inside, until = words.within(number)
        if len(_GAPS) > MOST_GAPS:
            _GAPS.clear()
        gaps = np.fromiter(map(_GAPS.__getitem__, parts[::2]), np.int64, len(parts) // 2 + 1)
        gaps[np.array(too_long, dtype=np.int64) + 1] |= _BREAKS
        start = begins[1::2][raw] + inside
        flags = words.flags(number)
        starts = np.cumsum([0, *(len(part) + len(BETWEEN) for part in texts[:-1])])
        without = np.array([part == part.lower() for part in texts], dtype=np.bool_)
        small = without[starts.searchsorted(start, side="right") - 1]
        first = np.ones(len(raw), dtype=np.bool_)
        first[1:] = raw[1:] != raw[:-1]
        before = np.where(first, gaps[raw], 0)
        last = np.r_[first[1:], True] if len(raw) else first
        long_end = np.r_[False, has(flags[:-1], WordFlag.LONG_END)] if len(raw) else first
        stops = ((before & _STOPS) > 0) & long_end & ((before & _BREAKS) == 0)
        stops[_of_one_phrase(where_true(stops), number, flags, words)] = False
        ends = ((before & _BREAKS) > 0) | stops
        named = small & has(flags, WordFlag.CONTENT)
        flags = flags | np.where(named, WordFlag.CAPITAL.value, 0)
        # ``Tehrik-e-taliban``: what hangs on a word with a capital is of the same name.
        hangs = (before[1:] & _HYPHEN) > 0
        for _ in range(LONGEST_COMPOUND):
            flags[1:] |= np.where(hangs, flags[:-1] & WordFlag.CAPITAL.value, 0)
        opened, closed = (before & _OPENS) > 0, last & ((gaps[raw + 1] & _CLOSES) > 0)
        _name_in_quotes(flags, opened, closed)
        # ``S.A.``
        dotted = ((before | gaps[raw + 1]) & _DOT) > 0
        flags |= np.where(dotted, WordFlag.DOTTED.value, 0)
        return cls(
            text=text,
            starts=starts,
            raws=parts[1::2],
            raw_start=begins[1::2],
            stretch=stretch,
            numbering=words.numbering,
            number=number,
            start=start,
            end=begins[1::2][raw] + until,
            at=np.arange(len(raw)) + FAR * ends.cumsum(),
            flags=flags,
            opened=opened,
            closed=closed,
            small=small,
            too_long=begins[1::2][unread],
            without_capitals=without,
        )


def _name_in_quotes(flags: Array, opened: Array, closed: Array) -> None:
    """``«Восточный проспект»``: in Cyrillic a quoted name of two words has but one capital."""
    first = opened[:-1] & closed[1:] & has(flags[:-1], WordFlag.CAPITAL)
    first &= has(flags[1:], WordFlag.FOREIGN)
    flags[1:] |= np.where(first, WordFlag.CAPITAL.value, 0)


def _of_one_phrase(places: Array, number: Array, flags: Array, words: TextWords) -> list[int]:
    """Which full stops before a word are no ends of sentences: ``Pte. Ltd.``, ``Sdn. Bhd.``, ``Leaf
    Gen. Trdg. LLC``.
    """
    heads = tables().heads
    capital = has(flags[places - 1], WordFlag.CAPITAL).tolist()
    pairs = zip(number[places - 1].tolist(), number[places].tolist(), strict=True)
    return [
        place
        for place, (left, right), cut in zip(places.tolist(), pairs, capital, strict=True)
        if (words.form(left), words.form(right)) in heads or (cut and meant_by(words.form(left)))
    ]


def _too_long(runs: Sequence[str], length: Array) -> list[int]:
    """Which runs of letters are one word, and longer than any; Chinese is cut into words."""
    long = where_true(length > LONGEST_WORD).tolist()
    return [run for run in long if len(words_of(runs[run][:LONGEST_WORD])) == 1]


class _Gaps(dict[str, int]):
    """What stands between two words says; each worked out once."""

    def __missing__(self, signs: str) -> int:
        found = self[signs] = _gap(signs)
        return found


_GAPS = _Gaps()


def _gap(signs: str) -> int:
    return (
        _BREAKS * (_BREAK.search(signs) is not None)
        | _STOPS * (_STOP.match(signs) is not None)
        | _OPENS * (signs[-1:] in OPENING)
        | _CLOSES * (signs[:1] in CLOSING)
        | _HYPHEN * (signs in HYPHENS)
        | _DOT * (signs == ".")
    )
