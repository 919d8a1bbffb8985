"""Authenticates who sent a request, and limits how often they may ask."""

import time
from datetime import UTC, datetime, timedelta

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from service.access.principal import ROLES, SCOPES, Principal, local_person, local_program
from service.access.rates import Rates
from service.access.secrets import new_token, same
from service.settings import ServiceSettings
from store.accounts import Accounts, hashed
from store.database import Database
from store.home import Home
from store.logins import Logins
from store.times import days_ago, now_text

COOKIE = "namewarden_session"
REMEMBERED_SECONDS = 5.0
"""For so long a key that was revoked, or a person who was disabled, may still be let in."""
_MOST_REMEMBERED = 10_000
TOUCH_AFTER = timedelta(minutes=5)
LOCAL_COOKIE = "namewarden_local"
NO_KEY = (
    "No valid API key. Send it as 'Authorization: Bearer nw_...'; make one with: "
    "namewarden access key NAME",
    {"WWW-Authenticate": "Bearer", "connection": "close"},
)
"""What is said to who sends none, and with which headers (401)."""
_SCHEMES = ("bearer", "apikey")


class Authenticator:
    """Knows keys and sessions; remembers them for some seconds, since programs ask often."""

    def __init__(self, settings: ServiceSettings, home: Home) -> None:
        self.accounts = Accounts(Database.of(home))
        self._logins = Logins(self.accounts.database)
        self._settings = settings
        self._rates = Rates.of_service()
        self._remembered: dict[str, tuple[float, Principal | None]] = {}
        self._local_token = settings.local_token or new_token()

    async def principal(self, request: Request) -> Principal | None:
        """Who sent a request; None when nobody who is known.

        Raises:
            HTTPException: 429, that one asks too often.
        """
        known: Principal | None = getattr(request.state, "principal", None)
        if known is not None:
            return known
        if self._settings.authentication == "none":
            return self._local(request)
        key, cookie = _key(request), request.cookies.get(COOKIE)
        if key:
            principal = await self._known(f"key {hashed(key)}")
        elif cookie:
            principal = await self._known(f"session {hashed(cookie)}")
        else:
            return None
        most = self._settings.requests_per_minute
        if principal is not None and not self._rates.hit(most, "request", principal.name):
            raise HTTPException(
                429,
                f"More than {most:,} requests a minute. Nothing "
                "was screened. Send several names in one request, or wait.",
                {"Retry-After": "10"},
            )
        return principal

    def _local(self, request: Request) -> Principal:
        """Without sign-in: who shows this start's token is the person, everybody else on this
        machine a program that may screen and change nothing.
        """
        shown = _key(request) or request.cookies.get(LOCAL_COOKIE)
        if shown and self.is_local_token(shown):
            return local_person(csrf=hashed(f"form {self._local_token}"))
        return local_program()

    def is_local_token(self, shown: str) -> bool:
        """Whether it is what this start of a service without sign-in printed."""
        return self._settings.authentication == "none" and same(shown, self._local_token)

    def count_try(self, request: Request, name: str, most: int) -> None:
        """Count a try to sign in, by name and by address.

        Where a person signed in from an address before, what strangers try elsewhere under that
        name does not count: else anybody could lock anybody out.

        Raises:
            HTTPException: 429, too many in a minute.
        """
        address = request.client.host if request.client else ""
        # Both are counted, whichever is the first to be too many.
        known = self._rates.knows(name, address)
        counted_by = [address] if known else [name, address]
        counted = [self._rates.hit(most, "sign-in", each) for each in counted_by]
        if not all(counted):
            raise HTTPException(429, "Too many tries. Wait a minute.", {"Retry-After": "60"})

    def welcome(self, request: Request, name: str) -> None:
        """Remember from where a person signed in."""
        self._rates.remember(name, request.client.host if request.client else "")

    def forget(self, token: str) -> None:
        """Forget a session that ended."""
        self._remembered.pop(f"session {hashed(token)}", None)

    def close(self) -> None:
        """Stop counting."""
        self._rates.close()

    async def _known(self, credential: str) -> Principal | None:
        seen, principal = self._remembered.get(credential, (0.0, None))
        if time.monotonic() - seen < REMEMBERED_SECONDS and principal is not None:
            return principal
        kind, _, digest = credential.partition(" ")
        principal = await run_in_threadpool(
            self._by_key if kind == "key" else self._by_session, digest
        )
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        if principal is not None:
            self._remembered[credential] = time.monotonic(), principal
        return principal

    def _by_key(self, digest: str) -> Principal | None:
        key = self.accounts.key(digest)
        if key is None or not key.is_valid(now_text()):
            return None
        scopes = frozenset(key.scopes.split()) & frozenset(SCOPES)
        owner = self._logins.owner_of_key(key.id)
        if owner is not None:
            # With their key a person may what they may themselves, and it is they who do it.
            person = self.accounts.person(owner)
            if person is None:
                return None
            return Principal(
                name=person.name, scopes=scopes & frozenset(ROLES.get(person.role, ()))
            )
        return Principal(name=f"key:{key.name}", scopes=scopes)

    def _by_session(self, digest: str) -> Principal | None:
        session = self.accounts.session(digest)
        if session is None:
            return None
        earliest = days_ago(self._settings.session_hours / 24)
        person = self.accounts.person(session.person)
        if session.seen_at < earliest or person is None:
            return None
        if datetime.now(UTC) - datetime.fromisoformat(session.seen_at) > TOUCH_AFTER:
            self.accounts.touch_session(digest, earliest)
        return Principal(
            name=person.name,
            scopes=frozenset(ROLES.get(person.role, ())),
            session=digest,
            csrf=session.csrf,
        )


def authenticator_of(request: Request) -> Authenticator:
    """The gate of the application that answers."""
    authenticator: Authenticator = request.app.state.authenticator
    return authenticator


def _key(request: Request) -> str | None:
    """The key in a request: ``Bearer`` or, as OpenSanctions' clients write it, ``ApiKey``."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() in _SCHEMES and value.strip():
        return value.strip()
    return request.headers.get("x-api-key")
