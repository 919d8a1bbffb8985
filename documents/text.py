"""Plain text in any encoding. Offsets count code points of the decoded text, line ends untouched,
so that ``text[start:end]`` of the decoded file is what was found.
"""

import re

from documents import content_type
from documents.encoding import decode
from documents.reader import Reader, Reading
from records import DocumentError, Passage

# Control characters that text files have: tab, line ends, page break, and the end-of-file mark of
# CP/M that OFAC's and other old programs still write; escape for coloured terminal output.
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b"))
# A stray control character or two is an accident; one in a hundred is not a text.
_MOST_CONTROLS = 0.01

_AS_TEXT = (
    content_type.PLAIN_TEXT,
    content_type.HTML,
    content_type.XML,
    content_type.JSON,
    content_type.MAIL,
)
_ENCODED_MAIL = re.compile(r"encoding: (base64|quoted-printable)|=\?[\w-]+\?[bq]\?", re.IGNORECASE)


def read(data: bytes, media_type: str) -> Reading:
    """Read text; markup and mail are read as they stand in the file, and say so.

    Raises:
        DocumentError: it is not text, or in no encoding that could be told.
    """
    decoded = decode(data)
    text = decoded.text
    if "\x00" in text or _control_share(text) > _MOST_CONTROLS:
        raise DocumentError(
            "binary data of an unknown kind, not text: it was not read. "
            "Save its text as a plain text file and screen that."
        )
    if not text.strip("\x1a\ufeff\u200b \t\r\n\v\f"):
        raise DocumentError("the file has only spaces and line ends: nothing to screen")
    unread = "; ".join(filter(None, (decoded.doubt, _hidden_by_markup(text, media_type))))
    return Reading(
        passages=(Passage(text=text),),
        media_type=f"{media_type}; charset={decoded.charset}",
        unread=unread or None,
    )


def _control_share(text: str) -> float:
    # Bytes are translated many times faster than strings.
    data = text.encode("utf-8", "surrogatepass")
    return (len(data) - len(data.translate(None, _CONTROLS))) / max(1, len(data))


def _hidden_by_markup(text: str, media_type: str) -> str | None:
    """Say what the words of a file that is more than plain text may hide."""
    if media_type in (content_type.HTML.media_type, content_type.XML.media_type):
        return (
            "markup was read as plain text: names broken by tags or written with &…; may be missed"
        )
    if media_type == content_type.JSON.media_type and "\\u" in text:
        return "JSON was read as plain text: names written with \\u… may be missed"
    if media_type == content_type.MAIL.media_type and _ENCODED_MAIL.search(text):
        return "mail was read as plain text: encoded headers, bodies and attachments were not read"
    return None


READER = Reader(name="text", media_types=tuple(kind.media_type for kind in _AS_TEXT), read=read)
