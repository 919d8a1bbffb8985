"""Counterparties that are monitored: ``/v1/counterparties``."""

from functools import partial
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from records import Kept, Party, UnknownEntityError
from records.as_json import to_json
from screening.monitoring import run as monitor
from service.access.principal import COUNTERPARTIES, Principal
from service.api.asked import query
from service.api.models import QueryIn
from service.api.needs import allowed, running
from service.running import Running
from store import counterparties
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

router = APIRouter(prefix="/v1/counterparties", tags=["counterparties"])
OwnId = Annotated[str, Path(min_length=1, max_length=300, examples=["C-1001"])]
Here = Annotated[Running, Depends(running)]
Who = Annotated[Principal, Depends(allowed(COUNTERPARTIES))]


@router.get("", dependencies=[Depends(allowed(COUNTERPARTIES))])
async def list_counterparties(
    here: Here,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> dict[str, Any]:
    """Those that are monitored, in the order they came."""

    def part() -> list[Kept]:
        return list(islice(monitor.monitored(here.home), offset, offset + limit))

    return {"counterparties": [_json(each) for each in await here.slow(part)]}


@router.get("/{own_id}", dependencies=[Depends(allowed(COUNTERPARTIES))])
async def show_counterparty(own_id: OwnId, here: Here) -> dict[str, Any]:
    """One of them, by its owner's id."""
    found = await here.slow(partial(_find, here.home, own_id))
    if found is None or found.removed_at is not None:
        raise UnknownEntityError(f"{own_id!r} is not monitored")
    return _json(found)


@router.put("/{own_id}")
async def put_counterparty(own_id: OwnId, body: QueryIn, here: Here, who: Who) -> dict[str, Any]:
    """Monitor a counterparty, or say what it is now; the same again changes nothing."""
    party = Party(id=own_id, query=query(body))
    done = await here.slow(
        partial(
            monitor.import_parties,
            here.home,
            [party],
            complete=False,
            author=who.name,
            source="HTTP",
        )
    )
    changed = "added" if done.added else "changed" if done.changed else "unchanged"
    return {"id": own_id, "what": changed}


@router.delete("/{own_id}")
async def delete_counterparty(own_id: OwnId, here: Here, who: Who) -> dict[str, Any]:
    """Monitor it no more; its alerts and their history stay."""
    await here.slow(partial(monitor.remove_parties, here.home, [own_id], author=who.name))
    return {"id": own_id, "what": "removed"}


def _find(home: Home, own_id: str) -> Kept | None:
    with Database.of(home).reading(DESK_SINCE) as view:
        return None if view is None else counterparties.find(view, own_id)


def _json(kept: Kept) -> dict[str, Any]:
    return {
        "id": kept.counterparty.id,
        **to_json(kept.counterparty.query),
        "version": kept.version,
        "since": kept.since,
    }
