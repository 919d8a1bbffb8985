"""Persons of the former Soviet Union who are asked for without their patronymic, in another
spelling or with a slip: *Wiktor Zholtuchin* for *Viktor Andreyevich Zholtukhin*.

The press and forms leave the patronymic out. The rest may be written as every other name may be,
with one slip, and is still the same person's.
"""

from matcher.lexicon.tables import Role
from matcher.names.roles import is_patronymic
from matcher.names.word import IDLE, Name
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder

# From this score on the rest may be the whole name. Of listed persons so written most reach it.
WITHOUT_FATHER = 0.6
# Names of a person beside the patronymic.
_NAMES = 2
# Letters from which on a name with a slip is hardly another one (*Ivanov*, *Ivankov*).
_LONG = 7
# Letters of either name.
_SHORTEST = 3
_SURE = frozenset({"equal", "spelling"})
_WORD = Role.WORD


def may_lack_a_father(name: Name) -> bool:
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


def lacks_a_father(query: Name, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a query has all of a listed person's names but the patronymic, one of them perhaps
    with a slip.

    Args:
        query: what was asked.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
    """
    if not finder.index.names_of_persons[listed] or not may_lack_a_father(query):
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
    return all(link.how == "typo" and len(name.words[link.name[0]].form) >= _LONG for link in slips)
