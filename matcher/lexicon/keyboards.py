"""Keyboards: what was typed for other letters, since another country's keys were left on.

*Ыиукифтл* is *Sberbank* on Russian keys, *Cnthkbyu* the Russian *Стерлинг* on Latin ones; *Companz*
was typed on German keys, *Co,pqny* on French ones. Each table says which letter was meant.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_RUSSIAN = "йцукенгшщзфывапролдячсмить"
# Keys of signs on a Latin keyboard that have letters on a Russian one, without and with shift.
_SIGNS, _LETTERS = "[];',.`", "хъжэбюё"
_SHIFTED = '{}:"<>~'
_HEBREW = "קראטוןםפשדגכעיחלךזסבהנמצ"
_ARABIC = "ضصثقفغعهخحشسيبلاتنمئءؤرىة"
_PERSIAN = "ضصثقفغعهخحشسیبلاتنمظطزرذدپئ"


class Keyboard(NamedTuple):
    """Keys that were left on."""

    shows: re.Pattern[str]
    """What a stretch has that may be typed on them: a quick look, on small letters."""
    meant: Mapping[int, str]
    """For what was typed the letter that was meant."""
    is_latin: bool = False
    """Whether Latin letters are typed for other Latin ones."""


def _keys(typed: Sequence[str], meant: Sequence[str]) -> dict[int, str]:
    pairs = [*zip(typed, meant, strict=True)]
    capitals = [(a.upper(), b.upper()) for a, b in pairs if a.upper() != a]
    return {ord(a): b for a, b in [*capitals, *pairs]}


_RUSSIAN_KEYS = {
    **_keys(_RUSSIAN, _LATIN),
    **_keys(_LETTERS, _SIGNS),
    # Ukrainian ones.
    **_keys("ієї", "s']"),
}
_LATIN_KEYS = {
    **_keys(_LATIN, _RUSSIAN),
    **_keys(_SIGNS, _LETTERS),
    **_keys(_SHIFTED, _LETTERS.upper()),
}
# An *m* is a sign there.
_FRENCH_KEYS = {**_keys("qawz", "aqzw"), **_keys(",;?:", "mmMM")}
KEYBOARDS = (
    Keyboard(re.compile("[а-яё]"), _RUSSIAN_KEYS),
    Keyboard(re.compile("[ا-ي]"), _keys(_ARABIC, "qwertyuiopasdfghjklzxcvnm")),
    Keyboard(re.compile("[ا-ی]"), _keys(_PERSIAN, f"{_LATIN}m")),
    Keyboard(re.compile("[א-ת]"), _keys(_HEBREW, "ertyuiopasdfghjklzxcvbnm")),
    # Russian has its vowels on the keys of Latin consonants.
    Keyboard(re.compile("[bcdfghjklmnpqrstvwxz]{4}"), _LATIN_KEYS),
    Keyboard(re.compile("q(?!u)|[a-z][,;?:][a-z]"), _FRENCH_KEYS, is_latin=True),
    Keyboard(re.compile("[yz]"), _keys("yz", "zy"), is_latin=True),
)
# What is written in ASCII shows when it may be typed on any of them.
SHOWS_IN_ASCII = re.compile(
    "|".join(one.shows.pattern for one in KEYBOARDS if one.shows.pattern.isascii())
)
# One key has two letters on Arabic keyboards; the second says nothing, and keeps places.
SAYS_NOTHING = "\u200b"
_TWO_LETTERS = "لا", f"b{SAYS_NOTHING}"


def typed_on(keyboard: Keyboard, text: str) -> str:
    """What was meant by a text that was typed on other keys; as long as it."""
    return text.replace(*_TWO_LETTERS).translate(keyboard.meant)
