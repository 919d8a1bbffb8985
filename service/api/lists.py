"""Lists and their entries: ``/v1/lists``, ``/v1/entities/{id}``."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path

from screening.inventory import list_inventory, show
from screening.report.shapes import ENTRIES
from screening.report.shapes import LISTS as SHAPE
from service.access.principal import LISTS
from service.api.models import ListsOut
from service.api.needs import allowed, running
from service.running import Running

router = APIRouter(prefix="/v1", tags=["lists"])


@router.get("/lists", dependencies=[Depends(allowed(LISTS))], response_model=ListsOut)
async def lists(
    here: Annotated[Running, Depends(running)],
) -> dict[str, Any]:
    """Every loaded list with its edition and age."""
    loaded = await here.slow(partial(list_inventory, here.home))
    return {"lists": [SHAPE.as_json(each) for each in loaded]}


@router.get("/entities/{entity_id}", dependencies=[Depends(allowed(LISTS))])
async def entity(
    entity_id: Annotated[str, Path(max_length=300, examples=["us_ofac_sdn:46633"])],
    here: Annotated[Running, Depends(running)],
) -> dict[str, Any]:
    """One entry of an active list as it was published, and the edition that it stands in."""
    return ENTRIES.as_json(await here.slow(partial(show, here.home, entity_id)))
