"""The service under load for minutes: names, documents and counterparties, with editions switched
and workers killed meanwhile. What is lost, what is mixed, how memory grows.

    python bench/load.py LISTS DATA [--seconds 180] [--rate 200]

In a home of its own with the OFAC and EU lists, two processes, over loopback, from this process.
Prints a line a minute and the figures at the end; docs/figures.md says how long they were taken.
"""

import argparse
import asyncio
import contextlib
import json
import os
import signal
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from lean_client import LeanClient, LostError
from serving import EU, NEW, OLD, children, names_of, pss, run, serving

LETTER = b"Two hundred drones were ordered from Kontsern Kalashnikov in March.\n"
EVERY_KILL, EVERY_SWITCH, EVERY_UPLOAD, EVERY_LOOK, EVERY_LINE = 30.0, 20.0, 2.0, 5.0, 60.0
"""Seconds between two kills of a worker, switches of an edition, uploads, looks at the memory,
lines that tell how it goes."""


class Load:
    """Asks at a rate, and keeps what became of it."""

    def __init__(self, address: str, pid: int, home: Path, rate: float, seconds: float) -> None:
        self._address, self._pid, self._home, self._rate = address, pid, home, rate
        self._until = time.monotonic() + seconds
        self.came = Counter[str]()
        self.taken: list[float] = []
        self.memory: list[int] = []
        self.editions: set[str] = set()
        self.seconds = 0.0
        """How long it took until all were answered."""

    async def run(self, names: list[str], files: list[Path]) -> None:
        """Everything at once, until the time is up."""
        begun = time.monotonic()
        client = LeanClient(self._address)
        await asyncio.gather(
            self._names(client, names),
            self._every(EVERY_UPLOAD, lambda: self._upload(client)),
            self._every(EVERY_SWITCH, lambda: self._switch(files)),
            self._every(EVERY_KILL, self._kill),
            self._every(EVERY_LOOK, self._look),
            self._every(EVERY_LINE, self._tell),
        )
        client.close()
        self.seconds = time.monotonic() - begun

    async def _every(self, seconds: float, do: object) -> None:
        await asyncio.sleep(seconds)
        while time.monotonic() < self._until:
            await do()  # type: ignore[operator]
            await asyncio.sleep(seconds)

    async def _names(self, client: LeanClient, names: list[str]) -> None:
        begun, asked, number = time.monotonic(), set[asyncio.Task[None]](), 0
        while time.monotonic() < self._until:
            await asyncio.sleep(max(0.0, begun + number / self._rate - time.monotonic()))
            task = asyncio.create_task(self._ask(client, names[number % len(names)]))
            asked.add(task)
            task.add_done_callback(asked.discard)
            number += 1
        await asyncio.gather(*asked)

    async def _ask(self, client: LeanClient, name: str) -> None:
        """One name, asked again where the worker that had it was killed, as clients do."""
        begun = time.perf_counter()
        for _ in range(5):
            with contextlib.suppress(LostError):
                answer = await client.post_json("/v1/match", {"queries": [{"name": name}] * 2})
                self.came[f"names {answer.status}"] += 1
                if answer.status == 200:
                    made = [
                        json.dumps(each["screened_against"]) for each in answer.json()["answers"]
                    ]
                    self.editions.update(made)
                    self.came["mixed"] += len(set(made)) != 1
                    self.taken.append((time.perf_counter() - begun) * 1000)
                    return
            self.came["asked again"] += 1
            await asyncio.sleep(0.2)
        self.came["lost"] += 1

    async def _upload(self, client: LeanClient) -> None:
        with contextlib.suppress(LostError):
            answer = await client.post_file("/v1/screen", "letter.txt", LETTER)
            found = answer.status == 200 and b"Kalashnikov" in answer.body
            self.came["documents answered" if found else f"documents {answer.status}"] += 1

    async def _switch(self, files: list[Path]) -> None:
        file = files[self.came["editions switched"] % len(files)]
        options = ["update", "us_ofac_sdn", "--from", str(file), "--allow-older"]
        await asyncio.to_thread(run, self._home, *options)
        self.came["editions switched"] += 1

    async def _kill(self) -> None:
        workers = [
            each
            for each in children(self._pid)
            if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()
        ]
        if workers:
            os.kill(workers[0], signal.SIGKILL)
            self.came["workers killed"] += 1

    async def _look(self) -> None:
        with contextlib.suppress(OSError):
            self.memory.append(sum(pss(each) for each in (self._pid, *children(self._pid))) // 1024)

    async def _tell(self) -> None:
        memory = self.memory[-1] if self.memory else 0
        print(f"{len(self.taken):,} answered, {dict(self.came)}, {memory} MB", flush=True)


def main() -> None:
    """Run it and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--rate", type=float, default=200)
    chosen = parser.parse_args()
    names = names_of(chosen.sets)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        for file in (OLD, NEW, EU):
            run(home, "update", "--from", str(chosen.lists / file))
        with serving(home, 2) as (address, pid):
            load = Load(address, pid, home, chosen.rate, chosen.seconds)
            begun = time.process_time()
            asyncio.run(load.run(names, [chosen.lists / OLD, chosen.lists / NEW]))
            asking = time.process_time() - begun
        verified = "audit intact" if not _damaged(home) else "audit DAMAGED"
    parts = statistics.quantiles(load.taken, n=100)
    print(*(f"{what}: {count:,}" for what, count in sorted(load.came.items())), sep="\n")
    print(f"requests of two names a second: {len(load.taken) / load.seconds:.1f}")
    print(f"processor milliseconds a request, asking: {asking * 1000 / len(load.taken):.2f}")
    print(f"milliseconds: p50 {parts[49]:.1f}, p99 {parts[98]:.1f}")
    print(f"memory, MB: begun with {load.memory[0]}, ended with {load.memory[-1]}")
    third = max(1, len(load.memory) // 3)
    print(
        f"memory at most, MB: first third {max(load.memory[:third])},"
        f" last {max(load.memory[-third:])}"
    )
    print(f"editions seen: {len(load.editions)}; {verified}")


def _damaged(home: Path) -> bool:
    try:
        run(home, "audit", "verify")
    except Exception:  # noqa: BLE001 (whatever it was, it is not intact)
        return True
    return False


if __name__ == "__main__":
    main()
