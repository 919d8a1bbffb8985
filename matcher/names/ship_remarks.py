"""What stands behind a ship's name: *Petra tanker*, *Petra (VSL)*, *Petra Panama flag*, *Petra voy
12E*, *Petra DWT 45000*.

Trade papers say so behind the name as often as before it (``ship_prefixes``).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from matcher.lexicon.ship_words import QUERY, ship_words
from matcher.names.nationalities import countries_named
from matcher.names.parser import words_of
from matcher.names.word import Word

# Words of a kind of ship, at most (*very large crude carrier*).
_LONGEST = 4
_KIND = "type"
_PLAIN = frozenset({"m v", "mv", "m t", "mt"})
# *500 MT* are tons.
_TONS = frozenset({"mt", "m t"})
_FLAG = frozenset({"flag", "flagged", "flying", "registered"})
# What a number follows that is a voyage's or a bill of lading's or says how large a ship is.
_COUNTED = frozenset({"v", "voy", "voyage", "dwt", "grt", "gt", "nrt", "imo", "mmsi", "b l", "bl"})
_LAST_BEFORE = _COUNTED | {"l"}
_NUMBER_OF = frozenset({"no", "nr", "number", "number of"})
# A voyage's number says where it goes: *012N*, *123E*.
_VOYAGE = re.compile(r"\d{2,4}[nsew]")
# Groups of digits in a number, and words at the end of a line that are looked at.
_GROUPS, _MOST = 3, 12
_PAIR = 2


@cache
def asked_words() -> Mapping[str, str]:
    """What says of a name that is asked for that it is a ship's, by the forms of its words, and
    whether it is a prefix or a word for the ship's type.
    """
    rows = [one for one in ship_words() if QUERY in one.places]
    return {" ".join(word.form for word in words_of(one.phrase)): one.kind for one in rows}


@cache
def _kinds() -> frozenset[str]:
    return _PLAIN | {form for form, kind in asked_words().items() if kind == _KIND}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(kind.rsplit(" ", 1)[-1] for kind in _kinds()) | _FLAG


def ends_as_a_ship(words: Sequence[Word]) -> bool:
    """Whether something may be said of a ship at the end of a line: a quick look."""
    last = words[-1]
    form = last.form
    if form[:1].isdigit():
        counted = any(word.form in _LAST_BEFORE for word in words[-2 - _GROUPS : -1])
        return counted or _VOYAGE.fullmatch(form) is not None
    flagged = any(word.form in _FLAG for word in words[-2:-1])
    return flagged or form.rsplit(" ", 1)[-1] in _last_words()


def remarks_begin(words: Sequence[Word]) -> int:
    """Where what is said of a ship begins at the end of a line.

    Returns:
        The place of its first word; the number of words where nothing is said.
    """
    end = len(words)
    first = max(1, end - _MOST)
    while end > first and (length := _length_at(words[max(0, end - _MOST) : end])):
        end -= min(length, end - 1)
    return end


def _length_at(words: Sequence[Word]) -> int:
    """How many words at the end say one thing of a ship."""
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        said = " ".join([word.form for word in words[-count:]])
        if said in _kinds():
            weighed = said in _TONS and words[-count - 1].form[:1].isdigit()
            return 0 if weighed else count
    return _flag(words) or _number(words)


def _flag(words: Sequence[Word]) -> int:
    if len(words) < _PAIR:
        return 0
    last, before = words[-1], words[-2]
    if last.form in _FLAG:
        return _PAIR if countries_named(before) else 0
    return _PAIR if before.form in _FLAG and countries_named(last) else 0


def _number(words: Sequence[Word]) -> int:
    count = 0
    while count < min(_GROUPS, len(words)) and words[-1 - count].form[:1].isdigit():
        count += 1
    if not count or count == len(words):
        return 0
    before = count + (words[-1 - count].form in _NUMBER_OF)
    for length in (1, 2):
        said = words[max(0, len(words) - before - length) : len(words) - before]
        if " ".join([word.form for word in said]) in _COUNTED:
            return before + len(said)
    return int(count == 1 and _VOYAGE.fullmatch(words[-1].form) is not None)
