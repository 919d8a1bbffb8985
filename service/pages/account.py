"""What is a person's own: their password and their language."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from records import UsageError
from service.access.authenticator import authenticator_of
from service.access.principal import MATCH, Principal
from service.access.secrets import SHORTEST_PASSWORD, hash_password, is_password
from service.api.needs import Service
from service.pages.language import languages, remember
from service.pages.render import genuine, page, person
from service.pages.sign_in import TRIES_PER_MINUTE, local

router = APIRouter(include_in_schema=False)
Reader = Annotated[Principal, Depends(person(MATCH))]
Password = Annotated[str, Form(max_length=1000)]


@router.get("/account")
async def account(request: Request, principal: Reader) -> Response:
    """One's own account."""
    return await _shown(request, principal)


async def _shown(request: Request, principal: Principal, wrong: str | None = None) -> Response:
    known = await run_in_threadpool(authenticator_of(request).accounts.person, principal.name)
    return page(
        request,
        "account.html",
        principal,
        status=422 if wrong else 200,
        role=known.role if known else None,
        has_password=known is not None and known.password is not None,
        shortest=SHORTEST_PASSWORD,
        wrong=wrong,
    )


@router.post("/account/password")
async def change_password(
    request: Request, principal: Reader, old: Password, new: Password, again: Password
) -> Response:
    """Change one's password; whoever is signed in with the old one has to sign in again."""
    await genuine(request, principal)
    authenticator = authenticator_of(request)
    authenticator.count_try(request, principal.name, TRIES_PER_MINUTE)
    known = await run_in_threadpool(authenticator.accounts.person, principal.name)
    if known is None or known.password is None:
        raise HTTPException(404, "People sign in here with name and password.")
    if not await run_in_threadpool(is_password, old, known.password):
        return await _shown(request, principal, "The password is wrong.")
    if new != again:
        return await _shown(request, principal, "The new password is not the same twice.")
    try:
        digest = await run_in_threadpool(hash_password, new)
    except UsageError as error:
        return await _shown(request, principal, str(error))
    changed = replace(known, password=digest)
    await run_in_threadpool(
        authenticator.accounts.put_person, changed, author=principal.name, last_admin_may_go=True
    )
    return RedirectResponse("/sign-in?next=/account", 303)


@router.post("/language")
async def choose_language(
    request: Request,
    service: Service,
    language: Annotated[str, Form(max_length=20)],
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Keep the language that somebody chose: in their browser, and with their account."""
    answer = RedirectResponse(local(back), 303)
    if language in languages():
        remember(answer, language, secure=service.settings.is_secure)
        authenticator = authenticator_of(request)
        reader = await authenticator.principal(request)
        if reader is not None and reader.session is not None:
            await run_in_threadpool(authenticator.accounts.keep_language, reader.name, language)
    return answer
