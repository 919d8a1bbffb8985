"""The entries of one party side by side, and why they are one party, for people."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from records import Entity, JoinedBy, Joint, JointEvidence, NameKind
from screening.report.tables.pieces import clean, indent

if TYPE_CHECKING:
    from screening.catalogue.inventory import Entry

_MOST = 6
"""Values of a field that are shown of each entry; the entry itself has all."""


def print_party(entry: "Entry", console: Console) -> None:
    """A column for each entry, then a line for each joint."""
    entities = sorted((entry.entity, *entry.others), key=lambda one: one.id)
    console.print(indent(Text(f"one party on the lists in use, {len(entities)} entries", "bold")))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    for entity in entities:
        table.add_column(clean(entity.id), overflow="fold", ratio=1)
    for label, of in _ROWS:
        cells = ["\n".join(_few(of(entity))) for entity in entities]
        if any(cells):
            table.add_row(Text(label, style="dim"), *(Text(cell) for cell in cells))
    console.print(indent(table))
    for joint in entry.joints:
        console.print(indent(Text(clean(told(joint)))))


def told(joint: Joint) -> str:
    """Two entries and what they have in common, as a sentence."""
    return f"{joint.left} = {joint.right}: {'; '.join(map(_told, joint.evidence))}"


def _told(item: JointEvidence) -> str:
    if item.by is JoinedBy.NAMES and item.what == "birth date":
        return f"same name and day of birth ({item.value})"
    if item.by is JoinedBy.NAMES:
        return f"same name in {item.what} ({item.value})"
    return f"same {item.what.replace('_', ' ')} {item.value}"


def _names(entity: Entity) -> Iterator[str]:
    ordered = sorted(entity.names, key=lambda name: name.kind is not NameKind.PRIMARY)
    return (name.text for name in ordered)


_ROWS: tuple[tuple[str, Callable[[Entity], Iterator[str]]], ...] = (
    ("kind", lambda entity: iter([entity.kind.value])),
    ("names", _names),
    ("born", lambda entity: iter(entity.birth_dates)),
    ("countries", lambda entity: iter(entity.countries)),
    ("identifiers", lambda entity: (f"{one.type} {one.value}" for one in entity.identifiers)),
    ("programmes", lambda entity: iter(entity.programmes)),
    ("listed on", lambda entity: iter([entity.listed_on] if entity.listed_on else [])),
)


def _few(values: Iterator[str]) -> list[str]:
    found = [clean(value) for value in dict.fromkeys(values)]
    more = len(found) - _MOST
    return [*found[:_MOST], *([f"and {more} more"] if more > 0 else [])]
