"""One edition of one list, as it was taken in: immutable and named by its content."""

from dataclasses import dataclass
from pathlib import Path


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
    """The address or file it came from."""
    entities: int
    names: int
    folder: Path
    """Holds ``entities.jsonl`` (one entity a line, in the publisher's order) and the raw file."""
