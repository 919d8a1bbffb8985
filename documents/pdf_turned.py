"""Lines of a PDF page that do not run from the left to the right: watermarks, stamps, notes at the
side, whole pages on their heads. pdfium tears those apart that a program wrote in pieces, and gives
some from their ends; where their letters stand tells how they are read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, degrees, radians, sin
from statistics import median
from typing import Any

from documents.pdf_calls import Boxes, TextPage, angles

_FIRST_LETTER = re.compile(r"[^\W\d_][^\r\n]*")
# More are a page of such letters, which its program wrote line by line.
_MOST = 6_000
# A letter is so much higher than half of its height and width together, about.
_HEIGHT = 1.6
# Shares of a letter's height: letters of one line, a space, and what is another line.
_SAME_LINE, _SPACE, _FAR = 0.35, 0.12, 2.5


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    along: float
    """Where its middle stands, in the direction in which it is read."""
    above: float
    around: float
    """Its width and height together."""


def turned_lines(page: Any, textpage: TextPage, written: str, boxes: Boxes) -> str:
    """The text of such lines that is not read anyway.

    Args:
        page: the page.
        textpage: its characters.
        written: the same as a text, as pdfium gives it.
        boxes: those of the file.
    """
    upright = round(360 - page.get_rotation()) % 360
    first = [line.start() for line in _FIRST_LETTER.finditer(written)]
    if all(angle == upright for angle in _degrees(textpage, first)):
        return ""
    places = [place for place, sign in enumerate(written) if not sign.isspace()]
    by_angle: dict[int, list[int]] = defaultdict(list)
    for place, angle in zip(places, _degrees(textpage, places), strict=True):
        if angle != upright:
            by_angle[angle].append(place)
    known = " ".join(written.split())
    found: list[str] = []
    for angle, of_angle in by_angle.items():
        letters = _letters(textpage, written, of_angle[:_MOST], angle, boxes)
        found += [line for line in _lines(letters) if line not in known]
    return "\n".join(found)


def _degrees(textpage: TextPage, places: Sequence[int]) -> list[int]:
    """How far letters are turned to the right; what stands upright has 0, or nothing to tell."""
    return [round(degrees(angle)) % 360 if angle > 0 else 0 for angle in angles(textpage, places)]


def _letters(
    textpage: TextPage, written: str, places: Sequence[int], angle: int, boxes: Boxes
) -> list[_Letter]:
    known, left, top, right, bottom = boxes(textpage, places)
    across, up = cos(radians(angle)), -sin(radians(angle))
    found: list[_Letter] = []
    for at, place in enumerate(places):
        if known[at]:
            x, y = (left[at] + right[at]) / 2, (top[at] + bottom[at]) / 2
            around = (right[at] - left[at] + top[at] - bottom[at]) / (abs(across) + abs(up))
            along, above = x * across + y * up, y * across - x * up
            found.append(_Letter(written[place], along, above, around))
    return found


def _lines(letters: Sequence[_Letter]) -> Iterator[str]:
    """The letters as lines, from the highest on."""
    line: list[_Letter] = []
    for letter in sorted(letters, key=lambda letter: -letter.above):
        if line and line[-1].above - letter.above > _SAME_LINE * line[-1].around / _HEIGHT:
            yield from _line(line)
            line = []
        line.append(letter)
    yield from _line(line)


def _line(letters: list[_Letter]) -> Iterator[str]:
    """A line's words, and what stands far from them by itself."""
    letters = sorted(letters, key=lambda letter: letter.along)
    # Most letters touch the next one, which gives the height that all of them have.
    apart = [
        (before.around + after.around) / 2 - (after.along - before.along)
        for before, after in pairwise(letters)
    ]
    height = median(apart) if apart else 0
    text = letters[0].sign if letters else ""
    for letter, overlap in zip(letters[1:], apart, strict=True):
        space = height - overlap
        if space > _FAR * height:
            yield text
            text = letter.sign
        else:
            text += (" " if space > _SPACE * height else "") + letter.sign
    if text:
        yield text
