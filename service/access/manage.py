"""Adds and revokes people and keys: what ``namewarden access`` and the desk's page do."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from records import UsageError
from service.access.principal import ROLES, SCOPES
from service.access.secrets import hash_password, new_key
from store.accounts import Accounts, ApiKey, Person, hashed
from store.logins import Logins
from store.times import now_text, time_text

OVERLAP = timedelta(days=1)
"""A key that is replaced works for so long beside the new one."""


def add_person(
    accounts: Accounts, name: str, role: str, password: str | None, *, author: str
) -> None:
    """Add a person, or change role and password of one; open sessions of theirs end.

    Args:
        accounts: where.
        name: what they sign in with, and what stands in the audit log.
        role: see ``ROLES``.
        password: None for one who signs in by OpenID Connect alone.
        author: who adds them.

    Raises:
        UsageError: no such role, no name, or the password is too short.
    """
    if role not in ROLES:
        raise UsageError(f"unknown role {role!r}; expected one of: {', '.join(ROLES)}")
    name = name.strip()
    if not name or name.startswith(("key:", "login:")):
        raise UsageError(f"{name!r} is not a valid name for a person")
    digest = None if password is None else hash_password(password)
    person = Person(name=name, role=role, password=digest, created_at=now_text())
    accounts.put_person(person, author=author)


def add_key(
    accounts: Accounts,
    name: str,
    scopes: Sequence[str],
    *,
    days: int | None = None,
    replaces: str | None = None,
    owner: str | None = None,
    author: str,
) -> str:
    """Make a key for a program, or for a person at a program.

    Args:
        accounts: where.
        name: what it is for; stands in the audit log.
        scopes: what it may do.
        days: it ends after so many; None for never.
        replaces: the id of a key that ends in a day, while the program changes over.
        owner: the person whose it is: what is done with it they do; None for a program's own.
        author: who makes it.

    Returns:
        The key. It is not kept, so this is the only time that it is known.

    Raises:
        UsageError: no such scope, key or person.
    """
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        wrong = f"unknown scope {unknown[0]!r}" if unknown else "a key needs a scope"
        raise UsageError(f"{wrong}; expected one of: {', '.join(SCOPES)}")
    if owner is not None and accounts.person(owner) is None:
        raise UsageError(f"nobody called {owner!r} may sign in. See: namewarden access list")
    made = new_key()
    if replaces is not None:
        accounts.end_key(replaces, _in(OVERLAP), author=author)
    accounts.add_key(
        ApiKey(
            id=made.id,
            name=name,
            sha256=hashed(made.key),
            scopes=" ".join(scopes),
            created_at=now_text(),
            expires_at=None if days is None else _in(timedelta(days=days)),
        ),
        author=author,
    )
    if owner is not None:
        Logins(accounts.database).give_key(made.id, owner, author=author)
    return made.key


def _in(time: timedelta) -> str:
    return time_text(datetime.now(UTC) + time)
