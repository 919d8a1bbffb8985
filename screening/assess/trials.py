"""Trials: names of the sample and ordinary names, each written in ways."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from screening.assess.listed import ListedRecord
from screening.assess.ways import Way

NAME, ROW, PAYMENT, DOCUMENT = "name", "row", "payment", "document"
CHANNELS = (NAME, ROW, PAYMENT, DOCUMENT)
RARE = 100
"""Names of the sample on which a way makes sense; with fewer, it is tried on names drawn for it
from all of the lists."""
EXACT = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One name, written in one way and handed in through one channel."""

    channel: str
    way: str
    group: str
    severity: int
    record: ListedRecord
    written: str
    excuse: str = ""
    """Why a miss is defensible; empty where it is not."""
    text: str = ""
    """What was handed in, where that is more than the name: a sentence, a message."""
    start: int = 0
    """Where the name stands in it, in code points."""
    end: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same trial in another run."""
        record = self.record
        return (self.channel, self.way, record.entity_id, record.name, self.written, self.text)


def trial(way: Way, record: ListedRecord, written: str) -> Trial:
    """A name handed in by itself."""
    return Trial(
        channel=NAME,
        way=way.name,
        group=way.group,
        severity=way.severity,
        record=record,
        written=written,
        excuse=way.excuses(record) if record.listed else "",
    )


def write_names(
    sample: Sequence[ListedRecord],
    everything: Sequence[ListedRecord],
    ways: Sequence[Way],
    *,
    seed: int,
    per_way: int,
) -> list[Trial]:
    """Write names in ways.

    Args:
        sample: the names.
        everything: all names that there are, for ways that make sense on few of them.
        ways: the ways.
        seed: the same one gives the same trials.
        per_way: at most so many for one way; ``exact`` is tried on every name of the sample.

    Returns:
        The trials, way by way.
    """
    made: list[Trial] = []
    for way in ways:
        most = len(sample) if way.name == EXACT else per_way
        found = _of(way, sample, seed, most)
        if len(found) < min(RARE, per_way) and everything:
            drawn = _of(way, everything, seed, min(RARE, per_way))
            # Drawn at random from all: each stands for as many as every other.
            found = [replace(one, record=replace(one.record, weight=1.0)) for one in drawn]
        made += found
    return made


def _of(way: Way, names: Sequence[ListedRecord], seed: int, most: int) -> list[Trial]:
    rng = random.Random(f"{seed} {way.name}")
    order = list(range(len(names)))
    rng.shuffle(order)
    found: list[Trial] = []
    for number in order:
        if len(found) >= most:
            break
        written = way.written(names[number], rng)
        if written is not None:
            found.append(trial(way, names[number], written))
    return found
