"""Reports on an alert or a screening: all that an auditor asks for, in one document.

``dossier`` gathers it as plain values, in sections; the forms only lay them out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from records import Entity, History, Screening, UsageError, canonical, screening_id
from records.as_json import to_json
from screening.answers.desk_json import history_json
from screening.answers.output_file import check_output
from screening.answers.shape import Cell
from screening.archive.export import write_workbook
from screening.cases.alerts import number_of
from screening.report import desk
from screening.report.dossier_page import page
from store import alerts, audit, screenings
from store.atomic import replacing
from store.catalogue import Catalogue
from store.database import Database
from store.entities import EntityFile
from store.home import Home
from store.schema import DESK_SINCE

_EVIDENCE = ("query", "name", "how", "score", "weight", "contribution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report: a table with its headings."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A report, whatever form it takes."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    data: Mapping[str, Any]
    """The same as JSON."""


def dossier(home: Home, subject: str) -> Dossier:
    """Gather what there is about an alert (``A12``) or a screening (``S7``).

    Raises:
        UsageError: there is no such thing.
    """
    with Database.of(home).reading(DESK_SINCE) as view:
        match subject.strip()[:1].upper():
            case "A":
                return _of_alert(home, view, alerts.history(view, number_of(subject, "A")))
            case "S":
                return _of_screening(view, screenings.get(view, number_of(subject, "S")))
    raise UsageError(f"{subject!r} is not the id of an alert (A12) or a screening (S7)")


def write_report(home: Home, subject: str, form: str, path: Path) -> None:
    """Write a report to a file.

    Args:
        home: where it is about.
        subject: see ``dossier``.
        form: ``html``, ``xlsx`` or ``json``.
        path: the file; it is replaced once the new one is whole.

    Raises:
        UsageError: there is no such thing; or see ``check_output``.
    """
    check_output(path)
    found = dossier(home, subject)
    with replacing(path) as beside:
        match form:
            case "xlsx":
                write_workbook(beside, [(s.title, s.columns, s.rows) for s in found.sections])
            case "json":
                beside.write_text(_indented(found.data), encoding="utf-8")
            case _:
                beside.write_text(page(found.title, found.subtitle, found.sections), "utf-8")


def _of_alert(home: Home, view: sa.Connection | None, history: History) -> Dossier:
    alert = history.alert
    kept = screenings.get(view, alert.screening)
    entity = _entity(home, kept, alert.entity_id)
    log = list(audit.records(view, subject=alert.id)) if view is not None else []
    query = alert.counterparty.query
    party = {"id": alert.counterparty.id, **to_json(query)}
    sections = (
        Section(title="Alert", columns=("what", "value"), rows=_pairs(_facts(history))),
        Section(title="Counterparty", columns=("what", "value"), rows=_pairs(party)),
        Section(
            title="Evidence",
            columns=("asked", "listed", "how", "alike", "weight", "adds to the log odds"),
            rows=tuple(_evidence(alert.hit)),
        ),
        Section(
            title="Listed entry",
            columns=("what", "value"),
            rows=_pairs(to_json(entity)) if entity else (),
        ),
        _history(history),
        _editions(kept),
        _audit(log),
    )
    return Dossier(
        title=f"Alert {alert.id}: {query.name} / {alert.hit['caption']}",
        subtitle=f"{alert.state.value.replace('_', ' ')} · score {alert.score:.4f} · {kept.engine}",
        sections=sections,
        data={
            **history_json(history),
            "entity": to_json(entity) if entity else None,
            "screened_with": _screening(kept, answer=False),
            "audit": [desk.audit_record(item) for item in log],
        },
    )


def _evidence(hit: Mapping[str, Any]) -> Iterator[tuple[Cell, ...]]:
    """The rows, and what there is before any: what an earlier version kept has no figures."""
    for item in hit["evidence"]:
        yield tuple(item.get(key) for key in _EVIDENCE)
    if hit.get("base") is not None:
        yield (None, None, "before any row", None, None, hit["base"])


def _of_screening(view: sa.Connection | None, kept: Screening) -> Dossier:
    log = list(audit.records(view, subject=kept.id)) if view is not None else []
    facts = {
        key: value
        for key, value in _screening(kept, answer=False).items()
        if key != "screened_against"
    }
    sections = (
        Section(title="Screening", columns=("what", "value"), rows=_pairs(facts)),
        Section(title="Found", columns=("asked", "entry", "score"), rows=tuple(_found(kept))),
        _editions(kept),
        _audit(log),
    )
    data = {**_screening(kept, answer=True), "audit": [desk.audit_record(item) for item in log]}
    return Dossier(
        title=f"Screening {kept.id}",
        subtitle=f"{kept.kind} · {kept.at} · {kept.engine}",
        sections=sections,
        data=data,
    )


def _facts(history: History) -> dict[str, Any]:
    alert = history.alert
    return {
        "state": alert.state.value.replace("_", " "),
        "score": alert.score,
        "why": alert.hit["reason"],
        "matched name": f"{alert.hit['matched_name']} ({alert.hit['name_kind']})",
        "opened": alert.opened_at,
        "last changed": alert.changed_at,
        "assigned to": alert.assignee,
        "holds until": alert.expires_at,
        "found last by": screening_id(alert.screening),
        "no longer found": "yes" if alert.gone else None,
    }


def _history(history: History) -> Section:
    rows: list[tuple[Cell, ...]] = [
        (one.at, "namewarden", one.what, screening_id(one.screening), one.score)
        for one in history.findings
    ]
    rows += [
        (one.at, one.author, one.action, one.state.value, one.reason)
        for one in history.dispositions
    ]
    return Section(
        title="History",
        columns=("when", "who", "what", "state or screening", "why or score"),
        rows=tuple(sorted(rows, key=lambda row: str(row[0]))),
    )


def _editions(kept: Screening) -> Section:
    rows = tuple((item.list, item.edition, item.sha256) for item in kept.screened_against)
    return Section(title="List editions", columns=("list", "edition", "SHA-256"), rows=rows)


def _audit(log: list[Any]) -> Section:
    columns = desk.AUDIT.columns
    return Section(
        title="Audit log", columns=columns, rows=tuple(desk.audit_row(item) for item in log)
    )


def _found(kept: Screening) -> list[tuple[Cell, ...]]:
    if kept.kind == "monitor":
        return [tuple(pair) for pair in kept.answer["pairs"]]
    if kept.kind not in ("match", "screen"):
        return []
    rows: list[tuple[Cell, ...]] = []
    for asked, said in zip(kept.input or (), kept.answer, strict=True):
        hits = said if isinstance(said, list) else said["hits"]
        name = asked.get("name") or asked.get("document")
        rows += [(name, hit["entity_id"], hit["score"]) for hit in hits] or [(name, None, None)]
    return rows


def _screening(kept: Screening, *, answer: bool) -> dict[str, Any]:
    said = {
        "screening": kept.id,
        "kind": kept.kind,
        "at": kept.at,
        "author": kept.author,
        "engine": kept.engine,
        "settings": to_json(kept.settings),
        "screened_against": [to_json(item) for item in kept.screened_against],
        "input_sha256": kept.input_sha256,
        "answer_sha256": kept.answer_sha256,
        "base": None if kept.base is None else screening_id(kept.base),
    }
    return {**said, "input": kept.input, "answer": kept.answer} if answer else said


def _entity(home: Home, kept: Screening, entity_id: str) -> Entity | None:
    """The entry as it stood in the edition that was screened."""
    for item in kept.screened_against:
        if entity_id.startswith(f"{item.list}:"):
            snapshot = Catalogue(home).snapshot(item.list, item.sha256)
            if snapshot is not None and snapshot.folder.is_dir():
                with EntityFile(snapshot) as file:
                    return file.find(entity_id)
    return None


def _pairs(values: Mapping[str, Any]) -> tuple[tuple[Cell, ...], ...]:
    """A row for each value; lists have one for each of theirs."""
    rows: list[tuple[Cell, ...]] = []
    for key, value in values.items():
        if isinstance(value, list):
            rows += [(key, _cell(item)) for item in value]
        elif value is not None:
            rows.append((key, _cell(value)))
    return tuple(rows)


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(str(_cell(item)) for item in value)
    return value if isinstance(value, str | int | float) else canonical(value)


def _indented(data: Mapping[str, Any]) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
