"""Outlook messages (MSG) by python-oxmsg. [MS-OXMSG]"""

import io

from oxmsg import Message
from oxmsg.attachment import Attachment

from documents.html import lay_out
from documents.layout import Layout, sound, tidy
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
            both = f"{recipient.name or ''} <{recipient.email_address or ''}>"
            layout.add(tidy(both), place="header To")
        layout.add(tidy(message.subject or ""), place="header Subject")
        _body(message, layout)
        parts = tuple(_part(item, number) for number, item in enumerate(message.attachments, 1))
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Reading(passages=layout.passages, media_type=content.media_type, parts=parts)


def _body(message: Message, layout: Layout) -> None:
    if message.body:
        layout.add(sound(message.body).replace("\r\n", "\n"))
    elif message.html_body:
        lay_out(message.html_body, layout)


def _part(attachment: Attachment, number: int) -> Part:
    name = sound(attachment.file_name or f"attachment {number}")
    data = attachment.file_bytes if attachment.attached_by_value else None
    if data is None:
        return Part(
            name=name,
            data=b"",
            unread="a message or object inside an MSG file: it was not read. Save it as a file.",
        )
    return Part(name=name, data=data)
