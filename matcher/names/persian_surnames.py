"""What Persian and Pashto surnames end with, written apart as often as not (``قلی زاده``), and
given names that are written together.
"""

from collections.abc import Mapping
from functools import cache

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import native_names

# Letters of either of two names.
SHORTEST_NAME = 3
_ENDINGS = {
    "زاده": "zadeh zada", "پور": "pour pur", "وند": "vand", "نیا": "nia", "نژاد": "nejad nezhad",
    "خواه": "khah", "فر": "far", "ورز": "varz", "مند": "mand", "دوست": "doust dust",
    "پناه": "panah", "کش": "kesh", "تبار": "tabar", "راد": "rad", "منش": "manesh", "پرست": "parast",
    "آبادی": "abadi", "یان": "ian yan", "چی": "chi", "زی": "zai zi", "زئی": "zai", "خیل": "khel",
    "یار": "yar", "گر": "gar", "پوستی": "pousti pusti", "قلم": "qalam ghalam", "خانی": "khani",
}  # fmt: skip


@cache
def surname_endings() -> Mapping[str, tuple[str, ...]]:
    """The endings, folded, and how Latin letters write each, the likeliest first."""
    return {fold(ending): tuple(ways.split()) for ending, ways in _ENDINGS.items()}


def two_names(word: str) -> tuple[str, ...]:
    """Two given names that are written as one word: ``محمدمهدی``."""
    names = native_names()
    for place in range(len(word) - SHORTEST_NAME, SHORTEST_NAME - 1, -1):
        first, second = names.get(word[:place]), names.get(word[place:])
        if first and second:
            return tuple([f"{one} {other}" for one in first[:2] for other in second[:2]])
    return ()
