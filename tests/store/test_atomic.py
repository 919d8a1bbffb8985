"""Files that are replaced whole."""

from pathlib import Path

import pytest

from store.atomic import (
    GOING,
    put_folder,
    remove_folder,
    replace_text,
    replacing,
    replacing_folder,
)


def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    replace_text(path, "old")
    replace_text(path, "né")
    assert path.read_text(encoding="utf-8") == "né"
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_a_file_that_could_not_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    replace_text(path, "old")

    def half_of_it() -> None:
        with replacing(path) as beside:
            beside.write_text("ne")
            raise ValueError("half of it")

    with pytest.raises(ValueError, match="half"):
        half_of_it()
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["state.json"]


def test_whoever_may_read_the_folder_may_read_the_file(tmp_path: Path) -> None:
    replace_text(tmp_path / "state.json", "new")
    assert (tmp_path / "state.json").stat().st_mode & 0o777 == 0o644


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "file").write_text(text)
    return path


def test_a_folder_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "index", "old")
    with replacing_folder(folder) as beside:
        (beside / "file").write_text("new")
        assert (folder / "file").read_text() == "old"
    put_folder(_folder(tmp_path / ".other", "newer"), tmp_path / "second")
    put_folder(_folder(tmp_path / ".other", "newest"), tmp_path / "second")
    assert (folder / "file").read_text() == "new"
    assert (tmp_path / "second" / "file").read_text() == "newest"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index", "second"]


def test_a_folder_that_could_not_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "index", "old")

    def half_of_it() -> None:
        with replacing_folder(folder) as beside:
            (beside / "file").write_text("ne")
            raise ValueError("half of it")

    with pytest.raises(ValueError, match="half"):
        half_of_it()
    assert (folder / "file").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["index"]
    remove_folder(folder)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_out_of_sight_before_its_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle, it leaves nothing that looks like a damaged one."""
    folder = _folder(tmp_path / "index", "old")
    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", lambda path, **_: path)
        remove_folder(folder)
    assert [each.name for each in tmp_path.iterdir()] == [f"{GOING}index"]
    remove_folder(tmp_path / f"{GOING}index")
    assert list(tmp_path.iterdir()) == []
