"""The restricted places that a party's addresses name, as hits of their own kind.

A place is no party: such a hit never carries a listed party's name, and a listed party never stands
for a place.
"""

from collections.abc import Iterator
from functools import lru_cache

from matcher.places.find import FoundPlace, PlaceText, countries_named, find_places
from matcher.places.listed_addresses import FoundAddress, find_addresses
from records import (
    Address,
    Decision,
    Entity,
    PlaceBasis,
    PlaceHit,
    PlaceKind,
    Query,
    Settings,
)
from screening.engine.engine import Engine
from screening.places.setting import country_title, is_region, watched

_TEAM = PlaceBasis(authority="", act="watched by the team's own setting", since="", address="")


def place_hits(engine: Engine, query: Query, settings: Settings) -> tuple[PlaceHit, ...] | None:
    """The restricted places of a party and of its parts.

    Args:
        engine: the lists, for the addresses that are listed themselves.
        query: the party.
        settings: which places are looked for.

    Returns:
        Sure ones first; None where there is no address, nor a country that is watched, so that
        there was nothing to look at.
    """
    if not (query.parts or query.addresses or query.countries):
        # The common case.
        return None
    parties = [(query, None), *((part.query, part.label) for part in query.parts)]
    countries = _split(settings)[1]
    if not any(one.addresses or (countries and one.countries) for one, _ in parties):
        return None
    found: dict[tuple[str, str | None], PlaceHit] = {}
    for party, part in parties:
        for hit in _of_party(engine, party, settings, part):
            known = found.get((hit.place, part))
            if known is None or known.decision is Decision.REVIEW is not hit.decision:
                found[(hit.place, part)] = hit
    return tuple(sorted(found.values(), key=lambda hit: hit.decision is not Decision.MATCH))


def _of_party(
    engine: Engine, party: Query, settings: Settings, part: str | None
) -> Iterator[PlaceHit]:
    for address in party.addresses:
        yield from hits_in(engine, _as_text(address), settings, part)
    for country in sorted(_split(settings)[1] & set(party.countries)):
        yield _country_hit(country, country.upper(), "", part)


def hits_in(
    engine: Engine, address: PlaceText, settings: Settings, part: str | None = None
) -> Iterator[PlaceHit]:
    """The restricted places that one address names."""
    regions, countries = _split(settings)
    for one in find_places(address, regions):
        yield _region_hit(one, address, part)
    if countries:
        for country in sorted(countries & countries_named(address)):
            yield _country_hit(country, country.upper(), address.text, part)
    for found in find_addresses(address.text, engine.listed_addresses):
        entity = engine.listed(found.listed.entity_id)
        if entity is not None and entity.source in engine.chosen:
            yield _address_hit(found, entity, address, part)


@lru_cache(maxsize=16)
def _watched(places: tuple[str, ...] | None) -> tuple[frozenset[str], frozenset[str]]:
    known = watched(places)
    regions = frozenset(one for one in known if is_region(one))
    return regions, frozenset(one.lower() for one in known if not is_region(one))


def _split(settings: Settings) -> tuple[frozenset[str], frozenset[str]]:
    """The regions, and the countries in lower case, that are looked for."""
    return _watched(settings.places)


def _as_text(address: Address) -> PlaceText:
    text = address.text or address.city or ""
    countries = frozenset({address.country}) if address.country else frozenset()
    return PlaceText(text, address.city, countries)


def _region_hit(found: FoundPlace, address: PlaceText, part: str | None) -> PlaceHit:
    source = (address.town or "") if found.in_field else address.text
    words = source[found.start : found.end]
    return PlaceHit(
        place=found.region.id,
        kind=PlaceKind.REGION,
        title=found.region.title,
        decision=Decision.MATCH if found.sure else Decision.REVIEW,
        found=words,
        how=found.how,
        town=found.town,
        written=address.text,
        basis=found.region.basis,
        reason=_reason(found, words, part),
        part=part,
    )


_HOW = {
    "town": "is a town of",
    "spelling": "is spelled nearly like {town}, a town of",
    "region": "names",
    "postal code": "is a postal code of",
}


def _reason(found: FoundPlace, words: str, part: str | None) -> str:
    how = _HOW[found.how].format(town=found.town)
    title = found.region.title
    if found.how == "region" and not found.region.whole:
        told = f"'{words}' names the oblast; under embargo: {title}"
    else:
        told = f"'{words}' {how} {title}"
    if found.against:
        countries = ", ".join(map(country_title, sorted(found.against)))
        told += f", though the address says {countries}"
    acts = "; ".join(dict.fromkeys(f"{one.authority}: {one.act}" for one in found.region.basis))
    whose = f"By its {part}: " if part else ""
    return f"{whose}{told} ({acts})"


def _country_hit(country: str, words: str, written: str, part: str | None) -> PlaceHit:
    title = country_title(country)
    return PlaceHit(
        place=country.upper(),
        kind=PlaceKind.COUNTRY,
        title=title,
        decision=Decision.REVIEW,
        found=words,
        how="country",
        town=None,
        written=written,
        basis=(_TEAM,),
        reason=f"{f'By its {part}: ' if part else ''}{title} is watched by the team's own setting",
        part=part,
    )


def _address_hit(
    found: FoundAddress, entity: Entity, address: PlaceText, part: str | None
) -> PlaceHit:
    acts = entity.legal_basis or entity.programmes
    basis = PlaceBasis(
        authority="US",
        act=f"{entity.source}: {'; '.join((*entity.programmes, *entity.legal_basis))}",
        since=entity.listed_on or "",
        address=entity.url or "",
    )
    how = "is" if found.sure else "may be"
    return PlaceHit(
        place=entity.id,
        kind=PlaceKind.ADDRESS,
        title=found.listed.text,
        decision=Decision.MATCH if found.sure else Decision.REVIEW,
        found=address.text,
        how="address",
        town=None,
        written=address.text,
        basis=(basis,),
        reason=f"{f'By its {part}: ' if part else ''}the address {how} one that is listed itself, "
        f"whoever uses it: {found.listed.text} ({'; '.join(acts)})",
        part=part,
    )
