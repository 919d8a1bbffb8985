"""Listed names by the word that may be their brand (``comparison.brand``)."""

import numpy as np

from matcher.columnar.arrays import Array, Groups, Strings
from matcher.comparison.brand import MOST_TRADE_WORDS, OWN
from matcher.comparison.word_table import ROLES
from matcher.index.index_arrays import IndexArrays
from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.names.surrounding_cues import cues


def names_by_brand(arrays: IndexArrays, forms: Strings) -> Groups:
    """The names whose brand a word may be: all that ``brand_of`` and ``brand_behind_a_town`` say,
    and a few more.

    Args:
        arrays: of an index.
        forms: what each of its words reads like.
    """
    words, count = arrays["name_word"], len(arrays["name_word_at"]) - 1
    role = arrays["word_role"][words]
    names = np.repeat(np.arange(count), np.diff(arrays["name_word_at"]))
    owned = np.isin(role, [ROLES.index(each) for each in OWN])
    own = np.bincount(names, owned, count)
    # A town in front may be none of them.
    first = np.append(True, names[1:] != names[:-1])[: len(names)]
    behind = owned & ~(first & _towns(forms)[words])
    own_behind = np.bincount(names, behind, count)
    few = np.bincount(names, role == ROLES.index(Role.TRADE), count) <= MOST_TRADE_WORDS
    brand = (own == 1)[names] | ((own_behind == 1)[names] & behind)
    brand &= few[names] & (role == ROLES.index(Role.WORD))
    brand |= (few & (own == 0))[names] & _known_trades(arrays["word_role"], forms)[words]
    return Groups.by_row(words[brand], names[brand], len(forms))


def _towns(forms: Strings) -> Array:
    """For each word whether it is a town's name."""
    towns = cues().towns
    found: Array = np.array(
        [forms[number] in towns for number in range(len(forms))], dtype=np.bool_
    )
    return found


def _known_trades(roles: Array, forms: Strings) -> Array:
    """For each word whether it is a trade word that is a brand, too."""
    found: Array = roles == ROLES.index(Role.TRADE)
    trade = np.flatnonzero(found)
    found[trade] = [forms[number] in brands() for number in trade.tolist()]
    return found
