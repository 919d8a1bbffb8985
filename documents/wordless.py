"""What holds no words by its nature: nothing is missed where it is not read. Logos and fonts, empty
files. The file that a user names is never judged so, only files inside others.
"""

from documents.content_type import recognise
from documents.images import is_small
from documents.vector import texts


def is_wordless(data: bytes) -> bool:
    """Whether a file that could not be read has no words. What is in doubt has some: a picture
    that is large enough for a few lines, or whose size cannot be told.
    """
    if not data.strip():
        return True
    found = recognise(data)
    if found.media_type in ("image/emf", "image/wmf"):
        return not any(texts(data))
    return found.wordless or (found.media_type.startswith("image/") and is_small(data))
