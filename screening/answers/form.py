"""The forms an answer can be printed in. A module of its own, since the command line needs only
the names of them to start.
"""

from enum import StrEnum


class Form(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    """For people."""
    JSON = "json"
    """One array."""
    JSONL = "jsonl"
    """One object a line, written as soon as it is known."""
    CSV = "csv"
    """One row a hit, and one for an input without a hit."""
    HTML = "html"
    """One page without anything from outside; for the shapes in ``pages.PAGES``."""
    XLSX = "xlsx"
    """The rows of CSV as a workbook; for documents."""


class TableForm(StrEnum):
    """How the results of a whole table are written."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"


class ExportForm(StrEnum):
    """A form of ``lists export``."""

    FTM = "ftm"
    """FollowTheMoney entities, one JSON object a line."""
    CSV = "csv"
    """One row for each name."""
    JSONL = "jsonl"
    """Our own records, one JSON object a line, whole."""
