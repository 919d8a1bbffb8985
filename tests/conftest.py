"""What every test may ask for."""

from pathlib import Path

import pytest

from store import Home

DATA = Path(__file__).parent / "data"
SHARED_LISTS = Path(__file__).parent.parent.parent / "shared" / "lists"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are made again on request; the difference is for a person to review."""
    parser.addoption("--regenerate", action="store_true", help="write golden files anew")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture
def data() -> Path:
    return DATA


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home; nothing of it exists yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def full_lists() -> Path:
    """The publishers' whole files: too large for the repository, so not everywhere."""
    if not SHARED_LISTS.is_dir():
        pytest.skip("the whole published lists are not on this machine")
    return SHARED_LISTS
