"""The sample, and the figures made of it."""

import pytest

from records import Kind, NameKind
from screening.assess.listed import ListedRecord
from screening.assess.outcomes import Outcome
from screening.assess.sample import draw
from screening.assess.statistics import curve, rate, wilson
from screening.assess.trials import Trial


def record(
    number: int, name: str, *, of: str = "eu_fsf", kind: Kind = Kind.ORGANIZATION
) -> ListedRecord:
    return ListedRecord(
        entity_id=f"{of}:{number}",
        list=of,
        kind=kind,
        name=name,
        strength=NameKind.PRIMARY,
        programme=f"P{number % 3}",
    )


def population() -> list[ListedRecord]:
    many = [record(n, f"Orion Valve Works {n}") for n in range(900)]
    few = [record(n, f"Лебедь {n}", kind=Kind.PERSON) for n in range(90)]
    return [*many, *few, record(0, "STAR", of="un_sc", kind=Kind.VESSEL)]


def test_a_sample_stands_for_all_names() -> None:
    drawn = draw(population(), size=100, seed=1)
    assert 95 <= len(drawn) <= 105
    assert sum(one.weight for one in drawn) == pytest.approx(991)


def test_small_strata_are_in_a_sample() -> None:
    drawn = draw(population(), size=50, seed=1)
    assert {one.list for one in drawn} == {"eu_fsf", "un_sc"}
    assert sum(one.kind is Kind.PERSON for one in drawn) >= 8


def test_programmes_are_spread_as_they_are_on_the_list() -> None:
    drawn = draw([record(n, f"Orion Valve Works {n}") for n in range(100, 999)], size=30, seed=1)
    counts = [sum(one.programme == f"P{p}" for one in drawn) for p in range(3)]
    assert counts == [10, 10, 10]


def test_the_same_seed_draws_the_same_names() -> None:
    first, again, other = (draw(population(), size=40, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_no_more_names_are_drawn_than_there_are() -> None:
    drawn = draw(population(), size=5_000, seed=1)
    assert len(drawn) == len({(one.entity_id, one.name) for one in drawn}) == 991


def test_wilsons_interval_is_as_published() -> None:
    # Newcombe 1998, table I: 81 of 263 and 0 of 20.
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0.0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_a_rate_weighs_its_cases_and_widens_its_interval_for_it() -> None:
    even = rate("", [(True, 1.0)] * 5 + [(False, 1.0)] * 5)
    uneven = rate("", [(True, 1.0)] * 5 + [(False, 3.0)] * 5)
    assert (even.rate, uneven.rate) == (0.5, 0.25)
    assert (even.hits, even.trials) == (uneven.hits, uneven.trials) == (5, 10)
    plain = wilson(0.25, 10)
    assert uneven.high - uneven.low > plain[1] - plain[0] + 0.02


def test_nothing_tried_is_no_rate() -> None:
    nothing = rate("", ())
    assert (nothing.trials, nothing.low, nothing.high) == (0, 0.0, 1.0)


def test_the_curve_falls_with_the_threshold() -> None:
    trial = Trial(channel="name", way="exact", group="", severity=0, record=record(1, "A"),
                  written="A")  # fmt: skip
    found = [Outcome(trial=trial, score=s / 10, rank=1, first_score=s / 10) for s in range(5, 10)]
    points = {point.threshold: point for point in curve(found, found)}
    assert points[0.5].found == points[0.5].alarms == 1.0
    assert points[0.75].found == 0.4
    assert points[0.95].found == points[0.95].alarms == 0.0


def test_an_entry_behind_ten_others_is_not_found() -> None:
    trial = Trial(channel="name", way="exact", group="", severity=0, record=record(1, "A"),
                  written="A")  # fmt: skip
    assert not Outcome(trial=trial, score=0.99, rank=None).found(0.8)
