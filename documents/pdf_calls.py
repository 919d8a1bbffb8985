"""pdfium's questions about one letter or one piece of a page, asked many at a time.

A page has thousands of letters, and most of the time of pypdfium2's own functions goes into checks
of what they are handed. These check nothing: handles are handed on as they are, numbers as C's int.
"""

import ctypes
from array import array
from collections.abc import Callable, Sequence
from itertools import repeat
from math import pi
from operator import neg
from typing import Any, NamedTuple

from pypdfium2 import raw


class Handle(ctypes.c_void_p):
    """An address that stays one: ctypes makes numbers of those that functions give."""


def plain(function: Any, gives: Any = ctypes.c_int) -> Callable[..., Any]:
    """A function of pdfium that keeps Python's lock, as it is short."""
    return ctypes.PYFUNCTYPE(gives)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_is_unmapped = plain(raw.FPDFText_HasUnicodeMapError)
_box = plain(raw.FPDFText_GetLooseCharBox)
_angle = plain(raw.FPDFText_GetCharAngle, ctypes.c_float)
_piece = plain(raw.FPDFPage_GetObject, Handle)
_inside = plain(raw.FPDFFormObj_GetObject, Handle)
_inside_count = plain(raw.FPDFFormObj_CountObjects)
_kind = plain(raw.FPDFPageObj_GetType)
_BYTES_A_BOX = 16


def unmapped(textpage: Any, numbers: Sequence[int]) -> list[int]:
    """Which letters' fonts do not say what they are.

    Args:
        textpage: the page's characters.
        numbers: those that are asked about.
    """
    answers = map(_is_unmapped, repeat(_address(textpage)), numbers)
    return [number for number, answer in zip(numbers, answers, strict=True) if answer == 1]


def quarters(textpage: Any, numbers: Sequence[int]) -> list[int]:
    """How often a letter is turned by a quarter, to the left: 1 is read from below upwards."""
    found = angles(textpage, numbers)
    # pdfium turns to the right.
    return [-round(angle / (pi / 2)) % 4 if angle > 0 else 0 for angle in found]


def angles(textpage: Any, numbers: Sequence[int]) -> list[float]:
    """How far a letter is turned to the right, from 0 on; -1 where nothing tells."""
    return list(map(_angle, repeat(_address(textpage)), numbers))


class Pieces:
    """What a page is made of: texts, paths, pictures, shadings, and forms that have such inside."""

    def __init__(self, page: Any) -> None:
        """Args:
        page: the page, which must stay open.
        """
        count = raw.FPDFPage_CountObjects(page.raw)
        self._pieces = list(map(_piece, repeat(_address(page)), range(count)))
        self._kinds = list(map(_kind, self._pieces))
        self.kinds = set(self._kinds)
        """What kinds there are, as pdfium counts them, those inside forms left out."""

    def of(self, kind: int, *, deepest: int = 0) -> list[Handle]:
        """Those of one kind.

        Args:
            kind: as pdfium counts them.
            deepest: how many forms inside one another are looked into.
        """
        found = [one for one, its in zip(self._pieces, self._kinds, strict=True) if its == kind]
        if deepest and raw.FPDF_PAGEOBJ_FORM in self.kinds:
            stack = [(form, 1) for form in self.of(raw.FPDF_PAGEOBJ_FORM)]
            while stack:
                form, depth = stack.pop()
                for at in range(_inside_count(form)):
                    piece = _inside(form, ctypes.c_ulong(at))
                    its = _kind(piece)
                    if its == kind:
                        found.append(piece)
                    elif its == raw.FPDF_PAGEOBJ_FORM and depth < deepest:
                        stack.append((piece, depth + 1))
        return found


class Stand(NamedTuple):
    """Where letters stand, in points, as the box of the font and not of the ink."""

    known: list[int]
    """For each letter whether it stands anywhere; where it does not, its numbers mean nothing."""
    left: Sequence[float]
    top: Sequence[float]
    right: Sequence[float]
    bottom: Sequence[float]

    def turned(self, quarters: int) -> "Stand":
        """As they would stand if the page were turned by so many quarters to the right."""
        known, left, top, right, bottom = self
        for _ in range(quarters):
            left, top, right, bottom = bottom, _below(left), top, _below(right)
        return Stand(known, left, top, right, bottom)


class Boxes:
    """Tells where letters stand. It keeps the memory for the answers, which takes longer to get
    than to fill: not for two threads.
    """

    def __init__(self) -> None:
        """Nothing is asked yet."""
        self._answers = array("f")
        self._slots: list[ctypes.c_void_p] = []

    def __call__(self, textpage: Any, numbers: Sequence[int]) -> Stand:
        """Args:
        textpage: the page's characters.
        numbers: those that are asked about.
        """
        count = len(numbers)
        if count > len(self._slots):
            self._answers = array("f", bytes(2 * count * _BYTES_A_BOX))
            first, _ = self._answers.buffer_info()
            places = range(first, first + 2 * count * _BYTES_A_BOX, _BYTES_A_BOX)
            self._slots = list(map(ctypes.c_void_p, places))
        known = list(map(_box, repeat(_address(textpage)), numbers, self._slots))
        # FS_RECTF has the upper edge second.
        left, top, right, bottom = (self._answers[edge : 4 * count : 4] for edge in range(4))
        return Stand(known, left, top, right, bottom)


def _below(places: Sequence[float]) -> Sequence[float]:
    return list(map(neg, places))


def _address(handle: Any) -> ctypes.c_void_p:
    return ctypes.cast(handle.raw, ctypes.c_void_p)
