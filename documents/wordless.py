"""Files inside files that hold no words by their kind: where nothing could be read of these,
nothing was missed. A file that somebody gave us by itself is never one of them.
"""

from documents.content_type import SIGNED, recognise
from documents.images import is_small
from documents.vector import texts

# The signature of a mail that can be read without it: signed data (RFC 5652, 5.2) with nothing in
# it, in definite and in indefinite form.
_DATA = bytes.fromhex("06092a864886f70d010701")
_DETACHED = (b"\x30\x0b" + _DATA, b"\x30\x80" + _DATA + b"\x00\x00")
_HEAD = 200


def is_wordless(data: bytes) -> bool:
    """Whether nobody would look for a name in a file that could not be read: nothing, a font, a
    small picture, a drawing that writes nothing, a signature that stands beside what it signs.
    What is in doubt has words.
    """
    if not data.strip():
        return True
    found = recognise(data)
    if found.media_type in ("image/emf", "image/wmf"):
        return not any(texts(data))
    if found is SIGNED:
        return any(mark in data[:_HEAD] for mark in _DETACHED)
    return found.wordless or (found.media_type.startswith("image/") and is_small(data))
