"""A brand: the one word by which everybody calls a party, whose name has trade words beside it.

*VTB* is *VTB Bank*, *Kalashnikov* the *Kalashnikov Concern*. Who asks for nothing but the word
means it; a longer query says itself what it means.
"""

from matcher.lexicon.tables import Role
from matcher.names.word import Name

# Two letters are initials of many parties. A choice: a brand of two letters is not known alone.
SHORTEST = 3
# A name with more trade words than these is seldom called by its one other word.
MOST_TRADE_WORDS = 2
# From so many letters on a word is hardly another group's: the firms of one are called by it and
# their country (*Huawei Technologies Chile*). A choice.
LONG_BRAND = 6
# What words are a name's own; each is one that another name need not have.
OWN = frozenset({Role.WORD, Role.NUMBER})


def is_bare(name: Name) -> bool:
    """Whether a name is one word and nothing else, and may be a brand."""
    if len(name.words) != 1:
        return False
    word = name.words[0]
    return word.role is Role.WORD and len(word.form) >= SHORTEST


def brand_of(name: Name) -> str | None:
    """The form of the only word that is a name's own, where trade words stand beside it, and beside
    a long one perhaps a country.
    """
    own = [word for word in name.words if word.role in OWN]
    trade = sum(word.role is Role.TRADE for word in name.words)
    places = sum(word.role is Role.PLACE for word in name.words)
    if len(own) != 1 or not 0 < trade <= MOST_TRADE_WORDS or own[0].role is not Role.WORD:
        return None
    if places and (places > 1 or len(own[0].form) < LONG_BRAND):
        return None
    return own[0].form


def is_brand(query: Name, name: Name) -> bool:
    """Whether a query is the brand of a listed name."""
    return is_bare(query) and brand_of(name) == query.words[0].form
