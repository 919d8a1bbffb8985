"""Fuzz every reader: python bench/fuzz.py [--seconds 60] [--seed 1] [--only us_csl,names].

Each target has its share of the time. What breaks one is written to tests/data/fuzz/TARGET, where
tests/quality/test_fuzz.py reads it for ever; with ``--coverage`` (pip install atheris) one target
is led by coverage instead.
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

from fuzzing.mutations import mutated
from fuzzing.targets import KEPT, Target, targets

TOP = Path(__file__).parents[1]
SLOW = 10.0
"""Seconds for a megabyte after which an input counts as one that breaks its reader."""


def main() -> int:
    """Run it; the number of kinds of faults that were found decides the exit status."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=60, help="for all targets together")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="", help="targets, with commas between them")
    asked.add_argument("--coverage", action="store_true", help="let atheris choose the inputs")
    chosen = asked.parse_args()
    only = set(filter(None, chosen.only.split(",")))
    every = [target for target in targets() if not only or target.name in only]
    if chosen.coverage:
        _led_by_coverage(every[0])
    faults = 0
    for target in every:
        found, tries = run(target, chosen.seconds / len(every), Random(chosen.seed))
        faults += len(found)
        print(f"{target.name:14} {tries:7} tries, {len(found)} kinds of faults", flush=True)
        for where, count in found.items():
            print(f"    {count:5} x {where}", flush=True)
    return bool(faults)


def run(target: Target, seconds: float, dice: Random) -> tuple[Counter[str], int]:
    """Try changed files for some seconds: the kinds of faults, and the number of tries."""
    until, found, tries = time.monotonic() + seconds, Counter[str](), 0
    while time.monotonic() < until:
        data = mutated(dice.choice(target.seeds), dice.choice(target.seeds), dice)
        tries += 1
        fault = fault_of(target, data)
        if fault is not None:
            found[fault] += 1
            if found[fault] == 1:
                _keep(target, data)
    return found, tries


def fault_of(target: Target, data: bytes) -> str | None:
    """What came out that must not, in one line; None when all is well."""
    begun = time.perf_counter()
    try:
        target.check(data)
    except Exception as error:  # noqa: BLE001 (every kind is what is looked for)
        steps = traceback.extract_tb(error.__traceback__)
        ours = [step for step in steps if step.filename.startswith(str(TOP))]
        at = Path(ours[-1].filename).relative_to(TOP)
        return f"{type(error).__name__} at {at}:{ours[-1].lineno}"
    seconds = time.perf_counter() - begun
    if seconds > SLOW * (1 + len(data) / 1e6):
        return f"slow: {seconds:.0f} s for {len(data):,} bytes"
    return None


def _keep(target: Target, data: bytes) -> None:
    folder = KEPT / target.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


def _led_by_coverage(target: Target) -> None:
    import atheris

    atheris.instrument_all()
    atheris.Setup(sys.argv[:1], target.check)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
