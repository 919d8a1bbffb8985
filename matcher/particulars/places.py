"""Towns and countries, as people and publishers write them, in any script."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz

from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.word import Word
from matcher.particulars.verdict import Verdict
from records import Address

_ALIKE = 80.0
"""Of 100: *Zvishavane* and *Zvishavani*, *Donetsk* and *Donets'k*. Names of towns are short."""
_LEAST = 5
"""Letters of a word that may be spelled another way."""
_OF_A_PLACE = frozenset(
    ("city", "town", "village", "district", "region", "province", "oblast", "raion", "rayon",
     "governorate", "county", "state", "area", "near", "the", "of", "in", "born")
)  # fmt: skip
# Letters of a country's code.
_CODE = 2


class Place(NamedTuple):
    """A place taken apart."""

    town: frozenset[str]
    """The words of its first part, without the country."""
    words: frozenset[str]
    """All of them."""
    countries: frozenset[str]
    """ISO 3166-1 alpha-2 in lower case."""


@lru_cache(maxsize=1 << 14)
def place(text: str) -> Place:
    """Take apart ``Cairo, Egypt`` or ``Каир, Египет``."""
    countries: set[str] = set()
    parts: list[frozenset[str]] = []
    for part in text.split(","):
        words = analyse(part).words
        codes = {word.concept for word in words if _is_country(word)}
        countries |= {code.lower() for code in codes if code}
        parts.append(frozenset(word.term for word in words if _tells(word)))
    worded = [part for part in parts if part]
    return Place(
        worded[0] if worded else frozenset(), frozenset().union(*parts), frozenset(countries)
    )


def _is_country(word: Word) -> bool:
    return word.role is Role.PLACE and word.concept is not None and len(word.concept) == _CODE


def _tells(word: Word) -> bool:
    idle = word.role in (Role.LEGAL, Role.STOP, Role.NUMBER) or _is_country(word)
    return not idle and word.form not in _OF_A_PLACE


def at(address: Address) -> Place:
    """Where an address is. The country has a field of its own; its words name towns as well."""
    whole = place(f"{address.text}, {address.city or ''}")
    countries = frozenset({address.country}) if address.country else whole.countries
    return Place(place(address.city or "").town, whole.words, countries)


def compare_places(asked: Iterable[Place], listed: Iterable[Place]) -> tuple[Verdict, bool]:
    """What places say; of several on either side the best pair.

    Returns:
        The verdict, and whether towns were what decided; else it were countries.
    """
    verdicts = [_compared(mine, its) for mine, its in product(asked, tuple(listed))]
    return max(verdicts, key=_RANK.index, default=_RANK[0])


_RANK = [
    (Verdict.UNKNOWN, False),
    (Verdict.DIFFERS, False),
    (Verdict.DIFFERS, True),
    (Verdict.NEAR, True),
    (Verdict.AGREES, False),
    (Verdict.AGREES, True),
]
"""From the least to the most that speaks for a match."""


def _compared(mine: Place, its: Place) -> tuple[Verdict, bool]:
    # Towns of one name are in several countries; a country that is not named parts nothing.
    abroad = bool(mine.countries and its.countries and not mine.countries & its.countries)
    if mine.town and its.words:
        if not abroad and all(_met(word, its.words) for word in mine.town):
            return Verdict.AGREES, True
        if not abroad and (mine.words - mine.town) & its.words:
            return Verdict.NEAR, True
        if abroad or not mine.countries or not its.countries:
            return Verdict.DIFFERS, True
        return Verdict.NEAR, True
    if its.town and not abroad and all(_met(word, mine.words) for word in its.town):
        return Verdict.AGREES, True
    if mine.countries and its.countries:
        return (Verdict.DIFFERS if abroad else Verdict.AGREES), False
    return Verdict.UNKNOWN, False


def _met(word: str, words: frozenset[str]) -> bool:
    if word in words:
        return True
    return len(word) >= _LEAST and any(fuzz.ratio(word, other) >= _ALIKE for other in words)
