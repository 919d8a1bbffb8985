"""OpenSanctions' matching API, so that clients of yente can be pointed here.

Requests and answers have the shapes of yente 5 (https://www.opensanctions.org/docs/yente/): parties
are FollowTheMoney entities. Scores are ours. What tunes yente's own algorithms (``algorithm``,
``weights``, ``config``, ``fuzzy``) is accepted and has no effect: nothing here depends on it.
Ours alone is ``profile``, a screening profile; ``settings`` in each answer names it and says what
it leaves out.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from lists.ftm import entities
from lists.ftm.words import COUNTRIES, IDENTIFIERS, NAMES, SCHEMAS
from matcher.search.query import NO_WORD, unsearchable
from records import Address, Hit, Identifier, Kind, NameAnswer, Settings, Snapshot, UsageError
from records import Query as Asked
from records.as_json import to_json
from screening.catalogue.inventory import list_inventory, show
from screening.engine.engine import Engine
from screening.engine.settings import settings
from screening.tables.named_countries import countries as countries_of
from screening.tables.particulars import births, gender
from service.access.principal import LISTS, MATCH, Principal
from service.api.models import Text
from service.api.needs import Service, allowed
from service.state import ServiceState
from service.yente_beside import beside_the_names, with_owners_and_places

router = APIRouter(tags=["OpenSanctions"])
EVERY = "default"
"""yente's word for all that is loaded."""
ALGORITHM = "namewarden"
CONTACTS = {word: word for word in ("email", "phone", "website")}
OTHERS = ("birthDate", "birthPlace", "gender", "address")
NATIONALITIES = ("nationality", "citizenship")
READ = frozenset((*NAMES, *IDENTIFIERS, *CONTACTS, *COUNTRIES, *NATIONALITIES, *OTHERS))
"""The properties of a party that are asked for; others may hold anything."""
MOST_VALUES = 500
"""Of one property of one party. Listed parties have 160 names at most."""
Caller = Annotated[Principal, Depends(allowed(MATCH))]
Many = Annotated[list[str], Query()]
Limit = Annotated[int, Query(ge=1, le=500)]
Profile = Annotated[str | None, Query(max_length=60, examples=["payments"])]


class ExampleIn(BaseModel):
    """A party by example: a FollowTheMoney entity."""

    model_config = ConfigDict(populate_by_name=True)

    id: Text | None = None
    schema_: Annotated[Text, Field(alias="schema", examples=["Company"])]
    properties: Annotated[
        dict[str, Text | list[Any]],
        Field(examples=[{"name": ["Wuhan Gaoxin Technology"], "country": ["cn"]}]),
    ]


class ExamplesIn(BaseModel):
    """Parties by keys of the caller's own."""

    queries: Annotated[dict[str, ExampleIn], Field(min_length=1, max_length=1000)]


@router.post("/match/{dataset}")
async def match(
    dataset: Annotated[str, Path(examples=[EVERY])],
    body: Annotated[ExamplesIn, Body()],
    service: Service,
    principal: Caller,
    include_dataset: Many = [],  # noqa: B006 (FastAPI copies it)
    exclude_dataset: Many = [],  # noqa: B006
    exclude_entity_ids: Many = [],  # noqa: B006
    limit: Limit = 5,
    threshold: Annotated[float | None, Query(ge=0, le=1)] = None,
    cutoff: Annotated[float | None, Query(ge=0, le=1)] = None,
    profile: Profile = None,
) -> dict[str, Any]:
    """Screen parties; ``match`` is true from ``threshold`` on, ``cutoff`` is the least score."""
    chosen = settings(
        threshold=cutoff,
        limit=limit + len(exclude_entity_ids),
        kinds=None,
        lists=_lists(service, dataset, include_dataset, exclude_dataset),
        as_of=None,
        profile=profile,
        home=service.home,
    )
    asked = [_asked(example, f"queries.{key}: ") for key, example in body.queries.items()]
    with service.editions.lease() as leased:
        engine = leased.on(chosen.lists)
        answers = await service.ask(principal, engine, asked, chosen)
        shown = await service.run_blocking(
            partial(_all_shown, engine, answers, threshold, exclude_entity_ids, limit)
        )
    return {
        "responses": {
            key: {
                "status": 200,
                "results": results,
                "total": {"value": len(results), "relation": "eq"},
                "query": example.model_dump(by_alias=True),
            }
            for (key, example), results in zip(body.queries.items(), shown, strict=True)
        },
        "matcher": {},
        "limit": limit,
        "settings": to_json(chosen),
    }


@router.get("/search/{dataset}")
async def search(
    dataset: Annotated[str, Path(examples=[EVERY])],
    service: Service,
    principal: Caller,
    q: Annotated[str, Query(min_length=1, max_length=1000)],
    schema: str = "",
    include_dataset: Many = [],  # noqa: B006
    exclude_dataset: Many = [],  # noqa: B006
    countries: Many = [],  # noqa: B006
    limit: Limit = 10,
    offset: Annotated[int, Query(ge=0, le=9_499)] = 0,
    profile: Profile = None,
) -> dict[str, Any]:
    """Listed entries that a name may mean, best first."""
    chosen = settings(
        threshold=None,
        limit=limit + offset,
        kinds=None,
        lists=_lists(service, dataset, include_dataset, exclude_dataset),
        as_of=None,
        profile=profile,
        home=service.home,
    )
    tied_to = countries_of(countries, "countries: ")
    asked = Asked(name=q, kind=SCHEMAS.get(schema), countries=tied_to)
    if reason := unsearchable(asked):
        raise UsageError(f"q: {q!r} has {reason}. Nothing was screened")
    with service.editions.lease() as leased:
        engine = leased.on(chosen.lists)
        answers = await service.ask(principal, engine, [asked], chosen)
        (results,) = await service.run_blocking(
            partial(_all_shown, engine, answers, None, (), limit + offset)
        )
    return {
        "limit": limit,
        "offset": offset,
        "total": {"value": len(results), "relation": "eq"},
        "results": results[offset:],
        "facets": {},
        "settings": to_json(chosen),
    }


@router.get("/entities/{entity_id}", dependencies=[Depends(allowed(LISTS))])
async def entity(
    entity_id: Annotated[str, Path(max_length=300, examples=["us_ofac_sdn:46633"])],
    service: Service,
) -> dict[str, Any]:
    """One entry as a FollowTheMoney entity."""
    found = await service.run_blocking(partial(show, service.home, entity_id))
    sanctioned = _is_official(found.snapshot)
    party: dict[str, Any] = next(entities(found.entity, found.snapshot, sanctioned=sanctioned))
    return party | {"id": found.entity.id}


@router.get("/catalog", dependencies=[Depends(allowed(LISTS))])
async def catalog(service: Service) -> dict[str, Any]:
    """The lists as datasets."""
    loaded = await service.run_blocking(partial(list_inventory, service.home))
    names = [each.list for each in loaded]
    stale = [each.list for each in loaded if each.stale]
    datasets = [
        {
            "name": each.list,
            "title": each.title,
            "version": each.edition or each.fetched_at[:10],
            "updated_at": each.fetched_at,
            "entity_count": each.entities,
            "load": True,
            "index_version": each.sha256[:12],
            "index_current": not each.stale,
            "children": [],
        }
        for each in loaded
    ]
    every = {"name": EVERY, "title": "All lists in use", "load": True, "children": names}
    return {
        "datasets": [every | {"version": "", "index_current": not stale}, *datasets],
        "current": [name for name in names if name not in stale],
        "outdated": stale,
        "index_stale": bool(stale),
    }


@router.get("/algorithms", dependencies=[Depends(allowed(LISTS))])
async def algorithms() -> dict[str, Any]:
    """The one way in which names are compared here."""
    only = {"name": ALGORITHM, "description": "Aligned words, weighed by rarity", "docs": {}}
    return {"algorithms": [only], "default": ALGORITHM, "best": ALGORITHM}


def _lists(
    service: ServiceState, dataset: str, more: Sequence[str], less: Sequence[str]
) -> tuple[str, ...] | None:
    """Our lists for yente's datasets; None for all.

    Raises:
        UsageError: nothing is left to look on.
    """
    if EVERY in (dataset, *more) and not less:
        return None
    loaded = [each.source for each in service.editions.snapshots]
    wanted = loaded if EVERY in (dataset, *more) else [dataset, *more]
    left = tuple(name for name in dict.fromkeys(wanted) if name not in less)
    if not left:
        raise UsageError("every list was excluded, so there is nothing to screen against")
    return left


def _asked(example: ExampleIn, where: str) -> Asked:
    """Our question for a FollowTheMoney entity.

    Raises:
        UsageError: it has no name and no identifier, or a country that is not understood.
    """
    said = {
        word: _texts(value, f"{where}properties.{word[:60]}")
        for word, value in example.properties.items()
        if word in READ
    }
    names = [text for word in NAMES for text in said.get(word, ())]
    identifiers = tuple(
        Identifier(type=kind, value=text)
        for word, kind in (*IDENTIFIERS.items(), *CONTACTS.items())
        for text in said.get(word, ())
    )
    kind = SCHEMAS.get(example.schema_)
    party = Asked(
        name=names[0] if names else "",
        aliases=tuple(names[1:]),
        kind=None if kind is Kind.UNKNOWN else kind,
        countries=countries_of(
            [text for word in COUNTRIES for text in said.get(word, ())], f"{where}country: "
        ),
        identifiers=identifiers,
        birth_dates=births(said.get("birthDate", ()), f"{where}birthDate: "),
        birth_places=tuple(said.get("birthPlace", ())),
        nationalities=countries_of(
            [text for word in NATIONALITIES for text in said.get(word, ())], f"{where}nationality: "
        ),
        gender=gender(next(iter(said.get("gender", ())), None), f"{where}gender: "),
        addresses=tuple(Address(text=text) for text in said.get("address", ())),
    )
    if reason := unsearchable(party):
        nothing = "neither a name that can be searched for nor an identifier"
        there = nothing if reason == NO_WORD else f"a name of {reason}"
        raise UsageError(f"{where}there is {there}. Nothing was screened")
    return party


def _texts(value: str | list[Any], where: str) -> list[str]:
    """The values of a property. What is no text would be left out of the search unseen.

    Raises:
        UsageError: one of them is no text, or there are too many.
    """
    texts = [value] if isinstance(value, str) else value
    if len(texts) > MOST_VALUES:
        raise UsageError(
            f"{where}: {len(texts):,} values, at most {MOST_VALUES} are taken. Nothing was screened"
        )
    for text in texts:
        if not isinstance(text, str | None):
            raise UsageError(f"{where}: {str(text)[:60]!r} is no text. Nothing was screened")
    return [text for text in texts if text and text.strip()]


def _all_shown(
    engine: Engine,
    answers: Sequence[NameAnswer],
    threshold: float | None,
    without: Sequence[str],
    limit: int,
) -> list[list[dict[str, Any]]]:
    editions = {snapshot.source: snapshot for snapshot in engine.snapshots}
    found = []
    for answer in answers:
        named = [
            _shown(engine, hit, editions, threshold, answer.settings)
            for hit in answer.hits
            if hit.entity_id not in without
        ]
        others = [
            one for one in beside_the_names(engine, answer, threshold) if one["id"] not in without
        ]
        found.append(with_owners_and_places(named, others, limit))
    return found


def _shown(
    engine: Engine,
    hit: Hit,
    editions: Mapping[str, Snapshot],
    threshold: float | None,
    chosen: Settings,
) -> dict[str, Any]:
    entity = engine.listed(hit.entity_id)
    if entity is None:
        raise AssertionError(hit.entity_id)
    snapshot = editions[hit.list]
    party = next(entities(entity, snapshot, sanctioned=_is_official(snapshot)))
    return party | {
        "id": hit.entity_id,
        "score": hit.score,
        "match": hit.score >= (chosen.threshold if threshold is None else threshold),
        "features": {},
        "explanations": {
            "name_match": {
                "score": hit.score,
                "detail": hit.reason,
                "candidate": hit.matched_name,
            }
        },
    }


def _is_official(snapshot: Snapshot) -> bool:
    """Whether an authority published the list, and not the team itself."""
    return not snapshot.source.startswith("custom")
