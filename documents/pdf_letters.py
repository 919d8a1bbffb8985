"""Letters on a PDF page of which nobody can say what they are: fonts without a table to Unicode,
which look right on paper and read as nothing, or worse, as other letters.
"""

import re
from itertools import compress

from documents.pdf_calls import TextPage, characters, unmapped
from documents.pdf_text import Words

_WORD = re.compile(r"\S+")
_HAS_LETTER = re.compile(r"[^\W\d_]")
# The private area and what pdfium gives for no character. Symbols stand there too, one by one:
# bullets, ticks, a telephone before a number.
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x01\x03-\x08\x0e-\x1f\U000f0000-\U0010fffd]")


class Letters:
    """Counts, page by page of a file, the letters that cannot be told.

    Asking for each letter would take longer than reading the page. A word whose letters all could
    be told once is not asked for again, nor are the inner digits of a number, unless another word
    of its page has a letter that cannot.
    """

    def __init__(self) -> None:
        self._sound: set[str] = set()

    def lost(self, textpage: TextPage, written: str, words: Words) -> int:
        """How many characters of a page are letters that cannot be told: two different ones side
        by side, or one between letters.

        Args:
            textpage: the page's characters.
            written: the same as a text, as pdfium gives it.
            words: those of the text.
        """
        count = textpage.count
        new = set(words.written) - self._sound
        # pdfium leaves out of a text what is no character, and then a place in it says nothing.
        asked = _places(words, new) if len(written) == count else range(count)
        bad = unmapped(textpage, asked)
        if bad:
            bad = unmapped(textpage, range(count))
        else:
            self._sound |= new
        if _NO_LETTER.search(written):
            every = characters(textpage, range(count))
            bad = sorted({*bad, *compress(range(count), map(_NO_LETTER.match, every))})
        untold = set(bad)
        return sum(_is_letter(textpage, number, untold, count) for number in bad)


def _places(words: Words, new: set[str]) -> list[int]:
    """Where the letters of some words stand, and the first and last signs of numbers."""
    places: list[int] = []
    if not new:
        return places
    is_new = list(map(new.__contains__, words.written))
    found_at = compress(words.starts, is_new)
    for at, word in zip(found_at, compress(words.written, is_new), strict=True):
        # Blanks of other kinds may stand in it.
        for found in _WORD.finditer(word):
            start, end = at + found.start(), at + found.end()
            places += range(start, end) if _HAS_LETTER.search(found[0]) else (start, end - 1)
    return places


def _is_letter(textpage: TextPage, number: int, bad: set[int], count: int) -> bool:
    own = _character(textpage, number)
    beside = [place for place in (number - 1, number + 1) if 0 <= place < count]
    if any(place in bad and _character(textpage, place) != own for place in beside):
        return True
    return len(beside) == 2 and all(_character(textpage, place).isalpha() for place in beside)


def _character(textpage: TextPage, number: int) -> str:
    return characters(textpage, [number])[0]
