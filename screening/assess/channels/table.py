"""Names as rows of a table of customers, as ``batch`` takes them."""

import csv
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from records import Settings
from screening.answers.form import TableForm
from screening.assess.nearest import Nearest
from screening.assess.outcomes import LOWEST, Outcome, best_by_list
from screening.assess.trials import EXACT, ROW, Trial
from screening.batch.run import batch, plan, with_workers
from screening.engine.engine import Engine

_COLUMNS = "id=id,name=name,country=country"


def rows_of(trials: Sequence[Trial], *, per_way: int) -> list[Trial]:
    """Trials handed in as rows: some of every way, so that both channels can be laid side by side.

    Args:
        trials: those handed in as names.
        per_way: at most so many of one way; of ``exact`` ten times as many.
    """
    taken: list[Trial] = []
    for way, members in groupby(trials, key=lambda one: one.way):
        most = per_way * 10 if way == EXACT else per_way
        taken += [replace(one, channel=ROW) for one in list(members)[:most]]
    return taken


def screen_rows(
    engine: Engine, trials: Sequence[Trial], settings: Settings, *, workers: int = 1
) -> list[Outcome]:
    """Screen trials as the rows of one CSV file with the columns id, name and country.

    Returns:
        One outcome for each trial, in their order.
    """
    low = replace(settings, threshold=min(LOWEST, settings.threshold))
    with tempfile.TemporaryDirectory(prefix="namewarden-") as folder:
        table, results = Path(folder) / "rows.csv", Path(folder) / "results.jsonl"
        _write(table, trials)
        run = plan(engine, table, [_COLUMNS], low, form=TableForm.JSONL, every=True, notify=_quiet)
        batch(run, results, screened_by=partial(with_workers, workers=workers))
        near = Nearest(engine)
        return [_judged(one, hits, near) for one, hits in zip(trials, _hits(results), strict=True)]


def _quiet(_message: str) -> None:
    """The table was made here: nobody needs to be told which column is what."""


def _write(table: Path, trials: Sequence[Trial]) -> None:
    with table.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(("id", "name", "country"))
        for number, one in enumerate(trials):
            lines.writerow((number, one.written, one.record.country or ""))


def _hits(results: Path) -> Iterator[list[dict[str, Any]]]:
    """The hits of each row, best first; none where it has none."""
    with results.open(encoding="utf-8") as lines:
        for _, group in groupby(map(json.loads, lines), key=lambda line: line["row"]):
            yield [line for line in group if line["entity_id"]]


def _judged(one: Trial, hits: list[dict[str, Any]], near: Nearest) -> Outcome:
    first = hits[0] if hits else None
    found = Outcome(
        trial=one,
        first_id=first["entity_id"] if first else "",
        first_name=first["matched_name"] if first else "",
        first_score=first["score"] if first else 0.0,
    )
    if not one.record.listed:
        lists = best_by_list((hit["list"], hit["score"]) for hit in hits)
        return found if first is None else replace(found, score=first["score"], by_list=lists)
    right = next((hit for hit in hits if hit["entity_id"] == one.record.entity_id), None)
    if right is None:
        return near.of(found)
    before = [h for h in hits if h["list"] == right["list"] and h["score"] > right["score"]]
    return replace(
        found,
        score=right["score"],
        rank=1 + len(before),
        matched_name=right["matched_name"],
        reason=right["reason"],
    )
