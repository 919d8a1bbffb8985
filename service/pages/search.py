"""The search box, and an entry."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from matcher.search.query import searchable
from records import Kind, NamewardenError, Settings, UsageError
from records import Query as Asked
from screening.answers.json_lines import name_answer
from screening.catalogue.inventory import list_inventory, show
from screening.engine.profiles import list_profiles
from screening.engine.settings import settings
from screening.report.shapes import ENTRIES
from screening.tables.named_countries import countries
from screening.tables.particulars import births
from service.access.principal import LISTS, MATCH, Principal
from service.api.needs import Service
from service.pages.render import page, person
from service.state import ServiceState

router = APIRouter(include_in_schema=False)


@router.get("/")
async def search(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(MATCH))],
    q: Annotated[str, Query(max_length=1000)] = "",
    country: Annotated[str, Query(max_length=200)] = "",
    kind: str = "",
    profile: Annotated[str, Query(max_length=60)] = "",
    born: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """One name, screened; without a name the form alone."""
    answer, wrong = None, None
    near: list[dict[str, Any]] = []
    if q.strip():
        try:
            party = asked(q, country, kind, born)
            chosen = await service.run_blocking(partial(by_profile, service, profile, 20))
            found, close = await service.match_closely(principal, party, chosen)
            answer = name_answer(found)
            near = name_answer(close)["hits"] if close else []
        except NamewardenError as error:
            wrong = str(error)
    return page(
        request,
        "search.html",
        principal,
        # htmx shows no answer whose status is an error's.
        status=422 if wrong and "hx-request" not in request.headers else 200,
        q=q,
        country=country,
        kind=kind,
        born=born,
        profile=profile,
        profiles=await service.run_blocking(partial(profile_names, service)),
        kinds=[each.value for each in Kind if each is not Kind.UNKNOWN],
        answer=answer,
        near=near,
        wrong=wrong,
        warning=await stale_warning(service),
    )


def by_profile(
    service: ServiceState, profile: str, limit: int, usual_kinds: tuple[str, ...] | None = None
) -> Settings:
    """What a form's profile asks for; without one everything.

    Raises:
        NotThereError: there is no such profile.
    """
    return settings(
        threshold=None,
        limit=limit,
        kinds=None,
        lists=None,
        as_of=None,
        profile=profile or None,
        usual_kinds=usual_kinds,
        home=service.home,
    )


def profile_names(service: ServiceState) -> list[str]:
    """The profiles that can be chosen."""
    return [each.name for each in list_profiles(service.home) if each.in_force]


def asked(name: str, country: str, kind: str, born: str) -> Asked:
    """The party that the form asks for.

    Raises:
        UsageError: nothing of it can be searched for, or country or birth date are not understood.
    """
    party = Asked(
        name=name,
        kind=Kind(kind) if kind in set(Kind) else None,
        countries=countries([country], "Country: "),
        birth_dates=births([born], "Birth date: "),
    )
    if not searchable(party):
        raise UsageError(
            f"“{name}” has no word that can be searched for. Nothing was screened: "
            "enter a name with letters"
        )
    return party


async def stale_warning(service: ServiceState) -> str | None:
    """What must be said of the lists on every page with an answer."""
    loaded = await service.run_blocking(partial(list_inventory, service.home))
    stale = [f"{each.list} ({each.age_days} days)" for each in loaded if each.stale]
    if not stale:
        return None
    return f"Older than allowed: {', '.join(stale)}. Update the lists before you rely on answers."


@router.get("/entries/{entity_id}")
async def entity(
    request: Request,
    entity_id: str,
    service: Service,
    principal: Annotated[Principal, Depends(person(LISTS))],
) -> Response:
    """One entry, whole."""
    found = await service.run_blocking(partial(show, service.home, entity_id))
    return page(request, "entity.html", principal, entry=ENTRIES.as_json(found))
