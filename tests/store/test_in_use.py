"""What the database said of lists and rules holds until a byte of its file is another."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from records import Snapshot, StoreError
from store import Home, in_use, policy
from store.catalogue import Catalogue
from store.check import Check
from store.database import Database
from store.home import DATABASE_VARIABLE
from store.in_use import InUse, active_editions, last_checks


def edition(home: Home, source: str, number: int) -> Snapshot:
    sha256 = f"{number:064x}"
    return Snapshot(
        source=source,
        sha256=sha256,
        edition=None if number > 1 else "2026-01-01",
        fetched_at="2026-01-20T10:00:00Z",
        origin="list.xml",
        entities=5,
        names=9,
        folder=home.snapshots / source / sha256,
        seals=(f"{number + 7:064x}", f"{number + 8:064x}"),
    )


CHECK = Check(source="eu", checked_at="2026-02-01T00:00:00Z", sha256="a", address="b", etag="c")


@pytest.fixture
def used(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home that is asked as a process asks that has just been started."""
    monkeypatch.setattr(in_use, "_can_ask", lambda: False)
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    Database.of(home).make()
    for number, source in enumerate(("un", "eu"), start=1):
        Catalogue(home).add_and_activate(edition(home, source, number))
    Catalogue(home).add_check(CHECK)
    return home


def asked_itself(home: Home) -> InUse:
    return in_use._asked(home)


def never(_: Home) -> InUse:
    raise AssertionError("the database was asked")


def test_what_was_said_is_kept_and_is_what_the_database_says(
    used: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.of(used).writing() as connection:
        policy.set_threshold(connection, 0.61)
        policy.set_places(connection, ("UA-43", "KP"))
    right = asked_itself(used)
    assert right.threshold == 0.61
    assert in_use.in_use(used) == right
    monkeypatch.setattr(in_use, "_asked", never)
    assert in_use.in_use(used) == right
    assert active_editions(used) == right.editions == Catalogue(used).active()
    assert last_checks(used) == {"eu": CHECK}


def _edition_activated(home: Home) -> None:
    Catalogue(home).add_and_activate(edition(home, "eu", 3))


def _checked(home: Home) -> None:
    Catalogue(home).add_check(replace(CHECK, etag=None))


def _threshold_set(home: Home) -> None:
    with Database.of(home).writing() as connection:
        policy.set_threshold(connection, 0.77)


def _places_set(home: Home) -> None:
    with Database.of(home).writing() as connection:
        policy.set_places(connection, ("none",))


@pytest.mark.parametrize("change", [_edition_activated, _checked, _threshold_set, _places_set])
def test_every_change_of_the_database_holds_at_once(
    used: Home, change: Callable[[Home], None]
) -> None:
    before = in_use.in_use(used)
    change(used)
    after = in_use.in_use(used)
    assert after != before
    assert after == asked_itself(used)


def test_what_a_writer_has_not_yet_put_in_its_place_counts(used: Home) -> None:
    before = in_use.in_use(used)
    # Another reader keeps the writer's log beside the file.
    other = sqlite3.connect(used.database)
    try:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM activations").fetchone()
        _threshold_set(used)
        assert used.database.with_name(f"{used.database.name}-wal").stat().st_size
        assert in_use.in_use(used) is None, "the database itself is asked"
    finally:
        other.close()
    assert before is not None
    assert before.threshold is None


def test_a_damaged_database_is_refused_though_it_was_whole_when_asked(used: Home) -> None:
    right, whole = in_use.in_use(used), used.database.read_bytes()
    assert right is not None
    for seed in range(60):
        damaged, choice = bytearray(whole), random.Random(seed)
        damaged[choice.randrange(len(damaged))] ^= 1 << choice.randrange(8)
        used.database.write_bytes(damaged)
        try:
            assert in_use.in_use(used) == right
        except StoreError:
            continue


def test_a_damaged_or_foreign_copy_of_what_was_said_is_not_believed(used: Home) -> None:
    right = in_use.in_use(used)
    kept = used.in_use.read_bytes()
    damaged = [kept[: len(kept) // 2], b"", b"{}", b"\xff", b'{"sha256": 1, "content": []}']
    damaged.append(kept.replace(b'"threshold": null', b'"threshold": 0.99'))
    for content in damaged:
        assert content != kept
        used.in_use.write_bytes(content)
        assert in_use.in_use(used) == right
        assert used.in_use.read_bytes() == kept, "it is written anew"


def test_the_database_is_asked_where_its_file_is_not_all_there_is(
    used: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_use.in_use(used) is not None
    monkeypatch.setattr(in_use, "LARGEST", 10)
    assert in_use.in_use(used) is None, "too large"
    monkeypatch.undo()
    monkeypatch.setattr(in_use, "_can_ask", lambda: False)
    monkeypatch.setenv(DATABASE_VARIABLE, "postgresql://nowhere/nothing")
    assert in_use.in_use(used) is None, "it is elsewhere"


def test_a_home_without_a_database_or_that_nobody_may_write_is_as_it_was(
    home: Home, used: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = Home(tmp_path / "empty")
    assert in_use.in_use(empty) is None
    assert not empty.path.exists()

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refused)
    assert in_use.in_use(used) == asked_itself(used)
    assert not used.in_use.exists()


TWICE = """
import sys
from pathlib import Path
from store import Home
from store.in_use import active_editions
print(len(active_editions(Home(Path(sys.argv[1])))), "sqlalchemy" in sys.modules)
"""


def test_the_second_process_does_not_load_what_asks(used: Home) -> None:
    command = [sys.executable, "-c", TWICE, str(used.path)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
        for _ in range(2)
    ]
    assert said == ["2 True\n", "2 False\n"]
