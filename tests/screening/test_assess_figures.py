"""The sample, and the figures made of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from records import Kind, NameKind
from screening.assess.alarms import alarms_by
from screening.assess.listed import ListedRecord
from screening.assess.outcomes import Outcome
from screening.assess.report.words import rounded_down
from screening.assess.results import Results, load, save
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


def test_a_score_just_below_the_threshold_does_not_look_as_if_it_reached_it() -> None:
    assert [rounded_down(score) for score in (0.7999, 0.8, 0.29, 1.0)] == [
        "0.79", "0.80", "0.29", "1.00",
    ]  # fmt: skip


def test_alarms_are_counted_for_each_list_that_has_a_hit_and_by_the_script_asked_in() -> None:
    clean = ListedRecord(
        entity_id="", list="", kind=Kind.PERSON, name="Иван", strength=NameKind.PRIMARY
    )
    trial = Trial(channel="name", way="exact", group="", severity=0, record=clean, written="Ivan")
    both = Outcome(trial=trial, first_id="a:1", first_score=0.9, by_list=(("a", 0.9), ("b", 0.7)))
    none = Outcome(trial=trial)
    found = alarms_by([both, none], [both], 0.6)
    assert [(label, plain.rate) for label, plain, _ in found["list"]] == [("a", 0.5), ("b", 0.5)]
    assert [(label, plain.trials) for label, plain, _ in found["script"]] == [("Latn", 2)]
    at = {label: plain.rate for label, plain, _ in alarms_by([both, none], [], 0.8)["list"]}
    assert at == {"a": 0.5, "b": 0.0}


def test_results_keep_the_lists_of_a_hit_and_those_of_an_earlier_version_are_read(
    tmp_path: Path,
) -> None:
    clean = ListedRecord(
        entity_id="", list="", kind=Kind.PERSON, name="Ivan", strength=NameKind.PRIMARY
    )
    trial = Trial(channel="name", way="exact", group="", severity=0, record=clean, written="Ivan")
    one = Outcome(trial=trial, first_score=0.9, by_list=(("a", 0.9), ("b", 0.7)))
    path = tmp_path / "assess.json"
    save(Results(facts={"threshold": 0.8}, outcomes=[one]), path, {})
    assert load(path).outcomes == [one]
    data = json.loads(path.read_text(encoding="utf-8"))
    data["columns"].pop()
    data["trials"] = [cells[:-1] for cells in data["trials"]]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert load(path).outcomes == [replace(one, by_list=())]
