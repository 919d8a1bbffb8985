"""Spark in local mode gives what this machine gives without it, row by row.

Skipped where the extra ``spark`` (450 MB) or Java is not installed; ``.ci/run`` installs both.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow.parquet import read_table, write_table

from records import BadRow, Settings, TableRow
from scale.executor import rows_as_json, rows_from_json
from screening.engine.engine import Engine
from screening.engine.portable import pack, unpacked
from screening.names.match import match
from store import Home

TOP = Path(__file__).parents[2]
NAMES = ("Estaciones de Servicios Canarias", "Blue Lantern Logistics", "Wuhan Gaoxin Technology")
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or ("JAVA_HOME" not in os.environ and not shutil.which("java")),
    reason="needs pip install 'namewarden[spark]' and Java",
)


def run(home: Home, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NAMEWARDEN_HOME": str(home.path), "PYTHONPATH": str(TOP)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_rows_go_to_an_executor_and_come_back() -> None:
    rows: list[TableRow | BadRow] = [
        TableRow(row=1, line=2, cells=("Acme", ("A", "B"), "")),
        BadRow(row=2, line=3, reason="no name", text=" | x"),
    ]
    assert rows_from_json(rows_as_json(rows)) == rows


def test_an_engine_is_the_same_elsewhere(excerpts_home: Home, tmp_path: Path) -> None:
    engine, folder = Engine.open(excerpts_home), tmp_path / "elsewhere"
    pack(engine, tmp_path / "engine.tar")
    shutil.unpack_archive(tmp_path / "engine.tar", folder, filter="data")
    there, settings = unpacked(folder), Settings(threshold=0.5)
    assert there.screened_against == engine.screened_against
    assert list(match(there, NAMES, settings)) == list(match(engine, NAMES, settings))
    engine.close()
    there.close()


@needs_spark
def test_spark_writes_what_this_machine_writes(excerpts_home: Home, tmp_path: Path) -> None:
    rows = "".join(f"{number};{NAMES[number % 3]};CN\n" for number in range(5000))
    (tmp_path / "t.csv").write_text(f"id;name;country\n{rows}x;y\n;;CN\n", encoding="utf-8")
    asked = ("-m", "cli", "batch", "t.csv", "--all", "--output")
    ours = run(excerpts_home, tmp_path, *asked, "ours.jsonl", "--workers", "1")
    assert ours.returncode == 3, ours.stderr
    spark = ("--engine", "spark", "--master", "local[2]")
    theirs = run(excerpts_home, tmp_path, *asked, "theirs.jsonl", *spark)
    assert theirs.returncode == 3, theirs.stderr
    for end in ("", ".rejected.csv"):
        found = [(tmp_path / f"{name}.jsonl{end}").read_bytes() for name in ("ours", "theirs")]
        assert found[0] == found[1]
    assert len((tmp_path / "ours.jsonl").read_bytes().splitlines()) > 5000
    assert not list(tmp_path.glob("*.spark"))


@needs_spark
def test_a_table_in_the_cluster_has_the_results_of_a_batch(
    excerpts_home: Home, tmp_path: Path
) -> None:
    columns = {
        "id": [str(number) for number in range(3000)],
        "name": [NAMES[number % 3] if number % 100 else "" for number in range(3000)],
        "alias": [["A B", "C"] if number % 2 else [] for number in range(3000)],
    }
    (tmp_path / "in").mkdir()
    write_table(pa.table(columns), tmp_path / "in" / "part-0.parquet")
    job = run(excerpts_home, tmp_path, str(Path(__file__).parent / "spark_frame.py"),
              str(excerpts_home.path), str(tmp_path / "in"), str(tmp_path / "out"))  # fmt: skip
    assert job.returncode == 0, job.stderr
    ours = run(excerpts_home, tmp_path, "-m", "cli", "batch", "in/part-0.parquet", "--all",
               "--output", "ours.parquet")  # fmt: skip
    assert ours.returncode == 3, ours.stderr
    key = [("input.id", "ascending"), ("entity_id", "ascending")]
    wanted = read_table(tmp_path / "ours.parquet").drop_columns(["row", "line"]).sort_by(key)
    found = read_table(tmp_path / "out").sort_by(key)
    assert found.to_pylist() == wanted.to_pylist()
    assert found.num_rows > 3000


def test_spark_that_is_not_installed_says_how_to_install_it(
    excerpts_home: Home, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("name\nAcme\n", encoding="utf-8")
    (tmp_path / "pyspark").mkdir()
    (tmp_path / "pyspark" / "__init__.py").write_text("raise ImportError('not here')\n")
    environment = {**os.environ, "NAMEWARDEN_HOME": str(excerpts_home.path)}
    environment["PYTHONPATH"] = os.pathsep.join([str(tmp_path), str(TOP)])
    ran = subprocess.run(
        [sys.executable, "-m", "cli", "batch", "t.csv", "--engine", "spark"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert "pip install 'namewarden[spark]'" in ran.stderr
