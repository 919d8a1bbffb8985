"""Where everything is kept."""

from pathlib import Path

import pytest

from records import StoreError
from store import Home
from store.lock import update_lock


def test_home_is_the_variable_else_the_platforms_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NAMEWARDEN_HOME", str(tmp_path))
    assert Home.default().path == tmp_path
    monkeypatch.delenv("NAMEWARDEN_HOME")
    assert Home.default().path.name == "namewarden"


def test_naming_a_home_creates_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert home.database.parent == home.path
    assert not home.path.exists()


def test_lock_needs_a_home_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(StoreError, match="Set NAMEWARDEN_HOME"),
        update_lock(Home(tmp_path / "file" / "home"), print),
    ):
        pass
