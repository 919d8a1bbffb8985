"""What results of a batch may be: text as it is made, or a file made of the lines at the end."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from records import MissingExtraError, UsageError
from records.blocks import blocks
from screening.answers.form import TableForm
from screening.answers.output_file import check_output
from screening.batch.rows import MEMBERS, WORD_BY_WORD, Lines, Plan, cell_of, csv_columns
from screening.batch.workbook import Listed, make_workbook

# Rows in a group of a Parquet file: some MB, and few groups. A choice.
_BATCH = 8192

Make = Callable[[Path, Path], None]


def check_form(form: TableForm, output: Path | None, table: Path) -> None:
    """Refuse what could not be written in the end, or would replace the table.

    Raises:
        UsageError: a form that is made at the end, and no file to make; or see ``check_output``.
        MissingExtraError: what makes it is not installed.
    """
    if form in (TableForm.PARQUET, TableForm.XLSX) and output is None:
        raise UsageError(f"{form.value} needs a file to write: --output FILE. Nothing was screened")
    if output is not None:
        check_output(output, table)
    if form is TableForm.PARQUET:
        try:
            import pyarrow  # noqa: F401 (missed before hours of work, not after them)
        except ImportError as error:
            raise MissingExtraError("Parquet files", "parquet") from error


def lines_of(form: TableForm) -> Lines:
    """The lines that are written on the way to a form."""
    return Lines.CSV if form is TableForm.CSV else Lines.JSONL


def maker(form: TableForm, plan: Plan, listed: Listed) -> Make | None:
    """What makes the file of the lines; None where the lines are the results.

    Args:
        form: how the results are written.
        plan: what the lines were made by.
        listed: gives a listed entry by its id, for the link to its publisher's page.
    """
    if form is TableForm.PARQUET:
        return lambda lines, made: _make_parquet(lines, made, plan)
    if form is TableForm.XLSX:
        return lambda lines, made: make_workbook(_results(lines), made, csv_columns(plan), listed)
    return None


def _results(lines: Path) -> Iterator[dict[str, Any]]:
    with lines.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _make_parquet(lines: Path, made: Path, plan: Plan) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = parquet_schema(plan)
    results = _results(lines)
    with ParquetWriter(made, schema) as writer:
        for some in blocks(results, _BATCH):
            columns = [[typed(result, field.name) for result in some] for field in schema]
            arrays = [pa.array(*pair) for pair in zip(columns, schema.types, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def parquet_schema(plan: Plan) -> Any:
    """The types of the columns; ``evidence`` is JSON."""
    import pyarrow as pa

    types = {"row": pa.int64(), "line": pa.int64(), "score": pa.float64(), "base": pa.float64()}
    types |= dict.fromkeys(("programmes", "countries", MEMBERS), pa.list_(pa.string()))
    names = [*csv_columns(plan), *WORD_BY_WORD]
    return pa.schema([(name, types.get(name, pa.string())) for name in names])


def typed(result: dict[str, Any], column: str) -> Any:
    """The value of a column of the Parquet form."""
    if column == "evidence":
        found = result["evidence"]
        return None if found is None else json.dumps(found, ensure_ascii=False)
    if column.startswith("input."):
        given = result["input"].get(column.removeprefix("input."))
        return "; ".join(given) if isinstance(given, list) else given
    return cell_of(result, column)
