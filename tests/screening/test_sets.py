"""An edition of several files is taken whole or not at all."""

import gzip
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lists.us_ofac import CONSOLIDATED, SDN
from screening.updates.update import UpdateResult, update
from store import Home, entities
from store.catalogue import Catalogue

SDN_NAMES = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
CONS_NAMES = ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv")


def nothing(home: Home, *, notify: Callable[[str], None]) -> None:
    """In place of building the index, which is another test's matter."""


def take(home: Home, path: Path, *names: str) -> tuple[UpdateResult, ...]:
    return update(home, names, from_path=path, notify=print, accept_excerpts=True, prepare=nothing)


@pytest.fixture
def folder(data: Path, tmp_path: Path) -> Path:
    """A folder with the CSV files of both of OFAC's lists."""
    target = tmp_path / "files"
    target.mkdir()
    for name in ("us_ofac_sdn", "us_ofac_cons"):
        for path in (data / name / "csv").glob("*.csv"):
            shutil.copyfile(path, target / path.name)
    return target


def test_eight_files_are_two_lists(home: Home, folder: Path) -> None:
    results = take(home, folder)
    assert [(r.source, r.status) for r in results] == [
        ("us_ofac_cons", "updated"),
        ("us_ofac_sdn", "updated"),
    ]
    counts = {s.source: (s.entities, s.names) for s in Catalogue(home).active()}
    assert counts["us_ofac_cons"][0] == 10
    assert counts["us_ofac_sdn"][0] == 14
    for snapshot in Catalogue(home).active():
        assert sum(1 for _ in entities(snapshot)) == snapshot.entities


def test_members_are_told_by_what_is_in_them(home: Home, folder: Path) -> None:
    for number, path in enumerate(sorted(folder.iterdir())):
        path.rename(folder / f"file{number}.txt")
    assert [r.status for r in take(home, folder)] == ["updated", "updated"]


def test_packed_members_are_read_as_they_are(home: Home, folder: Path) -> None:
    plain = {r.source: r.snapshot for r in take(home, folder)}
    for path in list(folder.iterdir()):
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    for result in take(home, folder):
        assert result.status == "unchanged"
        assert result.snapshot == plain[result.source]


@pytest.mark.parametrize(
    ("of", "names"), [(SDN, SDN_NAMES), (CONSOLIDATED, CONS_NAMES)], ids=["sdn", "cons"]
)
def test_hash_of_a_set_is_that_of_its_files_hashes(
    home: Home, folder: Path, of: "object", names: tuple[str, ...]
) -> None:
    hashes = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names]
    expected = hashlib.sha256("".join(f"{each}\n" for each in hashes).encode()).hexdigest()
    assert expected in {r.snapshot.sha256 for r in take(home, folder) if r.snapshot}


def test_all_files_of_a_set_are_kept_as_published(home: Home, folder: Path) -> None:
    (result,) = take(home, folder, "us_ofac_sdn")
    assert result.snapshot is not None
    for name in SDN_NAMES:
        raw = result.snapshot.folder / f"raw-{name}.gz"
        assert gzip.decompress(raw.read_bytes()) == (folder / name).read_bytes()


@pytest.mark.parametrize("missing", SDN_NAMES[1:])
def test_a_set_without_one_of_its_files_is_refused_and_the_copy_in_use_stays(
    home: Home, folder: Path, missing: str
) -> None:
    (before,) = take(home, folder, "us_ofac_sdn")
    (folder / missing).unlink()
    (result,) = take(home, folder, "us_ofac_sdn")
    assert result.status == "failed"
    assert f"without {missing}: an edition is all 4 files" in result.message
    assert result.snapshot == before.snapshot


def test_a_file_of_no_bytes_is_no_member(home: Home, folder: Path) -> None:
    """It was a real day's download."""
    (folder / "alt.csv").write_bytes(b"")
    (result,) = take(home, folder, "us_ofac_sdn")
    assert result.status == "failed"
    assert "without alt.csv; alt.csv: empty" in result.message


def test_a_lone_sdn_csv_is_refused_in_one_line(home: Home, folder: Path) -> None:
    (result,) = update(home, (), from_path=folder / "sdn.csv", notify=lambda _: None)
    assert (result.source, result.status) == ("us_ofac_sdn", "failed")
    assert "sdn.csv without alt.csv, add.csv, sdn_comments.csv" in result.message
    assert "Put them in one folder" in result.message
    assert "\n" not in result.message
    assert not Catalogue(home).active()


def test_a_lone_sdn_csv_never_replaces_a_set_in_silence(home: Home, folder: Path) -> None:
    """As an excerpt it is taken, but not where names would be lost by it."""
    (whole,) = take(home, folder, "us_ofac_sdn")
    (alone,) = take(home, folder / "sdn.csv")
    assert (whole.status, alone.status) == ("updated", "failed")
    assert "names" in alone.message
    assert alone.snapshot == whole.snapshot


def test_comments_may_have_no_rows(home: Home, folder: Path) -> None:
    (folder / "sdn_comments.csv").write_bytes(b"\x1a")
    assert [r.status for r in take(home, folder, "us_ofac_sdn")] == ["updated"]


def test_two_files_for_one_member_are_not_guessed_at(home: Home, folder: Path) -> None:
    shutil.copyfile(folder / "alt.csv", folder / "alt_old.csv")
    (result,) = take(home, folder, "us_ofac_sdn")
    assert "several files for one: alt.csv, alt_old.csv" in result.message


def test_a_set_beside_the_same_list_in_one_file_is_not_guessed_at(
    home: Home, folder: Path, data: Path
) -> None:
    shutil.copyfile(data / "us_ofac_sdn" / "sample.xml", folder / "list.xml")
    (result,) = take(home, folder, "us_ofac_sdn")
    assert "5 files for one list" in result.message


def test_a_table_of_something_else_is_left_out(home: Home, folder: Path) -> None:
    (folder / "customers.csv").write_bytes(b'1,2,"aka","ACME",x\r\n2,3,"aka","OTHER",x\r\n')
    assert [r.status for r in take(home, folder)] == ["updated", "updated"]


def test_a_cut_member_is_refused_and_every_file_kept_aside(home: Home, folder: Path) -> None:
    alt = (folder / "alt.csv").read_bytes()
    (folder / "alt.csv").write_bytes(alt[: len(alt) // 2])
    (result,) = take(home, folder, "us_ofac_sdn")
    assert "alt.csv" in result.message
    assert result.status == "failed"
    assert len(list((home.rejected / "us_ofac_sdn").iterdir())) == 4


def test_advanced_xml_of_either_list_finds_its_place(
    home: Home, data: Path, tmp_path: Path
) -> None:
    text = (data / "us_ofac_sdn" / "sample.xml").read_text(encoding="utf-8")
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    other = text.replace(">SDN List<", ">Consolidated List<")
    (tmp_path / "b.xml").write_text(other, encoding="utf-8")
    assert [(r.source, r.status) for r in take(home, tmp_path)] == [
        ("us_ofac_cons", "updated"),
        ("us_ofac_sdn", "updated"),
    ]


def test_the_other_list_under_this_ones_name_is_refused(
    home: Home, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "SDN.XML"
    shutil.copyfile(data / "us_ofac_cons" / "classic.xml", path)
    (result,) = take(home, path, "us_ofac_sdn")
    assert (result.status, "us_ofac_cons" in result.message) == ("failed", True)
