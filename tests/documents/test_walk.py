"""Which files a path stands for."""

from pathlib import Path

import pytest

from documents import read, walk
from records import DocumentStatus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/z.txt", "sub/deep/y.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


def test_a_folder_is_walked_whole_in_the_order_of_names(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in walk([folder])]
    assert found == ["a.txt", "b.txt", "sub/deep/y.txt", "sub/z.txt"]


def test_paths_keep_the_order_in_which_they_were_given(folder: Path) -> None:
    given = [folder / "b.txt", folder / "a.txt"]
    assert list(walk(given)) == given


def test_a_folder_without_files_is_reported_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty" / "emptier").mkdir(parents=True)
    (found,) = walk([tmp_path / "empty"])
    document = read(found, shown_as="empty")
    assert document.status is DocumentStatus.NOT_SCREENED
    assert document.reason == "a folder without files: nothing to screen"


def test_a_missing_path_is_reported_not_passed_over(tmp_path: Path) -> None:
    assert list(walk([tmp_path / "gone"])) == [tmp_path / "gone"]


def test_a_link_to_a_folder_above_does_not_go_round_for_ever(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    assert len(list(walk([folder]))) == 4


def test_a_dangling_link_is_reported(folder: Path) -> None:
    (folder / "dangling").symlink_to(folder / "gone")
    assert folder / "dangling" in list(walk([folder]))
