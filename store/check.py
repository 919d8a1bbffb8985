"""What publishers' servers said of the editions in use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """When a publisher last said, by its server, that an edition is the current one."""

    source: str
    checked_at: str
    sha256: str
    address: str
    etag: str | None = None
    last_modified: str | None = None
