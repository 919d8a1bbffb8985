"""Signing in and out."""

from typing import Annotated, Any
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from fastapi import APIRouter, Depends, Form, Query, Request
from joserfc.errors import JoseError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from service.access.gate import COOKIE, LOCAL_COOKIE, gate_of
from service.access.oidc import let_in
from service.access.principal import MATCH, Principal
from service.access.secrets import is_password, new_token, same
from service.api.needs import running
from service.pages.render import genuine, page, person
from service.running import Running
from service.trail import Record
from store.accounts import Session, hashed, now

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
    here: Annotated[Running, Depends(running)],
    next: str = "/",  # noqa: A002 (the word that people see in the address)
) -> Response:
    """The form; without sign-in what to do instead."""
    if here.settings.authentication == "none":
        raise HTTPException(
            401,
            "This service asks nobody who they are, so it opens for who started it: open the "
            "address that namewarden serve printed. It carries a token that is new at each start.",
        )
    return _form(request, here, next, None)


@router.get("/open")
async def open_locally(
    request: Request,
    here: Annotated[Running, Depends(running)],
    token: Annotated[str, Query(max_length=200)],
) -> Response:
    """Let in who shows what a service without sign-in printed at its start."""
    if not gate_of(request).is_local_token(token):
        raise HTTPException(401, "The token is of another start. Open the address printed last.")
    await _tell(request, here, "sign-in", "local", author="local", how="token of this start")
    answer = RedirectResponse("/", 303)
    answer.set_cookie(LOCAL_COOKIE, token, httponly=True, samesite="strict", path="/")
    return answer


@router.post("/sign-in")
async def sign_in(
    request: Request,
    here: Annotated[Running, Depends(running)],
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    csrf: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002
) -> Response:
    """Check name and password, and begin a session."""
    if not same(csrf, request.cookies.get(BEFORE, "")):
        return _form(request, here, next, "The form has expired. Try again.")
    gate = gate_of(request)
    gate.count_try(request, name, TRIES_PER_MINUTE)
    known = await run_in_threadpool(gate.accounts.person, name)
    digest = known.password if known else None
    if not await run_in_threadpool(is_password, password, digest):
        # What is no account's name may be a password that was typed in the wrong field.
        await _tell(request, here, "sign-in-failed", known.name if known else NOBODY)
        return _form(request, here, next, WRONG)
    return await begin(request, here, name, next, how="password")


async def begin(request: Request, here: Running, name: str, path: str, *, how: str) -> Response:
    """Begin a session of a person who proved who they are."""
    gate = gate_of(request)
    await _tell(request, here, "sign-in", name, author=name, how=how)
    token = new_token()
    session = Session(
        sha256=hashed(token), person=name, csrf=new_token(), created_at=now(), seen_at=now()
    )
    await run_in_threadpool(gate.accounts.add_session, session)
    answer = RedirectResponse(local(path), 303)
    answer.set_cookie(
        COOKIE, token, httponly=True, samesite="lax", secure=here.settings.is_secure, path="/"
    )
    answer.delete_cookie(BEFORE)
    return answer


@router.get("/sign-in/oidc")
async def sign_in_elsewhere(request: Request, here: Annotated[Running, Depends(running)]) -> Any:
    """Go to the organisation's own sign-in."""
    base = (here.settings.public_url or str(request.base_url)).rstrip("/")
    return await _issuer(request).authorize_redirect(request, f"{base}/sign-in/oidc/back")


@router.get("/sign-in/oidc/back")
async def back_from_elsewhere(
    request: Request, here: Annotated[Running, Depends(running)]
) -> Response:
    """Begin a session of somebody whom the organisation knows."""
    try:
        token = await _issuer(request).authorize_access_token(request)
    except (OAuthError, JoseError) as error:
        await _tell(request, here, "sign-in-failed", NOBODY, how=ELSEWHERE)
        raise HTTPException(401, f"The sign-in did not work: {error}") from error
    accounts, claim = gate_of(request).accounts, here.settings.oidc_role_claim
    try:
        name = await run_in_threadpool(let_in, accounts, token["userinfo"], claim)
    except HTTPException:
        await _tell(request, here, "sign-in-failed", NOBODY, how=ELSEWHERE)
        raise
    return await begin(request, here, name, "/", how=ELSEWHERE)


async def _tell(
    request: Request,
    here: Running,
    action: str,
    person: str,
    *,
    author: str = "namewarden",
    how: str = "password",
) -> None:
    """Have it put on record that somebody came, or tried to."""
    address = request.client.host if request.client else ""
    record = Record(
        author=author, action=action, subject=person, data={"how": how, "address": address}
    )
    await here.trail.add(record, patient=True)


def _issuer(request: Request) -> Any:
    issuer = request.app.state.issuer
    if issuer is None:
        raise HTTPException(404, "People sign in here with name and password.")
    return issuer


@router.post("/sign-out")
async def sign_out(
    request: Request,
    who: Annotated[Principal, Depends(person(MATCH))],
    here: Annotated[Running, Depends(running)],
) -> Response:
    """End the session."""
    await genuine(request, who)
    await _tell(request, here, "sign-out", who.name, author=who.name)
    gate, token = gate_of(request), request.cookies.get(COOKIE, "")
    await run_in_threadpool(gate.accounts.end_session, hashed(token))
    gate.forget(token)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def local(path: str) -> str:
    """A path of ours; never an address elsewhere to which a link could have sent people."""
    parts = urlsplit(path)
    ours = not parts.scheme and not parts.netloc and path.startswith("/")
    return path if ours and not path.startswith(("//", "/\\")) else "/"


def _form(request: Request, here: Running, path: str, wrong: str | None) -> Response:
    token = request.cookies.get(BEFORE) or new_token()
    shown = page(
        request,
        "sign_in.html",
        None,
        status=401 if wrong else 200,
        wrong=wrong,
        next=local(path),
        csrf=token,
        single_sign_on=here.settings.oidc_issuer is not None,
    )
    shown.set_cookie(
        BEFORE, token, httponly=True, samesite="strict", secure=here.settings.is_secure
    )
    return shown
