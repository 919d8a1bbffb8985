"""Customers in the browser: a table sent, understood, screened or monitored; one found, added,
changed and screened at once.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Path, Query, Request, UploadFile
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from records import Kind, MonitoredParty, NamewardenError, Party, UsageError
from records import Query as Asked
from screening.answers.json_lines import name_answer
from screening.monitoring import register
from service import customer_tables, customer_work
from service.access.principal import APPROVE, COUNTERPARTIES, Principal
from service.api.needs import Service
from service.pages.language import country as country_word
from service.pages.party_form import (
    BLANK_PARTS,
    PART_FIELDS,
    InForm,
    PartyText,
    asked,
    whole,
    with_blanks,
    written,
    written_parts,
)
from service.pages.render import genuine, page, person
from service.pages.search import by_profile, profile_names
from service.state import ServiceState

router = APIRouter(include_in_schema=False, prefix="/customers")
AT_ONCE = 50
Keeper = Annotated[Principal, Depends(person(COUNTERPARTIES))]
Token = Annotated[str, Path(pattern=r"^[\w-]{22}$")]
MOST_PARTS = 50


@router.get("")
async def customers(
    request: Request,
    service: Service,
    principal: Keeper,
    text: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=1 << 40)] = 0,
) -> Response:
    """Those under monitoring, and the places to send a table or add one."""
    return await _shown(request, service, principal, text=text, start=start)


async def _shown(
    request: Request,
    service: ServiceState,
    principal: Principal,
    *,
    text: str = "",
    start: int = 0,
    done: str = "",
    wrong: str | None = None,
    id_: str = "",
    party: PartyText | None = None,
    parts: Iterable[Mapping[str, str]] = (),
    is_known: bool = False,
    answer: dict[str, Any] | None = None,
) -> Response:
    search = partial(register.find_parties, service.home, text, limit=AT_ONCE + 1, offset=start)
    found = await service.run_blocking(search)
    return page(
        request,
        "customers.html",
        principal,
        status=422 if wrong else 200,
        customers=[_row(each) for each in found[:AT_ONCE]],
        more=len(found) > AT_ONCE,
        start=start,
        at_once=AT_ONCE,
        text=text,
        done=done,
        wrong=wrong,
        id=id_,
        party=party or PartyText(),
        parts=with_blanks(parts),
        is_known=is_known,
        blank_parts=BLANK_PARTS,
        kinds=[each.value for each in Kind if each is not Kind.UNKNOWN],
        answer=answer,
        limit=service.settings.upload_limit >> 20,
    )


def _row(each: MonitoredParty) -> dict[str, Any]:
    query = each.counterparty.query
    return {
        "id": each.counterparty.id,
        "name": query.name,
        "case": f"C{each.number}",
        "countries": ", ".join(map(country_word, query.countries)),
        "codes": ", ".join(query.countries),
        "kind": query.kind.value if query.kind else "",
        "born": "; ".join(query.birth_dates),
        "parts": [part.label for part in query.parts],
        "since": each.since[:10],
    }


@router.get("/edit")
async def edit(
    request: Request,
    service: Service,
    principal: Keeper,
    id_: Annotated[str, Query(alias="id", max_length=300)],
) -> Response:
    """One of them in the form."""
    found = await service.run_blocking(partial(register.find_party, service.home, id_))
    if found is None:
        raise HTTPException(404, f"{id_!r} is not monitored.")
    query = found.counterparty.query
    return await _shown(
        request,
        service,
        principal,
        id_=id_,
        party=written(query),
        parts=written_parts(query.parts),
        is_known=True,
    )


@router.post("")
async def put(
    request: Request,
    service: Service,
    principal: Keeper,
    text: InForm,
    id_: Annotated[str, Form(alias="id", max_length=300)] = "",
) -> Response:
    """Add one, or say what it is now; it is screened at once."""
    await genuine(request, principal)
    rows = _rows_of(await request.form())
    try:
        if not id_.strip():
            raise UsageError("your id for the customer is missing. Nothing was changed")
        told = asked(text, rows)
        party = Party(id=id_.strip(), query=await _whole(service, id_.strip(), told))
        done = await service.run_blocking(
            partial(
                register.import_parties,
                service.home,
                [party],
                complete=False,
                author=principal.name,
                alone=APPROVE in principal.scopes,
                source="desk",
            )
        )
        chosen = by_profile(service, "", 20)
        (answer,) = await service.match(principal, [party.query], chosen)
    except NamewardenError as error:
        return await _shown(
            request, service, principal, wrong=str(error), id_=id_, party=text, parts=rows
        )
    what = "added" if done.added else "changed" if done.changed else "already known like this"
    said = f"{party.query.name} is {what}. Alerts open with the next run of monitoring."
    return await _shown(request, service, principal, done=said, answer=name_answer(answer))


async def _whole(service: ServiceState, id_: str, told: Asked) -> Asked:
    """What the form says, with what the form has no field for as it was."""
    known = await service.run_blocking(partial(register.find_party, service.home, id_))
    return told if known is None else whole(told, known.counterparty.query)


def _rows_of(form: FormData) -> list[dict[str, str]]:
    """The rows of parts that somebody filled in; at most as many as a party may have."""
    columns = [[str(each) for each in form.getlist(f"part_{key}")] for key in PART_FIELDS]
    rows = (dict(zip(PART_FIELDS, row, strict=True)) for row in zip(*columns, strict=False))
    return [row for row in rows if row["name"].strip() or row["role"].strip()][:MOST_PARTS]


@router.post("/tables")
async def send_table(
    request: Request,
    service: Service,
    principal: Keeper,
    file: Annotated[UploadFile, File()],
) -> Response:
    """Keep a table for a day, and show what is understood of it."""
    await genuine(request, principal)
    if not file.filename:
        return await _shown(request, service, principal, wrong="No file was chosen.")
    store = partial(customer_tables.keep, service.home, file.filename, file.file, principal.name)
    token = await service.run_blocking(store)
    try:
        await service.documents.run(
            partial(customer_tables.look, service.home, token, principal.name)
        )
    except NamewardenError as error:
        customer_tables.forget(service.home, token)
        return await _shown(request, service, principal, wrong=str(error))
    return RedirectResponse(f"/customers/tables/{token}", 303)


@router.get("/tables/{token}")
async def table(request: Request, token: Token, service: Service, principal: Keeper) -> Response:
    """What is understood of a table, and how far the work on it is."""
    look = partial(customer_tables.look, service.home, token, principal.name)
    found = await service.documents.run(look)
    work = partial(customer_work.progress, service.home, token, principal.name)
    return page(
        request,
        "customer_table.html",
        principal,
        table=found,
        work=await service.run_blocking(work),
        profile="",
        profiles=await service.run_blocking(partial(profile_names, service)),
    )


@router.get("/tables/{token}/work")
async def table_work(
    request: Request, token: Token, service: Service, principal: Keeper
) -> Response:
    """How far the work on a table is: the part of its page that is asked for again and again."""
    work = partial(customer_work.progress, service.home, token, principal.name)
    return page(
        request,
        "customer_work.html",
        principal,
        token=token,
        work=await service.run_blocking(work),
    )


@router.post("/tables/{token}/{what}")
async def begin(
    request: Request,
    token: Token,
    what: Annotated[str, Path(pattern="^(screen|monitor)$")],
    service: Service,
    principal: Keeper,
    profile: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Screen a table, or put what is in it under monitoring."""
    await genuine(request, principal)
    alone = APPROVE in principal.scopes
    work = partial(
        customer_work.begin,
        service.home,
        token,
        principal.name,
        what,
        alone=alone,
        profile=profile or None,
    )
    await service.run_blocking(work)
    return RedirectResponse(f"/customers/tables/{token}", 303)
