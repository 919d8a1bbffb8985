"""A file of the home that is cut or overwritten in place while it is in use: the answers of before,
or one clear line. (A mapped file would end the process, or be believed: so this runs in one of its
own.)
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ownership.checked_files import BLOCK
from records import StoreError
from screening.engine.engine import Engine
from screening.ownership.imports import import_edition
from screening.ownership.listed import listed_edition
from store import Home
from store import ownership as kept
from store.copies import LINES, OFFSETS

ASK_TWICE = """
import os, sys
from dataclasses import asdict
from pathlib import Path
from records import StoreError
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.names.match import match
from store import Home

home = Home(Path(sys.argv[1]))
chosen = settings(threshold=0.5, limit=5, kinds=None, lists=None, as_of=None)
engine = Engine.open(home)
names = [engine.index.name_texts[number] for number in range(0, engine.index.name_count, 90)]

def asked():
    engine._entities.clear()
    return [asdict(one) for one in match(engine, names, chosen)]

right = asked()
for path in sys.argv[2:]:
    if os.path.getsize(path):
        os.truncate(path, os.path.getsize(path) // 9)
try:
    print("the same" if asked() == right else "another answer")
except StoreError as error:
    print(error)
"""


def asked_while_cut(home: Home, paths: list[Path]) -> list[str]:
    """The lines of a process that is asked before and after files are cut."""
    done = subprocess.run(
        [sys.executable, "-c", ASK_TWICE, str(home.path), *map(str, paths)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, (done.returncode, done.stderr)
    return done.stdout.splitlines()


def test_an_index_that_is_cut_in_place_answers_as_before(own_home: Home) -> None:
    paths = [path for path in own_home.index.rglob("*") if path.is_file()]
    tables = list(own_home.snapshots.rglob(OFFSETS))
    assert asked_while_cut(own_home, [*paths, *tables]) == ["the same"]


def test_entries_that_are_cut_in_place_are_one_line(own_home: Home) -> None:
    (line,) = asked_while_cut(own_home, list(own_home.snapshots.rglob(LINES)))
    assert "Nothing was screened" in line
    assert "namewarden update" in line


def test_what_is_written_over_an_index_in_use_is_not_believed(own_home: Home) -> None:
    engine = Engine.open(own_home)
    weights = engine.index.arrays["word_weight"].tolist()
    path = next(own_home.index.rglob("word_weight.npy"))
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
    assert engine.index.arrays["word_weight"].tolist() == weights
    engine.close()


@pytest.fixture(scope="module")
def kept_home(excerpts_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with an edition of ownership data of some hundred blocks. Only to be copied."""
    made = Home(tmp_path_factory.mktemp("owned") / "home")
    shutil.copytree(excerpts_home.path, made.path)
    rows = "".join(f"Owner {n} Holding,Company {n} Ltd,60,,K-{n},\n" for n in range(4_000))
    path = made.path / "owners.csv"
    path.write_text("owner,owned,share,owner id,owned id,owner lei\n" + rows, encoding="utf-8")
    import_edition(made, [path], author="ada", notify=lambda _: None, dated="2026-05-01")
    return made


@pytest.fixture
def owned_home(kept_home: Home, home: Home) -> Home:
    """A copy of it that a test may spoil."""
    shutil.copytree(kept_home.path, home.path)
    return home


def told(home: Home) -> list[object] | str:
    """All that the home's ownership data says, or why it says nothing."""
    (edition,) = kept.active(home)
    try:
        opened = kept.opened(home, edition)
        found: list[object] = [opened.gaps]
        for number in range(0, len(opened), 61):
            party = opened.party(number)
            found += [party, opened.edges(number), opened.with_name_text(party.name)]
    except StoreError as error:
        return str(error)
    return found


@pytest.mark.parametrize("seed", range(30))
def test_ownership_data_with_a_flipped_bit_is_refused_or_says_the_same(
    owned_home: Home, seed: int
) -> None:
    right, dice = told(owned_home), random.Random(seed)
    (edition,) = kept.active(owned_home)
    paths = sorted(edition.folder(owned_home).iterdir())
    path = paths[seed % len(paths)]
    data = bytearray(path.read_bytes())
    if data:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)
    found = told(owned_home)
    assert found == right or (isinstance(found, str) and "is damaged" in found), path


def test_ownership_data_that_is_cut_in_place_is_one_line(owned_home: Home) -> None:
    (edition,) = kept.active(owned_home)
    opened = kept.opened(owned_home, edition)
    assert opened.edges(0) is not None
    for path in edition.folder(owned_home).iterdir():
        if path.stat().st_size > 2 * BLOCK:
            os.truncate(path, BLOCK)
    with pytest.raises(StoreError, match=r"is damaged.*namewarden ownership import"):
        [(opened.edges(number), opened.party(number)) for number in range(len(opened))]


def test_the_lists_own_ties_are_made_again_where_they_are_damaged(owned_home: Home) -> None:
    engine = Engine.open(owned_home)
    made = listed_edition(engine)
    whole = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    path = made.folder / "parties.jsonl"
    path.write_bytes(path.read_bytes()[:-1])
    listed_edition(engine)
    assert {path.name: path.read_bytes() for path in made.folder.iterdir()} == whole
    engine.close()
