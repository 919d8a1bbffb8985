"""Whatever happens to the files of a home: the same answer, or one clear line; never another one.

In the standing run some hundred damages. ``pytest tests/screening/test_damaged_home.py --variants
2000`` makes so many of each kind.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from records import NamewardenError, Party, Query
from screening.cases.alerts import alert_filter, list_alerts
from screening.cases.rules import rules
from screening.catalogue.verify import verify
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.monitoring.register import import_parties, monitored
from screening.monitoring.run import run
from screening.names.match import match
from screening.updates.update import update
from store import Home, table_sums
from store.catalogue import Catalogue
from store.copies import LINES
from store.database import Database
from store.schema import seals

FEW = 12
ASKED = ("Kalashnikov Concern", "Blue Lantern Bakery", "IMO 9187629", "Mahan Air", "Al-Qaida")
CHOSEN = settings(threshold=0.5, limit=5, kinds=None, lists=None, as_of=None)


def answers(home: Home, *, anew: bool = False) -> list[object]:
    """What a home says of some names; ``anew`` with an index that is built for it."""
    if anew:
        for folder in home.index.glob("[0-9a-f]*"):
            shutil.rmtree(folder)
    engine = Engine.open(home)
    try:
        found: list[object] = [asdict(one) for one in match(engine, queries(engine), CHOSEN)]
        found.append([each.source for each in engine.snapshots])
    finally:
        engine.close()
    return [*found, *queue(home)]


def queue(home: Home) -> list[object]:
    """What a home says of its counterparties."""
    every = alert_filter(states=())
    table_sums._pages_checked.clear()  # as in a process of its own
    return [*list_alerts(home, every), *monitored(home), rules(home)]


@pytest.fixture
def worked_home(own_home: Home) -> Home:
    """A home with everything in it that one in use has."""
    engine = Engine.open(own_home)
    listed = engine.index.name_texts
    names = (listed[0], listed[len(listed) // 2], "Blue Lantern Bakery", listed[len(listed) - 1])
    engine.close()
    parties = [Party(id=f"C{place}", query=Query(name=name)) for place, name in enumerate(names)]
    import_parties(own_home, parties, complete=True, author="ann", source="crm.csv")
    result = run(own_home, CHOSEN, author="ann", notify=print)
    assert result.outcome.opened
    return own_home


def answers_or_error(home: Home, *, anew: bool) -> list[object] | NamewardenError:
    try:
        return answers(home, anew=anew)
    except NamewardenError as error:
        return error


def queries(engine: Engine) -> list[str]:
    """Names, some of them of the last entries of the lists."""
    index = engine.index
    return [*ASKED, *(index.name_texts[number] for number in range(0, index.name_count, 97))]


def flipped(path: Path, choice: random.Random, _: list[Path]) -> None:
    data = bytearray(path.read_bytes())
    for _bit in range(choice.choice([1, 1, 1, 9])):
        data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
    path.write_bytes(data)


def cut(path: Path, choice: random.Random, _: list[Path]) -> None:
    data = path.read_bytes()
    end = choice.randrange(len(data))
    if path.name == LINES and choice.random() < 0.7:
        end = data.rindex(b"\n", 0, end) + 1 if b"\n" in data[:end] else 0
    path.write_bytes(data[:end])


def zeroed(path: Path, choice: random.Random, _: list[Path]) -> None:
    data = bytearray(path.read_bytes())
    start = choice.randrange(len(data))
    data[start : start + 512] = bytes(len(data[start : start + 512]))
    path.write_bytes(data)


def deleted(path: Path, _: random.Random, __: list[Path]) -> None:
    path.unlink()


def swapped(path: Path, choice: random.Random, others: list[Path]) -> None:
    other = choice.choice([each for each in others if each != path])
    content = path.read_bytes()
    path.write_bytes(other.read_bytes())
    other.write_bytes(content)


WAYS = (flipped, cut, zeroed, deleted, swapped)


def files_of(home: Home, kind: str) -> list[Path]:
    """The files of a home that can change an answer, by kind."""
    found = {
        "entries": home.snapshots.rglob("entities.*"),
        "descriptions": home.snapshots.rglob("snapshot.json"),
        "index": [p for p in home.index.rglob("*") if p.is_file()],
        "settings": [home.path / "wanted.json"],
        "database": [home.database],
        "every file": [p for p in home.path.rglob("*") if p.is_file()],
    }[kind]
    return sorted(path for path in found if path.stat().st_size)


KINDS = ("entries", "descriptions", "index", "settings", "database", "every file")


@pytest.mark.parametrize("kind", KINDS)
def test_no_damage_gives_another_answer(
    worked_home: Home, tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    own_home = worked_home
    right = answers(own_home)
    shutil.copytree(own_home.path, tmp_path / "whole")
    files, seen = files_of(own_home, kind), Counter[str]()
    for seed in range(request.config.getoption("--variants") or FEW):
        choice = random.Random(f"{kind} {seed}")
        path = files[seed % len(files)] if seed < len(files) else choice.choice(files)
        ways = WAYS if len(files) > 1 else WAYS[:-1]
        way = ways[seed % len(ways)]
        way(path, choice, files)
        # As after another list's update, too: then the index is built of what is there.
        anew = kind == "entries" and seed % 3 != 0
        found = answers_or_error(own_home, anew=anew)
        if isinstance(found, NamewardenError):
            assert found.exit_code == 1, (seed, way.__name__, path)
            assert "\n" not in str(found)
            seen[f"{way.__name__}: refused"] += 1
        else:
            assert found == right, (seed, way.__name__, path)
            seen[f"{way.__name__}: same"] += 1
        shutil.rmtree(own_home.path)
        shutil.copytree(tmp_path / "whole", own_home.path)
    print(f"{kind}: {dict(sorted(seen.items()))}")  # noqa: T201  # shown by -s


@pytest.mark.parametrize("lost", ["wanted.json", "namewarden.sqlite3"])
def test_a_file_that_is_gone_is_missed_until_the_next_update(
    worked_home: Home, tmp_path: Path, data: Path, lost: str
) -> None:
    (worked_home.path / lost).unlink()
    for ask in (answers, queue):
        if ask is answers or lost != "wanted.json":
            with pytest.raises(NamewardenError, match=f"{lost}: is missing.*namewarden update"):
                ask(worked_home)
    assert [each.state for each in verify(worked_home, notify=print)]
    said: list[str] = []
    update(
        worked_home,
        ["eu_fsf"],
        from_path=data / "eu_fsf" / "sample.xml",
        notify=said.append,
        accept_excerpts=True,
    )
    assert answers(worked_home)
    assert any("is missing" in line for line in said) == (lost != "wanted.json")


def _raw(home: Home) -> Path:
    return next((home.snapshots / "eu_fsf").rglob("raw.*"))


def _lines(home: Home) -> Path:
    return next((home.snapshots / "eu_fsf").rglob(LINES))


def _letter(path: Path) -> None:
    """One letter of a name becomes another: a line that is as well-formed as before."""
    data = path.read_bytes()
    at = data.index(b'"text":"', len(data) // 2) + len(b'"text":"')
    path.write_bytes(data[:at] + b"#" + data[at + 1 :])


def _end(path: Path) -> None:
    """The last entries are lost, cleanly."""
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"\n", 0, len(data) * 2 // 3) + 1])


@pytest.mark.parametrize("damage", [_letter, _end, Path.unlink])
def test_the_next_update_replaces_a_damaged_copy_though_the_publisher_has_no_other(
    own_home: Home, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    right = answers(own_home)
    packed = shutil.copy(_raw(own_home), tmp_path)
    damage(_lines(own_home))
    with pytest.raises(NamewardenError, match=r"namewarden update eu_fsf"):
        answers(own_home, anew=True)
    said: list[str] = []
    (result,) = update(
        own_home, ["eu_fsf"], from_path=Path(packed), notify=said.append, accept_excerpts=True
    )
    assert result.status == "updated"
    assert any("the damaged copy was replaced" in line for line in said)
    assert answers(own_home) == right
    assert len(Catalogue(own_home).history("eu_fsf")) == 1


def test_a_copy_whose_kept_file_is_damaged_too_comes_from_the_publisher(
    own_home: Home, tmp_path: Path, data: Path
) -> None:
    right = answers(own_home)
    _letter(_lines(own_home))
    _raw(own_home).write_bytes(b"\0" * 100)
    said: list[str] = []
    (result,) = update(
        own_home,
        ["eu_fsf"],
        from_path=data / "eu_fsf" / "sample.xml",
        notify=said.append,
        accept_excerpts=True,
    )
    assert result.status == "updated", result.message
    assert any("does not help" in line for line in said)
    assert answers(own_home) == right
    assert list(verify(own_home, notify=print)) == []


def test_verify_finds_every_damage_and_mends_what_can_be(own_home: Home) -> None:
    assert list(verify(own_home, notify=print)) == []
    right = answers(own_home)
    _letter(_lines(own_home))
    array = next(own_home.index.rglob("word_weight.npy"))
    array.write_bytes(array.read_bytes()[:-4])
    found = list(verify(own_home, notify=print))
    assert [(each.state, each.list) for each in found] == [("damaged", "eu_fsf"), ("damaged", None)]
    assert LINES in found[0].message
    mended = list(verify(own_home, repair=True, notify=print))
    assert [each.state for each in mended] == ["mended", "mended"]
    assert list(verify(own_home, notify=print)) == []
    assert answers(own_home) == right


def test_a_home_from_before_checksums_answers_with_a_warning_until_the_next_update(
    own_home: Home,
) -> None:
    right = answers(own_home)
    strip_seals(own_home)
    engine = Engine.open(own_home)
    assert [each.what for each in engine.warnings if each.what != "stale"] == ["unsealed"] * 2
    engine.close()
    assert {each.state for each in verify(own_home, notify=print)} == {"unsealed"}
    list(verify(own_home, repair=True, notify=print))
    assert answers(own_home) == right
    assert list(verify(own_home, notify=print)) == []


def strip_seals(home: Home) -> None:
    """Make a home what an earlier version left."""
    with Database.of(home).writing() as connection:
        connection.execute(seals.delete())
