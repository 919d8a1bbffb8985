"""Letters of Arabic, Hebrew and other scripts that run from the right, where a PDF page has them in
the order in which they stand from the left: browsers write them so, and pdfium then gives each word
backwards. Where the letters stand tells.
"""

import ctypes
import re
import unicodedata

from pypdfium2 import raw

from documents.pdf_calls import TextPage

_WORD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}")


def in_reading_order(textpage: TextPage, text: str) -> str:
    """A page's text with each word of such a script in the order in which it is read.

    Args:
        textpage: the page's characters.
        text: all of it, as pdfium gives it.
    """
    if _WORD.search(text) is None:
        return text
    return _WORD.sub(lambda word: _word(textpage, word), text)


def _word(textpage: TextPage, word: re.Match[str]) -> str:
    first, last = _left(textpage, word.start()), _left(textpage, word.end() - 1)
    if first is None or last is None or last <= first:
        return word[0]
    letters: list[str] = []
    for letter in word[0]:
        # A vowel sign stays behind the letter that it belongs to.
        if letters and unicodedata.combining(letter):
            letters[-1] += letter
        else:
            letters.append(letter)
    return "".join(reversed(letters))


def _left(textpage: TextPage, number: int) -> float | None:
    """Where a character begins, in points from the left."""
    across, up = ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetCharOrigin(textpage, number, across, up):
        return None
    return across.value
