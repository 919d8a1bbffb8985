"""Header fields of mail: encoded words (RFC 2047) and the raw bytes that programs write instead of
them, in whichever encoding they are. What an encoded word says of its encoding is a claim.
"""

import binascii
import re
from itertools import groupby

from documents.charsets import decode_part
from records import DocumentError

_ENCODED = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?\r\n]*)\?=")
# White space between two encoded words is not part of the text.
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]*\?[bBqQ]\?)")
# ``utf-8*en``: a language may stand behind the encoding (RFC 2231).
_LANGUAGE = re.compile(r"\*.*")


def is_foreign(value: str) -> bool:
    """Whether a field as it stands has words that are not plain ASCII."""
    return not value.isascii() or _ENCODED.search(value) is not None


def decode_header(value: str, charset: str = "") -> tuple[str, str | None]:
    """The text of a field, and what is doubtful about it.

    Args:
        value: as ``email`` keeps it: bytes outside ASCII are surrogates.
        charset: what the message says of its body: programs that write raw bytes into a header
            write them in the same encoding.
    """
    text, doubt = _decoded(value.encode("utf-8", "surrogateescape"), charset)
    pieces: list[tuple[str, bytes, str]] = []
    at = 0
    joined = _BETWEEN.sub(r"\1", text)
    for found in _ENCODED.finditer(joined):
        if found.start() > at:
            pieces.append(("", b"", joined[at : found.start()]))
        label = _LANGUAGE.sub("", found[1]).lower() or "us-ascii"
        pieces.append((label, _bytes(found[2], found[3]), found[0]))
        at = found.end()
    pieces.append(("", b"", joined[at:]))
    # A character may be cut between two words, so the bytes are put together first.
    words: list[str] = []
    for label, group in groupby(pieces, lambda piece: piece[0]):
        run = list(group)
        if label:
            word, unsure = _decoded(b"".join(data for _, data, _ in run), label)
            words.append(word)
            doubt = doubt or unsure
        else:
            words += [plain for _, _, plain in run]
    return "".join(words), doubt


def _bytes(how: str, text: str) -> bytes:
    if how in "qQ":
        return binascii.a2b_qp(text.encode("utf-8", "replace"), header=True)
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", text.encode("ascii", "replace"))
    # A last letter alone has no whole byte.
    data = data[: len(data) - (len(data) % 4 == 1)]
    return binascii.a2b_base64(data + b"=" * (-len(data) % 4))


def _decoded(data: bytes, charset: str) -> tuple[str, str | None]:
    try:
        result = decode_part(data, charset)
    except DocumentError as error:
        return data.decode("utf-8", errors="replace"), str(error)
    return result.text, result.doubt
