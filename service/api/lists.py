"""Lists and their entries: ``/v1/lists``, ``/v1/entities/{id}``."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from screening.catalogue.compare_editions import deltas
from screening.catalogue.inventory import list_inventory, show
from screening.places.watched import list_places
from screening.report.places import PLACES
from screening.report.shapes import DELTAS, ENTRIES
from screening.report.shapes import LISTS as SHAPE
from service.access.principal import LISTS
from service.api.models import ListsOut
from service.api.needs import Service, allowed

router = APIRouter(prefix="/v1", tags=["lists"])


@router.get("/lists", dependencies=[Depends(allowed(LISTS))], response_model=ListsOut)
async def lists(
    service: Service,
) -> dict[str, Any]:
    """Every loaded list with its edition and age."""
    loaded = await service.run_blocking(partial(list_inventory, service.home))
    return {"lists": [SHAPE.as_json(each) for each in loaded]}


@router.get("/entities/{entity_id}", dependencies=[Depends(allowed(LISTS))])
async def entity(
    entity_id: Annotated[str, Path(max_length=300, examples=["us_ofac_sdn:46633"])],
    service: Service,
) -> dict[str, Any]:
    """One entry of an active list as it was published, and the edition that it stands in."""
    return ENTRIES.as_json(await service.run_blocking(partial(show, service.home, entity_id)))


@router.get("/places", dependencies=[Depends(allowed(LISTS))])
async def places(service: Service) -> dict[str, Any]:
    """Regions under embargo and other places that addresses are looked through for."""
    found = await service.run_blocking(partial(list_places, service.home))
    return {"places": [PLACES.as_json(each) for each in found]}


EDITION = r"^([a-z0-9_-]{1,60}(@[0-9A-Za-z-]{4,64})?|\d{4}-\d\d-\d\d)$"
"""A list's edition or a date; never a path, which the command line takes, too."""


@router.get("/diff", dependencies=[Depends(allowed(LISTS))])
async def diff(
    service: Service,
    old: Annotated[str | None, Query(pattern=EDITION, examples=["us_ofac_sdn@2025-11-04"])] = None,
    new: Annotated[str | None, Query(pattern=EDITION, examples=["us_ofac_sdn"])] = None,
    list_: Annotated[list[str], Query(alias="list")] = [],  # noqa: B006 (FastAPI copies it)
) -> dict[str, Any]:
    """What changed between two editions; without any, since the ones before those in use."""
    asked = [text for text in (old, new) if text is not None]

    def found() -> list[dict[str, Any]]:
        return [DELTAS.as_json(each) for each in deltas(service.home, asked, list_ or None, _quiet)]

    return {"deltas": await service.run_blocking(found)}


def _quiet(_: str) -> None:
    """Progress of a comparison, for nobody."""
