"""The forms in which lists are exported; apart, so that the command line knows them quickly."""

from enum import StrEnum


class ExportForm(StrEnum):
    """A form of ``lists export``."""

    FTM = "ftm"
    """FollowTheMoney entities, one JSON object a line."""
    CSV = "csv"
    """One row for each name."""
    JSONL = "jsonl"
    """Our own records, one JSON object a line, whole."""
