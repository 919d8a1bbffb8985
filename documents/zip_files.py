"""ZIP files opened with care: what they say of their sizes is looked at before they are unpacked.

Office files are ZIP files too, so every reader of one comes through here.
"""

import io
import zipfile
import zlib

from documents.limits import LARGEST_UNPACKED, MOST_PARTS
from records import DocumentError

# A bit of a member's flags.
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a ZIP file whose members may be unpacked.

    Raises:
        DocumentError: it is damaged, has too many members, would unpack to too much, or has
            members that share their bytes, as no honest one does.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise DocumentError(
            "a damaged ZIP file (its table of contents cannot be read): nothing in it was read. "
            "Is it whole?"
        ) from error
    members = archive.infolist()
    if len(members) > MOST_PARTS:
        raise DocumentError(
            f"{len(members):,} files in it, more than {MOST_PARTS:,}: nothing in it was read. "
            "Unpack it and screen the folder."
        )
    if sum(member.compress_size for member in members) > len(data):
        raise DocumentError(
            "its members share their bytes, as in a ZIP bomb: nothing in it was read."
        )
    if (total := sum(member.file_size for member in members)) > LARGEST_UNPACKED:
        raise too_much(total)
    return archive


def too_much(total: int | None = None) -> DocumentError:
    """It would unpack to more than may be."""
    size = f"to {total / 1e6:,.0f} MB, which is" if total else "to"
    return DocumentError(
        f"it unpacks {size} more than {LARGEST_UNPACKED / 1e6:,.0f} MB: nothing in it was read. "
        "Unpack it and screen the folder."
    )


def is_encrypted(member: zipfile.ZipInfo) -> bool:
    """Whether a password is needed."""
    return bool(member.flag_bits & _ENCRYPTED)


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member: never more than it declares, which ``open_zip`` has added up.

    Raises:
        DocumentError: it is encrypted or damaged.
    """
    if is_encrypted(member):
        raise DocumentError("encrypted: it needs a password and was not read")
    try:
        return archive.read(member)
    except (*_BROKEN, RuntimeError) as error:
        raise DocumentError(
            f"damaged inside the ZIP file ({error or type(error).__name__}): it was not read"
        ) from error
