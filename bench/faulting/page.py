"""Keeps what runs came to, and puts the table of all of them into docs/reliability.md."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from faulting.outcome import Row, by_fault, table

TOP = Path(__file__).parents[2]
KEPT = TOP / "bench" / "results" / "faults.json"
PAGE = TOP / "docs" / "reliability.md"
BEGIN, END = "<!-- table: bench/faults.py --write -->\n", "<!-- end of the table -->"


def write(fault: str, rows: Iterable[Row]) -> None:
    """Keep what one kind of fault came to, in place of its last run, and renew the table."""
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    kept[fault] = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "rows": [
            [row.fault, row.befell, dict(row.came_to), len(row.wrong)] for row in by_fault(rows)
        ],
    }
    KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    every = [_row(each) for one in kept.values() for each in one["rows"]]
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{table(every)}\n{END}{after}", encoding="utf-8")


def _row(kept: list[object]) -> Row:
    fault, befell, came_to, wrong = kept
    assert isinstance(came_to, dict)
    return Row(str(fault), str(befell), Counter(came_to), ["?"] * int(str(wrong)))
