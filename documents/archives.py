"""ZIP and TAR archives and compressed files: what is in them is read in turn. Sizes are looked at
before anything is unpacked, and nothing is written.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator

from documents.content_type import TAR, recognise
from documents.encoding import decode
from documents.layout import Layout, tidy
from documents.limits import LARGEST_UNPACKED, MB, MOST_PARTS
from documents.reader import Content, Extraction, Part
from documents.zip_files import is_encrypted, open_zip, too_much, unpack
from records import DocumentError

_IWORK = (
    "a Pages, Numbers or Keynote file: its text was not read, its pictures and previews were. "
    "Export it as PDF or to an Office format and screen that."
)
_ZIPS = ("application/zip", "application/epub+zip")
# A bit of a member's flags.
_UTF8_NAME = 0x800
# Bits of a gzip header.
_HAS_EXTRA, _HAS_NAME = 4, 8
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, ValueError)
_OPENERS: dict[str, Callable[[io.BytesIO], "gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile"]] = {
    "application/gzip": lambda file: gzip.GzipFile(fileobj=file),
    "application/x-bzip2": bz2.BZ2File,
    "application/x-xz": lzma.LZMAFile,
}


def read(content: Content) -> Extraction:
    """Unpack an archive.

    Raises:
        DocumentError: it is damaged, empty, or would unpack to too much.
    """
    layout = Layout()
    parts = _PARTS.get(content.media_type, _zipped)(content)
    if not parts:
        raise DocumentError("an archive without files: nothing to screen")
    if content.media_type in _ZIPS:
        _remarks(content.data, layout)
    unread = _before(content.data) if content.media_type in _ZIPS else None
    if any(part.name.endswith(".iwa") or part.name == "index.zip" for part in parts):
        unread = _IWORK
    return Extraction(
        passages=layout.passages, media_type=content.media_type, unread=unread, parts=parts
    )


def _before(data: bytes) -> str | None:
    """What is said of files that stand before those of the table at a ZIP archive's end: of two
    archives in a row programs show either.
    """
    starts = [member.header_offset for member in open_zip(data).infolist()]
    if not data.startswith(b"PK\x03\x04") or not starts or min(starts) == 0:
        return None
    return "another archive stands before it in the file: that one was not read. Unpack it."


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name; of archives that do not say UTF-8 in whichever encoding it reads."""
    if member.flag_bits & _UTF8_NAME or member.filename.isascii():
        return member.filename
    try:
        return decode(member.filename.encode("cp437")).text
    except (DocumentError, UnicodeEncodeError):
        return member.filename


def _remarks(data: bytes, layout: Layout) -> None:
    """What is noted about a ZIP archive and the files in it; folders may be empty."""
    archive = open_zip(data)
    for remark in (archive.comment, *(member.comment for member in archive.infolist())):
        if remark.strip(b"\x00 \r\n"):
            layout.add(tidy(decode(remark).text), place="comment")
    for member in archive.infolist():
        if member.is_dir():
            layout.add(tidy(_name(member).rstrip("/").rpartition("/")[2]), place="file name")


def _zipped(content: Content) -> tuple[Part, ...]:
    archive = open_zip(content.data)
    parts = []
    for member in archive.infolist():
        if member.is_dir():
            continue
        try:
            parts.append(Part(name=_name(member), data=unpack(archive, member)))
        except DocumentError as error:
            reason = str(error)
            if is_encrypted(member):
                reason = "encrypted in the archive: it needs a password and was not read"
            parts.append(Part(name=_name(member), data=b"", unread=reason))
    return tuple(parts)


def _compressed(content: Content) -> tuple[Part, ...]:
    """The one file in it; of a compressed TAR archive its members."""
    try:
        with _OPENERS[content.media_type](io.BytesIO(content.data)) as file:
            data = file.read(LARGEST_UNPACKED + 1)
    except _BROKEN as error:
        raise DocumentError(
            f"a damaged compressed file ({error}): it was not read. Is it whole?"
        ) from error
    if len(data) > LARGEST_UNPACKED:
        raise too_much()
    if recognise(data) is TAR:
        return tuple(_members(data))
    return (Part(name=_name_in_gzip(content.data) or "content", data=data),)


def _name_in_gzip(data: bytes) -> str:
    """What the file was called before it was compressed (RFC 1952, 2.3)."""
    if not data.startswith(b"\x1f\x8b") or not data[3] & _HAS_NAME:
        return ""
    at = 10
    if data[3] & _HAS_EXTRA:
        at += 2 + int.from_bytes(data[10:12], "little")
    return data[at : data.index(b"\x00", at)].decode("latin-1") if b"\x00" in data[at:] else ""


_MUCH = (
    f"with what is before it, it unpacks to more than {LARGEST_UNPACKED // MB} MB: it was not read"
)


def _tar(content: Content) -> tuple[Part, ...]:
    return tuple(_members(content.data))


def _members(data: bytes) -> Iterator[Part]:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            unpacked = 0
            for number, member in enumerate(archive):
                if number >= MOST_PARTS:
                    raise DocumentError(f"more than {MOST_PARTS:,} files in it: it was not read")
                # A sparse file's holes are not in the archive: 10 KB unpacked to 2 GB.
                unpacked += member.size
                if member.isreg() and unpacked > LARGEST_UNPACKED:
                    yield Part(name=member.name, data=b"", unread=_MUCH)
                elif member.isreg():
                    file = archive.extractfile(member)
                    yield Part(name=member.name, data=file.read() if file else b"")
                elif member.isdev() or member.islnk() or member.issym():
                    yield Part(name=member.name, data=b"", unread="a link or device, not a file")
    except _BROKEN as error:
        raise DocumentError(
            f"a damaged TAR archive ({error}): it was not read. Is it whole?"
        ) from error


_PARTS = {
    "application/x-tar": _tar,
    **dict.fromkeys(_OPENERS, _compressed),
}
