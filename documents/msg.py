"""Outlook messages (MSG): compound files with a stream for each property. [MS-OXMSG]"""

from collections.abc import Iterator
from email import message_from_string

from documents import rtf
from documents.html import inline_pictures
from documents.layout import Layout, tidy
from documents.mail import html_form
from documents.mail_headers import decode_header
from documents.msg_parts import attachments, fields, rtf_body
from documents.msg_texts import BODY, Texts
from documents.ole import open_ole
from documents.reader import Content, Extraction, Part
from records import DocumentError

# Tags of [MS-OXPROPS].
_SUBJECT, _SENDER, _NAME, _HEADERS = 0x0037, 0x0C1A, 0x3001, 0x007D
_SENDERS_ADDRESS, _ADDRESSES = (0x5D01, 0x0C1F), (0x39FE, 0x3003)


def read(content: Content) -> Extraction:
    """Read a message: sender, recipients, subject, body; attachments are read in turn.

    Raises:
        DocumentError: it has no words and nothing attached.
    """
    layout, unread = Layout(), list[str]()
    with open_ole(content.data) as file:
        texts = Texts(file, unread)
        for sender in _senders(texts, unread):
            layout.add(sender, place="header From")
        for folder in texts.recipients():
            layout.add(_address(texts, folder, _NAME, _ADDRESSES), place="header To")
        layout.add(tidy(texts.of("", _SUBJECT)), place="header Subject")
        plain, page = texts.of("", BODY).replace("\r\n", "\n"), texts.page()
        layout.add(plain)
        html_form(page, plain, layout)
        parts = [*inline_pictures(page), *attachments(file, texts)]
        if not (plain or page) and (body := rtf_body(file)):
            parts += _rtf(body, layout, unread)
        fields(file, texts, layout)
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Extraction(
        passages=layout.passages,
        media_type=content.media_type,
        unread="; ".join(dict.fromkeys(unread)) or None,
        parts=tuple(parts),
    )


def _senders(texts: Texts, unread: list[str]) -> Iterator[str]:
    """Who sent it, by the header that it came with and by its properties, where these differ."""
    known = _address(texts, "", _SENDER, _SENDERS_ADDRESS)
    header = message_from_string(texts.of("", _HEADERS)).get("From") or ""
    text, doubt = decode_header(str(header), texts.body_label)
    if doubt:
        unread.append(f"header From: {doubt}")
    text = tidy(text)
    yield text
    if known.replace('"', "") != text.replace('"', ""):
        yield known


def _address(texts: Texts, folder: str, name: int, addresses: tuple[int, ...]) -> str:
    """``Name <address>``."""
    known = [texts.of(folder, tag) for tag in addresses]
    address = next((item for item in known if item), "")
    return tidy(" ".join(filter(None, (texts.of(folder, name), address and f"<{address}>"))))


def _rtf(body: bytes, layout: Layout, unread: list[str]) -> tuple[Part, ...]:
    """Lay out a body that is there in RTF alone; what is put into it."""
    extraction = rtf.read(Content(data=body, media_type="application/rtf"))
    layout.again(extraction.passages)
    if extraction.unread:
        unread.append(f"its body: {extraction.unread}")
    return extraction.parts
