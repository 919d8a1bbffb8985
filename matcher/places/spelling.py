"""The words of an address as they are compared: without case, accents, apostrophes and soft signs.

Names of places stand in addresses in any script and by any table; what tables disagree on most
(*Donets'k*, *Luhans’k*, *Kerč*) is left out here, so that few spellings have to be listed.
"""

import re
import unicodedata
from typing import NamedTuple

from matcher.lexicon.waiting import waiting

_WORD = re.compile(r"[^\W_]+(?:['’ʼʹ`´ʺ′][^\W_]+)*['’ʼʹ`´ʺ′]?")
_SIGNS = re.compile(r"['’ʼʹ`´ʺ′]")
_UNSPACED = waiting("[\u0e00-\u0eff\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "ә": "e"})


class AddressWord(NamedTuple):
    """A word of an address."""

    form: str
    start: int
    end: int
    """Code points of the text."""


def words_of(text: str) -> list[AddressWord]:
    """The words of a text, in their order."""
    return [
        AddressWord(form, found.start(), found.end())
        for found in _WORD.finditer(text)
        if (form := folded(found[0]))
    ]


def folded(word: str) -> str:
    """A word as it is compared."""
    if word.isascii():
        return _SIGNS.sub("", word).lower()
    plain = unicodedata.normalize("NFKD", _SIGNS.sub("", word).casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def forms_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(word.form for word in words_of(text))


def is_unspaced(text: str) -> bool:
    """Whether it is written without spaces, so that it is looked for inside of words."""
    return _UNSPACED.search(text) is not None
