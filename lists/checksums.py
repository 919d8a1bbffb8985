"""Checksums that come with a list: in a file beside it, or in the headers of a download."""

import base64
import binascii
import re
from collections.abc import Mapping
from hashlib import md5
from pathlib import Path

from records import DownloadError, ListFormatError, file_sha256

SUMS = ("sha256sums", "sha256sums.txt", "sha256sum.txt")
SUFFIX = ".sha256"
_LINE = re.compile(r"^\\?([0-9a-fA-F]{64})(?:[ \t]+[* ]?(.+?))?\s*$")
"""As sha256sum writes it: the digest, then the name of the file; a lone digest is taken, too."""
_STRUCTURED = re.compile(r"sha-256=:?([A-Za-z0-9+/]+=*):?", re.IGNORECASE)
"""``Repr-Digest: sha-256=:…:`` of RFC 9530, and ``Digest: SHA-256=…`` of RFC 3230 before it."""


def is_checksum_file(path: Path) -> bool:
    """Whether a file says what others should be, by its name."""
    return path.suffix.lower() == SUFFIX or path.name.lower() in SUMS


def check_beside(path: Path) -> None:
    """Compare a file with the SHA-256 in ``NAME.sha256`` or ``SHA256SUMS`` beside it, if any.

    Raises:
        ListFormatError: it has another one.
        OSError: a file cannot be read.
    """
    stated = _stated(path)
    if stated is None:
        return
    expected, where = stated
    found = file_sha256(path)
    if found != expected:
        raise ListFormatError(
            f"its SHA-256 is {found[:12]}…, but {where} says {expected[:12]}…: it is damaged, "
            "or another edition"
        )


def check_headers(headers: Mapping[str, str], path: Path) -> None:
    """Compare what arrived with the digest that the server sent with it, if it sent one.

    Raises:
        DownloadError: something else arrived.
        OSError: the file cannot be read.
    """
    for name in ("Repr-Digest", "Content-Digest", "Digest"):
        if (match := _STRUCTURED.search(headers.get(name, ""))) and not _same(
            match[1], bytes.fromhex(file_sha256(path))
        ):
            raise DownloadError(f"what arrived is not what the server's {name} says")
    if stated := headers.get("Content-MD5"):
        # MD5 is no protection against people, but it is what storage services send.
        found = md5(path.read_bytes(), usedforsecurity=False).digest()
        if not _same(stated, found):
            raise DownloadError("what arrived is not what the server's Content-MD5 says")


def _same(stated: str, digest: bytes) -> bool:
    try:
        return base64.b64decode(stated, validate=True) == digest
    except binascii.Error:
        return True  # no digest at all: nothing can be said


def _stated(path: Path) -> tuple[str, str] | None:
    own = path.with_name(path.name + SUFFIX)
    candidates = [own, *(each for each in path.parent.iterdir() if each.name.lower() in SUMS)]
    for file in candidates:
        if file.is_file():
            for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
                match = _LINE.match(line)
                if match and (match[2] == path.name or (file == own and match[2] is None)):
                    return match[1].lower(), file.name
    return None
