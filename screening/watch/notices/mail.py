"""Notices by mail, over SMTP; never in the clear but to this machine itself."""

import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import urlsplit

from records import NoticeError, UsageError
from screening.watch.notices.attempts import FIRST_WAIT, TransientNoticeError, attempts
from screening.watch.notices.message import Notice

SERVER, FROM = "NAMEWARDEN_SMTP", "NAMEWARDEN_MAIL_FROM"
USER, PASSWORD = "NAMEWARDEN_SMTP_USER", "NAMEWARDEN_SMTP_PASSWORD"
PORTS = {"smtp": 587, "smtps": 465}
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
# How long a mail server may be silent.
SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail server and the addresses to send to."""

    to: tuple[str, ...]
    sender: str
    host: str
    port: int
    tls: bool
    """From the first byte (``smtps``), rather than by STARTTLS."""
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @staticmethod
    def of(to: str, environment: Mapping[str, str]) -> "Mail":
        """Read the settings.

        Args:
            to: addresses between commas.
            environment: the server as ``smtp://host:port`` (STARTTLS) or ``smtps://host:port``.

        Raises:
            UsageError: one is missing or no address.
        """
        addresses = tuple(filter(None, (each.strip() for each in to.split(","))))
        server = urlsplit(environment.get(SERVER, ""))
        try:
            port = server.port or PORTS.get(server.scheme)
        except ValueError:
            port = None
        if not server.hostname or port is None or server.scheme not in PORTS:
            raise UsageError(
                f"to send mail, set {SERVER} to the mail server, like smtp://mail.example.org:587 "
                "or smtps://mail.example.org"
            )
        wrong = [each for each in addresses if "@" not in each or any(map(str.isspace, each))]
        if wrong or not addresses:
            raise UsageError(f"{(wrong or [to])[0]!r} is not a mail address")
        return Mail(
            to=addresses,
            sender=environment.get(FROM) or addresses[0],
            host=server.hostname,
            port=port,
            tls=server.scheme == "smtps",
            user=environment.get(USER) or None,
            password=environment.get(PASSWORD) or None,
        )


def send(
    mail: Mail,
    told: Notice,
    notify: Callable[[str], None],
    *,
    first_wait: float = FIRST_WAIT,
    context: ssl.SSLContext | None = None,
) -> None:
    """Send a notice.

    Args:
        mail: the server, and to whom.
        told: the notice; its changes go with it as a page.
        notify: gets a line for each new attempt.
        first_wait: seconds before the second attempt.
        context: whose certificates are trusted; None for those that the system trusts.

    Raises:
        NoticeError: the server did not take it, or not for everybody.
    """
    trusted = context or ssl.create_default_context()
    attempts("mail", notify, first_wait)(_send, mail, _message(mail, told), trusted)


def _message(mail: Mail, told: Notice) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = told.subject
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to)
    message["Message-ID"] = make_msgid(domain=mail.sender.rpartition("@")[2])
    message.set_content(told.text)
    if told.page is not None:
        message.add_attachment(told.page, subtype="html", filename="changes.html")
    return message


def _send(mail: Mail, message: EmailMessage, context: ssl.SSLContext) -> None:
    where = f"no mail by {mail.host}"
    try:
        with _connected(mail, context) as server:
            if mail.user and mail.password:
                server.login(mail.user, mail.password)
            refused = server.send_message(message)
    except smtplib.SMTPResponseException as error:
        # 4xx: not now; 5xx: never (RFC 5321, 4.2.1).
        kind = TransientNoticeError if 400 <= error.smtp_code < 500 else NoticeError
        raise kind(f"{where}: it answered {error.smtp_code}") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise NoticeError(f"{where}: it refuses {', '.join(error.recipients)}") from error
    except ssl.SSLError as error:
        raise NoticeError(f"{where}: its certificate is not trusted ({error.reason})") from error
    except (OSError, smtplib.SMTPException) as error:
        raise TransientNoticeError(f"{where}: {type(error).__name__}") from error
    if refused:
        raise NoticeError(f"{where}: it refuses {', '.join(refused)}")


def _connected(mail: Mail, context: ssl.SSLContext) -> smtplib.SMTP:
    if mail.tls:
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=SECONDS, context=context)
    server = smtplib.SMTP(mail.host, mail.port, timeout=SECONDS)
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=context)
        server.ehlo()
    elif mail.host not in LOOPBACK:
        server.close()
        raise NoticeError(f"no mail by {mail.host}: it offers no encryption (STARTTLS)")
    return server
