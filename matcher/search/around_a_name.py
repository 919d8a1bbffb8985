"""What around a listed name makes no other name of it, since of which party it is decides.

The party's own country or people right before it (*Iranian Bank Sepah*; *Indian Bank Sepah* is
another), and what follows the legal form that the party has, with which a name ends (*Unico
Shipping Co Ltd, warehouse*).
"""

from collections.abc import Sequence

from matcher.lexicon.tables import COMPANY, Role
from matcher.names.nationalities import countries_named
from matcher.names.word import Word
from matcher.search.finder import Finder


def own_country(words: Sequence[Word], stretch: range, listed: int, finder: Finder) -> range:
    """Where a word before a name says the country or the people of its party.

    Args:
        words: of a query.
        stretch: where the name stands among them.
        listed: the number of the name.
        finder: the listed names.

    Returns:
        The place of the word; empty where there is none.
    """
    before = range(max(0, stretch.start - 1), stretch.start)
    named = countries_named(words[before[0]]) if before else None
    if not named:
        return range(0)
    entity = int(finder.index.arrays["name_entity"][listed])
    return before if named & finder.index.countries(entity) else range(0)


def behind_its_form(words: Sequence[Word], stretch: range) -> range:
    """The places behind the legal form that stands right behind a name; empty where none does, or
    one that is a word of longer names, too (*Land Company Holdings*).
    """
    stop = stretch.stop
    while stop < len(words) and words[stop].role is Role.LEGAL:
        stop += 1
    ends = any(word.concept not in COMPANY for word in words[stretch.stop : stop])
    return range(stop, len(words)) if ends else range(0)
