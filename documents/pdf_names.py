"""Names of layers and threads, labels of pages and texts in scripts of a PDF file, which pdfium
does not give: they are looked for in the objects as they stand in the file. ISO 32000-1, 8.11,
12.4.2, 12.4.3, 12.6.4.16.
"""

import ctypes
import re
import zlib
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents.html_code import said_by_script

_STRING = rb"(\((?:[^()\\]|\\.){0,5000}\)|<[0-9A-Fa-f\s]{0,5000}>)"
_NAME = re.compile(rb"/Name\s*" + _STRING, re.DOTALL)
_SCRIPT = re.compile(rb"/JS\s*" + _STRING, re.DOTALL)
_LAYER = re.compile(rb"/OCG\b")
_THREAD = re.compile(rb"/Thread\b")
_TITLE = re.compile(rb"/Title\s*" + _STRING, re.DOTALL)
# Where the dictionary of a file's properties is, what most have, and keys of texts (14.3.3).
_INFO = re.compile(rb"/Info\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_PROPERTIES = re.compile(rb"/(?:Producer|CreationDate|ModDate)\b")
_KEY = re.compile(rb"/([A-Za-z][^\s/()<>\[\]{}%]{0,100})\s*(?=[(<])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Bytes of such a dictionary before and behind one of these.
_FAR = 4_000
# Bytes of a layer's dictionary before and behind what says that it is one.
_AROUND = 300
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,300}>>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d{1,9})\b(?!\s+\d+\s+R)")
# Bytes in which a stream ends behind its length: its own word, line ends.
_ENDS = 32
# Bytes of all such objects together.
_LARGEST = 100_000_000
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}


def outside_streams(data: bytes) -> bytes:
    """A file without what is in its streams: the objects as they stand, much less to be searched.

    Args:
        data: the file.
    """
    pieces, start = list[bytes](), 0
    while (begin := data.find(b"stream", start)) >= 0:
        pieces.append(data[start:begin])
        start = _end_of_stream(data, begin)
    return b"".join((*pieces, data[start:]))


def _end_of_stream(data: bytes, begin: int) -> int:
    """Behind ``endstream``: where the length of the stream says, if it is there."""
    length = _LENGTH.search(data, max(0, begin - _AROUND), begin)
    if length is not None:
        end = data.find(b"endstream", begin + int(length[1]), begin + int(length[1]) + _ENDS)
        if end >= 0:
            return end + len(b"endstream")
    end = data.find(b"endstream", begin)
    return end + len(b"endstream") if end >= 0 else begin + len(b"stream")


def named_in(every: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """The names of layers and of threads of articles, and the texts in scripts, each with what it
    is.

    Args:
        every: the objects of a file that is not encrypted, those packed together too.
    """
    for objects in every:
        # Looking for a few letters is quicker than for what is around them, and most have none.
        for layer in _LAYER.finditer(objects) if b"/OCG" in objects else ():
            around = objects[max(0, layer.start() - _AROUND) : layer.end() + _AROUND]
            for name in _NAME.findall(around):
                yield _text(name), "layer"
        for thread in _THREAD.finditer(objects) if b"/Thread" in objects else ():
            around = objects[max(0, thread.start() - _AROUND) : thread.end() + _AROUND]
            for title in _TITLE.findall(around):
                yield _text(title), "thread of articles"
        for script in _SCRIPT.findall(objects) if b"/JS" in objects else ():
            for text in said_by_script("", _text(script)):
                yield text, "script"


def property_names(every: Iterable[bytes]) -> set[str]:
    """What properties of a file's own may be called: keys of texts beside the usual ones.

    Args:
        every: as ``named_in`` takes it.
    """
    found = set[bytes]()
    for objects in every:
        places = [usual.start() for usual in _PROPERTIES.finditer(objects)]
        for number in set(_INFO.findall(objects)):
            named = re.compile(rb"(?<!\d)" + number + rb"\s+\d{1,5}\s+obj\b")
            places += [one.end() for one in named.finditer(objects)]
        for place in places:
            found.update(_KEY.findall(objects[max(0, place - _FAR) : place + _FAR]))
    raw_names = (_ESCAPED.sub(lambda met: bytes([int(met[1], 16)]), name) for name in found)
    return {name.decode("utf-8", errors="replace") for name in raw_names}


def label(document: "pdfium.PdfDocument", number: int) -> str:
    """What a page is called instead of its number, which is counted from 0."""
    length = raw.FPDF_GetPageLabel(document, number, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetPageLabel(document, number, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def unpacked(data: bytes) -> Iterator[bytes]:
    """The objects that are packed together in streams."""
    left = _LARGEST
    for stream in _OBJECT_STREAM.finditer(data):
        end = data.find(b"endstream", stream.end())
        if end < 0 or left <= 0:
            return
        try:
            objects = zlib.decompressobj().decompress(data[stream.end() : end], left)
        except zlib.error:
            continue  # packed in another way, or damaged, of which pdfium says so
        left -= len(objects)
        yield objects


def _text(string: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 by its mark, else nearly Latin-1."""
    if string.startswith(b"<"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", string).decode()
        data = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        data = _ESCAPE.sub(_character, string[1:-1])
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", errors="replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", errors="replace")
    return data.decode("latin-1")


def _character(found: re.Match[bytes]) -> bytes:
    if found[1][:1].isdigit():
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[1].endswith(b"\n") else _PLAIN.get(found[1], found[1])
