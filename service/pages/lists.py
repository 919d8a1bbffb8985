"""The lists in use, updated from here, and the editions of one."""

from contextlib import suppress
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import RedirectResponse, Response

from records import ConflictError, UnknownListError
from screening.catalogue.compare_editions import deltas
from screening.catalogue.inventory import list_inventory
from screening.report.shapes import DELTAS
from screening.report.shapes import LISTS as SHAPE
from service import list_update
from service.access.principal import ADMIN, LISTS, Principal
from service.api.needs import Service
from service.pages.render import genuine, page, person
from store.catalogue import Activation, Catalogue

router = APIRouter(include_in_schema=False, prefix="/lists")
Reader = Annotated[Principal, Depends(person(LISTS))]


@router.get("")
async def lists(request: Request, service: Service, principal: Reader) -> Response:
    """The editions in use."""
    loaded = await service.run_blocking(partial(list_inventory, service.home))
    return page(
        request,
        "lists.html",
        principal,
        lists=[SHAPE.as_json(each) for each in loaded],
        may_update=ADMIN in principal.scopes,
        update=await service.run_blocking(partial(list_update.progress, service.home)),
    )


@router.post("/update")
async def update(
    request: Request, service: Service, principal: Annotated[Principal, Depends(person(ADMIN))]
) -> Response:
    """Fetch the lists from their publishers; one update at a time."""
    await genuine(request, principal)
    # Where one is under way, its progress is what the page shows.
    with suppress(ConflictError):
        await service.run_blocking(partial(list_update.begin, service.home, principal.name))
    return RedirectResponse("/lists", 303)


@router.get("/update")
async def update_work(request: Request, service: Service, principal: Reader) -> Response:
    """How far the update is: the part of the page that is asked for again and again."""
    found = await service.run_blocking(partial(list_update.progress, service.home))
    return page(request, "list_update.html", principal, update=found)


@router.get("/{name}")
async def one_list(
    request: Request,
    name: Annotated[str, Path(pattern=r"^[a-z0-9_-]{1,60}$")],
    service: Service,
    principal: Reader,
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
