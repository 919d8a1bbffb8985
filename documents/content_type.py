"""What a file is, by its first bytes. Names lie: an invoice.txt may be a PDF.

Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures and the formats' own documents.
"""

import base64
import re
from dataclasses import dataclass

from documents.unread_types import AS_PDF, UNREAD

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
    wordless: bool = False
    """Whether such a file holds no words by its nature, so that nothing is missed."""
    looks_like_text: bool = False
    """Whether its first bytes may be printable ones alone."""


PLAIN_TEXT = FileType(media_type="text/plain", words="plain text")
HTML = FileType(media_type="text/html", words="an HTML page")
XML = FileType(media_type="application/xml", words="an XML file")
JSON = FileType(media_type="application/json", words="a JSON file")
MAIL = FileType(media_type="message/rfc822", words="an e-mail message")
MBOX = FileType(media_type="application/mbox", words="a mailbox (mbox)")
TAR = FileType(media_type="application/x-tar", words="a TAR archive", advice=_UNPACK)

_SAVE_ANEW = "Save it in a newer format (DOCX, PPTX) or as PDF and screen that."
SIGNED = FileType(
    media_type="application/pkcs7-mime", words="a signed or encrypted file (P7M, P7S)"
)
_WITHOUT_PASSWORD = "It needs a password. Save it without one and screen that."  # noqa: S105
_ZIP = FileType(media_type="application/zip", words="a ZIP archive", advice=_UNPACK)
_OLE = FileType(media_type="application/x-ole-storage", words="an old Office file")


_FONT = FileType(media_type="font/sfnt", words="a font", advice=_NO_DOCUMENT, wordless=True)


def _type(media_type: str, words: str, advice: str = _SAVE_AS_TEXT) -> FileType:
    return FileType(media_type=media_type, words=words, advice=advice)


def _printable(media_type: str, words: str, advice: str = _SAVE_AS_TEXT) -> FileType:
    return FileType(media_type=media_type, words=words, advice=advice, looks_like_text=True)


# (offset, bytes that stand there, type); the first that fits wins.
_SIGNATURES: tuple[tuple[int, bytes, FileType], ...] = (
    (0, b"%PDF-", _printable("application/pdf", "a PDF file")),
    (0, b"PK\x03\x04", _ZIP),
    (0, b"PK\x05\x06", _ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (0, b"{\\rtf", _printable("application/rtf", "an RTF file")),
    (0, b"%!PS", _printable("application/postscript", "a PostScript file")),
    (
        0,
        b"(This file must be converted with BinHex",
        _printable("application/mac-binhex40", "a BinHex file"),
    ),
    (0, b"=ybegin ", _printable("application/x-yenc", "a yEnc file")),
    (0, b"\x1f\x8b", _type("application/gzip", "a gzip file", _UNPACK)),
    (0, b"BZh", _type("application/x-bzip2", "a bzip2 file", _UNPACK)),
    (0, b"\xfd7zXZ\x00", _type("application/x-xz", "an xz file", _UNPACK)),
    (0, b"\x28\xb5\x2f\xfd", _type("application/zstd", "a zstd file", _UNPACK)),
    (0, b"7z\xbc\xaf\x27\x1c", _type("application/x-7z-compressed", "a 7z archive", _UNPACK)),
    (0, b"Rar!\x1a\x07", _type("application/vnd.rar", "a RAR archive", _UNPACK)),
    (257, b"ustar", TAR),
    (0, b"\x89PNG\r\n\x1a\n", _type("image/png", "a PNG image", _TRANSCRIBE)),
    (0, b"\xff\xd8\xff", _type("image/jpeg", "a JPEG image", _TRANSCRIBE)),
    (0, b"GIF8", _type("image/gif", "a GIF image", _TRANSCRIBE)),
    (0, b"II*\x00", _type("image/tiff", "a TIFF image", _TRANSCRIBE)),
    (0, b"MM\x00*", _type("image/tiff", "a TIFF image", _TRANSCRIBE)),
    (8, b"WEBP", _type("image/webp", "a WebP image", _TRANSCRIBE)),
    (0, b"BM", _type("image/bmp", "a BMP image", _TRANSCRIBE)),
    (40, b" EMF", _type("image/emf", "a drawing (EMF)", _TRANSCRIBE)),
    (0, b"\xd7\xcd\xc6\x9a", _type("image/wmf", "a drawing (WMF)", _TRANSCRIBE)),
    (0, b"\x01\x00\x09\x00\x00\x03", _type("image/wmf", "a drawing (WMF)", _TRANSCRIBE)),
    (0, b"\x78\x9f\x3e\x22", _type("application/vnd.ms-tnef", "a winmail.dat attachment")),
    (0, b"\x00\x01\x00\x00\x00", _FONT),
    (0, b"OTTO\x00", _FONT),
    (0, b"true\x00", _FONT),
    (0, b"ttcf\x00", _FONT),
    (0, b"wOFF", _FONT),
    (0, b"wOF2", _FONT),
    (0, b"ID3", _type("audio/mpeg", "a sound file", _TRANSCRIBE)),
    (0, b"OggS", _type("audio/ogg", "a sound file", _TRANSCRIBE)),
    (0, b"\x7fELF", _type("application/x-executable", "a program", _NO_DOCUMENT)),
    (0, b"MZ", _type("application/vnd.microsoft.portable-executable", "a program", _NO_DOCUMENT)),
    (0, b"PAR1", _type("application/vnd.apache.parquet", "a Parquet file")),
    *((offset, mark, _type(*kind)) for offset, mark, *kind in UNREAD),
    (
        0,
        b"\x1b%-12345X",
        _printable("application/vnd.hp-pcl", "a file for a printer (PCL)", AS_PDF),
    ),
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
    (b"opendocument.presentation", _type(f"{_OPEN}.presentation", "an OpenDocument show (ODP)")),
    (b".fdseq", _type("application/vnd.ms-xpsdocument", "an XPS file")),
    (b"application/epub", _type("application/epub+zip", "an e-book (EPUB)")),
)

# The streams inside an old Office file, which is a file system of its own: names in UTF-16.
_OLE_STREAMS: tuple[tuple[str, FileType], ...] = (
    (
        "EncryptedPackage",
        _type("application/x-encrypted-office", "an encrypted Office file", _WITHOUT_PASSWORD),
    ),
    ("__properties_version1.0", _type("application/vnd.ms-outlook", "an Outlook message (MSG)")),
    ("WordDocument", _type("application/msword", "an old Word file (DOC)", _SAVE_ANEW)),
    (
        "PowerPoint Document",
        _type("application/vnd.ms-powerpoint", "an old PowerPoint file (PPT)", _SAVE_ANEW),
    ),
    ("Workbook", _type("application/vnd.ms-excel", "an old Excel file (XLS)")),
    ("Book", _type("application/vnd.ms-excel", "an old Excel file (XLS)")),
    ("Quill", _type("application/x-mspublisher", "a Publisher file", AS_PDF)),
    ("VisioDocument", _type("application/vnd.visio", "an old Visio drawing", AS_PDF)),
    ("HwpSummaryInformation", _type("application/x-hwp", "a Hangul file (HWP)", AS_PDF)),
    ("MatOST", _type("application/vnd.ms-works", "a Works file", _SAVE_ANEW)),
)

# Bytes that tell what a file is; PDF allows as many before its mark.
_HEAD = 1024
# What only mail has; a letter may begin with ``From:`` and ``Subject:`` too.
_MAIL_FIELD = re.compile(
    rb"^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|Content-Type"
    rb"|ARC-Seal):|^[A-Za-z-]+:[^\r\n]*=\?[\w-]+\?[BQ]\?",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD_LINE = re.compile(rb"[!-9;-~]+:")
_MBOX_LINE = re.compile(rb"From \S+.*\b\d\d:\d\d\b.*\b\d{4}\b.*\r?\n[!-9;-~]+:")
_HTML_STARTS = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<p>", b"<p ", b"<table", b"<meta",
)  # fmt: skip
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_END_OF_ZIP = b"PK\x05\x06"


def named(media_type: str) -> FileType | None:
    """The type of this name that text may be, where something else than its content tells it."""
    return next((known for known in (MAIL, HTML, XML) if known.media_type == media_type), None)


def recognise(data: bytes) -> FileType:
    """Say what a file is by its content. What is nothing else is taken for plain text, and the
    text reader then says whether it is.
    """
    # A text may begin with "ID3" or "MZ"; it has no control characters, as binary files have.
    binary = _CONTROL.search(data[:_HEAD]) is not None
    for offset, signature, file_type in _SIGNATURES:
        if data.startswith(signature, offset) and (binary or file_type.looks_like_text):
            return _inside(data, file_type)
    if _is_cms(data):
        return SIGNED
    # Programs put a line of their own before a PDF file, and readers of it take that.
    if b"%PDF-" in data[:_HEAD] and (binary or b"startxref" in data[-_HEAD:]):
        return _SIGNATURES[0][2]
    return _text_type(data)


# RFC 5652: an object identifier of PKCS #7 at the head of a sequence; or all of it in base64,
# with or without the lines of RFC 7468 around it.
_CMS = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"
_ARMOUR = (b"-----BEGIN PKCS7-----", b"-----BEGIN CMS-----")
_IN_BASE64 = re.compile(rb"\s*(M[A-Za-z0-9+/]{47})")


def _is_cms(data: bytes) -> bool:
    if data.startswith(b"\x30"):
        return _CMS in data[:24]
    found = _IN_BASE64.match(data)
    if found:
        return _CMS in base64.b64decode(found[1])[:24]
    return data.lstrip().startswith(_ARMOUR)


def _inside(data: bytes, file_type: FileType) -> FileType:
    """What an archive or an old Office file holds."""
    if file_type is _ZIP:
        table = _table_of_zip(data)
        if b"[Content_Types].xml" in table or b"mimetypeapplication/" in data[:200]:
            names = data[:200] + table
            return next((found for part, found in _ZIP_PARTS if part in names), _ZIP)
    if file_type is _OLE:
        return next((f for name, f in _OLE_STREAMS if name.encode("utf-16-le") in data), _OLE)
    return file_type


def _table_of_zip(data: bytes) -> bytes:
    """The names of an archive's members, with what stands between them."""
    end = data.rfind(_END_OF_ZIP, -66_000 if len(data) > 66_000 else 0)
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    # A cut file has no table; its type can still be told from the names before each member.
    return data[max(0, end - size) : end] if size else data[:65_536]


def _text_type(data: bytes) -> FileType:
    head = data[:_HEAD]
    for mark, encoding in _WIDE_MARKS:
        if head.startswith(mark):
            head = head[2:].decode(encoding, errors="ignore").encode()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    lowered = start.lower()
    if lowered.startswith(_HTML_STARTS):
        return HTML
    # A page in a mail, or saved with its pictures (MHTML), stands behind fields.
    mail = MBOX if _MBOX_LINE.match(start) else MAIL if _is_mail(start) else None
    if mail is not None:
        return mail
    if b"<html" in lowered:
        return HTML
    if start.startswith(b"<?xml") or re.match(rb"<[A-Za-z][\w.:-]*[\s>/]", start):
        return XML if data.rstrip(b"\x00\r\n\t \x1a").endswith((b">", b">\x00")) else _cut(start)
    if start.startswith((b"{", b"[")) and re.match(rb'[{\[]\s*["{\[]', start):
        return JSON if data.rstrip(b"\x00\r\n\t \x1a").endswith((b"}", b"]")) else PLAIN_TEXT
    return PLAIN_TEXT


def _cut(start: bytes) -> FileType:
    """XML that ends too early is still XML; a text may begin with ``<name>``."""
    return XML if start.startswith(b"<?xml") else PLAIN_TEXT


def _is_mail(start: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return _FIELD_LINE.match(head) is not None and _MAIL_FIELD.search(head) is not None
