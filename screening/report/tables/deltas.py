"""What changed between two editions, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from records import ChangedEntity, Delta, Entity
from screening.report.deltas import dated
from screening.report.tables.pieces import clean, count, difference_lines, indent


def print_deltas(deltas: Iterable[Delta], console: Console) -> None:
    """Each list with what was added, removed and changed."""
    for delta in deltas:
        console.print(_heading(delta))
        _print_entries("added", "green", delta.added, console)
        _print_entries("removed", "red", delta.removed, console)
        _print_changed(delta.changed, console)
        if delta.reworded:
            text = f"{count(len(delta.reworded), 'entry', 'entries')} only rewritten"
            console.print(indent(Text(f"{text} (notes, order, punctuation)", style="dim")))
        console.print()


def _heading(delta: Delta) -> Text:
    old, new = (dated(each) or "nothing" for each in (delta.old, delta.new))
    return Text.assemble(
        (delta.source, "bold"), f"  {clean(old)} → {clean(new)}  ", (delta.in_figures(), "bold")
    )


def _print_entries(title: str, style: str, entities: Iterable[Entity], console: Console) -> None:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style=style, no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entity in entities:
        programmes = f" · {', '.join(entity.programmes)}" if entity.programmes else ""
        caption = Text.assemble(clean(entity.caption), (clean(programmes), "dim"))
        table.add_row(title, entity.kind.value, clean(entity.id), caption)
    if table.row_count:
        console.print(indent(table))


def _print_changed(entries: Iterable[ChangedEntity], console: Console) -> None:
    for entry in entries:
        line = Text.assemble(
            ("changed  ", "yellow"),
            (f"{entry.new.kind.value}  ", "dim"),
            f"{clean(entry.new.id)}  {clean(entry.new.caption)}",
        )
        console.print(indent(line))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for change in entry.fields:
            for number, value in enumerate(difference_lines(change)):
                grid.add_row(change.field.replace("_", " ") if number == 0 else "", value)
        console.print(indent(grid, by=6))
