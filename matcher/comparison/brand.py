"""A brand: the one word by which everybody calls a party, whose name has trade words beside it.

*VTB* is *VTB Bank*, *Kalashnikov* the *Kalashnikov Concern*. Who asks for nothing but the word
means it, and so does who asks for it with a town, a branch or a legal form where the word is no
language's (*Huawei Vienna*); a longer query says itself what it means.
"""

from collections.abc import Callable, Iterator

from matcher.columnar.arrays import Array
from matcher.comparison.word_table import ROLES
from matcher.lexicon.tables import Role
from matcher.names.surroundings import others, regions
from matcher.names.term_weights import RARE
from matcher.names.word import Name, Word

# Two letters are initials of many parties. A choice: a brand of two letters is not known alone.
SHORTEST = 3
# A name with more trade words than these is seldom called by its one other word.
MOST_TRADE_WORDS = 2
# From so many letters on a word is hardly another group's: the firms of one are called by it and
# their country (*Huawei Technologies Chile*). A choice.
LONG_BRAND = 6
# What words are a name's own; each is one that another name need not have.
OWN = frozenset({Role.WORD, Role.NUMBER})

_WORD, _TRADE, _PLACE = Role.WORD, Role.TRADE, Role.PLACE


def is_bare(name: Name) -> bool:
    """Whether a name is one word and nothing else, and may be a brand."""
    if len(name.words) != 1:
        return False
    word = name.words[0]
    return word.role is Role.WORD and len(word.form) >= SHORTEST


def may_be_brands(roles: Array, lengths: Array, rare: Array) -> tuple[Array, Array]:
    """What ``asked_brands`` goes by, for many words at once.

    Args:
        roles: places in ``word_table.ROLES``.
        lengths: the letters of their forms.
        rare: whether ordinary language has none of them.

    Returns:
        For each word whether it may be a brand where it is all that is asked for, and whether it
        may be one in any query.
    """
    own = roles == ROLES.index(Role.WORD)
    return own & (lengths >= SHORTEST), own & (lengths >= LONG_BRAND) & rare


def brand_of(name: Name) -> str | None:
    """The form of the only word that is a name's own, where trade words stand beside it, and beside
    a long one perhaps a country.
    """
    brand, trade, places = "", 0, 0
    for word in name.words:
        role = word[3]
        if role is _WORD and not brand:
            brand = word[2]
        elif role in OWN:
            return None
        elif role is _TRADE:
            trade += 1
        elif role is _PLACE:
            places += 1
    if not brand or not 0 < trade <= MOST_TRADE_WORDS:
        return None
    if places and (places > 1 or len(brand) < LONG_BRAND):
        return None
    return brand


def asked_brands(query: Name, zipf_of: Callable[[str], float]) -> Iterator[Word]:
    """The words of a query that may be the brand it asks for: its only one, or long ones that no
    language has.
    """
    if is_bare(query):
        yield query.words[0]
        return
    for word in query.words:
        _, _, form, role, _, _ = word
        if role is _WORD and len(form) >= LONG_BRAND and zipf_of(form) == RARE:
            yield word


def is_brand(query: Name, name: Name, zipf_of: Callable[[str], float]) -> bool:
    """Whether a query is the brand of a listed name, perhaps among what says nothing of a party.

    Args:
        query: the name asked for.
        name: the listed name.
        zipf_of: how often ordinary language has a word.
    """
    brand = brand_of(name)
    if brand is None:
        return False
    asked = next((word for word in asked_brands(query, zipf_of) if word.form == brand), None)
    if asked is None:
        return False
    if is_bare(query):
        return True
    place = query.words.index(asked)
    # *Mordovia Saransk* is two places.
    return brand not in regions() and not others(query, range(place, place + 1))
