"""A batch as a process of its own, which its test kills: small blocks, a checkpoint after each."""

import sys
from functools import partial
from pathlib import Path

from screening.answers.form import TableForm
from screening.batch.run import batch, plan, with_workers
from screening.engine.engine import Engine
from screening.engine.settings import settings
from store import Home


def main(home: str, table: str, output: str, workers: str) -> None:
    """Begin, or go on."""
    chosen = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
    run = plan(
        Engine.open(Home(Path(home))),
        Path(table),
        None,
        chosen,
        form=TableForm.CSV,
        every=True,
        notify=lambda _: None,
    )
    screened_by = partial(with_workers, workers=int(workers), block=20)
    batch(run, Path(output), screened_by=screened_by, resume=True, seconds=0.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
