"""Short number words as digits, and digits as words: *Four Peaks*, *4 Peaks*.

Longer number words are numbers in every name; these are words of names, too. Those of other
languages are numbers beside a month (*Doce de Junio*).
"""

from collections.abc import Sequence

from matcher.lexicon.tables import Role
from matcher.names.dates import days_in_words, may_be_month
from matcher.names.word import Word

_WORD, _NUMBER = Role.WORD, Role.NUMBER

_DIGITS = {"one": "1", "two": "2", "four": "4", "five": "5", "six": "6", "nine": "9", "ten": "10"}
_WORDS = {digits: word for word, digits in _DIGITS.items()}
_EITHER = frozenset(_DIGITS) | frozenset(_WORDS)


def may_be_counted(form: str) -> bool:
    """Whether a word may be such a one: a quick look."""
    return form in _EITHER or may_be_month(form)


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
