"""How quickly the service answers: single names, batches, a switch of lists under load, memory.

    python bench/serving.py LISTS DATA [--seconds 10] [--switch 60] [--write]

Measured in a home of its own with the OFAC and EU lists, over loopback, from this process: one
name 100 times a second, batches of 100, editions of OFAC's list switched under load, and what a
further worker process adds to memory. ``--write`` adds a file to bench/results.
"""

import argparse
import asyncio
import csv
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from kept_results import circumstances, keep

NEW = "us_ofac/original/sdn_advanced_2025-11-19.xml.bz2"
OLD = "us_ofac/original/sdn_advanced_2025-11-04.xml.bz2"
EU = "eu_fsf/reconstructed/xmlFullSanctionsList_1_1_2026-08.xml"
PROGRAM = [sys.executable, "-c", "from cli import main; main()"]
RATE = 100
BATCH = 100
ASKING = 4
START_SECONDS = 120


def run(home: Path, *arguments: str) -> None:
    """Run the command line on a home."""
    environment = {**os.environ, "NAMEWARDEN_HOME": str(home)}
    subprocess.run([*PROGRAM, *arguments], check=True, capture_output=True, env=environment)


@contextmanager
def serving(home: Path, processes: int = 1) -> Iterator[tuple[str, int]]:
    """The service as users start it: its address and process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        *PROGRAM,
        "serve",
        "--no-sign-in",
        "--port",
        str(port),
        "--processes",
        str(processes),
    ]
    environment = {**os.environ, "NAMEWARDEN_HOME": str(home)}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment) as service:
        address = f"http://127.0.0.1:{port}"
        try:
            wait(address)
            yield address, service.pid
        finally:
            service.terminate()


def wait(address: str) -> None:
    """Until the service answers with lists."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            if httpx.post(f"{address}/v1/match", json={"name": "x"}).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    sys.exit(f"{address}: the service did not start within {START_SECONDS} s")


async def single_names(address: str, names: list[str], seconds: float) -> dict[str, float]:
    """One name a request, a hundred requests a second, whatever the answers take."""
    taken: list[float] = []
    async with httpx.AsyncClient(base_url=address) as client:

        async def ask(name: str) -> None:
            begun = time.perf_counter()
            answer = await client.post("/v1/match", json={"name": name})
            taken.append((time.perf_counter() - begun) * 1000)
            answer.raise_for_status()

        await asyncio.gather(*(ask(name) for name in names[:ASKING]))
        taken.clear()
        begun, asked = time.perf_counter(), []
        for number in range(int(seconds * RATE)):
            await asyncio.sleep(max(0.0, begun + number / RATE - time.perf_counter()))
            asked.append(asyncio.create_task(ask(names[number % len(names)])))
        await asyncio.gather(*asked)
    parts = statistics.quantiles(taken, n=100)
    return {"single_p50_milliseconds": parts[49], "single_p99_milliseconds": parts[98]}


async def batches(address: str, names: list[str], seconds: float) -> dict[str, float]:
    """Batches of a hundred, several under way."""
    done = 0
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        until = time.perf_counter() + seconds

        async def ask(first: int) -> None:
            nonlocal done
            place = first
            while time.perf_counter() < until:
                part = [names[(place + i) % len(names)] for i in range(BATCH)]
                body = {"queries": [{"name": name} for name in part]}
                (await client.post("/v1/match", json=body)).raise_for_status()
                done, place = done + BATCH, place + ASKING * BATCH

        begun = time.perf_counter()
        await asyncio.gather(*(ask(number * BATCH) for number in range(ASKING)))
        return {"names_per_second_in_batches": done / (time.perf_counter() - begun)}


async def switches(address: str, home: Path, files: list[Path], seconds: float) -> dict[str, float]:
    """Editions of a list switched under load: answers that failed, and that were mixed."""
    asked = failed = mixed = 0
    editions: set[str] = set()
    until = time.perf_counter() + seconds
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:

        async def ask() -> None:
            nonlocal asked, failed, mixed
            body = {"queries": [{"name": f"Trading House {number}"} for number in range(60)]}
            while time.perf_counter() < until:
                answer = await client.post("/v1/match", json=body)
                asked += 1
                if answer.status_code != 200:
                    failed += 1
                    continue
                made = {json.dumps(a["screened_against"]) for a in answer.json()["answers"]}
                editions.update(made)
                mixed += len(made) != 1

        async def switch() -> None:
            number = 0
            while time.perf_counter() < until:
                file = files[number % len(files)]
                options = ["update", "us_ofac_sdn", "--from", str(file), "--allow-older"]
                await asyncio.to_thread(run, home, *options)
                number += 1

        await asyncio.gather(*(ask() for _ in range(ASKING)), switch())
    return {
        "switch_requests": asked,
        "switch_failed": failed,
        "switch_mixed": mixed,
        "switch_editions_seen": len(editions),
    }


def memory(home: Path, names: list[str]) -> dict[str, float]:
    """What a further worker adds, shared pages counted once (Pss), in megabytes."""
    used = []
    for processes in (1, 2):
        with serving(home, processes) as (address, pid):
            asyncio.run(batches(address, names, 5))
            used.append(sum(pss(each) for each in (pid, *children(pid))) / 1024)
    return {"megabytes_one_process": used[0], "megabytes_per_further_worker": used[1] - used[0]}


def children(pid: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [each for child in listed for each in (int(child), *children(int(child)))]


def pss(pid: int) -> int:
    """Kilobytes of a process, what it shares divided among those who share it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def names_of(folder: Path) -> list[str]:
    """Ordinary names, with one of a listed party to a hundred."""
    with (folder / "ordinary_names_large.csv").open(newline="", encoding="utf-8") as file:
        ordinary = [row["name"] for row in csv.DictReader(file)]
    with (folder / "cross_authority.csv").open(newline="", encoding="utf-8") as file:
        listed = [row["query"] for row in csv.DictReader(file)]
    chosen = random.Random(1)
    names = [*chosen.sample(ordinary, 20_000), *chosen.sample(listed, 200)]
    chosen.shuffle(names)
    return names


def main() -> None:
    """Measure, print, and keep what was asked to be kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--switch", type=float, default=60)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    names = names_of(chosen.sets)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        for file in (OLD, NEW, EU):
            run(home, "update", "--from", str(chosen.lists / file))
        with serving(home) as (address, _):
            figures |= asyncio.run(single_names(address, names, chosen.seconds))
            figures |= asyncio.run(batches(address, names, chosen.seconds))
        figures |= memory(home, names)
        files = [chosen.lists / OLD, chosen.lists / NEW]
        with serving(home) as (address, _):
            figures |= asyncio.run(switches(address, home, files, chosen.switch))
        shutil.rmtree(home)
    for name, value in figures.items():
        print(name, round(value, 2))
    if chosen.write:
        kept = {
            **circumstances(),
            "figures": {name: round(value, 4) for name, value in figures.items()},
        }
        keep("serving", kept)


if __name__ == "__main__":
    main()
