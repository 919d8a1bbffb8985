"""No way of writing a name falls below its floor: the reduced form of ``namewarden assess``.

Floors are made anew, and the difference is read, with

    .venv/bin/python -m pytest tests/quality/test_assess_floors.py --regenerate
"""

import shutil
from pathlib import Path

import pytest

from screening.assess.floors import below, read, write
from screening.assess.run import AssessmentPlan, assess
from screening.assess.ways import WAYS
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.updates.update import update
from store import Home

FLOORS = Path(__file__).with_name("assess_floors.json")
SOURCES = ("au_dfat", "ca_sema", "ch_seco", "eu_fsf", "gb_fcdo", "un_sc", "us_csl",
           "us_ofac_cons", "us_ofac_sdn")  # fmt: skip
ASKED = AssessmentPlan(
    settings=settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None),
    ways=WAYS,
    sample=600,
    per_way=40,
    per_set=12,
)


@pytest.fixture
def every_excerpt(tmp_path: Path, quick_home: Home) -> Home:
    """A home with the excerpts of all publishers' lists."""
    data = Path(__file__).parents[1] / "data"
    files = tmp_path / "lists"
    files.mkdir()
    for source in SOURCES:
        (sample,) = (data / source).glob("sample.*")
        shutil.copy(sample, files / f"{source}{sample.suffix}")
    results = update(quick_home, (), from_path=files, accept_excerpts=True, notify=lambda _: None)
    assert sorted(result.source for result in results if result.status == "updated") == [*SOURCES]
    return quick_home


def quiet(*_said: object) -> None:
    """Nobody listens."""


def test_no_way_falls_below_its_floor(every_excerpt: Home, regenerate: bool) -> None:
    engine = Engine.open(every_excerpt)
    results = assess(engine, ASKED, workers=1, notify=quiet, progress=quiet)
    engine.close()
    if regenerate:
        write(results, FLOORS)
    assert [
        f"{each.way}: {each.rate} < {each.floor}" for each in below(results, read(FLOORS))
    ] == []
