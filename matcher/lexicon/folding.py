"""Letters folded within their own script, so that one name written in two ways is one string.

Unlike ``scripts.latin`` nothing is transliterated: what only sounds alike stays apart. Folded are
case, width, accents, ligatures and presentation forms, Arabic letters that Persian and Urdu write
otherwise, vowel signs of Arabic and Hebrew, digits of other scripts, and Chinese characters that
are variants of each other (``data/han_variants.tsv``).

Sources: Unicode Standard Annex 15 (NFKC) and 44; Unicode Technical Report 53 for Arabic.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from matcher.lexicon.scripts import APOSTROPHES, HAN, INVISIBLE
from matcher.lexicon.waiting import waiting

# Scripts that put no spaces between words, and Korean, whose particles hang on the word: they are
# searched by characters. Kana, Thai, Lao, Burmese, Khmer, Hangul.
UNSPACED = (
    HAN + "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
)
FIRST_UNSPACED = "\u0e00"
_UNSPACED = waiting(f"[{UNSPACED}]")
_MARK = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0962\u0963"
)
_TOKEN = waiting(
    rf"[{UNSPACED}]+"
    rf"|(?:(?![{UNSPACED}])[^\W_][{_MARK}{INVISIBLE}]*)"
    rf"(?:[{APOSTROPHES}]?(?![{UNSPACED}])[^\W_][{_MARK}{INVISIBLE}]*)*"
)
# Marks that one writer puts and another leaves out. Those of Indic scripts are letters.
_DROPPED = re.compile(
    rf"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    rf"\u06d6-\u06ed\u0640{INVISIBLE}{APOSTROPHES}]"
)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ŋ": "n",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ى": "ی",
        "ي": "ی",
        "ې": "ی",
        "ك": "ک",
        "ٱ": "ا",
        "ۇ": "و",
        # Urdu, Pashto, Sorani Kurdish.
        "ۃ": "ه",
        "ګ": "گ",
        "ۍ": "ی",
        "ێ": "ی",
        "ۆ": "و",
        "ڕ": "ر",
        "ڵ": "ل",
    }
)
# Sorani writes the vowel that Arabic leaves out; at a word's end it is an h to others.
_SHORT_VOWEL = "\u06d5"
_LAST_SHORT_VOWEL = re.compile(rf"{_SHORT_VOWEL}$", re.MULTILINE)


class Token(NamedTuple):
    """A word of a text as it stands there, folded."""

    start: int
    end: int
    """Code points of the text."""
    form: str
    """Not empty."""
    unspaced: bool
    """Whether it is a run of a script without spaces, which may hold many words."""


def has_unspaced(text: str) -> re.Match[str] | None:
    """The first letter of a script that puts no spaces between words."""
    return _UNSPACED.search(text)


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Fold a word within its script; empty where it has no letter or digit."""
    if word.isascii():
        return _of_ascii(word)
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", plain)).casefold()
    plain = plain.translate(_LETTERS).translate(_characters())
    if _SHORT_VOWEL in plain:
        plain = plain[:-1].replace(_SHORT_VOWEL, "") + plain[-1:].replace(_SHORT_VOWEL, "ه")
    if not plain.isascii() and any(map(str.isdigit, plain)):
        plain = "".join([str(unicodedata.digit(c)) if c.isdigit() else c for c in plain])
    return "".join([c for c in plain if _is_kept(c)])


def fold_all(words: Sequence[str]) -> list[str]:
    """``fold`` of each word; of thousands at once it takes half the time.

    Args:
        words: without line breaks.
    """
    # Within a line nothing below looks beyond it: no sign composes with a line break.
    lines = "\n".join([word.casefold() for word in words if not word.isascii()])
    lines = _DROPPED.sub("", unicodedata.normalize("NFKD", lines))
    lines = unicodedata.normalize("NFKC", lines).casefold()
    lines = _LAST_SHORT_VOWEL.sub("ه", lines).replace(_SHORT_VOWEL, "")
    changed = {ord(sign): one for sign in {*lines} - {"\n"} if (one := _letter(sign)) != sign}
    folded = iter((lines.translate(changed) if changed else lines).split("\n"))
    return [_of_ascii(word) if word.isascii() else next(folded) for word in words]


def _of_ascii(word: str) -> str:
    lowered = word.lower()
    return lowered if lowered.isalnum() else _DROPPED.sub("", lowered)


def _letter(sign: str) -> str:
    """What ``fold`` leaves of a letter, digit or other sign, in the end."""
    found = sign.translate(_LETTERS).translate(_characters())
    if found.isdigit():
        return str(unicodedata.digit(found))
    return "".join([c for c in found if _is_kept(c)])


def _is_kept(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words, and runs of scripts without spaces, each folded.

    Args:
        text: a name or running text, in any script.
    """
    for met in _TOKEN.finditer(text):
        form = fold(met[0])
        if form:
            yield Token(met.start(), met.end(), form, has_unspaced(met[0]) is not None)


@cache
def _characters() -> dict[int, str]:
    """For each Chinese character that has variants the one that stands for all of them."""
    table = (files("matcher") / "data" / "han_variants.tsv").read_text(encoding="utf-8")
    groups = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {ord(other): first for first, *others in groups for other in others}
