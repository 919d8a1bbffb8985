"""Answers for people, on a terminal of any width, with and without colour."""

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console

from screening.report.tables.access import print_admitted
from screening.report.tables.deltas import print_deltas
from screening.report.tables.documents import print_documents
from screening.report.tables.entries import print_entries
from screening.report.tables.lists import print_lists, print_updates
from screening.report.tables.names import print_comparisons, print_names
from screening.report.tables.pieces import console

PRINTERS: dict[str, Callable[[Iterable[Any], Console], None]] = {
    "admitted": print_admitted,
    "names": print_names,
    "comparisons": print_comparisons,
    "documents": print_documents,
    "deltas": print_deltas,
    "lists": print_lists,
    "updates": print_updates,
    "entries": print_entries,
}

__all__ = ["PRINTERS", "console"]
