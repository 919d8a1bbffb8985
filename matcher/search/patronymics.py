"""Persons of the former Soviet Union who are asked for without their patronymic, in another
spelling or with a slip: *Wiktor Zholtuchin* for *Viktor Andreyevich Zholtukhin*.

The press and forms leave the patronymic out. The rest may be written as every other name may be,
with one slip, and is still the same person's.
"""

from rapidfuzz.distance import OSA

from matcher.lexicon.family_names import is_family_name
from matcher.lexicon.tables import Role
from matcher.names.roles import is_patronymic
from matcher.names.word import IDLE, Name
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder

# From this score on the rest may be the whole name, with one letter wrong; from the second one on
# with what else counts as a slip. Of listed persons so written most reach the first.
WITHOUT_FATHER, MISSPELT_TWICE = 0.5, 0.6
# Names of a person beside the patronymic.
_NAMES = 2
# Letters from which on a name with a slip is hardly another one (*Ivanov*, *Ivankov*).
_LONG = 7
# The same where the other is no surname that tables have (*Pavel Kzmin*).
_MIDDLING = 5
# How most surnames of these peoples end.
_SURNAME = ("ov", "ev", "in", "yn", "ko", "uk", "ova", "eva", "ina", "yna", "sky", "ski", "skiy")
# Letters of either name.
_SHORTEST = 3
_SURE = frozenset({"equal", "spelling"})
_WORD = Role.WORD


def _may_lack_a_father(name: Name) -> bool:
    """Whether a query may be a person's name without patronymic: two words. That one of them is a
    given name is told by the listed person's; tables have few (no *Vadim*, no *Peter*).
    """
    told = list[str]()
    # (Every query is asked this: by the fields of its words, which costs a third.)
    for _, _, form, role, _, _ in name.words:
        if role is _WORD:
            told.append(form)
        elif role not in IDLE:
            return False
    return len(told) == _NAMES and min(map(len, told)) >= _SHORTEST


def least_without_father(name: Name) -> float | None:
    """The score from which on a query may be a person's name without patronymic; None where it is
    none.
    """
    if not _may_lack_a_father(name):
        return None
    surname = any(word.form.endswith(_SURNAME) for word in name.words)
    return WITHOUT_FATHER if surname else MISSPELT_TWICE


def lacks_a_father(
    query: Name, listed: int, aligned: Aligned, finder: Finder, value: float
) -> bool:
    """Whether a query has all of a listed person's names but the patronymic, one of them perhaps
    with a slip.

    Args:
        query: what was asked.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
        value: the score of the two, ``WITHOUT_FATHER`` at least.
    """
    least = least_without_father(query) if finder.index.names_of_persons[listed] else None
    if least is None or value < least:
        return False
    name, links = finder.name(listed), [one.link for one in aligned.weighed]
    met = {place for link in links for place in link.query}
    theirs = {place for link in links for place in link.name}
    told = {place for place, word in enumerate(query.words) if word.is_content}
    left = [word for i, word in enumerate(name.words) if i not in theirs and word.is_content]
    if len(links) < _NAMES or not told <= met or len(left) != 1:
        return False
    slips = [link for link in links if link.how not in _SURE]
    if len(slips) > 1 or not is_patronymic(left[0].form):
        return False
    return all(
        link.how == "typo"
        and _is_a_slip(query.words[link.query[0]].form, name.words[link.name[0]].form, value)
        for link in slips
    )


def _is_a_slip(asked: str, listed: str, value: float) -> bool:
    """Whether what was asked is no other name than the listed one."""
    if value < MISSPELT_TWICE and OSA.distance(asked, listed, score_cutoff=1) > 1:
        return False
    return len(listed) >= _LONG or (len(listed) >= _MIDDLING and not is_family_name(asked))
