"""A list that comes with a checksum is compared with it."""

import base64
from hashlib import md5, sha256
from pathlib import Path

import pytest
from support.publisher import Answer, eu_list, serving

from lists import source
from lists.checksums import check_beside, check_headers
from lists.download import Validators, download
from records import DownloadError, ListFormatError

RIGHT = sha256(b"content").hexdigest()
WRONG = "0" * 64


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.xml"
    path.write_bytes(b"content")
    return path


@pytest.mark.parametrize("line", ["{}", "{}  list.xml", "{} *list.xml\r\n", "{}\tlist.xml"])
@pytest.mark.parametrize("beside", ["list.xml.sha256", "SHA256SUMS", "sha256sums.txt"])
def test_a_file_beside_is_believed(file: Path, beside: str, line: str) -> None:
    (file.parent / beside).write_text(line.format(RIGHT.upper()))
    check_beside(file)
    (file.parent / beside).write_text(f"{RIGHT}  other.xml\n{line.format(WRONG)}")
    if line == "{}" and beside != "list.xml.sha256":
        check_beside(file)  # it does not say of which file it speaks
        return
    with pytest.raises(ListFormatError, match=rf"its SHA-256 is {RIGHT[:12]}….*{beside} says 0000"):
        check_beside(file)


def test_without_a_checksum_nothing_is_asked(file: Path) -> None:
    (file.parent / "SHA256SUMS").write_text(f"{WRONG}  other.xml\n")
    check_beside(file)


def encoded(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Repr-Digest", "sha-512=:AA==:, sha-256=:{sha}:"),
        ("Digest", "SHA-256={sha}"),
        ("Content-MD5", "{md5}"),
    ],
)
def test_a_digest_in_the_headers_is_compared(file: Path, header: str, value: str) -> None:
    def stated(content: bytes) -> dict[str, str]:
        both = {
            "sha": encoded(sha256(content).digest()),
            "md5": encoded(md5(content, usedforsecurity=False).digest()),
        }
        return {header: value.format(**both)}

    check_headers(stated(b"content"), file)
    with pytest.raises(DownloadError, match=header):
        check_headers(stated(b"other"), file)


def test_a_header_that_is_no_digest_says_nothing(file: Path) -> None:
    check_headers({"Content-MD5": "?", "Digest": "unixsum=1"}, file)


def test_a_download_that_is_not_what_its_server_says_is_refused(tmp_path: Path) -> None:
    wrong = {"Content-MD5": encoded(md5(b"other", usedforsecurity=False).digest())}
    with (
        serving(Answer(eu_list(), headers=wrong)) as server,
        pytest.raises(DownloadError, match="Content-MD5"),
    ):
        download(source("eu_fsf"), server.address, tmp_path / "x", Validators(), print)
