"""``namewarden diff``, from end to end."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from program import Program
from support.publisher import eu_list

from screening.updates.update import update
from store import Home
from store.catalogue import Catalogue

pytest_plugins = ["program_fixtures"]
EDITIONS = {"2026-01-10": 20, "2026-01-11": 21, "2026-01-12": 19}
Counts = dict[str, int]


@pytest.fixture(scope="module")
def three_editions(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home that has had three editions of the EU's list, and one of the UN's."""
    folder = tmp_path_factory.mktemp("three")
    home = Home(folder / "home")
    for day, entities in EDITIONS.items():
        (folder / "list.xml").write_bytes(eu_list(entities, day))
        (result,) = update(
            home,
            (),
            from_path=folder / "list.xml",
            accept_excerpts=True,
            notify=print,
            prepare=lambda home, notify: None,
        )
        assert result.status == "updated"
    return home


@pytest.fixture
def diff(three_editions: Home, tmp_path: Path) -> Program:
    return Program(three_editions.path, tmp_path)


def counts(run: Program, *asked: str) -> tuple[int, int]:
    ran = run("diff", *asked)
    assert ran.status == 0, ran.err
    (answer,) = ran.answers
    assert answer["list"] == "eu_fsf"
    assert answer["counts"]["added"] == len(answer["added"])
    return answer["counts"]["added"], answer["counts"]["removed"]


def test_nothing_and_a_lists_name_mean_the_edition_before(diff: Program) -> None:
    assert counts(diff) == counts(diff, "eu_fsf") == (0, 2)


def test_one_edition_is_compared_with_the_one_in_use(diff: Program) -> None:
    assert counts(diff, "eu_fsf@2026-01-10") == (0, 1)


def test_two_editions_are_told_by_date_or_hash(diff: Program, three_editions: Home) -> None:
    first, second, _ = (
        item.snapshot.sha256 for item in Catalogue(three_editions).history("eu_fsf")
    )
    assert counts(diff, f"eu_fsf@{first[:8]}", "eu_fsf@2026-01-11") == (1, 0)
    assert counts(diff, f"eu_fsf@{second}", "eu_fsf") == (0, 2)


def test_a_date_means_what_was_in_use_then(diff: Program) -> None:
    assert counts(diff, "2020-01-01", f"{datetime.now(UTC):%Y-%m-%d}") == (19, 0)


def test_files_need_not_be_loaded(diff: Program, tmp_path: Path) -> None:
    for day, entities in EDITIONS.items():
        (tmp_path / f"{day}.xml").write_bytes(eu_list(entities, day))
    assert counts(diff, "2026-01-10.xml", "2026-01-11.xml") == (1, 0)
    assert counts(diff, "2026-01-11.xml") == (0, 2)


def test_the_first_file_of_a_set_is_compared_with_another_alone(
    diff: Program, data: Path, tmp_path: Path
) -> None:
    rows = (data / "us_ofac_sdn" / "csv" / "sdn.csv").read_bytes().split(b"\r\n")
    (tmp_path / "old.csv").write_bytes(b"\r\n".join(rows[1:]))
    (tmp_path / "new.csv").write_bytes(b"\r\n".join(rows))
    ran = diff("diff", "old.csv", "new.csv")
    (answer,) = ran.answers
    assert (answer["counts"]["added"], answer["counts"]["removed"]) == (1, 0)
    assert "old.csv: read alone; what is in alt.csv, add.csv" in ran.err
    ran = diff("diff", "old.csv", str(data / "us_ofac_sdn" / "csv"))
    assert (ran.status, ran.out) == (2, "")
    assert "only one side has alt.csv" in ran.err


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        (("soup",), 2, "not a list in use, a date, a file or a folder"),
        (("eu_fsf@1999-01-01",), 2, "expected one of: eu_fsf@2026-01-10, eu_fsf@2026-01-11"),
        (("eu_fs@1999-01-01",), 2, "Did you mean 'eu_fsf'"),
        (("2026-13-40",), 2, "is not a date"),
        (("broken.xml", "eu_fsf"), 1, "broken.xml: empty, not a known list"),
        (("eu_fsf@2026-01-10", "2020-01-01"), 2, "no edition was in use (on 2020-01-01)"),
        (("2020-01-01", "--lists", "un_sc"), 2, "no list in common"),
    ],
)
def test_what_is_no_edition_is_one_clear_line(
    diff: Program, tmp_path: Path, asked: tuple[str, ...], status: int, words: str
) -> None:
    (tmp_path / "broken.xml").write_bytes(b"")
    ran = diff("diff", *asked)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.count("\n") == 1
    assert words in ran.err


def test_a_page_is_for_diff_and_not_for_match(diff: Program) -> None:
    ran = diff("diff", "--format", "html")
    assert ran.out.startswith("<!DOCTYPE html>")
    assert "Company number 20" in ran.out
    ran = diff("match", "x", "--format", "html")
    assert (ran.status, ran.out) == (2, "")
    assert "'html' is none of: table, json, jsonl, csv." in ran.err


def test_ofacs_list_of_parties_alone_in_spring_2024(diff: Program, full_lists: Path) -> None:
    folder = full_lists / "us_ofac" / "original" / "csv_daily"
    ran = diff("diff", str(folder / "sdn_2024-04-26.csv"), str(folder / "sdn_2024-05-03.csv"))
    (answer,) = ran.answers
    assert (answer["counts"]["added"], answer["counts"]["removed"]) == (305, 8)
