"""Which links of a name that was read from another script are believed.

Such a reading is worked out by tables, so its words are not misspelt: one that is a letter away
from a listed word is another word. A person's name in Chinese, Japanese or Korean is whole in the
query; a listed name that lacks the surname, or has a syllable more, is another person's.
"""

import re
from collections.abc import Sequence

from matcher.comparison.features import Features, Weighed
from matcher.comparison.model import NEARLY_SAME
from matcher.lexicon.chinese_names import is_cantonese
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.korean import is_syllabic as is_korean
from matcher.names.parser import Name
from matcher.names.variants import NameVariant
from matcher.names.wade_giles import is_pinyin

# One letter in nine and more: another table may have been at work.
LEAST_OF_A_SLIP = 0.92
# Syllables are no letters of a company's name, and what is read whole is short for nothing.
_CHANCE = frozenset({"typo", "acronym", "abbreviation"})
# Words that agree only in what transliteration tables disagree on.
_RESPELT = frozenset({"spelling", "joined"})
# One syllable of so few is a quarter of the name and more.
FEW_SYLLABLES = 4
# Shorter words agree in their coarse spelling by chance (*ji*, *yi*).
SHORT = 3
_VOWELS = re.compile("[aeiou]+")


def believed(
    weighed: Sequence[Weighed], query: Name, name: Name, reading: NameVariant
) -> Sequence[Weighed]:
    """The links that count for a reading.

    Args:
        weighed: the words that met.
        query: the words on the links' first side.
        name: those on the other.
        reading: the side that was read from another script.
    """
    if not reading.native:
        return weighed
    return [one for one in weighed if _is_believed(one, query, name, reading)]


def _is_believed(one: Weighed, query: Name, name: Name, reading: NameVariant) -> bool:
    how = one.link.how
    if reading.exact:
        return how == "equal"
    syllabic = has_unspaced(reading.name.text) is not None
    if how in _CHANCE:
        least = 1.0 if reading.entire else LEAST_OF_A_SLIP
        places = one.link.query if reading.name is query else one.link.name
        word = reading.name.words[places[0]]
        few = syllabic and word.end - word.start <= FEW_SYLLABLES
        return how == "typo" and one.link.score >= least and not few
    if how in _RESPELT and syllabic:
        left = "".join(query.words[place].form for place in one.link.query)
        right = "".join(name.words[place].form for place in one.link.name)
        return left == right or _reads_alike(left, right)
    return True


def _reads_alike(left: str, right: str) -> bool:
    """Whether two spellings may be of the same syllables: *soyong* is not *song*."""
    if min(len(left), len(right)) <= SHORT:
        return False
    return len(_VOWELS.findall(left)) == len(_VOWELS.findall(right))


def capped(value: float, found: Features, reading: NameVariant, name: Name, met: set[int]) -> float:
    """A score, below the threshold where a person's name that is whole lacks one of its parts, or
    the listed name has a syllable more than it.

    Args:
        value: the score.
        found: how the names compare.
        reading: the name that was read from another script.
        name: the listed name.
        met: the places of its words that met one.
    """
    if not reading.entire:
        return value
    more = any(
        word.is_content and place not in met and _is_syllabic(word.form)
        for place, word in enumerate(name.words)
    )
    if more or found.query_extra > 0.0:
        return min(value, NEARLY_SAME)
    return value


def _is_syllabic(form: str) -> bool:
    """Whether a word may be syllables of a Chinese or Korean name."""
    return is_pinyin(form) or is_korean(form) or is_cantonese(form)
