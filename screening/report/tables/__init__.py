"""Answers for people, on a terminal of any width, with and without colour."""

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console

from screening.report.tables.access import print_accounts
from screening.report.tables.calendar import print_calendar
from screening.report.tables.deltas import print_deltas
from screening.report.tables.desk import (
    print_alerts,
    print_audit,
    print_good_guys,
    print_histories,
    print_imports,
    print_parties,
    print_runs,
)
from screening.report.tables.documents import print_documents
from screening.report.tables.entries import print_entries
from screening.report.tables.figures import print_figures
from screening.report.tables.lists import print_findings, print_lists, print_pruned, print_updates
from screening.report.tables.names import print_comparisons, print_names
from screening.report.tables.ownership import (
    print_answers,
    print_changes,
    print_editions,
)
from screening.report.tables.ownership import print_imports as print_ownership_imports
from screening.report.tables.pieces import console
from screening.report.tables.places import print_places
from screening.report.tables.profiles import print_profiles

PRINTERS: dict[str, Callable[[Iterable[Any], Console], None]] = {
    "accounts": print_accounts,
    "names": print_names,
    "comparisons": print_comparisons,
    "documents": print_documents,
    "deltas": print_deltas,
    "lists": print_lists,
    "pruned": print_pruned,
    "findings": print_findings,
    "updates": print_updates,
    "entries": print_entries,
    "alerts": print_alerts,
    "histories": print_histories,
    "runs": print_runs,
    "imports": print_imports,
    "parties": print_parties,
    "good_guys": print_good_guys,
    "audit": print_audit,
    "profiles": print_profiles,
    "places": print_places,
    "calendar": print_calendar,
    "figures": print_figures,
    "ownership_editions": print_editions,
    "ownership_imports": print_ownership_imports,
    "ownership_changes": print_changes,
    "ownership_answers": print_answers,
}

__all__ = ["PRINTERS", "console"]
