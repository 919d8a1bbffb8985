"""Writes the entries of loaded lists for other programs."""

import csv
import json
from collections.abc import Iterator, Sequence
from typing import TextIO

from lists import ftm, source
from records import Entity, NoListsError, Snapshot, UsageError
from records.as_json import entity_line
from screening.answers.csv_rows import inert
from screening.answers.form import ExportForm
from screening.answers.shape import Cell
from screening.engine.freshness import not_future
from store.catalogue import Catalogue
from store.entities import entities
from store.home import Home

HEADER = (
    "id", "list", "edition", "kind", "name", "name_kind", "script", "language", "countries",
    "birth_dates", "programmes", "listed_on", "identifiers", "addresses",
)  # fmt: skip


def export(
    home: Home, names: Sequence[str], form: ExportForm, out: TextIO, *, as_of: str | None = None
) -> None:
    """Write every entry of the lists, in the order of lists and of their publishers.

    Args:
        home: where the lists are.
        names: the lists; empty for all that are loaded.
        form: what to write.
        out: where to.
        as_of: the editions that were active then (ISO 8601); None for now.

    Raises:
        UnknownListError, UsageError: there is no such list, or it is not loaded.
        NoListsError: no list is loaded.
    """
    table = csv.writer(out, lineterminator="\n") if form is ExportForm.CSV else None
    if table is not None:
        table.writerow(HEADER)
    for snapshot in _chosen(home, names, as_of):
        for entity in entities(snapshot):
            if table is not None:
                table.writerows(_rows(entity, snapshot))
            else:
                out.writelines(f"{line}\n" for line in _lines(entity, snapshot, form))


def _chosen(home: Home, names: Sequence[str], as_of: str | None) -> tuple[Snapshot, ...]:
    not_future(as_of)
    active = Catalogue(home).active(as_of)
    if not active:
        raise NoListsError("no list is loaded, so there is nothing to export")
    wanted = {source(name).name for name in names}
    if missing := sorted(wanted - {snapshot.source for snapshot in active}):
        raise UsageError(f"{', '.join(missing)}: not loaded. Nothing was exported")
    return tuple(each for each in active if not wanted or each.source in wanted)


def _lines(entity: Entity, snapshot: Snapshot, form: ExportForm) -> Iterator[str]:
    if form is ExportForm.JSONL:
        yield entity_line(entity)
        return
    sanctioned = not source(snapshot.source).own
    for item in ftm.entities(entity, snapshot, sanctioned=sanctioned):
        yield json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def _rows(entity: Entity, snapshot: Snapshot) -> Iterator[list[Cell]]:
    about = [
        "; ".join(entity.countries),
        "; ".join(entity.birth_dates),
        "; ".join(entity.programmes),
        entity.listed_on or "",
        "; ".join(f"{each.type}: {each.value}" for each in entity.identifiers),
        "; ".join(address.text for address in entity.addresses),
    ]
    edition = snapshot.edition or snapshot.fetched_at[:10]
    for name in entity.names:
        kinds = (entity.kind.value, name.text, name.kind.value)
        row: list[Cell] = [entity.id, snapshot.source, edition, *kinds]
        row += [name.script or "", name.language or "", *about]
        yield list(map(inert, row))
