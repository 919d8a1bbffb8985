"""What a word of a text is and may do in it: a bit for each, for many words at once."""

from enum import IntFlag

from matcher.columnar.arrays import Array


class WordFlag(IntFlag):
    """A word is known once and stands in many places: but for the last lines of a text's own
    (``document.Text.of``), all of these are the word's alone.
    """

    CAPITAL = 1 << 0
    """It begins with no small letter."""
    CONTENT = 1 << 1
    """It is more than a legal form or a stopword."""
    NUMBER = 1 << 2
    LEGAL = 1 << 3
    """A legal form that is not also an ordinary short word."""
    STOP = 1 << 4
    SHIP = 1 << 5
    """It says that a ship's name stands beside it."""
    UPPER = 1 << 6
    """It is in capitals."""
    LONG_END = 1 << 7
    """It ends with three letters, so a full stop behind it ends a sentence."""
    DOTTED = 1 << 8
    """A full stop is in it or beside it."""
    FOREIGN = 1 << 9
    """It is in another script than the Latin one."""
    DIGITS = 1 << 10
    """A digit is in it."""
    LABEL = 1 << 11
    """An identifier may follow it."""
    LISTED_NUMBER = 1 << 12
    """It is an identifier of a listed party."""


def has(flags: Array, wanted: WordFlag) -> Array:
    """For every word whether it has one of some flags.

    >>> import numpy as np
    >>> flags = np.array([WordFlag.STOP, WordFlag.UPPER | WordFlag.CAPITAL], dtype=np.uint16)
    >>> has(flags, WordFlag.UPPER | WordFlag.SHIP).tolist()
    [False, True]
    """
    # A plain number: numpy would make 64 bits of each word's 16, at six times the cost.
    found: Array = (flags & wanted.value) > 0
    return found
