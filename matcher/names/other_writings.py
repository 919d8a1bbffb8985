"""Other ways to write what a query has: short number words as digits and digits as words (*Four
Peaks*, *4 Peaks*), and the Arabic article before *din* and its like in one word or several
(*Nureddine*, *Nur El Dine*).
"""

import re
from collections.abc import Iterator, Sequence

from matcher.lexicon.tables import Role
from matcher.names.word import Word

Respelt = list[tuple[int, int, str]]

# Longer number words are numbers in every name; these are words of names, too.
_DIGITS = {"one": "1", "two": "2", "four": "4", "five": "5", "six": "6", "nine": "9", "ten": "10"}
_WORDS = {digits: word for word, digits in _DIGITS.items()}
# What stands behind the article in names of persons and what is called after them. Its first letter
# takes the place of the article's *l*.
_TAILS = "din|dine|deen|rahman|rahim|salam|samad|sattar|zaman|nour|nur|shams|tawab|razzaq|rashid"
_DINS = ("din", "dine", "deen")
_ONE = re.compile(
    rf"(?<![^\W_])([a-z]{{3,}}?)[aeiou]([dnrstz])-?(?=\2)({_TAILS})(?![^\W_])", re.IGNORECASE
)
_SEVERAL = re.compile(
    rf"(?<![^\W_])([a-z]{{3,}})[ -](?:[aeu][ldnrstz])[ -]({_TAILS})(?![^\W_])", re.IGNORECASE
)


def other_writings(text: str, words: Sequence[Word]) -> Iterator[Respelt]:
    """What else may stand for words of a query.

    Args:
        text: the query.
        words: its words.

    Yields:
        For each other writing the stretches that change, in the text's order, and what they become.
    """
    counted = _counted(words)
    if counted:
        yield counted
    yield from _articles(text)


def may_be_written_otherwise(text: str, words: Sequence[Word]) -> bool:
    """Whether ``other_writings`` has any."""
    return bool(_counted(words)) or bool(_ONE.search(text) or _SEVERAL.search(text))


def _counted(words: Sequence[Word]) -> Respelt:
    """Number words as digits and digits as words, where the name has a word beside them."""
    found = [(word.start, word.end, _other_number(word)) for word in words if _other_number(word)]
    named = any(word.role is Role.WORD and word.form not in _DIGITS for word in words)
    return found if named else []


def _other_number(word: Word) -> str:
    if word.role is Role.WORD:
        return _DIGITS.get(word.form, "")
    return _WORDS.get(word.form, "") if word.role is Role.NUMBER else ""


def _articles(text: str) -> Iterator[Respelt]:
    met = _ONE.search(text)
    if met:
        for tail in _tails(met[3]):
            yield [(met.start(), met.end(), f"{met[1]} El {tail}")]
    met = _SEVERAL.search(text)
    if met:
        for tail in _tails(met[2]):
            yield [(met.start(), met.end(), f"{met[1]}e{tail[0]}{tail}")]


def _tails(tail: str) -> tuple[str, ...]:
    return _DINS if tail.lower() in _DINS else (tail.lower(),)
