"""Makes a file wrong, the way damage, other programs and attackers do."""

import io
import zipfile
from random import Random

LARGEST = 1 << 20
"""Bytes. What grows beyond it is cut: many small tries find more than few large ones."""
WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\x1a", b"\x85", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\xf0\x9f\x92\xa9", b"\xed\xa0\x80", b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff", b"<", b">", b"&#0;", b"&#xD800;", b"&#99999999;", b"&nbsp;", b"<!--",
    b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"<?xml version='1.1'?>", b'"', b"'", b"\\",
    b"\\u0000", b"\\ud800", b"{", b"}", b"[", b"]", b"null", b"NaN", b"1e999", b"-1", b"0",
    b"99999999999999999999", b"0000-00-00", b"2026-02-30", b"31/02/0000", b",", b";", b"\t", b"|",
    b"=1+1", b"\\'e9", b"\\bin9999 ", b"\\u-1?", b"/Filter", b"endobj", b"stream", b"%%EOF",
    b"=?utf-8?B?4pi6?=", b"Content-Type: multipart/mixed; boundary=a\r\n", b"charset=utf-7",
)  # fmt: skip


def mutated(data: bytes, other: bytes, dice: Random) -> bytes:
    """A file with a few changes; in a ZIP file mostly of what is in it, with its sums made right.

    Args:
        data: a whole file.
        other: another one, from which pieces are taken.
        dice: decides.
    """
    if data[:4] == b"PK\x03\x04" and dice.random() < 0.8:
        try:
            return _in_a_member(data, other, dice)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
            pass  # an earlier change has made it none: it is changed as bytes
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        data = dice.choice(_CHANGES)(data, other, dice)[:LARGEST]
    return data


def _in_a_member(data: bytes, other: bytes, dice: Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            content = old.read(name)
            if name == chosen:
                if dice.random() < 0.03:
                    continue
                for _ in range(dice.choice((1, 1, 2, 4))):
                    content = dice.choice(_CHANGES)(content, other, dice)[:LARGEST]
            new.writestr(name, content)
    return target.getvalue()


def _place(data: bytes, dice: Random) -> int:
    return dice.randint(0, len(data))


def _stretch(data: bytes, dice: Random) -> tuple[int, int]:
    first = _place(data, dice)
    return first, min(len(data), first + dice.choice((1, 2, 4, 16, 64, 1024)))


def _flip(data: bytes, _: bytes, dice: Random) -> bytes:
    if not data:
        return data
    at = dice.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]


def _insert(data: bytes, _: bytes, dice: Random) -> bytes:
    at = _place(data, dice)
    return data[:at] + dice.choice(WORDS) + data[at:]


def _overwrite(data: bytes, _: bytes, dice: Random) -> bytes:
    at, word = _place(data, dice), dice.choice(WORDS)
    return data[:at] + word + data[at + len(word) :]


def _remove(data: bytes, _: bytes, dice: Random) -> bytes:
    first, last = _stretch(data, dice)
    return data[:first] + data[last:]


def _double(data: bytes, _: bytes, dice: Random) -> bytes:
    first, last = _stretch(data, dice)
    return data[:last] + data[first:last] * dice.choice((1, 2, 50)) + data[last:]


def _cut(data: bytes, _: bytes, dice: Random) -> bytes:
    return data[: _place(data, dice)]


def _splice(data: bytes, other: bytes, dice: Random) -> bytes:
    first, last = _stretch(other, dice)
    at = _place(data, dice)
    return data[:at] + other[first:last] + data[at:]


def _swap(data: bytes, _: bytes, dice: Random) -> bytes:
    """Two delimited pieces changed places: attributes, elements, cells."""
    mark = dice.choice((b"<", b",", b"\n", b'"', b"\\", b" "))
    pieces = data.split(mark)
    if len(pieces) < 2:
        return data
    left, right = dice.randrange(len(pieces)), dice.randrange(len(pieces))
    pieces[left], pieces[right] = pieces[right], pieces[left]
    return mark.join(pieces)


_CHANGES = (_flip, _insert, _overwrite, _remove, _double, _cut, _splice, _swap)
