"""Which links of a name that was read from another script are believed.

Such a reading is worked out by tables, so its words are not misspelt: one that is a letter away
from a listed word is another word. A person's name in Chinese or Korean is whole in the query; a
listed name that lacks the surname is another person's.
"""

from collections.abc import Sequence

from matcher.comparison.features import Features, Weighed
from matcher.comparison.model import NEARLY_SAME
from matcher.names.variants import NameVariant

# One letter in nine and more: another table may have been at work.
LEAST_OF_A_SLIP = 0.92
# Syllables are no letters of a company's name.
_CHANCE = frozenset({"typo", "acronym"})


def believed(weighed: Sequence[Weighed], reading: NameVariant) -> Sequence[Weighed]:
    """The links that count for a reading."""
    if not reading.native:
        return weighed
    least = 1.0 if reading.entire else LEAST_OF_A_SLIP
    return [
        one
        for one in weighed
        if one.link.how not in _CHANCE or (one.link.how == "typo" and one.link.score >= least)
    ]


def capped(value: float, found: Features, reading: NameVariant) -> float:
    """A score, below the threshold where a person's name that is whole lacks one of its parts."""
    if reading.entire and found.query_extra > 0.0:
        return min(value, NEARLY_SAME)
    return value
