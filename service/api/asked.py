"""Requests as the records that screening takes."""

from matcher.search.query import searchable
from records import Identifier, Kind, Query, Settings, UsageError
from screening.engine.settings import settings
from screening.tables.named_countries import countries, country
from service.api.models import OptionsIn, QueryIn
from store.home import Home


def query(of: QueryIn, where: str = "") -> Query:
    """A party to screen; ``where`` it stands among others.

    Raises:
        UsageError: it has nothing to search for, or names a country that is not understood.
    """
    party = Query(
        name=of.name,
        aliases=tuple(of.aliases),
        kind=None if of.kind is None else Kind(of.kind),
        countries=countries(of.countries, f"{where}countries: "),
        identifiers=tuple(
            Identifier(
                type=each.type,
                value=each.value,
                country=country(each.country, f"{where}identifiers.{place}.country: "),
            )
            for place, each in enumerate(of.identifiers)
        ),
    )
    if not searchable(party):
        raise UsageError(
            f"{where}{of.name!r} has no word that can be searched for, and no identifier is given. "
            "Nothing was screened"
        )
    return party


def options(home: Home, of: OptionsIn, kinds: tuple[str, ...] | None = None) -> Settings:
    """What to look for, by the rules of a home; ``kinds`` where the request leaves them open.

    Raises:
        UsageError: a figure is out of range or a kind is unknown.
        NotThereError: there is no such profile.
    """
    return settings(
        threshold=of.threshold,
        limit=of.limit,
        kinds=None if of.kinds is None else tuple(of.kinds),
        lists=None if of.lists is None else tuple(of.lists),
        as_of=None,
        profile=of.profile,
        usual_kinds=kinds,
        home=home,
    )
