"""A stratified sample of all published names of the lists in use.

Strata are list, kind, script, strength of the name and its length; within one, names are taken at
equal steps in the order of their programmes, so that these are spread as they are on the list. Each
stratum gives in proportion to the square root of its size (power allocation, Bankier 1988), so that
small lists and rare scripts are seen at all; every name has the weight that makes up for it.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt

from records import Entity
from screening.assess.listed import ListedRecord
from screening.engine.engine import Engine
from store.entities import entities

_POWER = sqrt


def population(engine: Engine) -> list[ListedRecord]:
    """Every published name of the lists that the engine looks on, once for each entry.

    Raises:
        StoreError: a list's files are lost or damaged.
    """
    return [
        record
        for snapshot in engine.snapshots
        if snapshot.source in engine.chosen
        for entity in entities(snapshot)
        for record in records_of(entity)
    ]


def records_of(entity: Entity) -> list[ListedRecord]:
    """The names of an entry, each once, with what the entry says of itself."""
    texts = dict.fromkeys(" ".join(name.text.split()) for name in entity.names)
    strength = {" ".join(name.text.split()): name.kind for name in reversed(entity.names)}
    return [
        ListedRecord(
            entity_id=entity.id,
            list=entity.source,
            kind=entity.kind,
            name=text,
            strength=strength[text],
            programme=entity.programmes[0] if entity.programmes else "",
            country=entity.countries[0] if entity.countries else None,
            others=tuple(other for other in texts if other != text),
        )
        for text in texts
        if text
    ]


def draw(names: Iterable[ListedRecord], *, size: int, seed: int) -> list[ListedRecord]:
    """Draw a sample.

    Args:
        names: all published names.
        size: how many to draw; all of them where there are no more.
        seed: the same one draws the same names.

    Returns:
        In the order of strata, each with its weight; the weights add up to the number of names.
    """
    strata: dict[tuple[str, ...], list[ListedRecord]] = defaultdict(list)
    for record in names:
        of = (record.list, record.kind, record.script, record.strength, record.length)
        strata[of].append(record)
    shares = _shares({key: len(members) for key, members in strata.items()}, size)
    drawn: list[ListedRecord] = []
    for key in sorted(strata):
        members, count = strata[key], shares[key]
        rng = random.Random(f"{seed} {' '.join(key)}")
        drawn += [
            replace(record, weight=len(members) / count) for record in _spread(members, count, rng)
        ]
    return drawn


def _shares(sizes: dict[tuple[str, ...], int], size: int) -> dict[tuple[str, ...], int]:
    """How many of each stratum: at least one, at most all, together about ``size``."""
    if size >= sum(sizes.values()):
        return dict(sizes)
    left, rest = dict(sizes), size
    shares: dict[tuple[str, ...], int] = {}
    while left:
        total = sum(map(_POWER, left.values()))
        full = [key for key, count in left.items() if rest * _POWER(count) / total >= count]
        for key in full:
            shares[key] = left.pop(key)
            rest -= shares[key]
        if not full:
            return shares | {
                key: max(1, round(rest * _POWER(count) / total)) for key, count in left.items()
            }
    return shares


def _spread(members: Sequence[ListedRecord], count: int, rng: random.Random) -> list[ListedRecord]:
    """So many of them at equal steps in the order of programmes."""
    mixed = sorted(members, key=lambda record: (record.entity_id, record.name))
    rng.shuffle(mixed)
    mixed.sort(key=lambda record: record.programme)
    step = len(mixed) / count
    start = rng.random() * step
    return [mixed[min(int(start + number * step), len(mixed) - 1)] for number in range(count)]
