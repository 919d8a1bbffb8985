"""7z and RAR archives, by libarchive, where it is installed (extra ``archives``): what is in them
is read in turn.

libarchive is a C library of the system's; ``libarchive-c`` calls it. Only the format that the first
bytes tell is let in, out of the dozens that it knows.
"""

import logging
import os
from collections.abc import Iterator
from ctypes.util import find_library
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from documents.limits import LARGEST_UNPACKED, MOST_PARTS
from documents.rar_blocks import RAR5, is_whole
from documents.reader import Content, Extraction, Part
from documents.zip_files import too_much
from records import DocumentError

if TYPE_CHECKING:
    from libarchive.entry import ArchiveEntry

# Where ``libarchive-c`` looks for the system's library.
LIBRARY = "LIBARCHIVE"
_WITHOUT = (
    "a 7z or RAR archive: it was not read. Install the extra for them, pip install "
    "'namewarden[archives]', and the system's libarchive (apt install libarchive13, brew install "
    "libarchive), or unpack it and screen the folder."
)
_RAR = "application/vnd.rar"
_PASSWORD = ("encrypt", "passphrase")


@cache
def library() -> str | None:
    """The system's library; None where it or the extra is not installed. Finding it starts
    programs, so the process that parses is told.
    """
    if find_spec("libarchive") is None:
        return None
    return os.environ.get(LIBRARY) or find_library("archive")


def read(content: Content) -> Extraction:
    """Unpack an archive.

    Raises:
        DocumentError: the library is not there, or the archive is damaged, encrypted, empty, or
            would unpack to too much.
    """
    if not os.environ.get(LIBRARY):
        raise DocumentError(_WITHOUT)
    try:
        import libarchive
        from libarchive.exception import ArchiveError
    except (ImportError, OSError, TypeError, AttributeError) as error:
        raise DocumentError(f"{_WITHOUT} ({type(error).__name__}: {error})") from error
    said = _Said()
    logging.getLogger("libarchive.ffi").addHandler(said)
    parts: list[Part] = []
    unread = None
    try:
        with libarchive.memory_reader(content.data, format_name=_format(content)) as archive:
            for part in _parts(archive, said, ArchiveError, content):
                # Those before an error stay.
                parts.append(part)  # noqa: PERF402
    except ArchiveError as error:
        if not parts:
            raise DocumentError(_damaged(error)) from error
        unread = f"what comes behind {parts[-1].name} could not be unpacked{_why(error)}"
    finally:
        logging.getLogger("libarchive.ffi").removeHandler(said)
    if content.media_type == _RAR and not is_whole(content.data):
        unread = "it ends too early, and what came behind was not read"
    if not parts:
        raise DocumentError(unread or "an archive without files: nothing to screen")
    return Extraction(passages=(), media_type=content.media_type, unread=unread, parts=tuple(parts))


def _format(content: Content) -> str:
    if content.media_type == "application/x-7z-compressed":
        return "7zip"
    return "rar5" if content.data.startswith(RAR5) else "rar"


def _parts(
    archive: Any, said: "_Said", broken: type[Exception], content: Content
) -> Iterator[Part]:
    total = 0
    for number, entry in enumerate(archive):
        if number >= MOST_PARTS:
            raise DocumentError(
                f"more than {MOST_PARTS:,} files in it: it was not read. Unpack it and screen the "
                "folder."
            )
        if entry.isdir:
            continue
        name = entry.pathname or f"file {number + 1}"
        # Of some writers an ordinary file has no type.
        if entry.issym or entry.islnk or entry.isdev or entry.isfifo:
            yield Part(name=name, data=b"", unread="a link or device, not a file")
            continue
        content.alive()
        said.words = ""
        try:
            data = _data(entry, LARGEST_UNPACKED - total)
        except broken as error:
            yield Part(name=name, data=b"", unread=_damaged(error))
            continue
        total += len(data)
        cut = entry.size is not None and len(data) < entry.size
        reason = said.words or ("it ends too early" if cut else "")
        unread = f"damaged inside the archive ({reason}): it was not read" if reason else None
        yield Part(name=name, data=b"" if unread else data, unread=unread)


def _data(entry: "ArchiveEntry", most: int) -> bytes:
    pieces, length = list[bytes](), 0
    for piece in entry.get_blocks():
        length += len(piece)
        if length > most:
            raise too_much()
        pieces.append(bytes(piece))
    return b"".join(pieces)


def _damaged(error: Exception) -> str:
    why = _why(error)
    if any(word in why.lower() for word in _PASSWORD):
        return "encrypted: it needs a password and was not read"
    return f"a damaged or unusual archive{why}: it was not read. Is it whole?"


def _why(error: Exception) -> str:
    """What the library says, in brackets. Its error as a text has an address in memory, which is
    another one each time.
    """
    said = " ".join(str(getattr(error, "msg", error) or "").split())[:120]
    return f" ({said})" if said else ""


class _Said(logging.Handler):
    """What the library warns of while it goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.words = " ".join(record.getMessage().split())[:120]
