"""What a setting of watched regions and countries means."""

from collections.abc import Sequence

from lists.countries import country_name
from matcher.places.regions import places

NONE = "none"
"""Stands for nothing that is watched: an empty setting would be the version's own."""


def watched(setting: Sequence[str] | None) -> tuple[str, ...]:
    """The codes that a setting watches, ISO 3166-2 of regions and ISO 3166-1 of countries."""
    if setting is None:
        return tuple(places().regions)
    return tuple(one for one in setting if one != NONE)


def is_region(place: str) -> bool:
    """Whether it is one of the regions that this version knows, and no country."""
    return place in places().regions


def country_title(code: str) -> str:
    """A country's name in English; the code where it has none."""
    return country_name(code.lower())
