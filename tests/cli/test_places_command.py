"""``places``: which regions and countries addresses are looked through for; what a match says."""

import shutil
from pathlib import Path

import pytest
from program import Program

pytest_plugins = ["program_fixtures"]


@pytest.fixture
def run(sample_home: Path, tmp_path: Path) -> Program:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    return Program(home, tmp_path)


def test_places_are_listed_added_and_removed_and_a_match_follows(run: Program) -> None:
    listed = {one["place_id"]: one for one in run("places", "list").answers}
    assert listed["UA-43"]["watched"]
    assert listed["UA-43"]["basis"][0]["act"] == "Executive Order 13685"
    asked = ("match", "Brightwater Foods", "--address", "ul. Kirova 1, Kerch, Crimea")
    found = run(*asked)
    assert found.status == 3
    assert [one["place_id"] for one in found.answers[0]["places"]] == ["UA-43"]
    shown = run(*asked, "--format", "table").out
    assert "place match" in shown
    assert "Executive Order 13685, since 2014-12-19" in shown
    assert run("places", "remove", "UA-43", "--reason", "policy").status == 0
    less = run(*asked)
    assert (less.status, less.answers[0]["places"]) == (0, [])
    assert less.answers[0]["settings"]["places"] == ["UA-40", "UA-14", "UA-09", "UA-65", "UA-23"]
    assert run("places", "reset", "--reason", "as it was").status == 0
    assert run(*asked).status == 3


def test_what_is_no_place_is_refused_in_one_line(run: Program) -> None:
    wrong = run("places", "add", "Krim", "--reason", "x")
    assert wrong.status == 2
    assert wrong.err.startswith("namewarden: 'Krim' is no region that is known here")
    assert run("places", "add", "KP").status == 2
