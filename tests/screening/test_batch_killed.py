"""A batch that is killed anywhere and gone on with gives what it would have given at once."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import Home

PROCESS = Path(__file__).parent / "batch_process.py"
ROWS = 3000
KILLS = 5


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Every seventh row is listed, every hundredth cannot be read."""
    lines = ["id,name,country"]
    for number in range(ROWS):
        name = (
            "Estaciones de Servicios Canarias"
            if number % 7 == 0
            else f"Blue Lantern Logistics {number}"
        )
        lines.append(f"C-{number},{name},gb" + (",what" if number % 100 == 99 else ""))
    path = tmp_path / "customers.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def start(home: Home, table: Path, output: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROCESS), str(home.path), str(table), str(output), str(workers)]
    path = os.pathsep.join(map(str, (PROCESS.parents[2],)))
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path})


def rows_done(output: Path) -> int:
    try:
        text = output.with_name(output.name + ".checkpoint.json").read_text("utf-8")
    except FileNotFoundError:
        return 0
    return int(json.loads(text)["rows"])


def kill_behind(process: subprocess.Popen[bytes], output: Path, rows: int, pause: float) -> None:
    """Kill it some moments after so many rows are done."""
    end = time.monotonic() + 60
    while rows_done(output) < rows and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.002)
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_kills_lose_nothing_and_double_nothing(
    excerpts_home: Home, table: Path, tmp_path: Path
) -> None:
    whole, killed = tmp_path / "whole.csv", tmp_path / "killed.csv"
    assert start(excerpts_home, table, whole, 1).wait(timeout=120) == 0
    chance = random.Random(20261124)
    points = sorted(chance.randrange(ROWS - 200) for _ in range(KILLS))
    for number, point in enumerate(points):
        # Once nobody else is left to end the workers.
        process = start(excerpts_home, table, killed, 2 if number == KILLS // 2 else 1)
        kill_behind(process, killed, point, chance.random() / 50)
        assert not killed.exists()
        assert rows_done(killed) >= point
    assert start(excerpts_home, table, killed, 1).wait(timeout=120) == 0
    for end in ("", ".rejected.csv"):
        assert beside(killed, end).read_bytes() == beside(whole, end).read_bytes()
    assert len(beside(killed, ".rejected.csv").read_bytes().splitlines()) == 1 + ROWS // 100
    counts = ("rows", "screened", "not_screened", "with_hits", "hits", "review", "match")
    summaries = [json.loads(beside(path, ".summary.json").read_text()) for path in (whole, killed)]
    assert [summaries[0][key] for key in counts] == [summaries[1][key] for key in counts]
    assert summaries[0]["rows"] == ROWS
    assert summaries[0]["with_hits"] > ROWS // 8
    left = {path.name for path in tmp_path.iterdir()} - {table.name}
    assert left == {
        f"{name}.csv{end}"
        for name in ("whole", "killed")
        for end in ("", ".rejected.csv", ".summary.json")
    }


def beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)
