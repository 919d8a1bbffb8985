"""Whether a query says right beside a listed name where its party is from: *Iranian Bank Sepah*.

Another place before a name makes a longer one (*Egypt Chemical Industries*), and another people's
word says that it is somebody else's; the party's own say who is meant.
"""

from collections.abc import Sequence

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
