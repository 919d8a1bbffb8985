"""What a file is, by its first bytes. Names lie: an invoice.txt may be a PDF.

Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures and the formats' own documents.
"""

import re
from dataclasses import dataclass

_SAVE_AS_TEXT = "Save its text as a plain text file and screen that."
_UNPACK = "Unpack it and screen the folder."
_TRANSCRIBE = "If it holds words, screen a transcript of them."
_NO_DOCUMENT = "It is no document."


@dataclass(frozen=True, slots=True, kw_only=True)
class FileType:
    """A kind of file."""

    media_type: str
    words: str
    """What it is, for a person: ``a PDF file``."""
    advice: str = _SAVE_AS_TEXT
    looks_like_text: bool = False
    """Whether its first bytes may be printable ones alone."""


PLAIN_TEXT = FileType(media_type="text/plain", words="plain text")
HTML = FileType(media_type="text/html", words="an HTML page")
XML = FileType(media_type="application/xml", words="an XML file")
JSON = FileType(media_type="application/json", words="a JSON file")
MAIL = FileType(media_type="message/rfc822", words="an e-mail message")

_ZIP = FileType(media_type="application/zip", words="a ZIP archive", advice=_UNPACK)


def _type(media_type: str, words: str, advice: str = _SAVE_AS_TEXT) -> FileType:
    return FileType(media_type=media_type, words=words, advice=advice)


def _printable(media_type: str, words: str) -> FileType:
    return FileType(media_type=media_type, words=words, looks_like_text=True)


# (offset, bytes that stand there, type); the first that fits wins.
_SIGNATURES: tuple[tuple[int, bytes, FileType], ...] = (
    (0, b"%PDF-", _printable("application/pdf", "a PDF file")),
    (0, b"PK\x03\x04", _ZIP),
    (0, b"PK\x05\x06", _ZIP),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        _type("application/x-ole-storage", "an old Office file (DOC, XLS, PPT) or MSG mail"),
    ),
    (0, b"{\\rtf", _printable("application/rtf", "an RTF file")),
    (0, b"%!PS", _printable("application/postscript", "a PostScript file")),
    (0, b"\x1f\x8b", _type("application/gzip", "a gzip file", _UNPACK)),
    (0, b"BZh", _type("application/x-bzip2", "a bzip2 file", _UNPACK)),
    (0, b"\xfd7zXZ\x00", _type("application/x-xz", "an xz file", _UNPACK)),
    (0, b"\x28\xb5\x2f\xfd", _type("application/zstd", "a zstd file", _UNPACK)),
    (0, b"7z\xbc\xaf\x27\x1c", _type("application/x-7z-compressed", "a 7z archive", _UNPACK)),
    (0, b"Rar!\x1a\x07", _type("application/vnd.rar", "a RAR archive", _UNPACK)),
    (257, b"ustar", _type("application/x-tar", "a TAR archive", _UNPACK)),
    (0, b"\x89PNG\r\n\x1a\n", _type("image/png", "a PNG image", _TRANSCRIBE)),
    (0, b"\xff\xd8\xff", _type("image/jpeg", "a JPEG image", _TRANSCRIBE)),
    (0, b"GIF8", _type("image/gif", "a GIF image", _TRANSCRIBE)),
    (0, b"II*\x00", _type("image/tiff", "a TIFF image", _TRANSCRIBE)),
    (0, b"MM\x00*", _type("image/tiff", "a TIFF image", _TRANSCRIBE)),
    (8, b"WEBP", _type("image/webp", "a WebP image", _TRANSCRIBE)),
    (4, b"ftyp", _type("video/mp4", "a film or HEIC image", _TRANSCRIBE)),
    (0, b"ID3", _type("audio/mpeg", "a sound file", _TRANSCRIBE)),
    (0, b"OggS", _type("audio/ogg", "a sound file", _TRANSCRIBE)),
    (0, b"RIFF", _type("audio/wav", "a sound or film file", _TRANSCRIBE)),
    (0, b"\x7fELF", _type("application/x-executable", "a program", _NO_DOCUMENT)),
    (0, b"MZ", _type("application/vnd.microsoft.portable-executable", "a program", _NO_DOCUMENT)),
    (0, b"SQLite format 3\x00", _type("application/vnd.sqlite3", "an SQLite database")),
    (0, b"PAR1", _type("application/vnd.apache.parquet", "a Parquet file")),
)

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
# What tells the documents that are ZIP archives from one another: a part's name inside.
_ZIP_PARTS: tuple[tuple[bytes, FileType], ...] = (
    (b"word/document", _type(f"{_OFFICE}.wordprocessingml.document", "a Word file (DOCX)")),
    (b"xl/workbook", _type(f"{_OFFICE}.spreadsheetml.sheet", "an Excel file (XLSX)")),
    (b"ppt/pres", _type(f"{_OFFICE}.presentationml.presentation", "a PowerPoint file (PPTX)")),
    (b"opendocument.text", _type(f"{_OPEN}.text", "an OpenDocument text (ODT)")),
    (b"opendocument.spreadsheet", _type(f"{_OPEN}.spreadsheet", "an OpenDocument sheet (ODS)")),
    (b"application/epub", _type("application/epub+zip", "an e-book (EPUB)")),
)

_MAIL_HEADER = re.compile(rb"(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version):")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def recognise(data: bytes) -> FileType:
    """Say what a file is by its content. What is nothing else is taken for plain text, and the
    text reader then says whether it is.
    """
    # A text may begin with "ID3" or "MZ"; it has no control characters, as binary files have.
    binary = _CONTROL.search(data[:1024]) is not None
    for offset, signature, file_type in _SIGNATURES:
        if data.startswith(signature, offset) and (binary or file_type.looks_like_text):
            return _inside_zip(data) if file_type is _ZIP else file_type
    return _text_type(data[:1024])


def _inside_zip(data: bytes) -> FileType:
    # The list of parts stands at the end, an OpenDocument's type at the beginning.
    ends = data[:4096] + data[-65536:]
    return next((file_type for part, file_type in _ZIP_PARTS if part in ends), _ZIP)


def _text_type(head: bytes) -> FileType:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    lowered = start.lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        return HTML
    if start.startswith(b"<?xml"):
        return XML
    if _MAIL_HEADER.match(start):
        return MAIL
    if start.startswith((b"{", b"[")) and re.match(rb'[{\[]\s*["{\[]', start):
        return JSON
    return PLAIN_TEXT
