"""Listed names by the word that may be their brand (``comparison.brand``)."""

import numpy as np

from matcher.columnar.arrays import Array, Groups, Strings
from matcher.comparison.brand import MOST_TRADE_WORDS, OWN
from matcher.comparison.word_table import ROLES
from matcher.index.index_arrays import IndexArrays
from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role


def names_by_brand(arrays: IndexArrays, forms: Strings) -> Groups:
    """The names whose brand a word may be: all that ``brand_of`` says, and a few more.

    Args:
        arrays: of an index.
        forms: what each of its words reads like.
    """
    words, count = arrays["name_word"], len(arrays["name_word_at"]) - 1
    role = arrays["word_role"][words]
    names = np.repeat(np.arange(count), np.diff(arrays["name_word_at"]))
    own = np.bincount(names, np.isin(role, [ROLES.index(each) for each in OWN]), count)
    few = np.bincount(names, role == ROLES.index(Role.TRADE), count) <= MOST_TRADE_WORDS
    brand = (few & (own == 1))[names] & (role == ROLES.index(Role.WORD))
    brand |= (few & (own == 0))[names] & _known_trades(arrays["word_role"], forms)[words]
    return Groups.by_row(words[brand], names[brand], len(forms))


def _known_trades(roles: Array, forms: Strings) -> Array:
    """For each word whether it is a trade word that is a brand, too."""
    found: Array = roles == ROLES.index(Role.TRADE)
    trade = np.flatnonzero(found)
    found[trade] = [forms[number] in brands() for number in trade.tolist()]
    return found
