"""Mail and mailboxes: headers, parts, attachments."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP

from asking.documents.paper import Paper, sentence


def papers(name: str) -> Iterator[Paper]:
    """Messages with the name in one place each, and mailboxes."""
    for place, put in _PLACES.items():
        message = _message()
        put(message, name)
        yield Paper("documents: mail", place, ".eml", message.as_bytes(policy=SMTP))
    yield from _mailboxes(name)


def _message() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Clerk <ann@example.com>"
    message["To"] = "bob@example.com"
    message["Subject"] = "Greetings"
    message["Date"] = "Tue, 12 May 2026 10:00:00 +0000"
    message.set_content("Hello.")
    return message


def _header(key: str, text: str) -> Callable[[EmailMessage, str], None]:
    def put(message: EmailMessage, name: str) -> None:
        del message[key]
        message[key] = text.format(n=name.replace(",", "").replace(".", ""))

    return put


def _body(**how: str) -> Callable[[EmailMessage, str], None]:
    def put(message: EmailMessage, name: str) -> None:
        message.set_content(sentence(name), **how)  # type: ignore[arg-type]

    return put


def _html(message: EmailMessage, name: str) -> None:
    message.add_alternative(f"<p>{sentence(name)}</p>", subtype="html")


def _attached(message: EmailMessage, name: str) -> None:
    message.add_attachment(sentence(name), filename="note.txt")


def _as_octets(message: EmailMessage, name: str) -> None:
    message.add_attachment(
        sentence(name).encode(), maintype="application", subtype="octet-stream", filename="a.bin"
    )


def _attachment_name(message: EmailMessage, name: str) -> None:
    message.add_attachment("Hello.", filename=f"Contract with {name}.txt")


def _forwarded(message: EmailMessage, name: str) -> None:
    inner = _message()
    inner.set_content(sentence(name))
    message.add_attachment(inner)


def _calendar(message: EmailMessage, name: str) -> None:
    event = f"BEGIN:VEVENT\r\nSUMMARY:Call with {name}\r\nEND:VEVENT"
    text = f"BEGIN:VCALENDAR\r\n{event}\r\nEND:VCALENDAR"
    message.add_attachment(text, subtype="calendar", filename="call.ics")


_PLACES: dict[str, Callable[[EmailMessage, str], None]] = {
    "body": _body(),
    "body in base64": _body(cte="base64"),
    "body in quoted-printable": _body(cte="quoted-printable"),
    "body in UTF-16": _body(charset="utf-16"),
    "HTML part": _html,
    "sender's name": _header("From", '"{n}" <x@example.com>'),
    "recipient's name": _header("To", '"{n}" <x@example.com>'),
    "copy": _header("Cc", '"{n}" <x@example.com>'),
    "reply to": _header("Reply-To", '"{n}" <x@example.com>'),
    "subject": _header("Subject", "Order from {n}"),
    "subject, the name alone": _header("Subject", "{n}"),
    "encoded subject": _header("Subject", "Bestellung für {n} über 17 t"),
    "attachment": _attached,
    "attachment of no kind": _as_octets,
    "attachment's name": _attachment_name,
    "forwarded message": _forwarded,
    "invitation": _calendar,
}


def _mailboxes(name: str) -> Iterator[Paper]:
    line = b"From ann@example.com Tue May 12 10:00:00 2026\n"
    head = b"From: ann@example.com\nSubject: Hi\n\n"
    whole = line + head + b"Hello.\n\n" + line + head + sentence(name).encode() + b"\n"
    yield Paper("documents: mail", "second message of a mailbox", ".mbox", whole)
    begins = line + head + f"From {name} we have heard nothing.\n".encode()
    yield Paper("documents: mail", "line of a mailbox that begins with From", ".mbox", begins)
    after = line + head + f"Hello.\n\nFrom {name} we have heard nothing.\n".encode()
    yield Paper("documents: mail", "paragraph of a mailbox that begins with From", ".mbox", after)
