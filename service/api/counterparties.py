"""Counterparties that are monitored: ``/v1/counterparties``."""

from functools import partial
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from starlette.exceptions import HTTPException

from records import MonitoredParty, Party, UnknownEntityError, UsageError
from screening.answers.desk_json import monitored_json
from screening.answers.json_lines import name_answer
from screening.cases.alerts import list_alerts
from screening.monitoring import register
from service.access.principal import APPROVE, COUNTERPARTIES, MATCH, Principal
from service.api.asked import options, query
from service.api.models import OptionsIn, QueryIn
from service.api.needs import Service, allowed
from service.state import ServiceState
from store import counterparties
from store.alerts import AlertFilter
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

router = APIRouter(prefix="/v1/counterparties", tags=["counterparties"])
OwnId = Annotated[str, Path(min_length=1, max_length=300, examples=["C-1001"])]
Caller = Annotated[Principal, Depends(allowed(COUNTERPARTIES))]


@router.get("", dependencies=[Depends(allowed(COUNTERPARTIES))])
async def list_counterparties(
    service: Service,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> dict[str, Any]:
    """Those that are monitored, in the order they came."""

    def part() -> list[MonitoredParty]:
        return list(islice(register.monitored(service.home), offset, offset + limit))

    return {"counterparties": [monitored_json(each) for each in await service.run_blocking(part)]}


@router.get("/{own_id}", dependencies=[Depends(allowed(COUNTERPARTIES))])
async def show_counterparty(own_id: OwnId, service: Service) -> dict[str, Any]:
    """One of them, by its owner's id."""
    found = await service.run_blocking(partial(_find, service.home, own_id))
    if found is None or found.removed_at is not None:
        raise UnknownEntityError(f"{own_id!r} is not monitored")
    return monitored_json(found)


@router.put("/{own_id}")
async def put_counterparty(
    own_id: OwnId,
    body: QueryIn,
    service: Service,
    principal: Caller,
    screen: Annotated[
        bool, Query(description="Screen it at once, and answer with the hits as `answer`.")
    ] = False,
    profile: Annotated[
        str | None,
        Query(
            max_length=60,
            description="The screening profile by which `screen` asks.",
            examples=["onboarding"],
        ),
    ] = None,
) -> dict[str, Any]:
    """Monitor a counterparty, or say what it is now; the same again changes nothing. Alerts are
    opened by the next run of monitoring, whether or not it is screened at once.
    """
    if profile is not None and not screen:
        raise UsageError(
            "profile says how to screen at once: send screen=true, too, or leave it out. Nothing "
            "was changed"
        )
    party = Party(id=own_id, query=query(body))
    answer = await _screened(service, principal, party, profile) if screen else {}
    before = await service.run_blocking(partial(_find, service.home, own_id))
    if before is not None and before.counterparty.query != party.query:
        await _take_two(service, principal, own_id)
    done = await service.run_blocking(
        partial(
            register.import_parties,
            service.home,
            [party],
            complete=False,
            author=principal.name,
            source="HTTP",
        )
    )
    changed = "added" if done.added else "changed" if done.changed else "unchanged"
    return {"id": own_id, "what": changed, **answer}


async def _screened(
    service: ServiceState, principal: Principal, party: Party, profile: str | None
) -> dict[str, dict[str, Any]]:
    """What the lists say to a counterparty; before it is kept, so that an answer that cannot be
    given leaves nothing behind that looks screened.

    Raises:
        HTTPException: 403, who asks may not screen.
        NamewardenError: it cannot be screened; nothing was changed.
    """
    if MATCH not in principal.scopes:
        raise HTTPException(403, f"{principal.name} lacks the scope {MATCH}. Nothing was changed.")
    asked = OptionsIn(profile=profile)
    chosen = await service.run_blocking(partial(options, service.home, asked))
    (found,) = await service.match(principal, [party.query], chosen)
    return {"answer": name_answer(found)}


@router.delete("/{own_id}")
async def delete_counterparty(own_id: OwnId, service: Service, principal: Caller) -> dict[str, Any]:
    """Stop monitoring it; its alerts and their history stay."""
    await _take_two(service, principal, own_id)
    await service.run_blocking(
        partial(register.remove_parties, service.home, [own_id], author=principal.name)
    )
    return {"id": own_id, "what": "removed"}


async def _take_two(service: ServiceState, principal: Principal, own_id: str) -> None:
    """What an alert rests on is not changed or taken away by one analyst alone.

    A program that keeps the register may: what it does not bring up to date would be screened as
    it was, and the alerts stay.

    Raises:
        HTTPException: 403, there are alerts that are not cleared, and who asks may not approve.
    """
    if not principal.is_person or APPROVE in principal.scopes:
        return
    chosen = AlertFilter(states=register.UNCLEARED, counterparty=own_id, limit=1)
    if await service.run_blocking(partial(list_alerts, service.home, chosen)):
        raise HTTPException(
            403,
            f"{own_id!r} has uncleared alerts, and {principal.name} may not approve, so it "
            "stays as it is. Nothing was changed. Decide the alerts first, or ask an approver",
        )


def _find(home: Home, own_id: str) -> MonitoredParty | None:
    with Database.of(home).reading(DESK_SINCE) as view:
        return None if view is None else counterparties.find(view, own_id)
