"""What Persian and Pashto surnames end with, written apart as often as not (``قلی زاده``), and
given names that are written together.
"""

from collections.abc import Mapping
from functools import cache

from matcher.lexicon.arabic import guesses
from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import native_names, without_article

# Letters of either of two names.
SHORTEST_NAME = 3
# Letters of a whole name without spaces, and names that are known of it.
SHORTEST_ROW, FEWEST_IN_A_ROW = 9, 2
_ENDINGS = {
    "زاده": "zadeh zada", "پور": "pour pur", "وند": "vand", "نیا": "nia", "نژاد": "nejad nezhad",
    "خواه": "khah", "فر": "far", "ورز": "varz", "مند": "mand", "دوست": "doust dust",
    "پناه": "panah", "کش": "kesh", "تبار": "tabar", "راد": "rad", "منش": "manesh", "پرست": "parast",
    "آبادی": "abadi", "یان": "ian yan", "چی": "chi", "زی": "zai zi", "زئی": "zai", "خیل": "khel",
    "یار": "yar", "گر": "gar", "پوستی": "pousti pusti", "قلم": "qalam ghalam", "خانی": "khani",
    "شناس": "shenas shanas", "زادگان": "zadegan", "پرور": "parvar",
}  # fmt: skip


@cache
def surname_endings() -> Mapping[str, tuple[str, ...]]:
    """The endings, folded, and how Latin letters write each, the likeliest first."""
    return {fold(ending): tuple(ways.split()) for ending, ways in _ENDINGS.items()}


def two_names(word: str) -> tuple[str, ...]:
    """Names that are written as one word: two given names (``محمدمهدی``), or a whole name in which
    a file lost its spaces (``موسىمحمدسالمدودين``).
    """
    names = native_names()
    for place in range(len(word) - SHORTEST_NAME, SHORTEST_NAME - 1, -1):
        first, second = names.get(word[:place]), names.get(word[place:])
        if first and second:
            return tuple([f"{one} {other}" for one in first[:2] for other in second[:2]])
    return _row_of_names(word) if len(word) >= SHORTEST_ROW else ()


def _row_of_names(word: str) -> tuple[str, ...]:
    """Two known names and more, and a surname that may be unknown."""
    names, found, rest = native_names(), list[str](), word
    while rest:
        ends = (end for end in range(len(rest), SHORTEST_NAME - 1, -1) if rest[:end] in names)
        end = next((end for end in ends if not 0 < len(rest) - end < SHORTEST_NAME), 0)
        if not end:
            break
        found.append(names[rest[:end]][0])
        rest = rest[end:]
    if len(found) < FEWEST_IN_A_ROW:
        return ()
    bare = without_article(rest)
    last = (names.get(bare) or guesses(bare, persian=False))[:3] if rest else ("",)
    return tuple([" ".join([*found, way]).strip() for way in last])
