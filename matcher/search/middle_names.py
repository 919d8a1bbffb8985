"""Persons who are asked for with more names than the list has of them: *Muhsin Fadhil Ayed
Al-Fadhli* for *Muhsin al-Fadhli*.

Passports have all of a person's names, lists and the press the first and the last. A name that the
list lacks speaks against a match, but less where it stands between those two.
"""

from matcher.comparison.model import SURNAME_AND_FATHER, SURNAME_TELLS
from matcher.lexicon.tables import Role
from matcher.names.variants import NameVariant
from matcher.names.word import Name
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from matcher.search.patronymics import least_without_father
from records import Kind

# From this score on the names between are no other person's. Of listed persons whom another
# authority names with more names between, most reach it.
MIDDLE_NAMES = 0.5
# Names of a person, at least, of which one may stand between.
_FEWEST = 3
# The information in which they agree, and in the first or last of them: *Ali Hassan* is anybody.
_LEAST_AGREED, _LEAST_RARE = 1.1, 0.75
# How names meet that are one; a slip may make another's.
_SURE = frozenset({"equal", "spelling", "joined"})
_WORD, _STOP = Role.WORD, Role.STOP


def may_have_middle_names(name: Name) -> bool:
    """Whether a query may be a person's name with names between the first and the last."""
    told = 0
    for word in name.words:
        role = word[3]
        if role is _WORD:
            told += 1
        elif role is not _STOP:
            return False
    return told >= _FEWEST


def has_middle_names(query: Name, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a query has all of a listed person's names, the first and the last of its own among
    them, and others between.

    Args:
        query: what was asked.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
    """
    if finder.index.entity_kind(int(finder.index.arrays["name_entity"][listed])) is not Kind.PERSON:
        return False
    name, links = finder.name(listed), aligned.weighed
    met = {place for one in links for place in one.link.query}
    theirs = {place for one in links for place in one.link.name}
    told = [place for place, word in enumerate(query.words) if word.is_content]
    named = [place for place, word in enumerate(name.words) if word.is_content]
    if len(told) < _FEWEST or not {told[0], told[-1]} <= met or not theirs.issuperset(named):
        return False
    if not _SURE.issuperset(one.link.how for one in links):
        return False
    weights = [one.name_weight for one in links]
    return aligned.found.agreed >= _LEAST_AGREED and max(weights) >= _LEAST_RARE


def least_before(reading: NameVariant, least: float, *, person: bool | None = None) -> float:
    """The score that a listed name must be able to reach before rules raise it that know more than
    the model: of initials, of middle names and of patronymics.

    Args:
        reading: one of a query's names.
        least: the score that counts.
        person: whether a person is asked for; None where that is not known.
    """
    if person is False:
        return least
    if reading.initials:
        alone = len(reading.initials) == 1
        return min(least, SURNAME_TELLS if alone else SURNAME_AND_FATHER)
    if may_have_middle_names(reading.name):
        return min(least, MIDDLE_NAMES)
    fatherless = least_without_father(reading.name)
    return least if fatherless is None else min(least, fatherless)
