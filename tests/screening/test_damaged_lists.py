"""No damaged list comes into use, and none ends in a traceback.

In the standing run a few variants of the excerpts. ``pytest tests/screening/test_damaged_lists.py
--variants 200`` makes so many of each of the publishers' whole files, where these are at hand.
"""

import bz2
import gzip
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from support.damage import Damaged, damaged

from lists.packed import packing
from records import Snapshot
from screening.updates.update import UpdateResult, update
from store import Home
from store.catalogue import Catalogue

DATA = Path(__file__).parent.parent / "data"
SHARED = Path(__file__).parents[3] / "shared" / "lists"
FEW = 10
WHOLE_SHARE = 0.9
"""What a list may lose against the edition in use: ``screening.updates.ingest.LARGEST_LOSS``."""
import_from = partial(update, notify=lambda _: None, prepare=lambda *_, **__: None)


def excerpts() -> Iterator[tuple[str, Path]]:
    for folder in sorted(DATA.iterdir()):
        for path in sorted(folder.glob("*.*")) if (folder / "expected.jsonl").exists() else ():
            if path.suffix != ".jsonl":
                yield folder.name, path
        if (folder / "csv").is_dir():
            yield folder.name, folder / "csv"


def originals() -> Iterator[tuple[str, Path]]:
    """What the publishers issued: one file, or a folder for a set."""
    for path in sorted(SHARED.glob("*/original/*")):
        name = path.parent.parent.name
        if name == "us_ofac":
            name = "us_ofac_cons" if "cons" in path.name.lower() else "us_ofac_sdn"
        if path.suffix != ".xsd" and "mangled" not in path.name and path.name != "csv_daily":
            yield name, path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "listed_file" in metafunc.fixturenames:
        files = list(originals() if metafunc.config.getoption("--variants") else excerpts())
        names = [f"{name}-{path.name}" for name, path in files]
        metafunc.parametrize("listed_file", files, ids=names)


def plain(path: Path) -> bytes:
    unpack = {"bz2": bz2.decompress, "gz": gzip.decompress}.get(packing(path) or "", bytes)
    return unpack(path.read_bytes())


def is_whole(of: Damaged, result: UpdateResult, whole: Snapshot) -> bool:
    """Damage in the words of a text leaves a list whole; nothing else may."""
    assert result.snapshot is not None
    enough = result.snapshot.entities >= WHOLE_SHARE * whole.entities
    enough = enough and result.snapshot.names >= WHOLE_SHARE * whole.names
    return enough and of.how in {"bits flipped", "tags lost", "bytes lost"}


def test_no_damaged_list_comes_into_use(
    listed_file: tuple[str, Path], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    name, path = listed_file
    home = Home(tmp_path / "home")
    (first,) = import_from(home, [name], from_path=path, accept_excerpts=True)
    assert first.status == "updated", first.message
    assert first.snapshot is not None
    active, seen = first.snapshot, Counter[str]()
    members = sorted(path.iterdir()) if path.is_dir() else [path]
    contents = {member.name: plain(member) for member in members}
    for seed in range(request.config.getoption("--variants") or FEW):
        member = members[seed // 5 % len(members)]
        kind = next(s for s in reversed(member.suffixes) if s not in {".bz2", ".gz"})[1:].lower()
        variant = damaged(contents[member.name], kind, seed, strangers(name))
        target = tmp_path / "incoming"
        target.mkdir()
        for other, content in contents.items():
            (target / other).write_bytes(variant.content if other == member.name else content)
        source_path = target if path.is_dir() else target / path.name
        results = import_from(home, [name], from_path=source_path, accept_excerpts=True)
        (result,) = results
        seen[f"{variant.how}: {result.status}"] += 1
        if result.status == "updated":
            assert is_whole(variant, result, active), (seed, variant.how, result.message)
            Catalogue(home).add_and_activate(active)
        else:
            assert "\n" not in result.message
            assert [s.sha256 for s in Catalogue(home).active()] == [active.sha256]
        if result.status == "unchanged":
            assert variant.content.rstrip() == contents[member.name].rstrip() or path.is_dir()
        shutil.rmtree(target)
        shutil.rmtree(home.path / "rejected", ignore_errors=True)
    print(f"{name} {path.name}: {dict(sorted(seen.items()))}")  # noqa: T201  # shown by -s


def strangers(name: str) -> list[bytes]:
    """Files of other lists."""
    return [path.read_bytes() for other, path in excerpts() if other != name and path.is_file()]
