"""The engine's fingerprint tells apart what may answer differently, and nothing else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.identity import engine_fingerprint, fingerprint_of

SOURCE = Path(__file__).parents[2]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "here" / "matcher"
    (folder / "data").mkdir(parents=True)
    (folder / "names").mkdir()
    (folder / "weigh.py").write_bytes(b"RARE = 0.5\nCOMMON = 0.1\n")
    (folder / "names" / "cut.py").write_bytes(b"MOST = 3\n")
    (folder / "data" / "score.json").write_bytes(b'{\n "bias": -20.41\n}\n')
    return folder


def of(package: Path, *releases: str) -> str:
    return fingerprint_of([package], releases or ["rapidfuzz 3.9"])


def _weight(package: Path) -> None:
    (package / "data" / "score.json").write_bytes(b'{\n "bias": -20.42\n}\n')


def _code(package: Path) -> None:
    (package / "weigh.py").write_bytes(b"RARE = 0.6\nCOMMON = 0.1\n")


def _inner_code(package: Path) -> None:
    (package / "names" / "cut.py").write_bytes(b"MOST = 4\n")


def _new_table(package: Path) -> None:
    (package / "data" / "places.tsv").write_bytes(b"")


def _gone(package: Path) -> None:
    (package / "names" / "cut.py").unlink()


def _swapped(package: Path) -> None:
    one, other = package / "weigh.py", package / "names" / "cut.py"
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


@pytest.mark.parametrize("change", [_weight, _code, _inner_code, _new_table, _gone, _swapped])
def test_whatever_may_decide_a_score_is_another_engine(
    package: Path, change: Callable[[Path], None]
) -> None:
    before = of(package)
    change(package)
    assert of(package) != before


def test_another_release_of_a_library_is_another_engine(package: Path) -> None:
    assert of(package, "rapidfuzz 3.9") != of(package, "rapidfuzz 3.10")


def test_the_same_source_is_the_same_engine_everywhere(package: Path, tmp_path: Path) -> None:
    before = of(package)
    elsewhere = tmp_path / "site-packages" / "matcher"
    # Written in another order, with another system's line ends, compiled, and looked at.
    for path in sorted(package.rglob("*.*"), reverse=True):
        target = elsewhere / path.relative_to(package)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (elsewhere / "__pycache__").mkdir()
    (elsewhere / "__pycache__" / "weigh.cpython-311.pyc").write_bytes(b"\0")
    (elsewhere / "data" / ".DS_Store").write_bytes(b"\0")
    assert of(elsewhere) == before


def test_code_without_its_source_is_not_called_any_engine(package: Path) -> None:
    for path in package.rglob("*.py"):
        path.rename(path.with_suffix(".pyc"))
    with pytest.raises(RuntimeError, match="no source files"):
        of(package)


def test_this_engine_is_what_its_packages_are(tmp_path: Path) -> None:
    assert len(engine_fingerprint()) == 64
    copies = []
    for name in ("matcher", "records"):
        leave = shutil.ignore_patterns("__pycache__")
        copies.append(shutil.copytree(SOURCE / name, tmp_path / name, ignore=leave))
    assert fingerprint_of(copies, ["x"]) == fingerprint_of(
        [SOURCE / "matcher", SOURCE / "records"], ["x"]
    )
