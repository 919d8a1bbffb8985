"""People and keys, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from records import UsageError
from service.access.authenticator import authenticator_of
from service.access.manage import add_key, add_person
from service.access.principal import ADMIN, ROLES, SCOPES, Principal
from service.pages.render import genuine, page, person
from store.times import now_text

router = APIRouter(include_in_schema=False, prefix="/access")
Admin = Annotated[Principal, Depends(person(ADMIN))]


@router.get("")
async def access(request: Request, principal: Admin) -> Response:
    """Who may use the service."""
    return await _shown(request, principal)


async def _shown(
    request: Request, principal: Principal, wrong: str | None = None, made: str | None = None
) -> Response:
    accounts = authenticator_of(request).accounts
    return page(
        request,
        "access.html",
        principal,
        status=422 if wrong else 200,
        accounts=await run_in_threadpool(accounts.all_accounts),
        roles=list(ROLES),
        scopes=SCOPES,
        wrong=wrong,
        made=made,
        now=now_text(),
    )


@router.post("/person")
async def put_person(
    request: Request,
    principal: Admin,
    name: Annotated[str, Form(max_length=200)],
    role: Annotated[str, Form(max_length=20)],
    password: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Add a person; without a password one who signs in elsewhere."""
    await genuine(request, principal)
    accounts = authenticator_of(request).accounts
    try:
        await run_in_threadpool(
            add_person, accounts, name, role, password or None, author=principal.name
        )
    except UsageError as error:
        return await _shown(request, principal, str(error))
    return RedirectResponse("/access", 303)


@router.post("/key")
async def make_key(
    request: Request, principal: Admin, name: Annotated[str, Form(max_length=200)]
) -> Response:
    """Make a key and show it once."""
    await genuine(request, principal)
    form = await request.form()
    scopes = [str(each) for each in form.getlist("scope")]
    accounts = authenticator_of(request).accounts
    try:
        made = await run_in_threadpool(add_key, accounts, name, scopes, author=principal.name)
    except UsageError as error:
        return await _shown(request, principal, str(error))
    return await _shown(request, principal, made=made)


@router.post("/end")
async def end(
    request: Request,
    principal: Admin,
    kind: Annotated[str, Form(max_length=10)],
    name: Annotated[str, Form(max_length=200)],
) -> Response:
    """Revoke a person's or a key's access."""
    await genuine(request, principal)
    accounts = authenticator_of(request).accounts
    try:
        if kind == "key":
            await run_in_threadpool(accounts.end_key, name, now_text(), author=principal.name)
        else:
            await run_in_threadpool(accounts.disable_person, name, author=principal.name)
    except UsageError as error:
        return await _shown(request, principal, str(error))
    return RedirectResponse("/access", 303)
