"""Packed files are told by their content, and a bomb or half a file is refused."""

import gzip
import lzma
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lists.packed import head_of, packing, unpacked
from records import ListFormatError

LIMIT = 1 << 24


def whole(path: Path, size: int = 1 << 16) -> bytes:
    blocks = []
    with unpacked(path, LIMIT) as file:
        while block := file.read(size):
            assert len(block) <= size
            blocks.append(block)
        assert file.sha256 == sha256(b"".join(blocks)).hexdigest()
    return b"".join(blocks)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@given(content=st.binary(max_size=3000), size=st.integers(1, 4000))
def test_any_content_comes_back_in_blocks_of_any_size(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, size: int
) -> None:
    folder = tmp_path_factory.mktemp("packed")
    for packed in (gzip.compress(content), lzma.compress(content)):
        assert whole(written(folder / "file", packed), size) == content


def test_several_gzip_parts_are_one_file(tmp_path: Path) -> None:
    path = written(tmp_path / "x.txt", gzip.compress(b"one ") + gzip.compress(b"two"))
    assert whole(path) == b"one two"


def test_bomb_is_refused_whatever_its_packed_size(tmp_path: Path) -> None:
    path = written(tmp_path / "x.gz", gzip.compress(b"\0" * (LIMIT + 1)))
    with pytest.raises(ListFormatError, match="unpacks to more than 16 MB"):
        whole(path)


def test_hash_is_known_only_at_the_end(tmp_path: Path) -> None:
    with unpacked(written(tmp_path / "x", b"abc" * 9), LIMIT) as file:
        file.read(3)
        file.drain()
        assert file.sha256 == sha256(b"abc" * 9).hexdigest()
    with (
        unpacked(written(tmp_path / "y", os.urandom(1 << 23)), LIMIT) as file,
        pytest.raises(ValueError, match="not read to its end"),
    ):
        file.sha256  # noqa: B018


def test_stopping_in_the_middle_lets_go_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path / "x", os.urandom(1 << 23))
    with unpacked(path, LIMIT) as file:
        assert len(file.read(10)) == 10
    path.unlink()


def test_zip_of_several_files_is_not_a_packed_list(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "1")
        archive.writestr("b", "2")
    assert packing(path) is None
    assert head_of(path).startswith(b"PK")


def test_zip_with_a_folder_around_its_one_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/", "")
        archive.writestr("folder/list.xml", "<list/>")
    assert packing(path) == "zip"
    assert whole(path) == b"<list/>"


def test_damage_inside_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("list.xml", "<list/>" * 1000)
    damaged = bytearray(path.read_bytes())
    damaged[100] ^= 1
    with pytest.raises(ListFormatError, match=r"the \.zip file is damaged"):
        whole(written(path, bytes(damaged)))


def test_missing_file_stays_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        head_of(tmp_path / "nowhere")
