"""A text as numbers, so that what is rare in it is found without a look at every place."""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from matcher.columnar.arrays import Array, where_true

# Signs between two of other scripts that are looked at with them. A choice: fewer make stretches
# of every word of a text.
TOGETHER = 16
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


def other_scripts(text: str) -> list[tuple[int, int]]:
    """Where a text may have signs of other scripts than the Latin and the Cyrillic one: from where
    to where, those that are no further than ``TOGETHER`` from each other as one.

    >>> [other_scripts(text) for text in ("Œuvre – “Вега”", "Вега και", "中")]
    [[], [(5, 8)], [(0, 1)]]
    """
    if text.isascii():
        return []
    points = code_points(text)
    places = where_true(points >= _FIRST_FOREIGN)
    points = points[places]
    known = np.zeros(len(points), dtype=np.bool_)
    for first, behind in _KNOWN:
        known |= (points >= first) & (points < behind)
    places = places[~known]
    if not len(places):
        return []
    apart = where_true(np.diff(places) > TOGETHER)
    first, last = np.r_[places[0], places[apart + 1]], np.r_[places[apart], places[-1]]
    return list(zip(first.tolist(), (last + 1).tolist(), strict=True))


def found_in(
    pattern: re.Pattern[str], text: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """What a pattern of such signs finds in a text, looked for where it has any.

    Args:
        pattern: it begins and ends with such signs, with no more than ``TOGETHER`` others between
            two of them, and looks at nothing beside.
        text: running text.
        stretches: its ``other_scripts``.
    """
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)
