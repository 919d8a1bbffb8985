"""A table that this machine reads, screened by Spark: the same lines as without it, byte by byte.

Blocks of rows are written as a Parquet file that every executor must see, screened by
``mapInArrow``, and come back in the order of the table. Spark does a lost task again by itself.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from records import BadRow, TableRow
from records.blocks import blocks
from scale.session import lost, session, ship
from screening.batch.rows import Block
from screening.batch.summary import BatchJob

BLOCK = 1024
_BLOCKS_A_GROUP = 4
Rows = Iterator[TableRow | BadRow]


def with_spark(
    run: BatchJob, rows_left: Rows, *, master: str | None, folder: Path
) -> Iterator[Block]:
    """Screen rows with Spark.

    Args:
        run: the table, the lists, what to do.
        rows_left: the rows to screen.
        master: as Spark names it; None for its own configuration.
        folder: where the blocks are kept meanwhile, and whose contents are lost; on a cluster one
            that all machines see.

    Raises:
        MissingExtraError: pyspark is not installed.
        SparkError: Spark cannot start, or gave up.
    """
    with session(master) as spark, _empty(folder) as beside:
        from pyspark.errors import PySparkException
        from pyspark.sql.pandas.types import from_arrow_schema

        from scale.executor import BLOCKS, ROWS, block_of, blocks_with

        staged = beside / "rows.parquet"
        _stage(rows_left, staged)
        work = blocks_with(ship(spark, run.engine, beside, run.plan.settings.as_of), run.plan)
        try:
            found = (
                spark.read.schema(from_arrow_schema(ROWS))
                .parquet(staged.as_uri())
                .mapInArrow(work, from_arrow_schema(BLOCKS))
                # To one partition, and sorted there: a sort of all would screen twice, once to
                # see where to cut.
                .repartition(1)
                .sortWithinPartitions("last_row")
            )
            for row in found.toLocalIterator():
                yield block_of(*row)
        except PySparkException as error:
            raise lost(error) from error
        except Exception as error:
            if type(error).__module__.partition(".")[0] == "py4j":
                raise lost(error) from error
            raise


@contextmanager
def _empty(folder: Path) -> Iterator[Path]:
    """A folder without what a run that was killed left in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder.resolve()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _stage(rows_left: Rows, path: Path) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    from scale.executor import ROWS, rows_as_json

    with ParquetWriter(path, ROWS) as writer:
        for group in blocks(blocks(rows_left, BLOCK), _BLOCKS_A_GROUP):
            texts = pa.array([rows_as_json(block) for block in group], pa.string())
            writer.write_table(pa.Table.from_arrays([texts], schema=ROWS))
