"""One listed entry, whole, for people."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from records import Address, Entity, EntryEvent, Identifier, ListedName, Note, Relation, Snapshot
from screening.report.tables.parties import print_party
from screening.report.tables.pieces import clean, difference_lines, indent

if TYPE_CHECKING:
    from screening.catalogue.inventory import Entry


def print_entries(entries: Iterable["Entry"], console: Console) -> None:
    """Each entry under its name, with where it comes from at the end."""
    for entry in entries:
        entity, snapshot = entry.entity, entry.snapshot
        console.print(
            Text.assemble((clean(entity.caption), "bold"), "  ", (clean(entity.id), "dim"))
        )
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for label, lines in _sections(entity, snapshot):
            for number, line in enumerate(lines):
                grid.add_row(label if number == 0 else "", Text(clean(line)))
        for number, event in enumerate(entry.history):
            grid.add_row("history" if number == 0 else "", _event(event))
        console.print(indent(grid))
        if entry.others:
            print_party(entry, console)
        console.print()


def _sections(entity: Entity, snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    yield "kind", [entity.kind.value]
    yield "names", [_name(name) for name in entity.names] or ["none published"]
    yield "programmes", list(entity.programmes)
    yield "legal basis", list(entity.legal_basis)
    yield "listed on", [entity.listed_on] if entity.listed_on else []
    yield "countries", [", ".join(entity.countries)] if entity.countries else []
    yield "born", list(entity.birth_dates)
    yield "identifiers", [_identifier(item) for item in entity.identifiers]
    yield "addresses", [_address(item) for item in entity.addresses]
    yield "relations", [_relation(item) for item in entity.relations]
    yield "remarks", list(entity.remarks)
    yield "notes", [_note(note) for note in entity.notes]
    yield "published at", [entity.url] if entity.url else []
    yield "list", [f"{snapshot.source}, edition of {snapshot.edition or 'unknown date'}"]
    yield "taken in", [f"{snapshot.fetched_at} from {snapshot.came_from}"]
    yield "SHA-256", [snapshot.sha256]


_EVENTS = {
    "first": "in the first edition loaded here",
    "added": "added",
    "changed": "changed",
    "removed": "removed",
}


def _event(event: EntryEvent) -> Text:
    edition = event.edition or f"undated {event.sha256[:12]}"
    text = Text(f"{clean(edition)}  {_EVENTS[event.what]}, in use since {event.activated_at}")
    for change in event.fields:
        text.append(f"\n  {change.field.replace('_', ' ')}", style="dim")
        for line in difference_lines(change):
            text.append("\n    ").append_text(line)
    return text


def _name(name: ListedName) -> str:
    details = [name.kind.value, name.script, name.language, *map(_note, name.notes)]
    return f"{name.text} ({', '.join(filter(None, details))})"


def _identifier(item: Identifier) -> str:
    return _with_notes(" ".join(filter(None, (item.type, item.value, item.country))), item.notes)


def _address(item: Address) -> str:
    return _with_notes(item.text or item.city or item.country or "", item.notes)


def _relation(item: Relation) -> str:
    return _with_notes(f"{item.type}: {item.target}", item.notes)


def _note(note: Note) -> str:
    return f"{note.label}: {note.text}"


def _with_notes(text: str, notes: tuple[Note, ...]) -> str:
    return f"{text} ({'; '.join(map(_note, notes))})" if notes else text
