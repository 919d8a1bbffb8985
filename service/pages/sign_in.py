"""Signing in and out."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from fastapi import APIRouter, Depends, Form, Query, Request
from joserfc.errors import JoseError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from service.access.authenticator import COOKIE, LOCAL_COOKIE, authenticator_of
from service.access.oidc import let_in
from service.access.principal import MATCH, Principal
from service.access.secrets import is_password, new_token, same
from service.api.needs import Service
from service.pages.language import chosen_language, remember
from service.pages.render import genuine, page, person
from service.state import ServiceState
from service.trail import AuditEntry
from store.accounts import Session, hashed
from store.times import now_text

router = APIRouter(include_in_schema=False)
# Before there is a session, the form's token is in a cookie of its own (double submit).
BEFORE = "namewarden_form"
TRIES_PER_MINUTE = 10
WRONG = "Name or password is wrong."
NOBODY = "nobody who is known"
ELSEWHERE = "single sign-on"


@router.get("/sign-in")
async def sign_in_form(
    request: Request,
    service: Service,
    next: str = "/",  # noqa: A002 (the word that people see in the address)
) -> Response:
    """The form; without sign-in what to do instead."""
    if service.settings.authentication == "none":
        raise HTTPException(
            401,
            "This service has no sign-in and opens only for whoever started it: open the "
            "address that namewarden serve printed. Its token is new at each start.",
        )
    return _form(request, service, next, None)


@router.get("/open")
async def open_locally(
    request: Request,
    service: Service,
    token: Annotated[str, Query(max_length=200)],
) -> Response:
    """Let in who shows what a service without sign-in printed at its start."""
    if not authenticator_of(request).is_local_token(token):
        raise HTTPException(
            401, "This token is from an earlier start. Open the address printed last."
        )
    await _tell(request, service, "sign-in", "local", author="local", how="token of this start")
    answer = RedirectResponse("/", 303)
    answer.set_cookie(LOCAL_COOKIE, token, httponly=True, samesite="strict", path="/")
    return answer


@router.post("/sign-in")
async def sign_in(
    request: Request,
    service: Service,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    csrf: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002
) -> Response:
    """Check name and password, and begin a session."""
    if not same(csrf, request.cookies.get(BEFORE, "")):
        return _form(request, service, next, "The form has expired. Try again.")
    authenticator = authenticator_of(request)
    authenticator.count_try(request, name, TRIES_PER_MINUTE)
    known = await run_in_threadpool(authenticator.accounts.person, name)
    digest = known.password if known else None
    if not await run_in_threadpool(is_password, password, digest):
        # What is no account's name may be a password that was typed in the wrong field.
        await _tell(request, service, "sign-in-failed", known.name if known else NOBODY)
        return _form(request, service, next, WRONG)
    authenticator.welcome(request, name)
    return await begin(request, service, name, next, how="password")


async def begin(
    request: Request, service: ServiceState, name: str, path: str, *, how: str
) -> Response:
    """Begin a session of a person who proved who they are."""
    authenticator = authenticator_of(request)
    await _tell(request, service, "sign-in", name, author=name, how=how)
    token = new_token()
    session = Session(
        sha256=hashed(token),
        person=name,
        csrf=new_token(),
        created_at=now_text(),
        seen_at=now_text(),
    )
    accounts = authenticator.accounts
    await run_in_threadpool(accounts.add_session, session)
    answer = RedirectResponse(local(path), 303)
    answer.set_cookie(
        COOKIE, token, httponly=True, samesite="lax", secure=service.settings.is_secure, path="/"
    )
    answer.delete_cookie(BEFORE)
    kept = await run_in_threadpool(accounts.language, name)
    if kept is not None:
        remember(answer, kept, secure=service.settings.is_secure)
    elif chosen := chosen_language(request):
        await run_in_threadpool(accounts.keep_language, name, chosen)
    return answer


@router.get("/sign-in/oidc")
async def sign_in_elsewhere(request: Request, service: Service) -> Any:
    """Go to the organisation's own sign-in."""
    base = (service.settings.public_url or str(request.base_url)).rstrip("/")
    return await _issuer(request).authorize_redirect(request, f"{base}/sign-in/oidc/back")


@router.get("/sign-in/oidc/back")
async def back_from_elsewhere(request: Request, service: Service) -> Response:
    """Begin a session of somebody whom the organisation knows."""
    try:
        token = await _issuer(request).authorize_access_token(request)
    except (OAuthError, JoseError) as error:
        await _tell(request, service, "sign-in-failed", NOBODY, how=ELSEWHERE)
        raise HTTPException(401, f"The sign-in did not work: {error}") from error
    accounts, claim = authenticator_of(request).accounts, service.settings.oidc_role_claim
    try:
        name = await run_in_threadpool(let_in, accounts, token["userinfo"], claim)
    except HTTPException:
        await _tell(request, service, "sign-in-failed", NOBODY, how=ELSEWHERE)
        raise
    return await begin(request, service, name, "/", how=ELSEWHERE)


async def _tell(
    request: Request,
    service: ServiceState,
    action: str,
    person: str,
    *,
    author: str = "namewarden",
    how: str = "password",
) -> None:
    """Have it put on record that somebody came, or tried to."""
    address = request.client.host if request.client else ""
    record = AuditEntry(
        author=author, action=action, subject=person, data={"how": how, "address": address}
    )
    await service.trail.add(record, patient=True)


def _issuer(request: Request) -> Any:
    issuer = request.app.state.issuer
    if issuer is None:
        raise HTTPException(404, "People sign in here with name and password.")
    return issuer


@router.post("/sign-out")
async def sign_out(
    request: Request,
    principal: Annotated[Principal, Depends(person(MATCH))],
    service: Service,
) -> Response:
    """End the session."""
    await genuine(request, principal)
    await _tell(request, service, "sign-out", principal.name, author=principal.name)
    authenticator, token = authenticator_of(request), request.cookies.get(COOKIE, "")
    await run_in_threadpool(authenticator.accounts.end_session, hashed(token))
    authenticator.forget(token)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def local(path: str) -> str:
    """A path of ours; never an address elsewhere to which a link could have sent people."""
    parts = urlsplit(path)
    ours = not parts.scheme and not parts.netloc and path.startswith("/")
    return path if ours and not path.startswith(("//", "/\\")) else "/"


def _form(request: Request, service: ServiceState, path: str, wrong: str | None) -> Response:
    token = request.cookies.get(BEFORE) or new_token()
    shown = page(
        request,
        "sign_in.html",
        None,
        status=401 if wrong else 200,
        wrong=wrong,
        next=local(path),
        csrf=token,
        single_sign_on=service.settings.oidc_issuer is not None,
    )
    shown.set_cookie(
        BEFORE, token, httponly=True, samesite="strict", secure=service.settings.is_secure
    )
    return shown
