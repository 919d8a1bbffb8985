"""Persons asked for by one initial and a surname that few have: *A. Byutukaev* for *Aslan
Avgazarovich Byutukaev*.

One initial is many persons', and most surnames are, too (``names.initials``). Where few listed
parties have the surname, and it is seldom a word, the two are a reason to look.
"""

from matcher.lexicon.keys import is_given_name
from matcher.lexicon.tables import Role
from matcher.names.initials import agreeing
from matcher.names.roles import is_patronymic
from matcher.names.variants import NameVariant
from matcher.search.evidence import Aligned
from matcher.search.finder import Finder
from matcher.search.known_names import have_many

# Letters of a surname that is hardly another one with other vowels.
_SHORTEST = 6
# The information of a name that few have.
_TELLING = 0.75
# Listed parties from which on a surname is one that many have; families are on several lists.
_MANY = 5
_SURE = frozenset({"equal", "spelling"})


def is_a_rare_surname(query: NameVariant, listed: int, aligned: Aligned, finder: Finder) -> bool:
    """Whether a query is an initial and such a surname, and a listed person has no more names than
    these and a patronymic.

    Args:
        query: what was asked, without the initial.
        listed: the number of the listed name.
        aligned: the two beside each other.
        finder: the listed names.
    """
    told = [word for word in query.name.words if word.role is not Role.STOP]
    if len(query.initials) != 1 or len(told) != 1 or len(told[0].form) < _SHORTEST:
        return False
    links = [one.link for one in aligned.weighed]
    if len(links) != 1 or links[0].how not in _SURE or is_given_name(told[0].form):
        return False
    name = finder.name(listed)
    unmet = set(range(len(name.words))).difference(links[0].name)
    given = agreeing(query.initials, name.words, unmet).values()
    others = [name.words[place].form for place in unmet.difference(given)]
    if not given or not all(map(is_patronymic, others)):
        return False
    return finder.weight(told[0]) >= _TELLING and not have_many(told[0].form, _MANY)
