"""One text for one value, so that its SHA-256 means something; and that of a file."""

import json
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

_encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
).encode


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value is always the same text.

    Raises:
        TypeError, ValueError: the value is none that JSON has.
    """
    return _encode(value)


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file of any size, as 64 hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
