"""Words beside a listed name in a longer query that make a person's name of the whole.

A town right behind given names is a surname as often as not (*Gul Mohammad Popal*), unless all the
world knows it (*Gul Mohammad Geneva*), and what stands behind given names alone is a person's
surname, not a firm's name (*Yasser Al-Khalidi*, *Khalidi Company*).
"""

from collections.abc import Sequence

from matcher.lexicon.keys import is_given_name
from matcher.lexicon.tables import Role
from matcher.names.foreign import is_known_abroad
from matcher.names.surroundings import Surroundings
from matcher.names.word import Name, Word
from records import Kind


def surnames_beside(
    query: Name, words: Sequence[Word], kind: Kind, around: Surroundings, places: range
) -> set[int]:
    """The places of towns beside a person's name that may be the surname; no sign is between.

    Args:
        query: the name as it was asked.
        words: the listed name's telling words.
        kind: of the listed party; lists that do not say what a party is have persons, too.
        around: what stands around stretches of the query.
        places: where the name stands in it.
    """
    given = kind is Kind.UNKNOWN and all(is_given_name(word.form) for word in words)
    towns = around.towns_beside(places) if given or kind is Kind.PERSON else ()
    return {place for place in towns if not is_known_abroad(query.words[place].form)}


def is_a_surname(query: Name, places: range, others: Sequence[int], kind: Kind) -> bool:
    """Whether a firm's one word is a surname in a query: given names and nothing else stand before
    it.

    Args:
        query: the name as it was asked.
        places: where the firm's name stands in it.
        others: the places of the words around it that say something.
        kind: of the listed party.
    """
    if kind is not Kind.ORGANIZATION or not others or max(others) > places.start:
        return False
    if any(word.role in (Role.TRADE, Role.LEGAL, Role.NUMBER) for word in query.words):
        return False
    return all(is_given_name(query.words[place].form) for place in others)
