"""Outlook messages (MSG) by python-oxmsg. [MS-OXMSG]"""

import io

from oxmsg import Message

from documents import rtf
from documents.html import lay_out
from documents.layout import Layout, sound, tidy
from documents.mail import html_form
from documents.msg_parts import attachments, fields, rtf_body
from documents.ole import open_ole
from documents.reader import Content, Part, Reading
from records import DocumentError


def read(content: Content) -> Reading:
    """Read a message: sender, recipients, subject, body; attachments are read in turn.

    Raises:
        DocumentError: it has no words and nothing attached.
    """
    with io.BytesIO(content.data) as file:
        message = Message.load(file)
        layout = Layout()
        layout.add(tidy(message.sender or ""), place="header From")
        for recipient in message.recipients:
            known = [
                recipient.name,
                f"<{recipient.email_address}>" if recipient.email_address else "",
            ]
            layout.add(tidy(" ".join(filter(None, known))), place="header To")
        layout.add(tidy(message.subject or ""), place="header Subject")
        _body(message, layout)
    with open_ole(content.data) as ole:
        parts = tuple(attachments(ole))
        if not (message.body or message.html_body) and (body := rtf_body(ole)):
            parts += _rtf(body, layout)
        fields(ole, layout)
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Reading(passages=layout.passages, media_type=content.media_type, parts=parts)


def _body(message: Message, layout: Layout) -> None:
    """Lay out the body; its HTML form, too, where that says more than the plain one."""
    if message.body:
        layout.add(sound(message.body).replace("\r\n", "\n"))
        if message.html_body:
            html_form(message.html_body, message.body, layout)
    elif message.html_body:
        lay_out(message.html_body, layout)


def _rtf(body: bytes, layout: Layout) -> tuple[Part, ...]:
    """Lay out a body that is there in RTF alone; what is put into it."""
    reading = rtf.read(Content(data=body, media_type="application/rtf"))
    layout.again(reading.passages)
    return reading.parts
