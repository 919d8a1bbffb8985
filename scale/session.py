"""A Spark session, and an engine shipped to its executors."""

import os
import shutil
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from records import MissingExtraError, SparkError
from screening.engine.engine import Engine
from screening.engine.portable import pack

SETTINGS = {
    "spark.app.name": "namewarden",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    # A record is a block of a thousand rows: few of them at once are much memory.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
    # Small files of blocks are cut into tasks of some seconds, so that no core is left waiting.
    "spark.sql.files.maxPartitionBytes": "2m",
    "spark.sql.files.openCostInBytes": "0",
}


def require_spark() -> None:
    """See that Spark is installed, before anything is begun for it.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    try:
        import pyspark.sql  # noqa: F401 (it takes half a second, which its session takes anyway)
    except ImportError as error:
        raise MissingExtraError("Spark jobs", "spark") from error


@contextmanager
def session(master: str | None) -> Iterator[Any]:
    """Start Spark, or use the session that there is.

    Args:
        master: as Spark names it (``local[2]``, ``yarn``, ``k8s://…``); None for what Spark's own
            configuration says, else all cores of this machine.

    Raises:
        MissingExtraError: pyspark is not installed.
        SparkError: there is no Java, or Spark cannot start.
    """
    require_spark()
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        raise SparkError(
            "Spark needs Java 17 or newer, and there is none; nothing was screened. "
            "On Debian: apt-get install default-jre-headless"
        )
    # The workers of this machine are to be of this environment.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    try:
        spark = (builder.master(master) if master else builder).getOrCreate()
    except (PySparkException, OSError) as error:
        raise SparkError(
            f"Spark cannot start ({_first_line(error)}); nothing was screened"
        ) from error
    try:
        yield spark
    finally:
        spark.stop()


def ship(spark: Any, engine: Engine, folder: Path, as_of: str | None = None) -> str:
    """Send an engine to the executors, each of which gets it once.

    Args:
        spark: the session.
        engine: the list editions.
        folder: from where Spark hands it out for as long as the session lives.
        as_of: the date whose ownership data goes with it; None for now.

    Returns:
        What to call it there.
    """
    name = f"namewarden-{uuid.uuid4().hex[:12]}"
    archive = folder.resolve() / f"{name}.tar"
    pack(engine, archive, as_of)
    # Unpacked on each executor under the name behind the #.
    spark.sparkContext.addArchive(f"{archive.as_uri()}#{name}")
    return name


def lost(error: Exception) -> SparkError:
    """What to say when Spark gave up."""
    return SparkError(
        f"Spark gave up: {_first_line(error)}. The output is incomplete. Its log has the rest; "
        "--resume redoes the rows that are not in the results"
    )


def _first_line(error: Exception) -> str:
    """Java gives a page; what a person needs is the last cause."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith(("Caused by:", "records.errors"))]
    return (causes[-1:] or lines[:1] or [type(error).__name__])[0][:300]
