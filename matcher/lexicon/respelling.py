"""Russian and its like in Latin letters as the tables of other languages than English write them.

``ch`` is ч in English, х in German and Polish, ш in French; ``z`` is з, ц or ж. So a word is read
by each table in turn, and compared in a spelling so coarse that з, ж, ш and с are one, ц and ч
another. By it only long words are known: short ones would meet by chance.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from matcher.lexicon.any_of import any_of
from matcher.lexicon.keys import skeleton, skeletons

# Letters: spellings of shorter words by several tables meet by chance. A choice.
SHORTEST = 6
# What each table writes, as the English ones do.
_TABLES = (
    # German.
    {"schtsch": "shch", "tsch": "ch", "sch": "sh", "ch": "kh", "tz": "ts", "z": "ts"},
    # Polish, and the scientific one, whose accents are gone.
    {"szcz": "shch", "sc": "shch", "sz": "sh", "cz": "ch", "ch": "kh", "c": "ts", "x": "kh"},
    # French.
    {"chtch": "shch", "tch": "ch", "ch": "sh", "j": "zh"},
    # Dutch, Scandinavian and Hungarian, which write no two sounds alike.
    {
        "sjtsj": "shch", "sjtj": "shch", "tsj": "ch", "tj": "ch", "sj": "sh", "zj": "zh",
        "joe": "yu", "oe": "u", "ch": "kh", "scs": "shch", "cs": "ch", "zs": "zh", "sz": "s",
        "c": "ts",
    },
)  # fmt: skip
READINGS = len(_TABLES)
_PATTERNS = [any_of(table) for table in _TABLES]
# What some table reads otherwise than English ones do.
_READ = any_of(written for table in _TABLES for written in table)
_TELLING = re.compile(
    "sch|tch|cz|sz|z[aeijuy]|c[ijnt]|[cs]htch|ch[aeijnouy]|x[aeinoy]|[iy]x$|[gdnrvwlto]j[aeu]"
    "|[stz]j|zs|cs|[^aeo]oe[^aeo]"
)
_SCIENTIFIC = re.compile("[cx]")
_COARSE = str.maketrans("zj4", "ssc")
_DOUBLED, _LETTER = re.compile(r"([^\n])\1+"), itemgetter(1)


def readings(forms: Sequence[str]) -> list[list[str]]:
    """What each table reads, as English tables would write it, table by table.

    Args:
        forms: words in ``a-z0-9``.
    """
    text = "\n".join(forms)
    return [
        pattern.sub(lambda met, table=table: table[met[0]], text).split("\n")  # type: ignore[misc]
        for pattern, table in zip(_PATTERNS, _TABLES, strict=True)
    ]


def telling_readings(form: str) -> list[str]:
    """What tables read of a word in which letters stand as hardly any English table has them."""
    if not _TELLING.search(form):
        return []
    read = [other for (other,) in readings([form])]
    # Without its accent č is the c that the scientific table has for ц, too.
    read.append(_SCIENTIFIC.sub(lambda met: {"c": "ch", "x": "kh"}[met[0]], form))
    return [other for other in dict.fromkeys(read) if other != form]


def coarse(forms: Sequence[str]) -> list[str]:
    """The coarse spellings of words as they stand."""
    return coarsened(skeletons(forms))


def coarsened(skeletons: Sequence[str]) -> list[str]:
    """The same of words whose skeletons are at hand."""
    return _DOUBLED.sub(_LETTER, "\n".join(skeletons).translate(_COARSE)).split("\n")


def may_be_respelt(form: str) -> bool:
    """Whether a word is long enough to be known so."""
    return len(form) >= SHORTEST and form.isalpha()


@lru_cache(maxsize=1 << 16)
def spellings(form: str) -> tuple[str, frozenset[str]]:
    """The coarse spelling of a word as it stands, and those by each table.

    Args:
        form: a word that ``may_be_respelt``.
    """
    # Most tables read most words as they stand, and the skeleton is mostly known.
    others = {other for (other,) in readings([form])} if _READ.search(form) else {form}
    (own,) = coarsened([skeleton(form)])
    respelt = coarse([*(others - {form})]) if others != {form} else ()
    return own, frozenset((*respelt, own) if form in others else respelt)


def is_respelt(left: str, right: str) -> bool:
    """Whether two words may be one, written by two tables."""
    if not (may_be_respelt(left) and may_be_respelt(right)):
        return False
    (one, ones), (other, others) = spellings(left), spellings(right)
    return one == other or one in others or other in ones
