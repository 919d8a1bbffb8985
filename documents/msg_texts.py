"""The texts of an Outlook message, in Unicode or in whichever code page it names. [MS-OXMSG] 2.1
and 2.4; tags of [MS-OXPROPS].
"""

import struct

import olefile

from documents.charsets import decode_part, named
from documents.html import decoded
from documents.layout import sound
from records import DocumentError

# Properties of a message, and how they are packed ([MS-OXMSG]).
BODY, HTML = 0x1000, 0x1013
_CODE_PAGE, _INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE
_PROPERTIES, _HEADER, _ENTRY = "__properties_version1.0", 32, 16
_LONG = 3
# Kinds of values, which end the name of a stream.
_UNICODE, _EIGHT_BITS, _BINARY = "001F", "001E", "0102"


class Texts:
    """Reads the texts of a message; what is doubtful about them is put into ``unread``."""

    def __init__(self, file: "olefile.OleFileIO[str]", unread: list[str]) -> None:
        self._file = file
        self._unread = unread
        numbers = _numbers(self._stream([_PROPERTIES]))
        self._label = f"cp{numbers.get(_CODE_PAGE) or ''}"
        internet = numbers.get(_INTERNET_CODE_PAGE) or numbers.get(_CODE_PAGE)
        self.body_label = f"cp{internet or ''}"

    def of(self, folder: str, tag: int) -> str:
        """A text, empty where there is none; in ``folder``, or in the message itself."""
        if text := self.in_unicode(self._of_kind(folder, tag, _UNICODE)):
            return text
        data = self._of_kind(folder, tag, _EIGHT_BITS)
        return self.in_code_page(data, self.body_label if tag == BODY else self._label)

    def page(self) -> str:
        """The body as HTML, empty where there is none."""
        if text := self.in_unicode(self._of_kind("", HTML, _UNICODE)):
            return text
        data = self._of_kind("", HTML, _BINARY) or self._of_kind("", HTML, _EIGHT_BITS)
        if not data or named(self.body_label) is not None:
            return self.in_code_page(data, self.body_label)
        text, _, doubt = decoded(data)
        if doubt:
            self._unread.append(f"its body: {doubt}")
        return sound(text)

    def recipients(self) -> list[str]:
        """The folders of those whom it was sent to."""
        folders = {path[0] for path in self._file.listdir() if len(path) == 2}
        return sorted(folder for folder in folders if folder.startswith("__recip_version1.0_"))

    def in_unicode(self, data: bytes) -> str:
        """Decode a value of 16 bits a character."""
        return sound(data.decode("utf-16-le", errors="replace"))

    def in_code_page(self, data: bytes, label: str | None = None) -> str:
        """Decode a value of 8 bits, which is in the message's code page unless ``label`` is."""
        if not (data := data.rstrip(b"\x00")):
            return ""
        try:
            result = decode_part(data, label or self._label)
        except DocumentError as error:
            self._unread.append(f"a text: {error}")
            return sound(data.decode("cp1252", errors="replace"))
        if result.doubt:
            self._unread.append(f"a text: {result.doubt}")
        return sound(result.text)

    def _of_kind(self, folder: str, tag: int, kind: str) -> bytes:
        return self._stream([*filter(None, (folder,)), f"__substg1.0_{tag:04X}{kind}"])

    def _stream(self, path: list[str]) -> bytes:
        if not self._file.exists(path):
            return b""
        with self._file.openstream(path) as stream:
            return bytes(stream.read())


def _numbers(properties: bytes) -> dict[int, int]:
    """The numbers of 32 bits among a message's properties, by their tags: each has its kind, tag,
    flags and value.
    """
    whole = len(properties) - (len(properties) - _HEADER) % _ENTRY
    entries = struct.iter_unpack("<HHIi4x", properties[_HEADER:whole])
    return {tag: value for kind, tag, _, value in entries if kind == _LONG}
