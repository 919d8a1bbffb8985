"""Tables against the lists: every row has a result or the reason why not, in every form."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyarrow.parquet import read_table
from python_calamine import CalamineWorkbook

from commands.options import form_by_ending
from records import BadRow, DocumentError, StoreError, TableRow, UsageError, canonical
from screening.answers.form import TableForm
from screening.archive.audit import audit_records
from screening.archive.replay import replay
from screening.batch.forms import check_form
from screening.batch.kept import FOUND, keeper
from screening.batch.rows import HIT_KEYS, Block
from screening.batch.run import batch, plan, with_workers
from screening.batch.spool import Spool
from screening.batch.summary import BatchJob, status
from screening.engine.engine import Engine
from screening.engine.settings import settings
from store import Home
from store.database import Database
from store.schema import screenings

TABLE = """Nr;Firma;Land;Saldo
1;Wuhan Gaoxin Technology;CN;-5
2;Blue Lantern Logistics;GB;=1+1
3;;GB;0
4;Estaciones de Servicios Canarias;MX;7
5;x;y;z;w
"""
ONE = partial(with_workers, workers=1)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def planned(
    engine: Engine, table: Path, form: TableForm = TableForm.JSONL, *, every: bool = False
) -> BatchJob:
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
    return plan(engine, table, None, chosen, form=form, every=every, notify=lambda _: None)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_row_has_a_hit_or_is_clear_or_says_why_not(engine: Engine, table: Path) -> None:
    output = table.with_name("out.jsonl")
    summary = batch(planned(engine, table, every=True), output, screened_by=ONE)
    found = lines(output)
    assert [row["row"] for row in found] == sorted(row["row"] for row in found)
    by_row = {row["row"]: row for row in found}
    assert by_row[1]["entity_id"] in ("us_ofac_sdn:46633", "eu_fsf:4880")
    assert by_row[1]["evidence"]
    assert by_row[1]["input"] == {
        "Nr": "1", "Firma": "Wuhan Gaoxin Technology", "Land": "CN", "Saldo": "-5",
    }  # fmt: skip
    assert (by_row[2]["status"], by_row[2]["decision"]) == ("screened", "no_match")
    assert (by_row[3]["status"], by_row[3]["reason"]) == ("not_screened", "no name")
    assert (by_row[5]["line"], by_row[5]["decision"]) == (6, None)
    assert len({tuple(row) for row in found}) == 1
    assert {*HIT_KEYS} <= {*found[0]}
    with table.with_name("out.jsonl.rejected.csv").open(encoding="utf-8") as file:
        rejected = list(csv.reader(file))
    assert [row[1:] for row in rejected[1:]] == [
        ["4", "no name", "3 |  | GB | 0"],
        ["6", "5 fields where the headings have 4", "5;x;y;z;w"],
    ]
    counts = {key: summary[key] for key in ("rows", "screened", "not_screened", "with_hits")}
    assert counts == {"rows": 5, "screened": 3, "not_screened": 2, "with_hits": 2}
    assert status(summary) == 3


def test_without_all_only_hits_and_what_was_not_screened_are_given(
    engine: Engine, table: Path
) -> None:
    pipe = BytesIO()
    batch(planned(engine, table), None, screened_by=ONE, pipe=pipe)
    rows = [json.loads(line) for line in pipe.getvalue().splitlines()]
    assert {row["row"] for row in rows} == {1, 3, 4, 5}


def test_every_form_has_the_same_results(engine: Engine, table: Path) -> None:
    made = {form: table.with_name(f"out.{form.value}") for form in TableForm}
    for form, output in made.items():
        batch(planned(engine, table, form, every=True), output, screened_by=ONE)
    wanted = [(row["row"], row["entity_id"], row["score"]) for row in lines(made[TableForm.JSONL])]
    with made[TableForm.CSV].open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert [(int(row["row"]), row["entity_id"] or None) for row in found] == [
        row[:2] for row in wanted
    ]
    # The user's number stays one, what a spreadsheet would run does not.
    assert {row["input.Saldo"] for row in found} >= {"-5", "'=1+1"}
    parquet = read_table(made[TableForm.PARQUET]).to_pylist()
    assert [(row["row"], row["entity_id"], row["score"]) for row in parquet] == wanted
    assert json.loads(parquet[0]["evidence"]) == lines(made[TableForm.JSONL])[0]["evidence"]
    assert parquet[0]["input.Firma"] == "Wuhan Gaoxin Technology"
    head, *rest = CalamineWorkbook.from_path(made[TableForm.XLSX]).get_sheet_by_index(0).to_python()
    assert [(row[0], row[head.index("entity_id")] or None) for row in rest] == [
        row[:2] for row in wanted
    ]
    assert "=1+1" in "".join(str(row) for row in rest)


def test_two_workers_write_what_one_writes(engine: Engine, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    names = (
        "Estaciones de Servicios Canarias",
        "Blue Lantern Logistics",
        "Wuhan Gaoxin Technology",
        "",
    )
    rows = "".join(f"{number},{names[number % 4]}\n" for number in range(400))
    table.write_text(f"id,name\n{rows}", encoding="utf-8")
    for workers in (1, 2):
        by = partial(with_workers, workers=workers, block=64)
        batch(planned(engine, table, every=True), tmp_path / f"{workers}.jsonl", screened_by=by)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert len(lines(tmp_path / "1.jsonl")) > 400


class BrokenError(Exception):
    """What stands for a kill in these tests."""


def broken_after(blocks: int) -> Callable[..., Iterator[Block]]:
    def screened_by(run: BatchJob, left: Iterator[TableRow | BadRow]) -> Iterator[Block]:
        for number, block in enumerate(with_workers(run, left, workers=1, block=1)):
            if number == blocks:
                raise BrokenError
            yield block

    return screened_by


def test_a_run_that_did_not_end_leaves_a_partial_file_and_is_not_begun_anew(
    engine: Engine, table: Path
) -> None:
    output, run = table.with_name("out.jsonl"), planned(engine, table, every=True)
    with pytest.raises(BrokenError):
        batch(run, output, screened_by=broken_after(2), seconds=0.0)
    assert not output.exists()
    assert table.with_name("out.jsonl.partial").exists()
    with pytest.raises(UsageError, match="Resume it with --resume"):
        batch(run, output, screened_by=ONE)
    # What stands behind the checkpoint may be half a line.
    with table.with_name("out.jsonl.partial").open("ab") as file:
        file.write(b'{"row": 3, "na')
    batch(run, output, screened_by=ONE, resume=True)
    whole = table.with_name("whole.jsonl")
    batch(run, whole, screened_by=ONE)
    assert output.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("changed", ["input", "settings", "columns", "format", "editions"])
def test_a_run_goes_on_only_as_it_was_begun(engine: Engine, table: Path, changed: str) -> None:
    output, run = table.with_name("out"), planned(engine, table)
    with pytest.raises(BrokenError):
        batch(run, output, screened_by=broken_after(2), seconds=0.0)
    kept = table.with_name("out.partial").read_bytes()
    match changed:
        case "input":
            table.write_text(TABLE + "6;Acme;DE;1\n", encoding="utf-8")
        case "settings":
            other = replace(run.plan.settings, threshold=0.99)
            run = replace(run, plan=replace(run.plan, settings=other))
        case "columns":
            columns = replace(run.plan.columns, countries=())
            run = replace(run, plan=replace(run.plan, columns=columns))
        case "format":
            run = planned(engine, table, TableForm.CSV)
        case "editions":
            run = replace(run, engine=replace(engine, chosen=frozenset({"eu_fsf"})))
    name = "screened_against" if changed == "editions" else changed
    with pytest.raises(UsageError, match=f"{name} changed since"):
        batch(run, output, screened_by=ONE, resume=True)
    assert table.with_name("out.partial").read_bytes() == kept


@pytest.mark.parametrize("form", [TableForm.JSONL, TableForm.PARQUET])
def test_a_run_broken_off_while_it_ends_is_ended_by_the_next(
    engine: Engine, table: Path, form: TableForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of its last steps; here the steps are names given to files."""
    run = planned(engine, table, form, every=True)
    whole = table.with_name("whole")
    batch(run, whole, screened_by=ONE)
    for step in range(12):
        output = table.with_name(f"out{step}")
        left = step

        def counted(self: Path, target: Path, original: Any = Path.replace) -> Path:
            nonlocal left
            if left == 0:
                raise BrokenError
            left -= 1
            moved: Path = original(self, target)
            return moved

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", counted)
            try:
                batch(run, output, screened_by=ONE)
                done = True
            except BrokenError:
                done = False
        assert done or not output.exists() or output.read_bytes() == whole.read_bytes()
        summary = batch(run, output, screened_by=ONE, resume=True)
        assert output.read_bytes() == whole.read_bytes()
        assert (summary["rows"], summary["not_screened"]) == (5, 2)
        rejected = [path.with_name(path.name + ".rejected.csv") for path in (output, whole)]
        assert rejected[0].read_bytes() == rejected[1].read_bytes()
        if done:
            break
    assert done
    assert step >= 4


def test_a_run_that_ended_is_not_done_again(engine: Engine, table: Path) -> None:
    output, run = table.with_name("out.jsonl"), planned(engine, table)
    first = batch(run, output, screened_by=ONE)
    again = batch(run, output, screened_by=broken_after(0), resume=True)
    assert again == first


def test_a_batch_is_kept_once_however_often_it_is_gone_on_with_and_can_be_repeated(
    own_home: Home, table: Path, opened: Callable[..., Engine]
) -> None:
    engine, output = opened(own_home), table.with_name("out.jsonl")
    run = planned(engine, table)
    kept_as = keeper(own_home, engine, run.plan.settings, "ann")

    def broken(summary: Mapping[str, Any]) -> str:
        kept_as(summary)
        raise BrokenError

    with pytest.raises(BrokenError):
        batch(run, output, screened_by=ONE, kept_as=broken)
    summary = batch(run, output, screened_by=ONE, resume=True, kept_as=kept_as)
    assert batch(run, output, screened_by=ONE, resume=True, kept_as=kept_as) == summary
    assert summary["screening"] == "S1"
    assert [item.action for item in audit_records(own_home, subject="S1")] == ["batch"]
    again = replay(own_home, "S1", notify=lambda _: None)
    assert (again.compared, again.differences) == (5, ())
    with Database.of(own_home).writing() as connection:
        answer = {key: summary[key] for key in FOUND} | {"hits": 7}
        connection.execute(screenings.update().values(answer=canonical(answer)))
    assert "hits: 7 then, 3 now" in replay(own_home, "S1", notify=lambda _: None).differences
    table.write_text(TABLE + "6;Acme;DE;1\n", encoding="utf-8")
    assert "not repeated" in replay(own_home, "S1", notify=lambda _: None).differences[-1]


def test_two_runs_do_not_write_one_file(engine: Engine, table: Path) -> None:
    output, run = table.with_name("out.jsonl"), planned(engine, table)
    with (
        Spool(output, {}, (b"", b""), resume=False),
        pytest.raises((StoreError, UsageError), match=r"another run|not the same run"),
    ):
        batch(run, output, screened_by=ONE, resume=True)


def test_a_table_that_changes_meanwhile_is_no_answer(engine: Engine, table: Path) -> None:
    def changing(run: BatchJob, left: Iterator[TableRow | BadRow]) -> Iterator[Block]:
        yield from with_workers(run, left, workers=1)
        table.write_text(TABLE + "6;Acme;DE;1\n", encoding="utf-8")

    output = table.with_name("out.jsonl")
    with pytest.raises(DocumentError, match="changed while it was read"):
        batch(planned(engine, table), output, screened_by=changing)
    assert not output.exists()


def test_a_table_without_rows_is_no_clear_answer(engine: Engine, tmp_path: Path) -> None:
    table = tmp_path / "empty.csv"
    table.write_text("name,country\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="no rows"):
        planned(engine, table)


@pytest.mark.parametrize(
    ("asked", "output", "form"),
    [
        (None, Path("a"), TableForm.JSONL),
        (None, Path("a.XLSX"), TableForm.XLSX),
        (TableForm.CSV, Path("a.txt"), TableForm.CSV),
        (TableForm.CSV, Path("a.csv"), TableForm.CSV),
    ],
)
def test_the_form_is_asked_for_or_told_by_the_name(
    asked: TableForm | None, output: Path, form: TableForm
) -> None:
    assert form_by_ending(output, asked, TableForm, TableForm.JSONL) is form


@pytest.mark.parametrize(("asked", "output"), [(None, "a.txt"), (TableForm.CSV, "a.parquet")])
def test_a_name_that_says_another_form_is_refused(asked: TableForm | None, output: str) -> None:
    with pytest.raises(UsageError, match=output):
        form_by_ending(Path(output), asked, TableForm, TableForm.JSONL)


def test_a_workbook_needs_a_file() -> None:
    with pytest.raises(UsageError, match="--output FILE"):
        check_form(TableForm.XLSX, None, Path("table.csv"))
