"""Notices get through to a web address and by mail, in words that say what happened."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from editions import company, edition
from support.web_receiver import web

from records import NoticeError, UsageError
from screening.changes.diff import delta
from screening.updates.update import UpdateResult
from screening.watch.notices import Channels, notice, send, worth_telling
from screening.watch.notices import mail as by_mail
from screening.watch.notices import webhook as by_web
from screening.watch.notices.mail import Mail
from screening.watch.notices.message import MOST

FAILED = UpdateResult(
    source="un_sc",
    status="failed",
    message="un_sc: no answer from scsanctions.un.org. This list is not in use.",
    snapshot=None,
)


@pytest.fixture
def updated(tmp_path: Path) -> UpdateResult:
    """Two entries came, one went, one got a name."""
    old = edition(tmp_path, [company(1, "A"), company(2, "Gone")])
    new = edition(
        tmp_path,
        [company(1, "A", "Bee"), company(3, "Завод <Электрон>"), company(4, "D")],
        dated="2026-01-11",
    )
    return UpdateResult(
        source="eu_fsf",
        status="updated",
        message="eu_fsf: edition of 2026-01-11",
        snapshot=new,
        delta=delta(old, new),
    )


class Box:
    """A mail server's mailbox. It does not know nobody@, and is busy for the first mails."""

    def __init__(self, busy: int = 0) -> None:
        self.busy = busy
        self.mails: list[EmailMessage] = []
        self.users: list[bytes] = []

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's word for it)
        self, server: object, session: object, envelope: Envelope, address: str, options: object
    ) -> str:
        if address.startswith("nobody"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: object, session: object, envelope: Envelope
    ) -> str:
        if self.busy:
            self.busy -= 1
            return "451 busy"
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"

    def log_in(
        self, server: object, session: object, envelope: object, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.users.append(data.login)
        return AuthResult(success=data.password == b"right", handled=False)


@contextmanager
def mail_server(box: Box, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve mail on this machine, with STARTTLS when there is a certificate."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        tls_context=context,
        require_starttls=context is not None,
        authenticator=box.log_in,
        auth_require_tls=context is not None,
    )
    controller.start()
    try:
        yield f"smtp://localhost:{port}"
    finally:
        controller.stop()


def test_only_news_are_told(updated: UpdateResult) -> None:
    unchanged = replace(FAILED, status="unchanged")
    assert updated.delta is not None
    rewritten = replace(updated, delta=replace(updated.delta, added=(), removed=(), changed=()))
    first = replace(updated, delta=None)
    assert worth_telling([unchanged, rewritten]) == ()
    assert worth_telling([updated, FAILED, first]) == (updated, FAILED, first)


def test_a_notice_says_what_happened_to_each_list(updated: UpdateResult) -> None:
    told = notice([updated, FAILED])
    assert told.subject == (
        "Sanctions lists: eu_fsf 2 added, 1 removed, 1 changed (1 in their names); un_sc FAILED"
    )
    assert "  added    eu_fsf:3  Завод <Электрон>" in told.text
    assert FAILED.message in told.text
    assert [each["status"] for each in told.json["results"]] == ["updated", "failed"]
    (changes,) = told.json["changes"]
    assert [each["entity_id"] for each in changes["added"]] == ["eu_fsf:3", "eu_fsf:4"]
    assert changes["changed"][0]["fields"] == ["names"]
    assert changes["complete"]
    assert told.page is not None
    assert "Завод &lt;Электрон&gt;" in told.page


def test_a_long_notice_ends_and_says_so(tmp_path: Path) -> None:
    old = edition(tmp_path, [company(0, "A")])
    new = edition(tmp_path, [company(n, "A") for n in range(MOST + 6)], dated="2026-01-11")
    told = notice([replace(FAILED, status="updated", delta=delta(old, new))])
    assert "… and 5 more added" in told.text
    assert not told.json["changes"][0]["complete"]
    assert len(told.json["changes"][0]["added"]) == MOST


def test_a_web_address_gets_json_and_is_tried_again_while_it_is_busy(updated: UpdateResult) -> None:
    said: list[str] = []
    with web(503, 429, 204) as server:
        by_web.post(server.address, notice([updated]), said.append, first_wait=0.01)
    assert len(server.bodies) == 3
    assert server.bodies[-1]["results"][0]["list"] == "eu_fsf"
    assert len(said) == 2
    assert "secret" not in "".join(said)


@pytest.mark.parametrize(("status", "asked"), [(404, 1), (302, 1), (500, 4)])
def test_a_web_address_that_does_not_take_it_is_an_error(
    updated: UpdateResult, status: int, asked: int
) -> None:
    with (
        web(status) as server,
        pytest.raises(NoticeError, match=f"127.0.0.1: it answered {status}") as no,
    ):
        by_web.post(server.address, notice([updated]), lambda _: None, first_wait=0.01)
    assert len(server.bodies) == asked
    assert "secret" not in str(no.value)


def test_nobody_there_is_an_error(updated: UpdateResult) -> None:
    with web(200) as server:
        address = server.address
    with pytest.raises(NoticeError, match="no answer"):
        by_web.post(address, notice([updated]), lambda _: None, first_wait=0.01)


def settings(server: str, **more: str) -> dict[str, str]:
    return {"NAMEWARDEN_SMTP": server, "NAMEWARDEN_MAIL_FROM": "lists@example.org", **more}


def test_a_mail_has_the_text_and_the_page(updated: UpdateResult) -> None:
    box = Box()
    with mail_server(box) as server:
        to = Mail.of("a@example.org, b@example.org", settings(server))
        by_mail.send(to, notice([updated, FAILED]), print, first_wait=0.01)
    (found,) = box.mails
    assert found["To"] == "a@example.org, b@example.org"
    assert found["Subject"].startswith("Sanctions lists: eu_fsf 2 added")
    text, page = found.iter_parts()
    assert "Завод <Электрон>" in text.get_content()
    assert page.get_filename() == "changes.html"
    assert "default-src 'none'" in page.get_content()


def test_a_password_goes_through_starttls_only(updated: UpdateResult) -> None:
    authority, box = trustme.CA(), Box()
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(ours)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with mail_server(box, ours) as server:
        secrets = {"NAMEWARDEN_SMTP_USER": "me", "NAMEWARDEN_SMTP_PASSWORD": "right"}
        to = Mail.of("a@example.org", settings(server, **secrets))
        by_mail.send(to, notice([FAILED]), print, first_wait=0.01, context=trusting)
        assert (len(box.mails), box.users) == (1, [b"me"])
        with pytest.raises(NoticeError, match="certificate is not trusted"):
            by_mail.send(to, notice([FAILED]), print, first_wait=0.01)
        wrong = replace(to, password="wrong")
        with pytest.raises(NoticeError, match="answered 535"):
            by_mail.send(wrong, notice([FAILED]), print, first_wait=0.01, context=trusting)
    assert len(box.mails) == 1


def test_a_server_elsewhere_without_encryption_gets_nothing(updated: UpdateResult) -> None:
    """This machine too, but not by a name that is known to be."""
    box = Box()
    with mail_server(box) as server:
        port = int(server.rpartition(":")[2])
        to = replace(Mail.of("a@example.org", settings(server)), host="LOCALHOST")
        with pytest.raises(NoticeError, match="no encryption"):
            by_mail.send(replace(to, port=port), notice([FAILED]), print, first_wait=0.01)
    assert box.mails == []


def test_a_busy_mail_server_is_tried_again_and_an_unknown_address_is_not() -> None:
    box = Box(busy=2)
    with mail_server(box) as server:
        to = Mail.of("a@example.org", settings(server))
        by_mail.send(to, notice([FAILED]), lambda _: None, first_wait=0.01)
        assert len(box.mails) == 1
        with pytest.raises(NoticeError, match=r"refuses nobody@example\.org"):
            by_mail.send(
                replace(to, to=("nobody@example.org",)), notice([FAILED]), print, first_wait=0.01
            )


@pytest.mark.parametrize(
    ("web_address", "to", "environment", "words"),
    [
        ("ftp://x", None, {}, "not a web address"),
        (None, "a@example.org", {}, "set NAMEWARDEN_SMTP"),
        (None, "a@example.org", {"NAMEWARDEN_SMTP": "mail.example.org"}, "set NAMEWARDEN_SMTP"),
        (None, "a@example.org", {"NAMEWARDEN_SMTP": "smtp://x:y"}, "set NAMEWARDEN_SMTP"),
        (None, "example.org", {"NAMEWARDEN_SMTP": "smtp://x"}, "not a mail address"),
        (None, "a@x\n@y", {"NAMEWARDEN_SMTP": "smtp://x"}, "not a mail address"),
    ],
)
def test_wrong_settings_are_wrong_usage(
    web_address: str | None, to: str | None, environment: dict[str, str], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        Channels.of(web_address, to, environment)


def test_settings_come_from_options_first_then_from_the_environment() -> None:
    environment = {
        "NAMEWARDEN_WEBHOOK": "https://example.org/env",
        "NAMEWARDEN_MAIL_TO": "env@example.org",
        "NAMEWARDEN_SMTP": "smtps://mail.example.org",
    }
    found = Channels.of(None, None, environment)
    assert found.webhook == "https://example.org/env"
    assert found.mail is not None
    assert (found.mail.to, found.mail.port, found.mail.tls) == (("env@example.org",), 465, True)
    assert found.mail.sender == "env@example.org"
    assert Channels.of("https://example.org/x", None, {}) == Channels(
        webhook="https://example.org/x"
    )


def test_one_channel_that_fails_does_not_keep_the_other_from_being_told() -> None:
    box = Box()
    with web(404) as server, mail_server(box) as smtp:
        channels = Channels.of(server.address, "a@example.org", settings(smtp))
        with pytest.raises(NoticeError, match="answered 404"):
            send(channels, [FAILED], print)
    assert len(box.mails) == 1
