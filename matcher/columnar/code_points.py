"""A text as numbers, so that what is rare in it is found without a look at every place."""

import numpy as np

from matcher.columnar.arrays import Array

_FIRST_FOREIGN = 0x370
# Blocks behind it whose signs are no letters of other scripts: Cyrillic, the rest of Latin, dashes,
# quotation marks and arrows, what fonts keep for themselves, ligatures, pictures.
_KNOWN = (
    (0x400, 0x530),
    (0x1E00, 0x1F00),
    (0x2010, 0x2C00),
    (0xE000, 0xF900),
    (0xFB00, 0xFB07),
    (0x1F000, 0x1FB00),
)


def code_points(text: str) -> Array:
    """The code points of a text, in 32 bits each.

    >>> code_points("A—").tolist()
    [65, 8212]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def has_other_scripts(text: str) -> bool:
    """Whether any sign of a text may be of another script than the Latin and the Cyrillic one.

    >>> [has_other_scripts(text) for text in ("Œuvre – “Вега”", "Вега και", "中")]
    [False, True, True]
    """
    if text.isascii():
        return False
    points = code_points(text)
    points = points[points >= _FIRST_FOREIGN]
    known = np.zeros(len(points), dtype=np.bool_)
    for first, behind in _KNOWN:
        known |= (points >= first) & (points < behind)
    return not known.all()
