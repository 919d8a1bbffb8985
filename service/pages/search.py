"""The search box, the lists, and an entry."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from matcher.search.query import searchable
from records import Kind, NamewardenError, UnknownListError, UsageError
from records import Query as Asked
from screening.answers.json_lines import name_answer
from screening.catalogue.compare_editions import deltas
from screening.catalogue.inventory import list_inventory, show
from screening.engine.settings import settings
from screening.report.shapes import DELTAS, ENTRIES
from screening.report.shapes import LISTS as SHAPE
from screening.tables.named_countries import countries
from screening.tables.particulars import births
from service.access.principal import LISTS, MATCH, Principal
from service.api.needs import Service
from service.pages.render import page, person
from service.state import ServiceState
from store import Activation, Catalogue

router = APIRouter(include_in_schema=False)


@router.get("/")
async def search(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(MATCH))],
    q: Annotated[str, Query(max_length=1000)] = "",
    country: Annotated[str, Query(max_length=200)] = "",
    kind: str = "",
    born: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """One name, screened; without a name the form alone."""
    answer, wrong = None, None
    near: list[dict[str, Any]] = []
    if q.strip():
        try:
            party = asked(q, country, kind, born)
            chosen = settings(threshold=None, limit=20, kinds=None, lists=None, as_of=None)
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
        kinds=[each.value for each in Kind if each is not Kind.UNKNOWN],
        answer=answer,
        near=near,
        wrong=wrong,
        warning=await stale_warning(service),
    )


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


@router.get("/lists")
async def lists(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(LISTS))],
) -> Response:
    """The editions in use."""
    loaded = await service.run_blocking(partial(list_inventory, service.home))
    return page(request, "lists.html", principal, lists=[SHAPE.as_json(each) for each in loaded])


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


@router.get("/lists/{name}")
async def one_list(
    request: Request,
    name: Annotated[str, Path(pattern=r"^[a-z0-9_-]{1,60}$")],
    service: Service,
    principal: Annotated[Principal, Depends(person(LISTS))],
) -> Response:
    """A list's editions, and what the last change of edition brought."""

    def found() -> tuple[tuple[Activation, ...], list[dict[str, Any]]]:
        known = Catalogue(service.home).history(name)
        changes = deltas(service.home, [], [name], lambda _: None) if len(known) > 1 else ()
        return known, [DELTAS.as_json(each) for each in changes]

    activations, changes = await service.run_blocking(found)
    if not activations:
        raise UnknownListError(f"no list called {name!r} was ever loaded")
    return page(request, "list.html", principal, name=name, activations=activations, deltas=changes)
