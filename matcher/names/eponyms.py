"""Whose name an institute or plant bears: ``named after N. L. Dukhov``, ``имени М. В. Фрунзе``.

It is a part of the full name that is left out as often as it is written, and spelled in more ways
than the rest.
"""

import re
from collections.abc import Iterator

from matcher.lexicon.tables import Role
from matcher.lexicon.waiting import waiting
from matcher.names.parser import is_roman, words_of

_MARK = waiting(
    r"(?<![^\W_])(?:named\s+(?:after|for|by|in\s+honou?r\s+of)|im(?:y?eni|ienia)|имени|імені|імя|"
    # Without a full stop it is a word of other languages (German *im*), unless initials follow.
    r"(?:im|им|ім)(?:\.|(?=\s+[^\W\d_]{1,2}[.\s]))|"
    # ``им Героя России``.
    r"[иі]м(?=\s+(?:героя|академика|профессора|маршала|генерала|адмирала)\s))(?=\W|[^\W\d_])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
# Between a person's words: initials stand close, double names have a hyphen.
_BETWEEN = re.compile(r"[\s.\-–’']*")
_TITLES = frozenset(
    {
        *("academician", "academic", "akademik", "akademika", "akad", "академика", "акад"),
        *("professor", "profesora", "prof", "профессора", "проф", "dr"),
        *("hero", "geroya", "героя", "marshal", "marshala", "маршала"),
        *("general", "generala", "генерала", "admiral", "admirala", "адмирала"),
    }
)
# ``Hero of Russia`` in languages that do without *of*.
_OF_A_COUNTRY = frozenset({"geroya", "героя"})
# Words of an honoured person with ranks and titles: *Hero of Russia Marshal G. K. Zhukov*.
_MOST_WORDS = 7


def eponyms(text: str) -> list[tuple[int, int]]:
    """Where a name says whom it honours.

    Args:
        text: one name as written, in any script.

    Returns:
        Code points before each such clause, and before what follows it; the clause goes as far as
        words begin with capitals, and ends before a legal form or a sign.
    """
    if text.isascii():
        lowered = text.lower()
        if "im" not in lowered and "named" not in lowered:
            # The common case: all that is looked for has one of these.
            return []
    return [(met.start(), _end(text, met.end())) for met in _MARK.finditer(text)]


def _end(text: str, end: int) -> int:
    before = ""
    for count, met in enumerate(_WORD.finditer(text, end)):
        word = met[0]
        if count == _MOST_WORDS or not _BETWEEN.fullmatch(text, end, met.start()):
            break
        titled = word.lower() in _TITLES or before in _OF_A_COUNTRY
        if not titled and (not word[0].isupper() or _goes_on(word)):
            break
        end, before = met.end(), word.lower()
    return end + 1 if text[end : end + 1] == "." else end


def _goes_on(word: str) -> bool:
    """Whether a word belongs to the name again: *of* in capitals, ``Academy``, a legal form."""
    initials = len(word) == 1 or is_roman(word)
    return not initials and any(one.role is not Role.WORD for one in words_of(word))


def unhonoured(text: str) -> Iterator[str]:
    """The text without whom it honours, if it says so."""
    kept = text
    for start, end in eponyms(text):
        kept = kept[:start] + " " * (end - start) + kept[end:]
    if kept != text:
        yield kept
