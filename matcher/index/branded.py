"""Listed names by the word that may be their brand (``comparison.brand``)."""

from typing import Annotated, TypedDict

import numpy as np

from matcher.columnar.arrays import Array, Groups, Strings
from matcher.comparison.brand import MOST_TRADE_WORDS, OWN
from matcher.comparison.word_table import ROLES
from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.names.surrounding_cues import cues


class BrandArrays(TypedDict):
    """What is kept of brands; with the type of each array."""

    branded: Annotated[Array, "i4"]
    """The names whose brand each word may be, and where those of each begin."""
    branded_at: Annotated[Array, "i8"]


def brand_arrays(roles: Array, forms: Strings, words: Array, words_at: Array) -> BrandArrays:
    """The names whose brand a word may be: all that ``brand_of`` and ``brand_behind_a_town`` say,
    and a few more.

    Args:
        roles: of each word of the index, places in ``ROLES``.
        forms: what each reads like.
        words: those of all names, one name's after the other's.
        words_at: where each name's begin, and where the last one's end.
    """
    count = len(words_at) - 1
    role = roles[words]
    names = np.repeat(np.arange(count), np.diff(words_at))
    owned = np.isin(role, [ROLES.index(each) for each in OWN])
    own = np.bincount(names, owned, count)
    # A town in front may be none of them.
    first = np.append(True, names[1:] != names[:-1])[: len(names)]
    behind = owned & ~(first & _towns(forms)[words])
    own_behind = np.bincount(names, behind, count)
    few = np.bincount(names, role == ROLES.index(Role.TRADE), count) <= MOST_TRADE_WORDS
    brand = (own == 1)[names] | ((own_behind == 1)[names] & behind)
    brand &= few[names] & (role == ROLES.index(Role.WORD))
    brand |= (few & (own == 0))[names] & _known_trades(roles, forms)[words]
    groups = Groups.by_row(words[brand], names[brand], len(forms))
    return {"branded": groups.values.astype(np.int32), "branded_at": groups.offsets}


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
