"""A download is whole, is the list, and is asked for politely; else the reason is said."""

from pathlib import Path

import pytest
from support.publisher import Answer, Server, eu_list, serving

from lists import source
from lists.download import Download, Validators, _check_redirect, download, user_agent
from records import DownloadError

EU = source("eu_fsf")


def fetch(
    server: Server, folder: Path, known: Validators | None = None, said: list[str] | None = None
) -> Download | None:
    lines = [] if said is None else said
    return download(
        EU, server.address, folder / "x", known or Validators(), lines.append, first_wait=0.001
    )


def test_list_arrives_byte_by_byte_with_its_validators(tmp_path: Path) -> None:
    headers = {"ETag": '"e"', "Last-Modified": "yesterday"}
    with serving(Answer(eu_list(), headers=headers)) as server:
        got = fetch(server, tmp_path)
    assert got is not None
    assert got.path.read_bytes() == eu_list()
    assert got.validators == Validators(etag='"e"', last_modified="yesterday")


def test_unchanged_list_is_not_sent_again(tmp_path: Path) -> None:
    with serving(Answer(status=304)) as server:
        assert fetch(server, tmp_path, Validators(etag='"e"')) is None
        assert server.seen[0]["If-None-Match"] == '"e"'
    assert not (tmp_path / "x").exists()


def test_user_agent_passes_ofacs_firewall_and_says_who_asks(tmp_path: Path) -> None:
    with serving(Answer(eu_list())) as server:
        fetch(server, tmp_path)
    agent = server.seen[0]["User-Agent"]
    assert agent == user_agent()
    assert agent.startswith("Mozilla/5")
    assert len(agent) >= 40
    assert "namewarden/" in agent


def test_transient_failure_is_tried_again_and_said(tmp_path: Path) -> None:
    said: list[str] = []
    with serving(Answer(status=500), Answer(status=429), Answer(eu_list())) as server:
        assert fetch(server, tmp_path, said=said) is not None
    assert len(server.seen) == 3
    assert "127.0.0.1 answered 500" in said[0]


def test_the_token_is_sent_and_never_said(tmp_path: Path) -> None:
    """The EU's is for everybody; one in a setting is somebody's own."""
    assert EU.url.endswith("?token=dG9rZW4tMjAxNw")
    said: list[str] = []
    with serving(Answer(status=500), Answer(status=403)) as server:
        server.address += "?token=secret"
        with pytest.raises(DownloadError) as caught:
            fetch(server, tmp_path, said=said)
    assert server.seen[0]["path"].endswith("?token=secret")
    assert "secret" not in "".join([*said, str(caught.value)])


def test_lasting_failure_is_not_tried_again(tmp_path: Path) -> None:
    with serving(Answer(status=403)) as server, pytest.raises(DownloadError, match="answered 403"):
        fetch(server, tmp_path)
    assert len(server.seen) == 1


def test_giving_up_after_some_attempts(tmp_path: Path) -> None:
    with serving(Answer(status=503)) as server, pytest.raises(DownloadError, match="answered 503"):
        fetch(server, tmp_path)
    assert len(server.seen) == 4


def test_download_that_breaks_off_is_tried_again(tmp_path: Path) -> None:
    half = Answer(eu_list()[:200], announced=len(eu_list()))
    with serving(half, Answer(eu_list())) as server:
        got = fetch(server, tmp_path)
    assert got is not None
    assert got.path.read_bytes() == eu_list()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "answer is empty"),
        (b"<!doctype html><html>", "an HTML page"),
        (b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>", "NoSuchKey"),
        (b'{"error": 1}', "JSON"),
        (b"\x1f\x8b\x08", "cut short"),
    ],
)
def test_answer_that_is_no_list_says_what_it_is(tmp_path: Path, body: bytes, message: str) -> None:
    with serving(Answer(body)) as server, pytest.raises(DownloadError, match=message):
        fetch(server, tmp_path)


def test_redirect_is_followed(tmp_path: Path) -> None:
    moved = Answer(status=302, headers={"Location": "/elsewhere"})
    with serving(moved, Answer(eu_list())) as server:
        assert fetch(server, tmp_path) is not None


def test_a_redirect_without_encryption_to_another_port_or_host_is_not_followed(
    tmp_path: Path,
) -> None:
    with serving(Answer(eu_list())) as inside:
        for place in (inside.address, "http://localhost/", "http://169.254.169.254/latest/"):
            moved = Answer(status=302, headers={"Location": place})
            with (
                serving(moved) as server,
                pytest.raises(DownloadError, match="redirects without encryption to another host"),
            ):
                fetch(server, tmp_path)
        assert inside.seen == []


@pytest.mark.parametrize(
    ("after", "is_followed"),
    [
        ("https://files.example.com/list.xml", True),
        ("https://www.example.org/other", True),
        ("https://files.example.com:8443/list.xml", False),
        ("https://10.0.0.7/list.xml", False),
        ("https://localhost/list.xml", False),
        ("https://intranet/list.xml", False),
        ("http://www.example.org/list.xml", False),
    ],
)
def test_a_publisher_sends_us_to_other_publishers_machines_only(
    after: str, is_followed: bool
) -> None:
    before = "https://www.example.org/list"
    if is_followed:
        _check_redirect(before, after)
    else:
        with pytest.raises(DownloadError, match="redirects to"):
            _check_redirect(before, after)


def test_endless_redirect_ends(tmp_path: Path) -> None:
    loop = Answer(status=302, headers={"Location": "/again"})
    with serving(loop) as server, pytest.raises(DownloadError, match="TooManyRedirects"):
        fetch(server, tmp_path)


def test_too_large_a_file_is_refused_before_it_is_fetched(tmp_path: Path) -> None:
    with (
        serving(Answer(b"<x", announced=1 << 40)) as server,
        pytest.raises(DownloadError, match="MB announced, at most"),
    ):
        fetch(server, tmp_path)


def test_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with serving(Answer()) as server:
        pass
    with pytest.raises(DownloadError, match=r"no answer from 127\.0\.0\.1"):
        fetch(server, tmp_path)


def test_unusual_media_type_is_said_but_the_content_counts(tmp_path: Path) -> None:
    said: list[str] = []
    with serving(Answer(eu_list(), headers={"Content-Type": "text/html"})) as server:
        assert fetch(server, tmp_path, said=said) is not None
    assert "served as text/html" in said[0]
