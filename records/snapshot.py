"""One edition of one list, as it was taken in: immutable and named by its content."""

import re
from dataclasses import dataclass
from pathlib import Path

# What an address carries beside the place: who asks, and with what secret.
_WHO = re.compile(r"(?<=://)[^/@]*@")
_VALUE = re.compile(r"(?<=[?&])([^=&#]+)=[^&#]*")
HIDDEN = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An edition of a list in the home, whole and checked."""

    source: str
    sha256: str
    """Of the publisher's bytes, unpacked; 64 hexadecimal digits. With ``source`` it is the name."""
    edition: str | None
    """The publisher's date in the file, ISO 8601; None where the format carries none."""
    fetched_at: str
    """When the bytes were taken in, ISO 8601 UTC with seconds."""
    origin: str
    """The address or file it came from, as it was; ``came_from`` is for showing it."""
    entities: int
    names: int
    folder: Path
    """Holds ``entities.jsonl`` (one entity a line, in the publisher's order) and the raw file."""
    seals: tuple[str, ...] = ()
    """SHA-256 of the descriptions that a whole copy of this edition may have (``store.copies``);
    none where it was taken in before there were any."""

    @property
    def came_from(self) -> str:
        """``origin`` for people and reports: an address without the values in its query, which may
        be tokens, and without a user's name and password.
        """
        if "://" not in self.origin:
            return self.origin
        return _VALUE.sub(rf"\1={HIDDEN}", _WHO.sub(f"{HIDDEN}@", self.origin))
