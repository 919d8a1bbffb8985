"""Sign-in with the organisation's own accounts, by OpenID Connect (authorization code with PKCE).

Authlib speaks the protocol; what is ours is whom to let in: somebody whose token says one of our
roles. Their account is made, or its role brought up to date, when they come. Whose it is, issuer
and subject say: user names are given to others, and people change theirs.
"""

from collections.abc import Mapping
from typing import Any

from authlib.integrations.starlette_client import OAuth
from starlette.exceptions import HTTPException

from records import UsageError
from service.access.principal import ROLES
from service.settings import ServiceSettings
from store.accounts import Accounts, Person, hashed
from store.times import now_text

NAME = "organisation"


def provider(settings: ServiceSettings) -> Any:
    """Authlib's client for the issuer in the settings; None without one."""
    if settings.oidc_issuer is None:
        return None
    registry = OAuth()
    registry.register(
        NAME,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        server_metadata_url=f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256"},
    )
    return registry.create_client(NAME)


def cookie_secret(settings: ServiceSettings) -> str:
    """Signs the cookie that a person carries to the issuer and back; the same in all processes."""
    return hashed(f"{settings.oidc_client_id} {settings.oidc_client_secret} way back")


def let_in(accounts: Accounts, claims: Mapping[str, Any], role_claim: str) -> str:
    """The name of the account of somebody whom the issuer knows.

    Raises:
        HTTPException: 403, the issuer gives them none of our roles, or no name; or the name is that
            of somebody else's account.
    """
    issuer, subject = str(claims.get("iss") or ""), str(claims.get("sub") or "")
    name = str(claims.get("preferred_username") or claims.get("email") or "")
    said = claims.get(role_claim) or ()
    given = {said} if isinstance(said, str) else set(said)
    # The last of them may the most.
    role = next((role for role in reversed(ROLES) if role in given), None)
    if not (name and issuer and subject) or role is None:
        raise HTTPException(
            403,
            f"Your sign-in worked, but its “{role_claim}” names none of {', '.join(ROLES)}. "
            "Ask whoever manages accounts.",
        )
    bound = accounts.person_of_identity(issuer, subject)
    name = bound or name.strip()
    known = {person.name: person for person in accounts.people()}.get(name)
    if known is not None and known.disabled_at is not None:
        raise HTTPException(403, f"An administrator has revoked the access of {name}.")
    try:
        if bound is None and known is not None and known.password is not None:
            raise UsageError(f"{name!r} signs in here with a password and may be somebody else")
        if bound is None and known is not None:
            accounts.bind_identity(issuer, subject, name, author=NAME)
        if known is None or known.role != role:
            person = Person(name=name, role=role, password=None, created_at=now_text())
            accounts.put_person(person, author=NAME, last_admin_may_go=True)
        if bound is None and known is None:
            accounts.bind_identity(issuer, subject, name, author=NAME)
    except UsageError as error:
        raise HTTPException(403, f"{error}. Ask whoever manages accounts.") from error
    return name
