"""What birth dates, nationalities and gender are worth beside persons' names.

    python bench/second_identifiers.py [--fit] [--write]

On the lists of NAMEWARDEN_HOME, pairs of entries of two lists:

``same``       two persons with one passport number (and the same country, where both give it) on
               two lists, both with a birth date;
``namesakes``  two persons of one list, which has an entry for each, whose names reach the default
               threshold, both with a birth date, and no passport number and no birth date in
               common: publishers list persons twice, and with one birth date it was always that.

One entry of a pair is asked for by its primary name, the other is looked at: by the names alone,
and with what the list says beside them. Told are precision, recall and F1 at the default threshold
and at the best one, for reviews and for matches. Namesakes who are written in the same words stay
reviews, whatever their birth dates: a contradiction never hides those.

``--fit`` tells the weights that a logistic model gives the verdicts, with the names' own log odds
as they are; ``matcher/particulars/weights.py`` was drawn from them.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from matcher.comparison.model import model
from matcher.identifiers.recognise import normal_of
from matcher.particulars.compare import compare
from matcher.particulars.listed import line_of, read_line
from matcher.search.match import Policy, match_queries
from records import Entity, Kind, Query
from screening.engine.engine import Engine
from store import Home

RESULTS = Path(__file__).parent / "results"
PASSPORTS = ("passport",)
LEAST_DIGITS = 6


class Pair(NamedTuple):
    """Two entries, whether they are one person, and the scores of the first's name and all."""

    asked: Entity
    listed: Entity
    same: bool
    names: float
    whole: float


def asked_for(entity: Entity, *, whole: bool) -> Query:
    """An entry as a customer: its main name, and with ``whole`` what is known of the person."""
    name = entity.names[0].text
    if not whole:
        return Query(name=name, kind=Kind.PERSON)
    about = entity.genders[0] if len(entity.genders) == 1 else None
    return Query(
        name=name,
        kind=Kind.PERSON,
        birth_dates=tuple(f"{d}~" if d in entity.circa else d for d in entity.birth_dates),
        birth_places=entity.birth_places,
        nationalities=entity.nationalities,
        gender=about,
    )


def passports(entity: Entity) -> Iterator[tuple[str, str | None]]:
    """Numbers and countries of an entry's passports."""
    for one in entity.identifiers:
        value = normal_of(one.type, one.value)
        if one.type in PASSPORTS and sum(letter.isdigit() for letter in value) >= LEAST_DIGITS:
            yield value, one.country


def by_passport(persons: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Entries of two lists with one passport."""
    holders: dict[str, list[tuple[Entity, str | None]]] = defaultdict(list)
    for entity in persons:
        for number, country in dict.fromkeys(passports(entity)):
            holders[number].append((entity, country))
    seen = set()
    for found in holders.values():
        for one, country in found:
            for other, its in found:
                key = one.id, other.id
                if one.source < other.source and key not in seen and country_fits(country, its):
                    seen.add(key)
                    yield one, other


def country_fits(one: str | None, other: str | None) -> bool:
    """Whether two countries of issue may be one."""
    return one is None or other is None or one == other


def scores(
    engine: Engine, queries: Sequence[Query], others: Sequence[set[str]]
) -> list[dict[str, float]]:
    """For each query the scores of some entries, 0 where they are not found at all."""
    policy = Policy(0.2, 200)
    ids = engine.index.entity_ids
    found = match_queries(queries, engine.finder, policy)
    return [
        {ids[one.entity]: one.score for one in matches if ids[one.entity] in wanted}
        for matches, wanted in zip(found, others, strict=True)
    ]


def pairs_of(engine: Engine) -> list[Pair]:
    """All pairs, with their scores."""
    persons = [
        entity
        for number in range(engine.index.entity_count)
        if (entity := engine.entity(number)).kind is Kind.PERSON and entity.names
    ]
    by_id = {entity.id: entity for entity in persons}
    same = [pair for pair in by_passport(persons) if all(one.birth_dates for one in pair)]
    wanted: dict[str, set[str]] = defaultdict(set)
    for one, other in same:
        wanted[one.id].add(other.id)
    namesakes = list(_namesakes(engine, [one for one in persons if one.birth_dates], by_id))
    for one, other in namesakes:
        wanted[one.id].add(other.id)
    askers = [by_id[id_] for id_ in wanted]
    both = [
        scores(engine, [asked_for(one, whole=whole) for one in askers], list(wanted.values()))
        for whole in (False, True)
    ]
    place = {entity.id: number for number, entity in enumerate(askers)}
    return [
        Pair(
            one,
            other,
            is_same,
            *(found[place[one.id]].get(other.id, 0.0) for found in both),
        )
        for is_same, group in ((True, same), (False, namesakes))
        for one, other in group
    ]


def _namesakes(
    engine: Engine, persons: Sequence[Entity], by_id: dict[str, Entity]
) -> Iterator[tuple[Entity, Entity]]:
    queries = [asked_for(one, whole=False) for one in persons]
    ids = engine.index.entity_ids
    policy = Policy(model().threshold, 50)
    for one, found in zip(persons, match_queries(queries, engine.finder, policy), strict=True):
        numbers = {number for number, _ in passports(one)}
        for match in found:
            other = by_id.get(ids[match.entity])
            if (
                other is None
                or not other.birth_dates
                or other.id == one.id
                or other.source != one.source
            ):
                continue
            if set(one.birth_dates) & set(other.birth_dates):
                continue
            if numbers.isdisjoint(number for number, _ in passports(other)):
                yield one, other


def figures(pairs: Sequence[Pair], values: Sequence[float], threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of the pairs from a score on."""
    hits = [pair.same for pair, value in zip(pairs, values, strict=True) if value >= threshold]
    right, all_same = sum(hits), sum(pair.same for pair in pairs)
    precision, recall = right / max(1, len(hits)), right / max(1, all_same)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"threshold": threshold, "precision": precision, "recall": recall, "f1": f1}


def table(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """The figures by names alone and with all."""
    found = {}
    steps = np.arange(0.5, 1.0, 0.005).round(3).tolist()
    for what, values in (
        ("names", [pair.names for pair in pairs]),
        ("with particulars", [pair.whole for pair in pairs]),
    ):
        found[f"{what}, review"] = figures(pairs, values, model().threshold)
        found[f"{what}, match"] = figures(pairs, values, model().sure)
        best = max((figures(pairs, values, step) for step in steps), key=lambda one: one["f1"])
        found[f"{what}, best"] = best
    return found


def fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    """The weight of each verdict, with the names' log odds as they are (ridge, by Newton's way)."""
    rows = [compare(asked_for(p.asked, whole=True), read_line(line_of(p.listed))) for p in pairs]
    labels = [[f"{one.what} {one.verdict} {one.odds:+.1f}" for one in row] for row in rows]
    names = sorted({label for row in labels for label in row if " unknown " not in label})
    x = np.array([[float(name in row) for name in names] + [1.0] for row in labels])
    y = np.array([pair.same for pair in pairs], dtype=float)
    clipped = [min(max(pair.names, 0.02), 0.98) for pair in pairs]
    offset = np.array([log(value / (1 - value)) for value in clipped])
    share = np.where(y > 0, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(offset + x @ weights)))
        gradient = x.T @ (share * (y - p)) - weights
        hessian = (x * (share * p * (1 - p))[:, None]).T @ x + np.eye(x.shape[1])
        step = np.linalg.solve(hessian, gradient)
        weights += step / max(1.0, float(np.abs(step).max()))
    counts = x.sum(axis=0).astype(int).tolist()
    same = (x * y[:, None]).sum(axis=0).astype(int).tolist()
    for name, weight, count, true in zip([*names, "intercept"], weights, counts, same, strict=True):
        print(f"{name:32} {weight:+.2f}   {true} of {count} are one person")
    return dict(zip(names, weights.tolist(), strict=False))


def main() -> None:
    """Measure, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--fit", action="store_true")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    engine = Engine.open(Home.default())
    pairs = pairs_of(engine)
    same = sum(pair.same for pair in pairs)
    print(f"{same} pairs of one person, {len(pairs) - same} of namesakes")
    found = table(pairs)
    for what, values in found.items():
        print(f"{what:28}", "  ".join(f"{key} {value:.3f}" for key, value in values.items()))
    if asked.fit:
        fitted(pairs)
    if asked.write:
        today = datetime.now(UTC).date().isoformat()
        said = {"date": today, "same": same, "namesakes": len(pairs) - same, "figures": found}
        path = RESULTS / f"second_identifiers_{today}.json"
        path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
