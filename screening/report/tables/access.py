"""Who may use the service, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from screening.report.tables.pieces import clean
from store.accounts import Account


def print_accounts(accounts: Iterable[Account], console: Console) -> None:
    """A row for each person and key."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("kind", "name", "id", "may", "since", "until"):
        table.add_column(column)
    for each in accounts:
        cells = (each.kind, each.name, each.id or "", each.may, each.since, each.until or "")
        table.add_row(*(Text(clean(cell)) for cell in cells))
    console.print(table)
