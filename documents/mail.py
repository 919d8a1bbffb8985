"""E-mail (RFC 5322) and mailboxes (mbox): header fields, bodies; attachments are read in turn."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from documents.charsets import decode_part, named
from documents.html import decoded, lay_out
from documents.layout import Layout, sound
from documents.mail_headers import decode_header, is_foreign
from documents.reader import Content, Part, Reading
from records import DocumentError

MBOX = "application/mbox"
_FIELDS = (
    "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Organization", "Thread-Topic",
    "Comments", "Keywords", "Resent-From", "Resent-To",
)  # fmt: skip
_FROM_LINE = re.compile(rb"^From .*\r?\n", re.MULTILINE)
_WORD = re.compile(r"\w+")


def read(content: Content) -> Reading:
    """Read a message, or the messages of a mailbox as files inside it.

    Raises:
        DocumentError: it has no words and nothing attached.
    """
    if content.media_type == MBOX:
        return Reading(passages=(), media_type=MBOX, parts=tuple(_messages(content.data)))
    message = message_from_bytes(content.data, policy=policy.default)
    layout = Layout()
    unread: list[str] = []
    for name in _FIELDS:
        for value in _values(message, name, unread):
            layout.add(value, place=f"header {name}")
    parts = list(_bodies(message, layout, unread))
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Reading(
        passages=layout.passages,
        media_type=content.media_type,
        unread="; ".join(unread) or None,
        parts=tuple(parts),
    )


def _messages(data: bytes) -> Iterator[Part]:
    starts = [found.end() for found in _FROM_LINE.finditer(data)]
    ends = [*[found.start() for found in _FROM_LINE.finditer(data)][1:], len(data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        # ``>From`` is how a mailbox writes a line that begins with ``From``.
        body = re.sub(rb"^>(>*From )", rb"\1", data[start:end], flags=re.MULTILINE)
        yield Part(name=f"message {number}", data=body)


def _values(message: EmailMessage | Message, name: str, unread: list[str]) -> list[str]:
    stand = [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    try:
        values = message.get_all(name, [])
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        # Malformed headers crash the standard library's parser: as they stand, then.
        values = stand
    # It believes what encoded words say of themselves, and gives up raw bytes.
    if any(map(is_foreign, stand)):
        read_as = [decode_header(value, _charset(message)) for value in stand]
        values = [text for text, _ in read_as]
        unread += [f"header {name}: {doubt}" for _, doubt in read_as if doubt]
    return [" ".join(sound(str(value)).split()) for value in values]


def _bodies(message: Message, layout: Layout, unread: list[str]) -> Iterator[Part]:
    """Lay out the bodies, and give what is attached."""
    stack, plain, number = [message], "", 0
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if kind == "message/rfc822" and isinstance(payload := part.get_payload(), list):
            number += 1
            yield _forwarded(payload, _name(part, number))
        elif part.is_multipart():
            items = part.get_payload()
            if isinstance(items, list):
                stack += [item for item in reversed(items) if isinstance(item, Message)]
        elif kind in ("text/plain", "text/html") and not _is_attached(part):
            text = _text(part, unread)
            if kind == "text/html":
                _html(text, plain, layout)
            else:
                plain += text
                layout.add(text)
        else:
            number += 1
            yield Part(name=_name(part, number), data=_payload(part))


def _forwarded(payload: list[Message | str], name: str) -> Part:
    if payload and isinstance(payload[0], Message):
        return Part(name=name, data=payload[0].as_bytes())
    return Part(name=name, data=b"", unread="a message in the message that could not be read")


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_filename(part))


def _name(part: Message, number: int) -> str:
    return _filename(part) or f"attachment {number}"


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return None  # a malformed name; it is attached all the same
    return sound(name) if name else None


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message, unread: list[str]) -> str:
    data = _payload(part)
    charset = _charset(part)
    if part.get_content_type() == "text/html" and named(charset) is None:
        text, _, doubt = decoded(data)
    else:
        result = decode_part(data, charset)
        text, doubt = result.text, result.doubt
    if doubt:
        unread.append(f"a body: {doubt}")
    return sound(text)


def _charset(part: Message) -> str:
    try:
        return part.get_content_charset() or ""
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""  # a malformed Content-Type: told by its letters


def _html(text: str, plain: str, layout: Layout) -> None:
    """The HTML form of a body; left out when it says the same words as the plain one before it."""
    page = Layout()
    lay_out(text, page)
    words = {word for item in page.passages for word in _WORD.findall(item.text.casefold())}
    if not words <= set(_WORD.findall(plain.casefold())):
        layout.again(page.passages, "HTML body" if plain else None)
