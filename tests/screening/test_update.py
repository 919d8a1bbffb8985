"""A new edition replaces the one in use only when it is whole."""

import bz2
import gzip
import json
import lzma
import os
import signal
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support.forked import CAN_FORK, forked
from support.publisher import Answer, eu_list, serving

from lists import SOURCES, source
from records import ListFormatError, StoreError, UnknownListError, UsageError
from screening.report.output import UPDATES
from screening.updates.quarantine import quarantine
from screening.updates.update import UpdateResult, update
from store import EntityFile, Home, entities
from store.catalogue import Catalogue

Import = Callable[..., UpdateResult]


def nothing(home: Home, *, notify: Callable[[str], None]) -> None:
    """In place of building the index, which is another test's matter."""


def take(
    home: Home,
    path: Path,
    *names: str,
    accept_excerpts: bool = True,
    allow_older: bool = False,
    allow_shrunk: bool = False,
) -> tuple[UpdateResult, ...]:
    return update(
        home,
        names,
        from_path=path,
        notify=print,
        accept_excerpts=accept_excerpts,
        allow_older=allow_older,
        allow_shrunk=allow_shrunk,
        prepare=nothing,
    )


@pytest.fixture
def imported(home: Home, tmp_path: Path) -> Import:
    """Import bytes as a file for the EU's list, and return what became of it."""

    def run(content: bytes, name: str = "list.xml", **rules: bool) -> UpdateResult:
        path = tmp_path / name
        path.write_bytes(content)
        (result,) = take(home, path, "eu_fsf", **rules)
        return result

    return run


def active(home: Home) -> dict[str, str | None]:
    return {snapshot.source: snapshot.edition for snapshot in Catalogue(home).active()}


def assert_whole(home: Home) -> None:
    """Every active list can be read, entity by entity, and nothing half-done lies about."""
    for snapshot in Catalogue(home).active():
        assert sum(1 for _ in entities(snapshot)) == snapshot.entities
        with EntityFile(snapshot) as file:
            assert len(file) == snapshot.entities


def leftovers(home: Home) -> list[Path]:
    return [p for p in home.path.rglob("*") if p.name.startswith(".") or "incoming" in p.parts]


def test_both_lists_come_from_a_folder_by_their_content(
    home: Home, data: Path, tmp_path: Path
) -> None:
    for number, name in enumerate(("us_ofac_sdn", "eu_fsf")):
        (tmp_path / f"file{number}.txt").write_bytes((data / name / "sample.xml").read_bytes())
    results = take(home, tmp_path)
    assert [(r.source, r.status) for r in results] == [
        ("eu_fsf", "updated"),
        ("us_ofac_sdn", "updated"),
    ]
    assert active(home) == {"eu_fsf": "2020-04-15", "us_ofac_sdn": "2025-11-19"}
    assert_whole(home)
    assert not leftovers(home)


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zip"])
def test_packed_files_are_read_as_they_are(
    home: Home, imported: Import, tmp_path: Path, kind: str
) -> None:
    plain = imported(eu_list())
    packed: dict[str, Callable[[bytes], bytes]] = {
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "xz": lzma.compress,
    }
    content = eu_list(edition="2026-01-11")
    if kind == "zip":
        with zipfile.ZipFile(tmp_path / "x", "w") as archive:
            archive.writestr("list.xml", content)
        raw = (tmp_path / "x").read_bytes()
    else:
        raw = packed[kind](content)
    result = imported(raw, "no-suffix")
    assert result.status == "updated"
    assert result.snapshot is not None
    assert plain.snapshot is not None
    assert result.snapshot.sha256 != plain.snapshot.sha256
    assert (result.snapshot.folder / f"raw.{kind}").read_bytes() == raw
    assert (plain.snapshot.folder / "raw.gz").read_bytes()[:2] == b"\x1f\x8b"


def test_raw_bytes_are_kept_as_published(imported: Import) -> None:
    snapshot = imported(eu_list()).snapshot
    assert snapshot is not None
    assert gzip.decompress((snapshot.folder / "raw.gz").read_bytes()) == eu_list()
    described = json.loads((snapshot.folder / "snapshot.json").read_text(encoding="utf-8"))
    assert described["sha256"] == snapshot.sha256 == snapshot.folder.name


def test_the_same_content_again_is_unchanged(home: Home, imported: Import) -> None:
    imported(eu_list())
    assert imported(eu_list()).status == "unchanged"
    assert imported(gzip.compress(eu_list())).status == "unchanged"
    assert len(Catalogue(home).history("eu_fsf")) == 1


def test_a_lost_snapshot_folder_is_restored(home: Home, imported: Import) -> None:
    snapshot = imported(eu_list()).snapshot
    assert snapshot is not None
    (snapshot.folder / "entities.jsonl").unlink()
    assert imported(eu_list()).status == "updated"
    assert_whole(home)


BAD = {
    "empty": (b"", "the file is empty, not this list"),
    "html": (b"<!DOCTYPE html><html><title>Sign in</title>", r"an HTML page \(Sign in\)"),
    "error": (b"<Error><Code>NoSuchKey</Code></Error>", r"an XML error document \(NoSuchKey\)"),
    "truncated": (eu_list()[:-300], "not well-formed XML"),
    "gzip": (gzip.compress(eu_list(200))[:-40], "the .gz file is cut short"),
    "gzip early": (gzip.compress(eu_list())[:20], "the .gz file is cut short"),
    "bz2": (bz2.compress(eu_list())[:-10], "the .bz2 file is cut short"),
    "xz": (lzma.compress(eu_list())[:-20], "the .xz file is cut short"),
    "gzip damaged": (gzip.compress(eu_list())[:60] + b"xx" * 50, "the .gz file is damaged"),
    "zip": (b"PK\x03\x04 and no more", "the ZIP archive is damaged"),
    "bomb": (b'<!DOCTYPE x [<!ENTITY a "b">]><export>&a;</export>', "XML of another layout"),
    "binary": (bytes(range(256)), "binary data"),
    "no entities": (eu_list(0), "0 entities, at least 1 expected"),
    "no date": (eu_list(edition="tomorrow!!"), "its date 'tomorrow!!' is not a date"),
    "after the end": (eu_list() + b"<more/>", "not well-formed XML"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_and_the_copy_in_use_stays(
    home: Home, imported: Import, what: str
) -> None:
    imported(eu_list(edition="2026-01-10"))
    content, message = BAD[what]
    result = imported(content)
    assert result.status == "failed"
    assert pytest.raises(AssertionError, match=message).matches(AssertionError(result.message))
    assert "The copy of 2026-01-10 stays in use." in result.message
    assert "\n" not in result.message
    assert active(home) == {"eu_fsf": "2026-01-10"}
    assert_whole(home)
    assert not leftovers(home)


def test_a_refused_file_is_kept_aside_and_named(home: Home, imported: Import) -> None:
    result = imported(eu_list()[:-300])
    (kept,) = home.rejected.rglob("*.xml")
    assert kept.read_bytes() == eu_list()[:-300]
    assert str(kept) in result.message


def test_refused_files_do_not_fill_the_disk(home: Home, imported: Import) -> None:
    for number in range(8):
        imported(eu_list()[: -300 - number])
    assert len(list(home.rejected.rglob("*.xml"))) == 5


def test_refused_files_have_a_limit_of_size_together(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screening.updates.quarantine.MOST_BYTES", 1000)
    for number, size in enumerate((400, 500, 450, 2000)):
        file = tmp_path / f"{number}.xml"
        file.write_bytes(bytes([number]) * size)
        assert (quarantine(home, "eu_fsf", file) is None) == (size > 1000)
        os.utime(next(home.rejected.rglob("*.xml")))
    kept = [each.stat().st_size for each in home.rejected.rglob("*.xml")]
    assert sum(kept) <= 1000
    assert 450 in kept


def test_too_few_entities_mean_a_broken_reader(imported: Import) -> None:
    result = imported(eu_list(812), accept_excerpts=False)
    assert (
        "eu_fsf: 812 entities, at least 4000 expected. This list is not in use." in result.message
    )
    assert result.message.endswith("Is the format new? See docs/lists/eu_fsf.md")


def test_a_list_that_lost_a_tenth_is_refused_unless_allowed(home: Home, imported: Import) -> None:
    imported(eu_list(100))
    assert imported(eu_list(91, "2026-01-11")).status == "updated"
    result = imported(eu_list(81, "2026-01-12"))
    assert "81 entities, 91 in the copy in use: a loss of more than 10%" in result.message
    assert imported(eu_list(81, "2026-01-12"), allow_shrunk=True).status == "updated"


def test_less_of_the_same_edition_is_refused_unless_allowed(home: Home, imported: Import) -> None:
    imported(eu_list(100))
    for fewer in (99, 95):
        result = imported(eu_list(fewer))
        assert result.status == "failed"
        assert f"{fewer} entities where it had 100" in result.message
    assert active(home)["eu_fsf"] == "2026-01-10"
    assert imported(eu_list(101)).status == "updated"
    assert imported(eu_list(95), allow_shrunk=True).status == "updated"
    assert imported(eu_list(94, "2026-01-11")).status == "updated"


def test_an_older_edition_is_refused_unless_allowed(home: Home, imported: Import) -> None:
    imported(eu_list(edition="2026-01-10"))
    result = imported(eu_list(edition="2026-01-09"))
    assert "the edition of 2026-01-09 is older than the copy in use" in result.message
    assert imported(eu_list(edition="2026-01-09"), allow_older=True).status == "updated"
    assert active(home) == {"eu_fsf": "2026-01-09"}


def test_what_was_active_when_can_be_told(home: Home, imported: Import) -> None:
    imported(eu_list(edition="2026-01-10"))
    assert not Catalogue(home).active("2020-01-01")
    assert Catalogue(home).active("2999-01-01")


def test_wrong_file_under_the_right_name_is_refused(home: Home, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "eu_fsf.xml"
    path.write_bytes((data / "us_ofac_sdn" / "sample.xml").read_bytes())
    (result,) = take(home, path, "eu_fsf")
    assert "the file is the list us_ofac_sdn, not this list" in result.message
    assert active(home) == {}


def test_file_of_no_list_is_one_clear_line(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy milk")
    with pytest.raises(
        ListFormatError, match=r"notes.txt: text of another layout.*Nothing was imp"
    ):
        take(home, path)


def test_two_files_for_one_list_are_not_guessed_at(home: Home, tmp_path: Path) -> None:
    for day in ("10", "11"):
        (tmp_path / f"{day}.xml").write_bytes(eu_list(edition=f"2026-01-{day}"))
    (result,) = take(home, tmp_path)
    assert "2 files for one list: 10.xml, 11.xml" in result.message
    assert active(home) == {}


def test_missing_path_and_unknown_list_are_wrong_usage(home: Home, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        take(home, tmp_path / "nowhere")
    with pytest.raises(UnknownListError, match="eu_fsf"):
        take(home, tmp_path, "eu_fs")
    assert not home.database.exists()


def test_an_id_that_comes_twice_keeps_both_entries(home: Home, imported: Import) -> None:
    content = eu_list(3).replace(b'logicalId="3"', b'logicalId="2"')
    snapshot = imported(content).snapshot
    assert snapshot is not None
    assert [e.id for e in entities(snapshot)] == ["eu_fsf:1", "eu_fsf:2", "eu_fsf:2#2"]


def test_index_is_prepared_once_after_the_lists(home: Home, tmp_path: Path) -> None:
    calls = []

    def prepare(home: Home, *, notify: Callable[[str], None]) -> None:
        calls.append(active(home))

    path = tmp_path / "list.xml"
    path.write_bytes(eu_list())
    update(home, [], from_path=path, notify=print, accept_excerpts=True, prepare=prepare)
    assert calls == [{"eu_fsf": "2026-01-10"}]
    path.write_bytes(b"<html>")
    update(home, ["eu_fsf"], from_path=path, notify=print, prepare=prepare)
    assert len(calls) == 1


def test_home_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(StoreError, match=r"cannot be written .* Set NAMEWARDEN_HOME"):
        take(Home(tmp_path / "home"), tmp_path)


PROGRAM = """
import sys, types
# Slow, and not used here.
sys.modules["screening.engine.index_cache"] = types.SimpleNamespace(prepare=None)
from pathlib import Path
from screening.updates.update import update
from store import Home
def nothing(home, *, notify): pass
for result in update(
    Home(Path(sys.argv[1])), [], from_path=Path(sys.argv[2]), notify=lambda line: None,
    accept_excerpts=True, prepare=nothing,
):
    print(result.status, result.message)
"""


def run(home: Home, path: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    program = textwrap.dedent(before) + PROGRAM
    return subprocess.run(
        [sys.executable, "-c", program, str(home.path), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
@pytest.mark.parametrize("limit", [0, 2_000, 20_000, 60_000])
def test_a_full_disk_leaves_the_copy_in_use(
    home: Home, imported: Import, tmp_path: Path, limit: int
) -> None:
    imported(eu_list())
    path = tmp_path / "next.xml"
    path.write_bytes(eu_list(400, "2026-01-11"))
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    done = run(home, path, limits)
    assert done.stdout.startswith("failed eu_fsf: cannot write the home: "), done.stderr
    assert "The copy of 2026-01-10 stays in use." in done.stdout
    assert "Traceback" not in done.stderr
    assert active(home) == {"eu_fsf": "2026-01-10"}
    assert_whole(home)
    assert run(home, path).stdout.startswith("updated")


def run_quickly(home: Home, path: Path, before: str) -> tuple[int, str]:
    """``run`` in a fork where the system can; its status and what it printed."""
    if not CAN_FORK:
        done = run(home, path, before)
        return done.returncode, done.stdout
    asked = [str(home.path), str(path)]
    code = textwrap.dedent(before) + PROGRAM
    status, out, _ = forked(asked, Path.cwd(), os.environ, code=code)
    return status, out.decode()


COUNTED = """
import os, signal, sys
count, last = 0, int({last})
def trace(frame, event, argument):
    global count
    folder = frame.f_code.co_filename.split("/")[-2:-1]
    if event in ("call", "c_call") and folder and folder[0] in ("store", "screening", "lists"):
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
import atexit; atexit.register(lambda: print(count))
sys.setprofile(trace)
"""
NEVER = -1
SHARES = [0.3, 0.9, *(0.96 + 0.04 * step / 5 for step in range(6))]
"""Of all calls of an update; the last 4 % put the new edition in place and switch to it."""


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many calls an update makes when it is not killed."""
    folder = tmp_path_factory.mktemp("calls")
    for edition, count in (("2026-01-10", 20), ("2026-01-11", 30)):
        (folder / "list.xml").write_bytes(eu_list(count, edition))
        counted = COUNTED.format(last=NEVER)
        _, out = run_quickly(Home(folder / "home"), folder / "list.xml", counted)
    return int(out.split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
@pytest.mark.parametrize("share", SHARES)
def test_kill_at_any_point_leaves_a_whole_set(
    home: Home, imported: Import, tmp_path: Path, calls: int, share: float
) -> None:
    """Killed after so many calls: the old edition or the new one is in use, and it is whole."""
    imported(eu_list())
    path = tmp_path / "next.xml"
    path.write_bytes(eu_list(30, "2026-01-11"))
    status, _ = run_quickly(home, path, COUNTED.format(last=max(1, int(share * calls))))
    assert status == -signal.SIGKILL
    assert active(home) in ({"eu_fsf": "2026-01-10"}, {"eu_fsf": "2026-01-11"})
    assert_whole(home)
    assert imported(path.read_bytes(), path.name).status in {"updated", "unchanged"}
    assert active(home) == {"eu_fsf": "2026-01-11"}
    assert_whole(home)
    assert not leftovers(home)


def test_two_updates_at_once_take_turns(home: Home, tmp_path: Path) -> None:
    paths = [tmp_path / f"{day}.xml" for day in (10, 11)]
    for path in paths:
        path.write_bytes(eu_list(300, f"2026-01-{path.stem}"))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(home.path), str(path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for path in paths
    ]
    said = [process.communicate()[0] for process in running]
    assert any(line.startswith("updated") for line in said)
    assert "updated" in said[1]
    assert active(home) == {"eu_fsf": "2026-01-11"}
    assert_whole(home)


def fetched(home: Home, address: str) -> UpdateResult:
    (result,) = update(
        home,
        ["eu_fsf"],
        notify=print,
        accept_excerpts=True,
        prepare=nothing,
        environment={source("eu_fsf").setting: address},
    )
    return result


def test_download_is_checked_stored_and_asked_for_again_only_if_changed(home: Home) -> None:
    first = Answer(
        eu_list(), headers={"ETag": '"one"', "Last-Modified": "Sat, 10 Jan 2026 08:00:00 GMT"}
    )
    with serving(first, Answer(status=304), Answer(eu_list(edition="2026-01-12"))) as server:
        assert fetched(home, server.address).status == "updated"
        assert fetched(home, server.address).status == "unchanged"
        assert server.seen[1]["If-None-Match"] == '"one"'
        assert server.seen[1]["If-Modified-Since"] == "Sat, 10 Jan 2026 08:00:00 GMT"
        assert fetched(home, server.address).status == "updated"
    assert active(home) == {"eu_fsf": "2026-01-12"}


def test_download_of_a_page_that_is_no_list_is_kept_aside(home: Home) -> None:
    with serving(Answer(b"<html><title>Maintenance</title></html>")) as server:
        result = fetched(home, server.address)
    assert result.status == "failed"
    assert "the publisher's answer is an HTML page (Maintenance), not this list" in result.message
    (kept,) = (p for p in home.rejected.rglob("*") if p.is_file())
    assert kept.read_bytes().startswith(b"<html>")
    assert not leftovers(home)


def test_one_list_that_fails_keeps_no_other_from_being_updated(home: Home, data: Path) -> None:
    with (
        serving(Answer(status=403)) as eu,
        serving(Answer((data / "us_ofac_sdn" / "sample.xml").read_bytes())) as us,
    ):
        results = update(
            home,
            [],
            notify=print,
            accept_excerpts=True,
            prepare=nothing,
            environment={each.setting: eu.address for each in SOURCES}
            | {source("us_ofac_sdn").setting: us.address},
        )
    assert [r.source for r in results] == [each.name for each in SOURCES if each.by_default]
    assert [r.source for r in results if r.status != "failed"] == ["us_ofac_sdn"]


def test_without_a_network_one_line_says_what_to_do(home: Home) -> None:
    """Not that the format of each list may be new; and only the first list is waited for."""
    said: list[str] = []
    names = ("eu_fsf", "un_sc", "us_csl")
    nowhere = {source(name).setting: "http://127.0.0.1:9/list" for name in names}
    results = update(home, names, notify=said.append, prepare=nothing, environment=nowhere)
    assert [result.unreachable for result in results] == [True, True, True]
    assert not any("format" in result.message for result in results)
    assert not any(UPDATES.warning(result) for result in results)
    advice = [line for line in said if "--from PATH" in line]
    assert len(advice) == 1
    assert "3 lists (eu_fsf, un_sc, us_csl)" in advice[0]
    assert "HTTPS_PROXY" in advice[0]
    assert "lists forget" in advice[0]
    assert {line.partition(":")[0] for line in said if "trying again" in line} == {"eu_fsf"}
