"""What stands between the columns of a text table."""

import csv
from collections.abc import Sequence

DELIMITERS = (",", ";", "\t", "|")
NONE = "\x1f"
"""Stands for none: a table of one column. The unit separator is in no name."""


def find_delimiter(lines: Sequence[str]) -> str:
    """Tell what stands between the columns.

    ``csv.Sniffer`` takes letters for delimiters; here the one wins under which most rows have as
    many fields as the headings, and of two such the one with more columns.

    Args:
        lines: the first lines of the table, the headings first.
    """
    best, found = (0.0, 0), NONE
    # A line with a cell beyond the module's limit tells of no delimiter; its row is read elsewhere.
    short = [line for line in lines if len(line) < csv.field_size_limit()]
    for delimiter in DELIMITERS:
        try:
            rows = [row for row in csv.reader(short, delimiter=delimiter) if row]
        except csv.Error:  # a cell over many lines is beyond it
            continue
        if not rows or len(rows[0]) < 2:
            continue
        alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        if (alike, len(rows[0])) > best:
            best, found = (alike, len(rows[0])), delimiter
    return found
