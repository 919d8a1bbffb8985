"""pdfium's questions about one letter or one piece of a page, asked many at a time.

A page has thousands of letters, and most of the time of pypdfium2's own functions goes into checks
of what they are handed. These check nothing: handles are handed on as they are, numbers as C's int.
"""

import ctypes
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, repeat
from math import pi
from operator import neg
from typing import Any, NamedTuple

import pypdfium2 as pdfium
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
_unicode = plain(raw.FPDFText_GetUnicode, ctypes.c_uint)
_text = plain(raw.FPDFText_GetText)
_text_index = plain(raw.FPDFText_GetTextIndexFromCharIndex)
_BYTES_A_BOX = 16


class TextPage:
    """The characters of an open page, until it is left: ``with TextPage(page) as textpage``.

    Half of the time of pypdfium2's own goes into keeping track of it.
    """

    def __init__(self, page: "pdfium.PdfPage") -> None:
        """Args:
            page: the page, which must stay open.

        Raises:
            PdfiumError: it is damaged.
        """
        self._as_parameter_ = raw.FPDFText_LoadPage(page)
        if not self._as_parameter_:
            raise pdfium.PdfiumError("Failed to load text page.")
        self.address = _address(self._as_parameter_)
        """What the functions of this module are handed on."""
        self.count: int = raw.FPDFText_CountChars(self)
        """How many characters it has, some of which may not be in its text."""

    def __enter__(self) -> "TextPage":
        return self

    def __exit__(self, *_: object) -> None:
        raw.FPDFText_ClosePage(self)

    def text(self) -> str:
        """All of it, a carriage return and a line feed between lines."""
        first, last = 0, self.count - 1
        # pdfium reads on behind the end for characters that are in no text.
        while first <= last and _text_index(self.address, first) < 0:
            first += 1
        while first < last and _text_index(self.address, last) < 0:
            last -= 1
        if first > last:
            return ""
        length = _text_index(self.address, last) - _text_index(self.address, first) + 2
        letters = array("H", bytes(2 * length))
        count = _text(self.address, first, last - first + 1, _at(letters.buffer_info()[0]))
        return letters[: count - 1].tobytes().decode("utf-16-le", errors="ignore")


def unmapped(textpage: TextPage, numbers: Sequence[int]) -> list[int]:
    """Which letters' fonts do not say what they are.

    Args:
        textpage: the page's characters.
        numbers: those that are asked about.
    """
    answers = map(_is_unmapped, repeat(textpage.address), numbers)
    return list(compress(numbers, map((1).__eq__, answers)))


def characters(textpage: TextPage, numbers: Sequence[int]) -> list[str]:
    """What letters are, as pdfium tells it: U+0000 where it cannot.

    Args:
        textpage: the page's characters.
        numbers: those that are asked about.
    """
    return list(map(chr, map(_unicode, repeat(textpage.address), numbers)))


def quarters(textpage: TextPage, numbers: Sequence[int]) -> list[int]:
    """How often a letter is turned by a quarter, to the left: 1 is read from below upwards."""
    found = angles(textpage, numbers)
    # pdfium turns to the right.
    return [-round(angle / (pi / 2)) % 4 if angle > 0 else 0 for angle in found]


def angles(textpage: TextPage, numbers: Sequence[int]) -> list[float]:
    """How far a letter is turned to the right, from 0 on; -1 where nothing tells."""
    return list(map(_angle, repeat(textpage.address), numbers))


class Pieces:
    """What a page is made of: texts, paths, pictures, shadings, and forms that have such inside."""

    def __init__(self, page: Any) -> None:
        """Args:
        page: the page, which must stay open and as it is.
        """
        self._page = _address(page.raw)
        count = raw.FPDFPage_CountObjects(page.raw)
        self._kinds = list(map(_kind, map(_piece, repeat(self._page), range(count))))
        self.kinds = set(self._kinds)
        """What kinds there are, as pdfium counts them, those inside forms left out."""

    def of(self, kind: int, *, deepest: int = 0) -> list[Handle]:
        """Those of one kind, in the order in which they are drawn.

        Args:
            kind: as pdfium counts them.
            deepest: how many forms inside one another are looked into.
        """
        forms = self.kinds & {raw.FPDF_PAGEOBJ_FORM} if deepest else set()
        if self.kinds.isdisjoint({kind, *forms}):
            return []
        found: list[Handle] = []
        for at, its in enumerate(self._kinds):
            if its == kind:
                found.append(_piece(self._page, at))
            elif its in forms:
                found += _pieces_inside(_piece(self._page, at), kind, deepest)
        return found


def _pieces_inside(form: Handle, kind: int, deepest: int) -> Iterator[Handle]:
    for at in range(_inside_count(form)):
        piece = _inside(form, ctypes.c_ulong(at))
        its = _kind(piece)
        if its == kind:
            yield piece
        elif its == raw.FPDF_PAGEOBJ_FORM and deepest > 1:
            yield from _pieces_inside(piece, kind, deepest - 1)


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
        self._slots: list[Any] = []

    def __call__(self, textpage: TextPage, numbers: Sequence[int]) -> Stand:
        """Args:
        textpage: the page's characters.
        numbers: those that are asked about.
        """
        count = len(numbers)
        if count > len(self._slots):
            self._answers = array("f", bytes(2 * count * _BYTES_A_BOX))
            first, _ = self._answers.buffer_info()
            places = range(first, first + 2 * count * _BYTES_A_BOX, _BYTES_A_BOX)
            self._slots = list(map(_at, places))
        known = list(map(_box, repeat(textpage.address), numbers, self._slots))
        # FS_RECTF has the upper edge second.
        left, top, right, bottom = (self._answers[edge : 4 * count : 4] for edge in range(4))
        return Stand(known, left, top, right, bottom)


def _below(places: Sequence[float]) -> Sequence[float]:
    return list(map(neg, places))


def _address(handle: Any) -> Any:
    return _at(ctypes.cast(handle, ctypes.c_void_p).value or 0)


def _at(address: int) -> Any:
    """An address as a reference to what stands there, the only kind of pointer that ctypes hands on
    as it is: of any other it makes one, which takes as long as the question.
    """
    return ctypes.byref(ctypes.c_char.from_address(address))
