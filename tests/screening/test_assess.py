"""An assessment on the excerpts, from the sample to the reports."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from records import Settings, SpanHit, UsageError
from screening.assess.channels.documents import KINDS
from screening.assess.compare import GONE, compare
from screening.assess.coverage import coverage
from screening.assess.floors import below, floors_of
from screening.assess.ordinary import ordinary
from screening.assess.outcomes import Outcome
from screening.assess.report import FILES, write_reports
from screening.assess.results import Results, load
from screening.assess.run import AssessmentPlan, assess
from screening.assess.sample import population
from screening.assess.sides import NOW, Runner, Side, side_of
from screening.assess.summary import misses, summarised
from screening.assess.their_file import answer_file, rates_of, write_answers
from screening.assess.ways import chosen
from screening.documents.files import File, ScreenRequest, screen_file
from screening.engine.engine import Engine
from screening.engine.settings import settings
from store import Home

WAYS = ("exact", "lower case", "legal form", "letter changed, middle", "account before",
        "address behind", "look-alikes", "words reversed")  # fmt: skip


def quiet(*_said: object) -> None:
    """Nobody listens."""


@pytest.fixture(scope="module")
def engine(opened: Callable[..., Engine], excerpts_home: Home) -> Engine:
    return opened(excerpts_home)


@pytest.fixture(scope="module")
def asked() -> AssessmentPlan:
    return AssessmentPlan(
        settings=settings(threshold=None, limit=10, kinds=None, lists=None, as_of=None),
        ways=chosen(WAYS),
        sample=40,
        per_way=15,
        per_set=3,
    )


@pytest.fixture(scope="module")
def results(engine: Engine, asked: AssessmentPlan) -> Results:
    return assess(engine, asked, workers=1, notify=quiet, progress=quiet)


def test_names_as_published_are_found_and_first(results: Results) -> None:
    summary = summarised(results)
    assert summary.exact.trials >= 40
    assert summary.exact.rate == summary.exact_first.rate == 1.0
    assert summary.alarms_exact.rate < 0.02


def test_every_channel_is_tried(results: Results) -> None:
    assert {one.trial.channel for one in results.outcomes} == {"name", "row", "payment", "document"}
    listed = {one.trial.channel for one in results.outcomes if one.found(0.8)}
    assert listed == {"name", "row", "payment", "document"}


def test_a_miss_has_the_nearest_score_of_its_entry_and_the_reason(results: Results) -> None:
    strict = results.at(0.99)
    missed = [one for one in misses(strict) if one.trial.channel == "name" and one.score]
    assert missed
    assert all(one.score < 0.99 and one.reason and one.matched_name for one in missed)


@pytest.mark.parametrize("threshold", [0.65, 0.97])
def test_texts_screened_once_tell_what_another_threshold_would_find(
    engine: Engine, asked: AssessmentPlan, results: Results, threshold: float
) -> None:
    texts = [one for one in results.outcomes if one.trial.channel in ("payment", "document")]
    answers = [
        screen_file(
            engine,
            File(shown_as="", data=one.trial.text.encode()),
            request=ScreenRequest(settings=_settings_of(one, asked, threshold)),
        )
        for one in texts[::4]
    ]
    assert [one.found(threshold) if one.trial.record.listed else one.alarms(threshold)
            for one in texts[::4]] == [
        any(_counts(item, one) for answer in found for item in answer.hits)
        for one, found in zip(texts[::4], answers, strict=True)
    ]  # fmt: skip


def _settings_of(one: Outcome, asked: AssessmentPlan, threshold: float) -> Settings:
    kinds = KINDS if one.trial.channel == "document" else None
    return replace(asked.settings, threshold=threshold, kinds=kinds)


def _counts(item: SpanHit, one: Outcome) -> bool:
    trial = one.trial
    apart = trial.end and not (item.span.start < trial.end and trial.start < item.span.end)
    wanted = trial.record.entity_id
    return not apart and (not wanted or item.hit.entity_id == wanted)


def test_every_way_in_has_its_curve(results: Results) -> None:
    curves = summarised(results).curve_channels
    assert set(curves) == {"row", "payment", "document"}
    for points in curves.values():
        assert [point.threshold for point in points][:2] == [0.5, 0.51]
        assert points[0].found >= points[-1].found


def test_the_same_seed_makes_the_same_reports_to_the_byte(
    engine: Engine, asked: AssessmentPlan, results: Results, tmp_path: Path
) -> None:
    again = assess(engine, asked, workers=1, notify=quiet, progress=quiet)
    for name, each in (("one", results), ("two", again)):
        write_reports(each, summarised(each), tmp_path / name)
    for file in FILES:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_report_takes_nothing_from_outside(results: Results, tmp_path: Path) -> None:
    write_reports(results, summarised(results), tmp_path)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "http://www.w3.org/2000/svg" in page
    assert all(word not in page for word in ("<script", "src=", "href=", "@import", "url("))


def test_kept_results_are_read_back_whole(results: Results, tmp_path: Path) -> None:
    write_reports(results, summarised(results), tmp_path)
    back = load(tmp_path / "assess.json")
    assert summarised(back) == summarised(results)
    with pytest.raises(UsageError, match="not the results of an assessment"):
        load(tmp_path / "trials.csv")


def test_the_same_engine_changes_nothing(
    engine: Engine, asked: AssessmentPlan, results: Results, tmp_path: Path
) -> None:
    write_reports(results, summarised(results), tmp_path)
    runner = Runner(lambda _date: engine, asked, 1, quiet, quiet)
    before, after = runner.both(side_of(str(tmp_path / "assess.json")), Side(NOW, None))
    found = compare(before, after)
    assert found.trials == len(results.outcomes)
    assert (found.changes, found.ways, found.worse) == ([], [], False)


def test_a_raised_threshold_shows_which_ways_lose_hits(results: Results) -> None:
    found = compare(results, results.at(0.97))
    assert found.worse
    gone = {change.before.trial.way for change in found.changes if change.what == GONE}
    assert {way.way for way in found.ways if way.gone} == gone
    assert "exact" not in gone
    assert all(change.before.reason for change in found.changes)


def test_a_side_is_a_file_a_date_or_now(tmp_path: Path) -> None:
    assert side_of("now@0.85") == Side("now", 0.85)
    assert side_of("2026-01-31").as_of == "2026-01-31"
    with pytest.raises(UsageError, match="not a file of results, a date"):
        side_of("yesterday")
    with pytest.raises(UsageError, match="between 0 and 1"):
        side_of("now@8")


def test_a_way_below_its_floor_is_named(results: Results) -> None:
    floors = floors_of(results)
    assert below(results, floors) == []
    floors["found"]["name: lower case"] = 1.01
    assert [each.way for each in below(results, floors)] == ["name: lower case"]
    with pytest.raises(UsageError, match="another sample"):
        below(results, {**floors, "made_with": {**floors["made_with"], "sample": 7}})


def test_every_published_name_is_looked_for_and_the_lost_ones_are_told(
    engine: Engine, asked: AssessmentPlan
) -> None:
    names = population(engine)
    nobody = replace(names[0], entity_id="eu_fsf:0", name="Blue Lantern Logistics")
    found = coverage(engine, [*names, nobody], asked.settings, workers=1)
    assert found.asked == len(names) + 1
    assert [lost.record.name for lost in found.lost if lost.where == "match"] == [nobody.name]
    assert all(lost.reason for lost in found.lost)


def test_a_test_file_is_answered_in_its_own_columns(
    engine: Engine, asked: AssessmentPlan, tmp_path: Path
) -> None:
    (tmp_path / "test.csv").write_text(
        "No;Test Name;Expected Entry;Type\n"
        "1;Wuhan Global Sensor Technology;us_ofac_sdn:46633;control\n"
        "2;WUHANN GLOBAL SENSOR;Wuhan Global Sensor Technology Co., Ltd.;manipulated\n"
        "3;Blue Lantern Logistics;;clean\n"
        "4;Blue Lantern Shipping;us_ofac_sdn:46633;manipulated\n"
        "5;Wuhan Global Sensor Technology;us_ofac_sdn:999999999;control\n"
        "6;;us_ofac_sdn:46633;baseline\n",
        encoding="utf-8",
    )
    said: list[str] = []
    table, rows = answer_file(
        engine, tmp_path / "test.csv", (), asked.settings, workers=1, notify=said.append
    )
    assert any("baseline. Known are control, manipulated, clean" in each for each in said)
    write_answers(table, rows, tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("No,Test Name,Expected Entry,Type,namewarden_found")
    assert [row[4] for row in csv.reader(lines[1:])] == [
        "yes", "yes", "clean", "no", "no", "not screened",
    ]  # fmt: skip
    assert "on none of the lists" in lines[5]
    assert {each.label: each.hits for each in rates_of(rows)}["manipulated: entry found"] == 1


def test_a_test_file_without_the_columns_is_refused(
    engine: Engine, asked: AssessmentPlan, tmp_path: Path
) -> None:
    (tmp_path / "test.csv").write_text("Test Name,Country\nMahan Air,IR\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no column for the expected"):
        answer_file(engine, tmp_path / "test.csv", (), asked.settings, workers=1, notify=quiet)


def test_ordinary_names_may_be_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("id,name\n1,Blue Lantern\n2,Blue Lantern\n3,\n")
    assert [one.name for one in ordinary(tmp_path / "own.csv", 1)] == ["Blue Lantern"]
    (tmp_path / "bad.csv").write_text("id,firm\n1,Blue Lantern\n")
    with pytest.raises(UsageError, match="no column 'name'"):
        ordinary(tmp_path / "bad.csv", 1)
