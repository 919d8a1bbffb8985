"""Outlook messages (MSG) by python-oxmsg. [MS-OXMSG]"""

import io

from oxmsg import Message
from oxmsg.attachment import Attachment

from documents.html import lay_out
from documents.layout import Layout, sound, tidy
from documents.reader import Content, Part, Reading
from records import DocumentError

# PidTagRtfCompressed: [MS-OXPROPS] 2.934
_COMPRESSED_RTF = 0x1009


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
        unread = _body(message, layout)
        parts = tuple(_part(item, number) for number, item in enumerate(message.attachments, 1))
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Reading(
        passages=layout.passages, media_type=content.media_type, unread=unread, parts=parts
    )


def _body(message: Message, layout: Layout) -> str | None:
    """Lay out the body; what of it was not read, if anything."""
    if message.body:
        layout.add(sound(message.body).replace("\r\n", "\n"))
    elif message.html_body:
        lay_out(message.html_body, layout)
    elif message.properties.binary_prop_value(_COMPRESSED_RTF):
        return "its body, which is compressed RTF, was not read. Save the message as EML."
    return None


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
