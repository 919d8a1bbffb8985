"""A Spark job of one's own: a table in the cluster, its results as Parquet."""

import sys
from pathlib import Path

from scale import screen_frame
from scale.session import session
from screening.engine.engine import Engine
from screening.engine.settings import settings
from store import Home


def main(home: str, table: str, output: str) -> None:
    """Screen a folder of Parquet files."""
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
    with session("local[2]") as spark:
        frame = spark.read.parquet(Path(table).as_uri()).repartition(3)
        results = screen_frame(frame, Engine.open(Home(Path(home))), chosen, every=True)
        results.write.parquet(Path(output).as_uri())


if __name__ == "__main__":
    main(*sys.argv[1:])
