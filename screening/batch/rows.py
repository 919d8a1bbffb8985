"""A block of a table's rows to lines of results: what one worker does at a time.

Lines are made where the names are compared, so that the process that reads and writes has little
to do, and so that a cluster makes the very same ones.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from records import (
    BadRow,
    Cell,
    Counterparty,
    Decision,
    DerivedHit,
    NameAnswer,
    PlaceHit,
    Settings,
    TableRow,
)
from records.profile import in_words
from screening.answers import csv_rows as flat
from screening.answers import json_lines
from screening.answers.place_hits import PLACE, PLACES, acts, evidence
from screening.answers.shape import Cell as FlatCell
from screening.engine.engine import ENGINE, Engine
from screening.engine.list_warnings import in_short
from screening.names.match import match_queries
from screening.ownership.beside import owners_beside
from screening.ownership.derived import add_derived, derived_for_all
from screening.tables.columns import Columns
from screening.tables.rows import counterparty

HIT_KEYS = (
    "entity_id", "list", "kind", "caption", "matched_name", "name_kind", "score", "decision",
    "programmes", "countries", "evidence", "reason", "base", "party",
)  # fmt: skip
"""Of a hit; empty in a row without one, but for ``decision`` and ``reason``."""
WORD_BY_WORD = ("evidence", "base")
"""Of these what only forms for programs have room for."""
MEMBERS = "party_members"
"""Beside ``party`` where a result is a row: there it is the party's id alone."""
DERIVED = "derived"
"""Of a hit by ownership; there where ownership data is loaded."""
HEAD_KEYS = ("row", "line", "id", "name", "status")
MADE_WITH_KEYS = ("screened_against", "list_warnings", "engine", "profile")
REJECTED_KEYS = ("row", "line", "reason", "text")
SCREENED, NOT_SCREENED = "screened", "not_screened"


class Lines(StrEnum):
    """What the lines of results are."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvLook:
    """How CSV is written: Excel opens it by the customs of its country."""

    delimiter: str = ","
    mark: bool = False
    """Whether it begins with the byte-order mark, without which Excel takes UTF-8 for windows-1252.
    """


PLAIN = CsvLook()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do with each row."""

    headings: tuple[str, ...]
    columns: Columns
    settings: Settings
    lines: Lines
    every: bool = False
    """Whether rows without a hit have a line, too."""
    look: CsvLook = PLAIN
    ownership: tuple[str, ...] = ()
    """The ownership data in use, by source and SHA-256; with none, owners are not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of what; they add up."""

    rows: int = 0
    screened: int = 0
    not_screened: int = 0
    with_hits: int = 0
    hits: int = 0
    review: int = 0
    """Rows whose best hit is to be reviewed."""
    match: int = 0
    """Rows whose best hit is a match."""
    found: int = 0
    """A sum, modulo 2 ** 128, of the hashes of all that was found: each row with entry and score,
    or with the reason why it was not screened. Two runs that differ in one of them differ in it."""

    def __add__(self, other: "Counts") -> "Counts":
        names = (field.name for field in fields(self))
        sums = {name: getattr(self, name) + getattr(other, name) for name in names}
        return Counts(**sums | {"found": sums["found"] % (1 << 128)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The results of a block of rows, in their order."""

    last_row: int
    lines: bytes
    rejected: bytes
    """CSV lines of the rows that were not screened."""
    counts: Counts


def head(plan: Plan) -> bytes:
    """What stands before the first line."""
    return _headings(csv_columns(plan), plan.look) if plan.lines is Lines.CSV else b""


def csv_columns(plan: Plan) -> tuple[str, ...]:
    """The headings of the results; those of the input follow under their names."""
    hit = (key for key in HIT_KEYS if key not in WORD_BY_WORD)
    return (
        *HEAD_KEYS,
        *hit,
        MEMBERS,
        *([DERIVED] if plan.ownership else []),
        *MADE_WITH_KEYS,
        *(f"input.{name}" for name in plan.headings),
    )


def rejected_head(plan: Plan) -> bytes:
    """What stands before the first line of what was not screened."""
    return _headings(REJECTED_KEYS, plan.look)


def _headings(columns: Sequence[str], look: CsvLook) -> bytes:
    return (codecs.BOM_UTF8 if look.mark else b"") + _csv([columns], look)


def screen_rows(engine: Engine, rows: Sequence[TableRow | BadRow], *, plan: Plan) -> Block:
    """Screen some rows.

    Args:
        engine: the list editions.
        rows: in the order of the table; not none.
        plan: what to do with them.
    """
    parties = [counterparty(row, plan.columns) for row in rows]
    asked = [party.query for party in parties if isinstance(party, Counterparty)]
    answers = match_queries(engine, asked, plan.settings)
    derived = _derived(engine, parties, plan)
    made_with = _made_with(engine, plan.settings)
    counts, results, rejected = Counts(), [], []
    for row, party in zip(rows, parties, strict=True):
        cells = row.cells if isinstance(row, TableRow) else ()
        if isinstance(party, BadRow):
            rejected.append((party.row, party.line, party.reason, party.text))
            counts += Counts(not_screened=1, found=_hash(party.row, party.reason))
            results.append(_result(plan, made_with, _not_screened(party), cells))
            continue
        answer = next(answers)
        if derived is not None:
            answer = add_derived(answer, next(derived))
        if answer.hits or answer.derived or answer.places:
            counts += _counted(party, answer)
        results += [
            _result(plan, made_with, found, cells) for found in _found(party, answer, plan.every)
        ]
    return Block(
        last_row=rows[-1].row,
        lines=_encoded(results, plan),
        rejected=_csv(rejected, plan.look),
        counts=counts + Counts(rows=len(rows), screened=len(asked)),
    )


def _made_with(engine: Engine, settings: Settings) -> dict[str, Any]:
    editions = (f"{item.list} {item.edition or '-'}" for item in engine.screened_against)
    return {
        "screened_against": "; ".join(editions),
        "list_warnings": in_short(engine.warnings),
        "engine": ENGINE,
        "profile": in_words(settings),
    }


def _counted(party: Counterparty, answer: NameAnswer) -> Counts:
    sure = answer.decision is Decision.MATCH
    found = sum(_hash(party.row, hit.entity_id, hit.score) for hit in answer.hits)
    derived = answer.derived or ()
    found += sum(_hash(party.row, DERIVED, hit.entity_id, hit.reason) for hit in derived)
    places = answer.places or ()
    found += sum(_hash(party.row, PLACE, hit.place, hit.reason) for hit in places)
    hits = len(answer.hits) + len(derived) + len(places)
    return Counts(with_hits=1, hits=hits, match=sure, review=not sure, found=found)


def _derived(
    engine: Engine, parties: Sequence[Counterparty | BadRow], plan: Plan
) -> Iterator[tuple[DerivedHit, ...]] | None:
    """The hits by ownership of each counterparty; None where no ownership data is loaded."""
    owners = owners_beside(engine, plan.settings) if plan.ownership else None
    if owners is None:
        return None
    asked = [(party.query, party.id) for party in parties if isinstance(party, Counterparty)]
    return iter(derived_for_all(owners, asked))


def _hash(*found: str | int | float) -> int:
    text = "\t".join(map(str, found)).encode("utf-8", "backslashreplace")
    return int.from_bytes(blake2b(text, digest_size=16).digest(), "big")


def _found(party: Counterparty, answer: NameAnswer, every: bool) -> Iterator[dict[str, Any]]:
    asked = {
        "row": party.row,
        "line": party.line,
        "id": party.id,
        "name": party.query.name,
        "status": SCREENED,
    }
    for hit in answer.hits:
        yield asked | json_lines.hit(hit)
    for derived in answer.derived or ():
        yield asked | dict.fromkeys(HIT_KEYS) | _by_ownership(derived)
    for place in answer.places or ():
        yield asked | dict.fromkeys(HIT_KEYS) | _by_place(place)
    if every and not (answer.hits or answer.derived or answer.places):
        yield asked | dict.fromkeys(HIT_KEYS) | {"decision": answer.decision.value}


def _by_ownership(hit: DerivedHit) -> dict[str, Any]:
    found = json_lines.derived(hit)
    shared = ("entity_id", "list", "caption", "decision", "programmes", "countries", "reason")
    return {**{key: found[key] for key in shared}, "kind": DERIVED, DERIVED: found}


def _by_place(hit: PlaceHit) -> dict[str, Any]:
    return {
        "entity_id": hit.place,
        "list": PLACES,
        "kind": PLACE,
        "caption": hit.title,
        "matched_name": hit.found,
        "decision": hit.decision.value,
        "programmes": acts(hit),
        "evidence": evidence(hit),
        "reason": hit.reason,
        PLACE: json_lines.place(hit),
    }


def _not_screened(bad: BadRow) -> dict[str, Any]:
    asked = {"row": bad.row, "line": bad.line, "id": None, "name": None, "status": NOT_SCREENED}
    return asked | dict.fromkeys(HIT_KEYS) | {"reason": bad.reason}


def _result(
    plan: Plan, made_with: dict[str, Any], found: dict[str, Any], cells: tuple[Cell, ...]
) -> dict[str, Any]:
    given = {name: _as_json(cell) for name, cell in zip(plan.headings, cells, strict=False)}
    more = {DERIVED: found.get(DERIVED)} if plan.ownership else {}
    return found | more | made_with | {"input": given}


def _as_json(cell: Cell) -> str | list[str]:
    return cell if isinstance(cell, str) else list(cell)


def _encoded(results: Sequence[dict[str, Any]], plan: Plan) -> bytes:
    if plan.lines is Lines.JSONL:
        return "".join(map(json_lines.line, results)).encode()
    columns = csv_columns(plan)
    return _csv([flat_row(result, columns) for result in results], plan.look)


def flat_row(result: dict[str, Any], columns: Sequence[str]) -> list[FlatCell]:
    """A result as the cells of a row."""
    given = result["input"]
    return [
        _flat(given.get(column.removeprefix("input.")))
        if column.startswith("input.")
        else _flat(cell_of(result, column))
        for column in columns
    ]


def cell_of(result: dict[str, Any], column: str) -> Any:
    """What stands under a heading; of a party its id, and its entries under their own."""
    if column in ("party", MEMBERS):
        party = result["party"]
        return party and party["id" if column == "party" else "members"]
    if column == DERIVED:
        found = result[DERIVED]
        return found and "; ".join(f"{one['rule']}: {one['outcome']}" for one in found["rules"])
    return result[column]


def _flat(value: Any) -> FlatCell:
    return "; ".join(value) if isinstance(value, list) else value


def _csv(rows: Sequence[Sequence[FlatCell]], look: CsvLook) -> bytes:
    if not rows:
        return b""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=look.delimiter, lineterminator="\n")
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8", "backslashreplace")


def _inert(cell: FlatCell) -> FlatCell:
    """As in every CSV of ours; but the user's own negative numbers stay numbers."""
    if isinstance(cell, str) and cell[:1] in "+-" and cell[1:].replace(".", "", 1).isdecimal():
        return cell
    return flat.inert(cell)
