"""Listed names in scripts without spaces that stand whole in a text, letter by letter.

The first two characters of every name are looked for in the whole text at once; only where they
stand the rest is compared.
"""

import re
import unicodedata
from collections.abc import Iterator

import numpy as np

from matcher.columnar.arrays import Array
from matcher.columnar.grouping import is_among
from matcher.index.whole_names import WholeNames, pairs_of
from matcher.lexicon.folding import UNSPACED, fold

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# Particles that Korean writes onto a name.
PARTICLES = re.compile(
    "(?:은|는|이|가|을|를|에|에서|에게|에게서|의|와|과|로|으로|로부터|으로부터|도|만|및|께|께서|"
    "한테|부터|까지|보다|처럼|라고|이라고|라는|이라는|이며|인|이다|측|사)(?:은|는|도|만|의)?$"
)
# Shorter names of Korean syllables are believed at a word's begin and end only.
SHORTEST_INSIDE = 5


def unspaced_mentions(text: str, names: WholeNames) -> Iterator[tuple[int, int, int]]:
    """Find names in scripts without spaces, whatever blanks and line ends stand between characters.

    Yields:
        Where each begins and ends, in code points of the text, and its row.
    """
    folded, places = _letters(text)
    begun = np.flatnonzero(is_among(names.unspaced_heads, pairs_of(folded)))
    for at in begun.tolist():
        for name, row in names.unspaced[folded[at : at + 2]]:
            if folded.startswith(name, at):
                start, end = int(places[at]), int(places[at + len(name) - 1]) + 1
                if _HANGUL.search(name) and not _stands_apart(text, start, end, len(name)):
                    continue
                if _is_cut_out_of_katakana(text, start, end):
                    continue
                yield start, end, row


def _is_cut_out_of_katakana(text: str, start: int, end: int) -> bool:
    """Whether the word of katakana goes on before or after: ``ハマス`` is not in ``ハマスカ``."""
    return any(
        _KATAKANA.match(text[inside]) and _KATAKANA.match(text[beside : beside + 1])
        for inside, beside in ((start, start - 1), (end - 1, end))
        if beside >= 0
    )


class _Folded(dict[int, str]):
    """For each sign what it is folded; nothing for what is no letter, digit or vowel sign."""

    def __missing__(self, sign: int) -> str:
        kept = chr(sign).isalnum() or unicodedata.category(chr(sign))[0] == "M"
        self[sign] = fold(chr(sign)) if kept else ""
        return self[sign]


_FOLDED = _Folded()


def _letters(text: str) -> tuple[str, Array]:
    """The letters and digits of a text, folded one by one, and where each stands."""
    signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    each, of = np.unique(signs, return_inverse=True)
    length = np.array([len(_FOLDED[sign]) for sign in each.tolist()], dtype=np.int64)
    return text.translate(_FOLDED), np.repeat(np.arange(len(text)), length[of])


def _stands_apart(text: str, start: int, end: int, length: int) -> bool:
    """Whether a Korean name is a word of its own, but for the particles on it."""
    if start and text[start - 1].isalnum():
        return False
    rest = re.match(rf"[{UNSPACED}]*", text[end:])
    return length >= SHORTEST_INSIDE or not rest or not rest[0] or bool(PARTICLES.match(rest[0]))
