"""Letters on a PDF page of which nobody can say what they are: fonts without a table to Unicode,
which look right on paper and read as nothing, or worse, as other letters.
"""

import re
from typing import Any

from pypdfium2 import raw

# The private area and what pdfium gives for no character. Symbols stand there too, one by one:
# bullets, ticks, a telephone before a number.
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x01\x03-\x08\x0e-\x1f\U000f0000-\U0010fffd]")


def letters_lost(textpage: Any, text: str) -> int:
    """How many characters of a page are letters that cannot be told: two different ones side by
    side, or one between letters.

    Args:
        textpage: the page's characters.
        text: the same as a text.
    """
    count, unmapped, page = textpage.count_chars(), raw.FPDFText_HasUnicodeMapError, textpage.raw
    bad = [number for number in range(count) if unmapped(page, number) == 1]
    if _NO_LETTER.search(text):
        found = (n for n in range(count) if _NO_LETTER.match(_character(textpage, n)))
        bad = sorted({*bad, *found})
    return sum(_is_letter(textpage, number, set(bad), count) for number in bad) if bad else 0


def _is_letter(textpage: Any, number: int, bad: set[int], count: int) -> bool:
    own = _character(textpage, number)
    beside = [place for place in (number - 1, number + 1) if 0 <= place < count]
    if any(place in bad and _character(textpage, place) != own for place in beside):
        return True
    return len(beside) == 2 and all(_character(textpage, place).isalpha() for place in beside)


def _character(textpage: Any, number: int) -> str:
    return chr(raw.FPDFText_GetUnicode(textpage, number) or 0)
