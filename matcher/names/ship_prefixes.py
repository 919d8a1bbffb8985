"""What stands before a ship's name: *MV*, *M/T*, *Tanker*, *Crude oil tanker*, *Vessel:*."""

from collections.abc import Sequence
from functools import cache

from matcher.lexicon.ship_words import QUERY, ship_words
from matcher.lexicon.tables import Role
from matcher.names.parser import words_of
from matcher.names.word import Name, Word

# Words of a prefix, at most (*very large crude carrier*).
_LONGEST = 4
# Letters of a word that may be misspelt behind a prefix.
_LONG_ENOUGH = 5
_PLAIN = ("m/v", "m.v.", "MV", "m/t", "m.t.", "MT")
_LITTLE = frozenset({Role.LEGAL, Role.STOP})


@cache
def ship_prefixes() -> frozenset[str]:
    """All of them, by the forms of their words."""
    rows = (row.phrase for row in ship_words() if QUERY in row.places)
    return frozenset(" ".join(word.form for word in words_of(one)) for one in rows)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(prefix.split(" ", 1)[0] for prefix in ship_prefixes())


def is_led_as_a_ship(query: Name, stretch: range) -> bool:
    """Whether a ship's prefix stands right before a name."""
    return words_before(query.words, stretch) > 0


def words_before(words: Sequence[Word], stretch: range) -> int:
    """How many words before a name are a ship's prefix, with an article or what is a legal form
    elsewhere between (*M/T La Perla*, *Tanker NP Dikson*).
    """
    start = stretch.start
    while start > 0 and words[start - 1].role in _LITTLE:
        start -= 1
    for count in range(min(_LONGEST, start), 0, -1):
        if _form(words[start - count : start]) in ship_prefixes():
            return count + stretch.start - start
    return 0


@cache
def _plain_prefixes() -> frozenset[str]:
    """Those that say nothing else in a line: *MV*, *M/T*; *tanker* is a firm's word, too."""
    return frozenset(_form(words_of(one)) for one in _PLAIN)


def is_led_plainly(words: Sequence[Word], stretch: range) -> bool:
    """Whether *MV* or the like stands right before a name, so that what stands before that is no
    part of it (*Owners of MV Petra*).
    """
    count = words_before(words, stretch)
    return _form(words[stretch.start - count : stretch.start]) in _plain_prefixes()


def begins_as_a_ship(name: Name) -> bool:
    """Whether a name may begin with a ship's prefix: a quick look."""
    return bool(name.words) and name.words[0].form.split(" ", 1)[0] in _first_words()


def without_prefix(name: Name) -> Name | None:
    """A ship's name without the prefix before it, which may have a slip of the pen; None where it
    has none, or only words that are too short for one.
    """
    words = name.words
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        if _form(words[:count]) in ship_prefixes():
            left = words[count:]
            long = any(word.is_content and len(word.form) >= _LONG_ENOUGH for word in left)
            return Name(name.text, left) if long else None
    return None


def _form(words: Sequence[Word]) -> str:
    return " ".join([word.form for word in words])
