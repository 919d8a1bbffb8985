"""Short number words as digits, and digits as words: *Four Peaks*, *4 Peaks*; a single Roman
numeral at a name's end as digits and the other way round; number words with a slip (*Frist Bank*).

Longer number words are numbers in every name; these are words of names, too. Those of other
languages are numbers beside a month (*Doce de Junio*).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from matcher.lexicon.tables import Role
from matcher.names.dates import days_in_words, may_be_month
from matcher.names.word import Name, Word

_WORD, _NUMBER = Role.WORD, Role.NUMBER
# Words that tell something, of which one is the number; numbers that are read one by one.
_FEWEST, _MOST_NUMBERS = 2, 4

_DIGITS = {"one": "1", "two": "2", "four": "4", "five": "5", "six": "6", "nine": "9", "ten": "10"}
_WORDS = {digits: word for word, digits in _DIGITS.items()}
_EITHER = frozenset(_DIGITS) | frozenset(_WORDS)
# Of one letter: two and more are numbers wherever they stand.
_NUMERALS = {"i": "1", "v": "5", "x": "10"}
_AS_NUMERALS = {digits: letter.upper() for letter, digits in _NUMERALS.items()}
_LONG = frozenset(
    {
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
        *("ninth", "tenth", "eleventh", "twelfth", "three", "seven", "eight", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "twenty", "thirty", "forty"),
        *("fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"),
    }
)
# Words and names that are one letter away from these.
_OTHER_WORDS = frozenset(
    {
        *("fist", "firs", "firsts", "seconds", "secondo", "seconda", "thirds", "fort"),
        *("forte", "forts", "fourths", "fifths", "filth", "sixths", "tent", "tents"),
        *("tenths", "there", "tree", "thee", "threw", "throe", "severn", "steven"),
        *("sever", "even", "sevan", "seen", "sven", "height", "weight", "sight"),
        *("might", "light", "night", "right", "fight", "tight", "bight", "eights"),
        *("nifty", "thirsty", "hundreds", "thousands", "weighty", "nicety", "heaven"),
        *("leven", "elven", "sevens", "threes"),
    }
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def may_be_counted(form: str) -> bool:
    """Whether a word may be such a one: a quick look."""
    return form in _EITHER or form in _NUMERALS or form in _misspelt_words() or may_be_month(form)


def otherwise_counted(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Number words as digits and digits as words.

    Args:
        words: of a query.

    Returns:
        The stretches of its text that change, in their order, and what they become; empty where
        there are none, or no word beside them.
    """
    found = [(word.start, word.end, _other(word)) for word in words if _other(word)]
    named = any(word.role is _WORD and word.form not in _DIGITS for word in words)
    return found if found and named else days_in_words(words)


def otherwise_numbered(name: Name) -> Iterator[list[tuple[int, int, str]]]:
    """A single Roman numeral at the end as digits, digits as one, and misspelt number words as they
    are spelt.

    Args:
        name: a query.

    Yields:
        The stretches of its text that change, and what they become, once for each way.
    """
    words = name.words
    if sum(word.is_content for word in words) < _FEWEST:
        return
    last = words[-1]
    if last.role is _NUMBER and last.form in _AS_NUMERALS:
        yield [(last.start, last.end, _AS_NUMERALS[last.form])]
    elif last.form in _NUMERALS and name.text[last.start : last.end].isupper():
        yield [(last.start, last.end, _NUMERALS[last.form])]
    both = otherwise_counted(words)
    if 1 < len(both) <= _MOST_NUMBERS:
        # *One Vision Five* is *One Vision 5*, too.
        yield from ([one] for one in both)
    known = _misspelt_words()
    meant = [(w.start, w.end, known[w.form]) for w in words if w.role is _WORD and w.form in known]
    if meant:
        yield meant


@cache
def _misspelt_words() -> Mapping[str, str]:
    """What is one slip away from a long number word and is no other word, and that word."""
    found = {wrong: word for word in sorted(_LONG) for wrong in _slips(word)}
    return {wrong: word for wrong, word in found.items() if wrong not in _LONG | _OTHER_WORDS}


def _slips(word: str) -> Iterator[str]:
    """A word with two letters in each other's place, one left out, put in or changed behind the
    first.
    """
    for at in range(1, len(word)):
        before, after = word[:at], word[at + 1 :]
        yield word[: at - 1] + word[at] + word[at - 1] + after
        yield before + after
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + word[at:]


def role_of(word: Word) -> Role:
    """What a word does in a name, where a short number word that met none counts as the number that
    it is: *Solutions Two* is *Solutions II*, and neither is *Solutions*.
    """
    small = word.role is _WORD and word.form in _DIGITS
    return _NUMBER if small else word.role


def number_in(word: Word) -> str:
    """The digits of a number, be it in words."""
    return _DIGITS.get(word.form, word.form)


def _other(word: Word) -> str:
    if word.role is _WORD:
        return _DIGITS.get(word.form, "")
    return _WORDS.get(word.form, "") if word.role is _NUMBER else ""
