"""The audit log, newest first, and whether it is whole."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from records import AuditCheck, AuditRecord
from service.access.principal import AUDIT, Principal
from service.api.needs import Service
from service.pages.render import page, person
from store import audit
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

router = APIRouter(include_in_schema=False)
AT_ONCE = 100


@router.get("/audit")
async def audit_page(
    request: Request,
    service: Service,
    principal: Annotated[Principal, Depends(person(AUDIT))],
    subject: Annotated[str, Query(max_length=100)] = "",
    before: Annotated[int | None, Query(ge=1, le=1 << 40)] = None,
    check: bool = False,
) -> Response:
    """The records, and with ``check`` what going through the chain found."""
    found = await service.run_blocking(lambda: _newest(service.home, subject, before))
    return page(
        request,
        "audit.html",
        principal,
        records=found[:AT_ONCE],
        older=found[AT_ONCE - 1].number if len(found) > AT_ONCE else None,
        subject=subject,
        checked=await service.run_blocking(lambda: _checked(service.home)) if check else None,
    )


def _newest(home: Home, subject: str, before: int | None) -> list[AuditRecord]:
    with Database.of(home).reading(DESK_SINCE) as view:
        if view is None:
            return []
        wanted = audit.newest(view, subject=subject or None, before=before, limit=AT_ONCE + 1)
        return list(wanted)


def _checked(home: Home) -> AuditCheck | None:
    with Database.of(home).reading(DESK_SINCE) as view:
        return None if view is None else audit.check(view)
