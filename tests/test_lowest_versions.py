"""Every dependency has a lower bound that can be installed and tried (.ci/lowest)."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lowest", ROOT / "tools" / "lowest_versions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _project(folder: Path, *dependencies: str) -> Path:
    path = folder / "pyproject.toml"
    listed = ", ".join(f'"{item}"' for item in dependencies)
    extras = "[project.optional-dependencies]"
    path.write_text(f'[project]\ndependencies = [{listed}]\n{extras}\ndev = ["x>=1"]\n')
    return path


def test_every_dependency_that_users_install_has_one(tool: ModuleType) -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(tool.lowest()) >= len(table["dependencies"])


def test_bounds_of_extras_and_of_development_are_told_apart(
    tool: ModuleType, tmp_path: Path
) -> None:
    project = _project(tmp_path, "lxml>=6.1.0", "psycopg[binary]>=3.2.10,<4")
    assert tool.lowest(project) == {"lxml": "6.1.0", "psycopg": "3.2.10"}


@pytest.mark.parametrize("bad", [("lxml",), ("lxml<7",), ("lxml>=6.1", "lxml>=6.2")])
def test_a_bound_that_is_missing_or_given_twice_is_refused(
    tool: ModuleType, tmp_path: Path, bad: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="lower bound"):
        tool.lowest(_project(tmp_path, *bad))
