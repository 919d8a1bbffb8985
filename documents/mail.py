"""E-mail (RFC 5322) and mailboxes (mbox): header fields, bodies; attachments are read in turn."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import InvalidBase64LengthDefect
from email.message import EmailMessage, Message

from documents import encoded
from documents.charsets import decode_part, named
from documents.html import decoded, inline_pictures, lay_out
from documents.layout import Layout, sound
from documents.mail_headers import decode_header, is_foreign
from documents.reader import Content, Extraction, Part
from documents.text import encrypted_part, otherwise
from records import DocumentError

MBOX = "application/mbox"
MESSAGE = "message/rfc822"
_FIELDS = (
    "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Organization", "Thread-Topic",
    "Comments", "Keywords", "Resent-From", "Resent-To",
)  # fmt: skip
# Fields of programs and keys: signatures, kinds of parts, times, scores.
_SILENT = re.compile(
    r"(?:dkim|domainkey|arc-|content-(?!description)|mime-version|date$|x-ms-|x-gm-|x-google-|"
    r"x-spam|x-virus|x-mailer|x-mimeole|user-agent|authentication-results|received-spf|"
    r"message-id|references|in-reply-to|thread-index|x-priority|x-.*(?:signature|hash|scan|score)|"
    r"lines$|status$|x-status|x-uid|x-mozilla)",
    re.IGNORECASE,
)
# A message of a mailbox begins behind an empty line with its sender and the time, and a field
# follows (RFC 4155): other lines that begin with ``From`` are text.
FROM_LINE = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+.*\b\d\d:\d\d\b.*\b\d{4}\b.*\r?\n(?=[!-9;-~]+:)"
)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_TRANSFER = {
    "", "7bit", "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "uuencode", "uue",
    "x-uue",
}  # fmt: skip
# RFC 2046, 5.2.2 and 5.2.3.
_ELSEWHERE = {
    "message/partial": "one piece of a message that was sent in several",
    "message/external-body": "a part that is kept elsewhere",
}
_WORD = re.compile(r"\w+")
_PREAMBLE = re.compile(r"multi-?part (?:message|MIME)|MIME[- ]format", re.IGNORECASE)


def read(content: Content) -> Extraction:
    """Read a message, or the messages of a mailbox as files inside it.

    Raises:
        DocumentError: it has no words and nothing attached.
    """
    if content.media_type == MBOX:
        return _mailbox(content.data)
    message = message_from_bytes(content.data, policy=policy.default)
    layout = Layout()
    unread: list[str] = []
    for name in _field_names(message):
        for value in _values(message, name, unread):
            layout.add(value, place=f"header {name}")
    parts = list(_bodies(message, layout, unread))
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Extraction(
        passages=layout.passages,
        media_type=content.media_type,
        unread="; ".join(unread) or None,
        parts=tuple(parts),
    )


def _mailbox(data: bytes) -> Extraction:
    """The messages as files, and who sent them by what stands before them."""
    layout = Layout()
    found = list(FROM_LINE.finditer(data))
    ends = [*[one.start() for one in found][1:], len(data)]
    parts = []
    for number, (one, end) in enumerate(zip(found, ends, strict=True), start=1):
        sender = one[0].split()[1].decode("utf-8", errors="replace")
        layout.add(sender, place=f"sender of message {number}")
        # ``>From`` is how a mailbox writes a line that begins with ``From``.
        body = _QUOTED_FROM.sub(rb"\1", data[one.end() : end])
        parts.append(Part(name=f"message {number}", data=body, media_type=MESSAGE))
    return Extraction(passages=layout.passages, media_type=MBOX, parts=tuple(parts))


def _field_names(message: Message) -> list[str]:
    """The fields that people know, then all others but those of programs; each once."""
    names = {name.lower(): name for name in _FIELDS}
    for name, _ in message.raw_items():
        if not _SILENT.match(name):
            names.setdefault(name.lower(), name)
    return list(names.values())


def _values(message: EmailMessage | Message, name: str, unread: list[str]) -> list[str]:
    stand = [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]
    try:
        values = message.get_all(name, [])
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        # Malformed headers crash the standard library's parser: as they stand, then.
        values = stand
    # It leaves out remarks, in which older programs have the name: ``a@b.example (Bank Sepah)``.
    if len(values) == len(stand):
        values = [
            decode_header(said, _charset(message))[0] if _lacks_remark(said, str(value)) else value
            for said, value in zip(stand, values, strict=True)
        ]
    # It believes what encoded words say of themselves, and gives up raw bytes.
    if any(map(is_foreign, stand)):
        read_as = [decode_header(value, _charset(message)) for value in stand]
        values = [text for text, _ in read_as]
        unread += [f"header {name}: {doubt}" for _, doubt in read_as if doubt]
    return [" ".join(sound(str(value)).split()) for value in values]


def _lacks_remark(stand: str, value: str) -> bool:
    return "(" in stand and "(" not in value


def _bodies(message: Message, layout: Layout, unread: list[str]) -> Iterator[Part]:
    """Lay out the bodies, and give what is attached."""
    stack, plain, number = [message], "", 0
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if kind in _ELSEWHERE:
            unread.append(f"{_ELSEWHERE[kind]}: it was not read")
        if kind == MESSAGE and isinstance(payload := part.get_payload(), list):
            number += 1
            yield _forwarded(payload, _name(part, number))
        elif part.is_multipart():
            items = part.get_payload()
            _between(part, layout)
            if isinstance(items, list):
                if kind == "message/delivery-status":
                    _delivery(items, layout, unread)
                stack += [item for item in reversed(items) if isinstance(item, Message)]
        elif kind in ("text/plain", "text/html") and not _is_attached(part):
            text = _text(part, unread)
            if reason := _encoding_unread(part):
                unread.append(f"a body {reason}")
            if kind == "text/html":
                html_form(text, plain, layout)
                yield from inline_pictures(text)
            else:
                plain += text
                layout.add(text)
                for reading, place in otherwise(text):
                    layout.add(reading, place=place)
                yield from encoded.files(text)
                if encrypted := encrypted_part(text):
                    unread.append(encrypted)
        else:
            number += 1
            for description in _values(part, "Content-Description", unread):
                layout.add(description, place="description of an attachment")
            yield Part(name=_name(part, number), data=_payload(part), unread=_encoding_unread(part))


def _forwarded(payload: list[Message | str], name: str) -> Part:
    if payload and isinstance(payload[0], Message):
        return Part(name=name, data=payload[0].as_bytes(), media_type=MESSAGE)
    why = "a message inside that is damaged: it was not read"
    return Part(name=name, data=b"", unread=why, media_type=MESSAGE)


def _between(part: Message, layout: Layout) -> None:
    """What stands before and after the parts, which programs show only if they are old."""
    for text in (part.preamble, part.epilogue):
        if text and not _PREAMBLE.search(text):
            layout.add(sound(text).strip(), place="between parts")


def _delivery(items: list[Message | str], layout: Layout, unread: list[str]) -> None:
    """To whom a message could not be delivered: fields without a body."""
    for item in items:
        if isinstance(item, Message):
            for name in dict.fromkeys(name for name, _ in item.raw_items()):
                for value in _values(item, name, unread):
                    layout.add(value, place=f"delivery status {name}")


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
    if not isinstance(data, bytes):
        return b""
    # Of digits that are too few the standard library gives none.
    return encoded.of_base64(str(part.get_payload())) if _is_cut(part) else data


def _is_cut(part: Message) -> bool:
    return any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects)


def _encoding_unread(part: Message) -> str | None:
    """What is said of a part whose bytes cannot be told for sure (RFC 2045, 6)."""
    how = str(part.get("Content-Transfer-Encoding") or "").strip().lower()
    if how not in _TRANSFER:
        return f"in an encoding for mail that is unknown ({how[:40]}): it was not read"
    part.get_payload(decode=True)
    return "its Base64 was cut: what stood behind it was not read" if _is_cut(part) else None


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


def _links(words: list[str]) -> set[tuple[str, str]]:
    """Words with those that follow them: two names may share their words."""
    return set(zip(words, [*words[1:], ""], strict=False))


def html_form(text: str, plain: str, layout: Layout) -> None:
    """The HTML form of a body; left out when it says the same words as the plain one before it."""
    page = Layout()
    lay_out(text, page)
    said = _WORD.findall(plain.casefold())
    known = _links(said) | {(word, "") for word in said}
    place = "HTML body" if plain else None
    layout.again(
        tuple(
            item
            for item in page.passages
            if not _links(_WORD.findall(item.text.casefold())) <= known
        ),
        place,
    )
