"""Screens a DataFrame that is already in the cluster; results come as a DataFrame."""

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from documents.tables import Table
from records import Settings
from scale.session import ship
from screening.batch.rows import Lines, Plan
from screening.engine.engine import Engine
from screening.ownership.answers import in_use
from screening.tables.columns import choose_columns


def screen_frame(
    frame: Any,
    engine: Engine,
    settings: Settings,
    *,
    columns: Sequence[str] | None = None,
    every: bool = False,
) -> Any:
    """Screen a Spark DataFrame where it is.

    Args:
        frame: one row a counterparty.
        engine: the list editions; shipped to the executors when this is called.
        settings: threshold, limit, kinds.
        columns: ``role=heading`` pairs as in ``namewarden batch --columns``; None to guess.
        every: whether rows without a hit have a result, too.

    Returns:
        A DataFrame of results, lazily made: those of ``namewarden batch`` as Parquet, without
        ``row`` and ``line``, since the rows of a DataFrame stand in no order. Give an id column.

    Raises:
        UsageError: no column for the name, or one that is not there.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    from scale.executor import records_with, result_schema

    table = Table(
        path=Path("frame"),
        form="Spark DataFrame",
        columns=tuple(frame.columns),
        rows=lambda: iter(()),
        share_read=lambda: 0.0,
    )
    plan = Plan(
        headings=table.columns,
        columns=choose_columns(table, columns),
        settings=settings,
        lines=Lines.JSONL,
        every=every,
        ownership=in_use(engine.home, settings.as_of),
    )
    # Handed out when the results are made, which is after this call.
    folder = Path(tempfile.mkdtemp(prefix="namewarden-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    archive = ship(frame.sparkSession, engine, folder, settings.as_of)
    return frame.mapInArrow(records_with(archive, plan), from_arrow_schema(result_schema(plan)))
