"""Files that are replaced whole."""

from pathlib import Path

import pytest

from store.atomic import remove_folder, replace_text, replacing


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


def test_a_folder_is_out_of_sight_before_its_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle, it leaves nothing that looks like a damaged one."""
    folder = tmp_path / "index"
    folder.mkdir()
    (folder / "names.npy").write_bytes(b"x")
    seen: list[str] = []

    def killed(path: Path, **_: object) -> None:
        seen.append(path.name)

    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", killed)
        remove_folder(folder)
    assert seen == [".gone-index"]
    assert not folder.exists()
    remove_folder(tmp_path / ".gone-index")
    assert list(tmp_path.iterdir()) == []
    remove_folder(folder)
