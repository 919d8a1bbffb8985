"""What becomes of a file: read whole, read in part, or not read, always with the reason."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import READERS, Sandbox, read
from records import Document, DocumentStatus

pytest_plugins = ["read_fixtures"]


def _read(data: bytes) -> Document:
    return read(data=data, shown_as="a.txt")


def _wide(name: str) -> bytes:
    return bytes(600) + name.encode("utf-16-le")


def test_a_text_is_one_passage_with_its_line_ends_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Eins\r\nZwei – 武汉\n".encode())
    document = read(path, shown_as="given/a.txt")
    assert document.status is DocumentStatus.SCREENED
    assert document.reason is None
    assert [passage.text for passage in document.passages] == ["Eins\r\nZwei – 武汉\n"]
    assert document.path == "given/a.txt"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.media_type == "text/plain; charset=utf-8"
    assert document.characters == 16


BINARY = [
    (b"%PDF-1.7\n1 0 obj", "a damaged PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _wide("WordDocument"), "an old Office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _wide("EncryptedPackage"), "an encrypted Office file"),
    (b"\x7fELF\x02\x01\x01\x00", "a program"),
    (b"MZ\x90\x00\x03\x00\x00\x00", "a program"),
    (b"\x1f\x8b\x08\x00\x00\x00", "a damaged compressed file"),
    (b"Gazprombank\x00\x01\x02\x03", "binary data"),
    (bytes(range(1, 32)) * 20, "binary data"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a damaged picture"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a damaged picture"),
]


@pytest.mark.parametrize(("data", "words"), BINARY, ids=[row[1] for row in BINARY])
def test_what_is_no_text_is_not_screened_and_says_what_it_is(data: bytes, words: str) -> None:
    document = _read(data)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert document.passages == ()
    assert document.reason is not None
    assert document.reason.startswith(words)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"ID3 Systems Ltd", b"MZ Trading", b"PAR1 GmbH", b"GIF8"])
def test_a_text_that_begins_like_a_binary_file_is_text(data: bytes) -> None:
    assert _read(data).status is DocumentStatus.SCREENED


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "the file is empty"), (b" \r\n\t\n", "only spaces"), (b"\xef\xbb\xbf", "only spaces")],
)
def test_nothing_to_read_is_not_screened(data: bytes, words: str) -> None:
    document = _read(data)
    assert document.status is DocumentStatus.NOT_SCREENED
    assert words in str(document.reason)


def test_a_stray_control_character_does_not_hide_a_text() -> None:
    assert _read(b"Gazprombank\x07 " + b"signed a contract. " * 20).characters > 0


def test_ctrl_z_at_the_end_is_no_control_character() -> None:
    assert _read(b"Gazprombank\r\n\x1a").status is DocumentStatus.SCREENED


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    document = read(tmp_path / "gone.txt", shown_as="gone.txt")
    assert document.status is DocumentStatus.NOT_SCREENED
    assert str(document.reason).startswith("no such file")
    assert document.sha256 == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert "no permission" in str(read(path, shown_as="secret.txt").reason)


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10**12)  # a hole: a terabyte that takes no room, and would not fit in memory
    assert str(read(path, shown_as="large.txt").reason).startswith("larger than 100 MB")


def test_input_above_the_limit_is_not_read_in_part() -> None:
    document = read(data=b"x" * 11, shown_as="-", largest=10)
    assert document.status is DocumentStatus.NOT_SCREENED


def test_a_pipe_without_a_writer_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "empty" in str(read(tmp_path / "pipe", shown_as="pipe").reason)


def test_a_path_with_a_zero_byte_is_a_bad_file_not_a_crash() -> None:
    assert read(Path("a\x00b"), shown_as="a").status is DocumentStatus.NOT_SCREENED


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_and_what_is_not_read_has_a_reason(
    sandbox: Sandbox, data: bytes
) -> None:
    document = read(data=data, shown_as="a.txt", sandbox=sandbox)
    assert (document.reason is None) == (document.status is DocumentStatus.SCREENED)
    assert (document.characters > 0) == (document.status is not DocumentStatus.NOT_SCREENED)
    assert "\n" not in (document.reason or "")


def test_every_reader_has_media_types_of_its_own() -> None:
    media_types = [media_type for reader in READERS for media_type in reader.media_types]
    assert len(media_types) == len(set(media_types))
    assert all(reader.name for reader in READERS)
