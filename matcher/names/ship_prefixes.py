"""What stands before a ship's name: *MV*, *M/T*, *Tanker*, *Crude oil tanker*, *Vessel:*."""

from collections.abc import Sequence
from functools import cache

from matcher.lexicon.tables import Role
from matcher.names.parser import analyse, words_of
from matcher.names.ship_remarks import asked_words, ends_as_a_ship, remarks_begin
from matcher.names.word import Name, Word

# Words of a prefix, at most (*very large crude carrier*).
_LONGEST = 4
# Letters of a word that may be misspelt behind a prefix, and of one before what is said of a ship.
_LONG_ENOUGH, _KNOWN = 5, 4
_PLAIN = ("m/v", "m.v.", "MV", "m/t", "m.t.", "MT")
_AND = "&"
_LITTLE = frozenset({Role.LEGAL, Role.STOP})


@cache
def ship_prefixes() -> frozenset[str]:
    """All of them, by the forms of their words."""
    return frozenset(asked_words())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(prefix.split(" ", 1)[0] for prefix in ship_prefixes())


def is_led_as_a_ship(query: Name, stretch: range) -> bool:
    """Whether a ship's prefix stands right before a name."""
    return words_before(query, stretch) > 0


def words_before(query: Name, stretch: range) -> int:
    """How many words before a name are a ship's prefix, with an article or what is a legal form
    elsewhere between (*M/T La Perla*, *Tanker NP Dikson*); *M&T* is none.
    """
    words, start = query.words, stretch.start
    while start > 0 and words[start - 1].role in _LITTLE:
        start -= 1
    for count in range(min(_LONGEST, start), 0, -1):
        if _form(words[start - count : start]) in ship_prefixes():
            joined = _AND in query.text[words[start - count].start : words[start].start]
            return 0 if joined else count + stretch.start - start
    return 0


@cache
def _plain_prefixes() -> frozenset[str]:
    """Those that say nothing else in a line: *MV*, *M/T*; *tanker* is a firm's word, too."""
    return frozenset(_form(words_of(one)) for one in _PLAIN)


def is_led_plainly(query: Name, stretch: range) -> bool:
    """Whether *MV* or the like stands right before a name, so that what stands before that is no
    part of it (*Owners of MV Petra*).
    """
    count = words_before(query, stretch)
    return _form(query.words[stretch.start - count : stretch.start]) in _plain_prefixes()


def may_be_a_ship(name: Name) -> bool:
    """Whether ``as_a_ship`` may find something around a name: a quick look."""
    words = name.words
    if not words:
        return False
    return words[0].form.split(" ", 1)[0] in _first_words() or ends_as_a_ship(words)


def as_a_ship(name: Name) -> Name | None:
    """A ship's name without the prefix before it and what is said of the ship behind it; the rest
    may have a slip of the pen.

    Returns:
        It; None where nothing says that it is a ship's, or only words are left that are too short
        for one.
    """
    words = name.words
    end = remarks_begin(words)
    behind = end < len(words)
    first = _length_of_prefix(name, end)
    left = words[first:end]
    if len(left) == len(words):
        return None
    if behind:
        # What ends a name now was between two words: *Petra I tanker*.
        start, stop = left[0].start, left[-1].end
        left = analyse(" " * start + name.text[start:stop]).words
        if not left or left[-1].role in _LITTLE:
            return None
    least = _KNOWN if behind else _LONG_ENOUGH
    long = any(word.is_content and len(word.form) >= least for word in left)
    return Name(name.text, left) if long else None


def _length_of_prefix(name: Name, end: int) -> int:
    """How many words at the start are a prefix; *M&T Bank* has none."""
    words = name.words
    for count in range(min(_LONGEST, end - 1), 0, -1):
        if _form(words[:count]) in ship_prefixes():
            return 0 if _AND in name.text[words[0].start : words[count].start] else count
    return 0


def _form(words: Sequence[Word]) -> str:
    return " ".join([word.form for word in words])
