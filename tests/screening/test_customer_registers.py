"""Whole registers as they come: what is found by hand is found in them, and what could not be read
is told.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from support.customer_registers import (
    NOT_COUNTRIES,
    PLANTED,
    ROWS,
    UNREAD,
    Customer,
    customers,
    write_french,
    write_german,
    write_sap,
)

from screening.answers.form import TableForm
from screening.batch.run import batch, plan, with_workers
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match
from store import Home
from store.catalogue import Catalogue
from store.entities import entities

Write = Callable[[Path, Sequence[Customer]], None]
ASKED = settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None)
SYSTEMS: tuple[tuple[str, str, Write, str, set[str]], ...] = (
    ("de", "kunden.csv", write_german, "Land", {"Umsatz in €"}),
    ("fr", "clients.xlsx", write_french, "Pays", {"Encours"}),
    ("sap", "kna1.txt", write_sap, "LAND1", {"MANDT"}),
)


@pytest.mark.slow
@pytest.mark.parametrize(("system", "name", "write", "heading", "unused"), SYSTEMS)
def test_a_register_of_thousands_finds_all_that_is_found_by_hand(
    excerpts_home: Home,
    opened: Callable[..., Engine],
    tmp_path: Path,
    system: str,
    name: str,
    write: Write,
    heading: str,
    unused: set[str],
) -> None:
    engine = opened(excerpts_home)
    listed = [one for edition in Catalogue(excerpts_home).active() for one in entities(edition)]
    rows = customers(system, listed, seed=18)
    table = tmp_path / name
    write(table, rows)

    told: list[str] = []
    job = plan(engine, table, None, ASKED, form=TableForm.JSONL, every=False, notify=told.append)
    output = tmp_path / "found.jsonl"
    summary = batch(job, output, screened_by=partial(with_workers, workers=1))
    assert (summary["rows"], summary["screened"], summary["not_screened"]) == (ROWS, ROWS, 0)

    found: dict[int, set[str]] = defaultdict(set)
    for line in output.read_text("utf-8").splitlines():
        result = json.loads(line)
        found[result["row"]].add(result["entity_id"])
    planted = [(place, row) for place, row in enumerate(rows, start=1) if row.entity]
    by_hand = match(engine, [row.name for _, row in planted], ASKED)
    lost, met = [], 0
    for (place, row), answer in zip(planted, by_hand, strict=True):
        hits = {hit.entity_id for hit in answer.hits}
        met += row.entity in hits
        if not hits <= found[place]:
            lost.append((row.name, sorted(hits - found[place])))
    assert lost == []
    assert met > 0.9 * PLANTED  # so that there was something to find

    # What was not understood stands in the summary, and is said before the screening begins.
    assert unused <= set(summary["unused_columns"])
    (country,) = (one for one in summary["understood"] if one["column"] == heading)
    assert country["given"] - country["understood"] == UNREAD
    assert set(country["examples"]) == set(NOT_COUNTRIES)
    assert any("understood; not" in line and "Atlantis" in line for line in told)
    assert any("columns not used" in line for line in told)
