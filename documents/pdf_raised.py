"""Numbers of footnotes on PDF pages, which stand raised behind a word and are no part of it."""

import re

from documents.layout import raised
from documents.pdf_calls import Boxes, TextPage

# Beginning with what is rare, it is found in a tenth of the time.
_BEHIND_A_WORD = re.compile(r"\d(?<=[^\W\d_]\d)\d{0,2}(?![^\W_])")
# Raised digits are smaller than the letters before them, and stand higher, by so much of these.
_SMALLER, _HIGHER = 0.85, 0.1


def with_raised(textpage: TextPage, text: str, boxes: Boxes) -> str:
    """The text of a PDF page with raised digits behind words as they are seen.

    Args:
        textpage: the page's characters.
        text: all of it, as pdfium gives it.
        boxes: those of the file.
    """
    numbers = list(_BEHIND_A_WORD.finditer(text))
    if not numbers:
        return text
    asked = [place for number in numbers for place in (number.start() - 1, number.start())]
    found = boxes(textpage, asked)
    pieces, end = [], 0
    for at, number in enumerate(numbers):
        letter, digit = 2 * at, 2 * at + 1
        height = found.top[letter] - found.bottom[letter]
        is_smaller = found.top[digit] - found.bottom[digit] < _SMALLER * height
        is_higher = found.bottom[digit] - found.bottom[letter] > _HIGHER * height
        if found.known[letter] and found.known[digit] and is_smaller and is_higher:
            pieces += [text[end : number.start()], raised(number[0])]
            end = number.end()
    return "".join([*pieces, text[end:]])
