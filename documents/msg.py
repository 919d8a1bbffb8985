"""Outlook messages (MSG) by python-oxmsg. [MS-OXMSG]"""

import io
from collections.abc import Iterator
from email import message_from_string

from olefile import OleFileIO
from oxmsg import Message
from oxmsg.attachment import Attachment

from documents.charsets import decode_part, named
from documents.html import decoded, lay_out
from documents.layout import Layout, sound, tidy
from documents.mail_headers import decode_header
from documents.reader import Content, Part, Reading
from records import DocumentError

# Tags of [MS-OXPROPS], and the kinds of values that end the name of a stream.
_COMPRESSED_RTF = 0x1009
_SUBJECT, _BODY, _HTML, _SENDER, _NAME = 0x0037, 0x1000, 0x1013, 0x0C1A, 0x3001
_SENDERS_ADDRESS, _ADDRESSES = (0x5D01, 0x0C1F), (0x39FE, 0x3003)
_HEADERS = 0x007D
_CODE_PAGE, _INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE
_UNICODE, _EIGHT_BITS, _BINARY = "001F", "001E", "0102"


def read(content: Content) -> Reading:
    """Read a message: sender, recipients, subject, body; attachments are read in turn.

    Raises:
        DocumentError: it has no words and nothing attached.
    """
    with io.BytesIO(content.data) as file, OleFileIO(io.BytesIO(content.data)) as streams:
        message = Message.load(file)
        layout, unread = Layout(), list[str]()
        texts = _Texts(streams, message, unread)
        for sender in _senders(texts, unread):
            layout.add(sender, place="header From")
        for folder in texts.recipients():
            layout.add(_address(texts, folder, _NAME, _ADDRESSES), place="header To")
        layout.add(tidy(texts.of("", _SUBJECT)), place="header Subject")
        _body(message, texts, layout, unread)
        parts = tuple(_part(item, number) for number, item in enumerate(message.attachments, 1))
    if not layout.passages and not parts:
        raise DocumentError("a message without words: nothing to screen")
    return Reading(
        passages=layout.passages,
        media_type=content.media_type,
        unread="; ".join(dict.fromkeys(unread)) or None,
        parts=parts,
    )


class _Texts:
    """The texts of a message. python-oxmsg knows not all code pages that Outlook writes, and
    believes them all.
    """

    def __init__(self, streams: OleFileIO, message: Message, unread: list[str]) -> None:
        self._streams = streams
        self._unread = unread
        number = message.properties.int_prop_value
        self._label = f"cp{number(_CODE_PAGE) or ''}"
        self.body_label = f"cp{number(_INTERNET_CODE_PAGE) or number(_CODE_PAGE) or ''}"

    def of(self, folder: str, tag: int) -> str:
        """A text, empty where there is none; in ``folder``, or in the message itself."""
        if text := self.wide(folder, tag):
            return text
        data = self._bytes(folder, tag, _EIGHT_BITS)
        if not data:
            return ""
        result = decode_part(data, self.body_label if tag == _BODY else self._label)
        if result.doubt:
            self._unread.append(f"a text: {result.doubt}")
        return sound(result.text)

    def wide(self, folder: str, tag: int) -> str:
        """A text that is in Unicode."""
        data = self._bytes(folder, tag, _UNICODE) or b""
        return sound(data.decode("utf-16-le", errors="replace"))

    def recipients(self) -> list[str]:
        """The folders of those whom it was sent to."""
        folders = {path[0] for path in self._streams.listdir() if len(path) == 2}
        return sorted(folder for folder in folders if folder.startswith("__recip_version1.0_"))

    def page(self) -> bytes:
        """The body as HTML, in bytes of its own encoding."""
        return self._bytes("", _HTML, _BINARY) or self._bytes("", _HTML, _EIGHT_BITS) or b""

    def _bytes(self, folder: str, tag: int, kind: str) -> bytes | None:
        path = [*filter(None, (folder,)), f"__substg1.0_{tag:04X}{kind}"]
        if not self._streams.exists(path):
            return None
        with self._streams.openstream(path) as stream:
            return bytes(stream.read())


def _senders(texts: _Texts, unread: list[str]) -> Iterator[str]:
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


def _address(texts: _Texts, folder: str, name: int, addresses: tuple[int, ...]) -> str:
    """``Name <address>``."""
    known = [texts.of(folder, tag) for tag in addresses]
    address = next((item for item in known if item), "")
    return tidy(" ".join(filter(None, (texts.of(folder, name), address and f"<{address}>"))))


def _body(message: Message, texts: _Texts, layout: Layout, unread: list[str]) -> None:
    """Lay out the body, and say what of it was not read."""
    if text := texts.of("", _BODY):
        layout.add(text.replace("\r\n", "\n"))
    elif text := texts.wide("", _HTML):
        lay_out(text, layout)
    elif data := texts.page():
        if named(texts.body_label) is None:
            text, _, doubt = decoded(data)
        else:
            result = decode_part(data, texts.body_label)
            text, doubt = sound(result.text), result.doubt
        if doubt:
            unread.append(f"its body: {doubt}")
        lay_out(text, layout)
    elif message.properties.binary_prop_value(_COMPRESSED_RTF):
        unread.append("its body, which is compressed RTF, was not read. Save the message as EML.")


def _part(attachment: Attachment, number: int) -> Part:
    try:
        name = sound(attachment.file_name or f"attachment {number}")
    except (LookupError, ValueError):  # its name is in a code page that is not known
        name = f"attachment {number}"
    data = attachment.file_bytes if attachment.attached_by_value else None
    if data is None:
        return Part(
            name=name,
            data=b"",
            unread="a message or object inside an MSG file: it was not read. Save it as a file.",
        )
    return Part(name=name, data=data)
