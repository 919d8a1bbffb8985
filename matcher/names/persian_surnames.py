"""What Persian and Pashto surnames end with, written apart as often as not: ``قلی زاده``."""

from collections.abc import Mapping
from functools import cache

from matcher.lexicon.folding import fold

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
