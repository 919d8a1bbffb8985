"""The lists and what became of them, for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from screening.report.tables.pieces import clean

if TYPE_CHECKING:
    from screening.catalogue.inventory import ListStatus
    from screening.catalogue.verify import VerifyFinding
    from screening.updates.prune import PruneResult
    from screening.updates.update import UpdateResult

_STATUS_STYLES = {"updated": "green", "unchanged": "dim", "failed": "bold red"}


def print_lists(statuses: Iterable["ListStatus"], console: Console) -> None:
    """One line a list; a stale one says so in words."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("list", "edition", "fetched", "age"):
        table.add_column(title, no_wrap=True)
    table.add_column("entries", justify="right", no_wrap=True)
    table.add_column("names", justify="right", no_wrap=True)
    table.add_column("SHA-256", no_wrap=True)
    for status in statuses:
        table.add_row(*_cells(status), style="bold yellow" if status.stale else "")
    console.print(table)


def _cells(status: "ListStatus") -> tuple[str, ...]:
    return (
        status.list,
        status.edition or "undated",
        status.fetched_at[:10],
        f"{status.age_days} d STALE" if status.stale else f"{status.age_days} d",
        f"{status.entities:,}",
        f"{status.names:,}",
        status.sha256[:12],
    )


def print_pruned(results: Iterable["PruneResult"], console: Console) -> None:
    """One line an edition: kept and why, or gone."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for title in ("list", "edition", "SHA-256"):
        table.add_column(title, no_wrap=True)
    table.add_column("MB", justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    for result in results:
        of = result.snapshot
        table.add_row(
            of.source,
            of.edition or "undated",
            of.sha256[:12],
            f"{result.bytes / 1e6:,.1f}",
            f"kept: {result.reason}" if result.kept else result.reason,
            style="dim" if result.kept else "",
        )
    console.print(table)


def print_findings(findings: Iterable["VerifyFinding"], console: Console) -> None:
    """One line each: damaged, without checksums, or mended."""
    for finding in findings:
        style = "green" if finding.state == "mended" else "bold red"
        line = Text.assemble((f"{finding.state:<9}", style), clean(finding.message))
        console.print(line, soft_wrap=True)


def print_updates(results: Iterable["UpdateResult"], console: Console) -> None:
    """One line a list: updated, unchanged, or failed with the reason."""
    for result in results:
        status = result.status.upper() if result.status == "failed" else result.status
        style = _STATUS_STYLES[result.status]
        console.print(Text.assemble((f"{status:<10}", style), clean(result.message)))
