"""Identifies who acts at a shell, where a typed name is not enough.

While two people have to agree, the command line asks who is there: by the login of the operating
system, which the system checked, or by a person's own key. What a shell can still do beside the
program stands in docs/reference/service.md.
"""

import getpass
import os

from records import UsageError
from service.access.principal import KEY, ROLES, SCOPES
from store.accounts import Accounts, hashed
from store.database import Database
from store.logins import Logins
from store.times import now_text

KEY_VARIABLE = "NAMEWARDEN_KEY"
NOTHING = "Nothing was done"
LOGIN = "login:"
"""How a login is called in the audit log that is no account's; no person's name begins so."""


def login() -> str:
    """The login of who runs this, as the operating system knows it and not the environment."""
    if not hasattr(os, "getuid"):
        return getpass.getuser()  # Windows: there is no other way without its own libraries
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def proven(database: Database, said: str | None, scope: str) -> str:
    """The name of the person who acts.

    Args:
        database: where people, logins and keys are kept.
        said: who they say that they are; None when they do not.
        scope: what they want to do.

    Raises:
        UsageError: nobody is known by this login or key, it is somebody else than was said, or
            they may not do this.
    """
    key = os.environ.get(KEY_VARIABLE)
    name, scopes = _by_key(database, key) if key else _by_login(database)
    _same_as_said(name, said)
    if scope not in scopes:
        raise UsageError(
            f"{name} may not do this; it takes the right to {SCOPES[scope]}. {NOTHING}"
        )
    return name


def present(database: Database, said: str | None) -> str:
    """Who is there, for the record: the person of the key or login, else ``login:`` and the login.

    Raises:
        UsageError: a key is not valid, or it is somebody else than was said.
    """
    key = os.environ.get(KEY_VARIABLE)
    if key:
        name, _ = _by_key(database, key)
    else:
        here = login()
        person = Logins(database).person_of_login(here)
        name = f"{LOGIN}{here}" if person is None else person.name
    _same_as_said(name, said)
    return name


def may(database: Database, scope: str) -> tuple[str, ...]:
    """The people whose role has a scope."""
    people = Accounts(database).people()
    return tuple(
        each.name
        for each in people
        if each.disabled_at is None and scope in ROLES.get(each.role, ())
    )


def _same_as_said(name: str, said: str | None) -> None:
    if said is not None and said != name:
        raise UsageError(
            f"you are {name}, and with four eyes on --author {said} would be somebody else. "
            f"{NOTHING}. Leave it out (and NAMEWARDEN_AUTHOR too)"
        )


def _by_key(database: Database, key: str) -> tuple[str, frozenset[str]]:
    found = Accounts(database).key(hashed(key))
    if found is None or not found.is_valid(now_text()):
        raise UsageError(f"{KEY_VARIABLE} holds no valid key. {NOTHING}")
    scopes = frozenset(found.scopes.split())
    owner = Logins(database).owner_of_key(found.id)
    if owner is None:
        # A program may propose; that the second to agree is a person is looked at elsewhere.
        return f"{KEY}{found.name}", scopes
    person = Accounts(database).person(owner)
    if person is None:
        raise UsageError(
            f"{KEY_VARIABLE} holds a key of {owner}, whose access was revoked. {NOTHING}"
        )
    return person.name, scopes & frozenset(ROLES.get(person.role, ()))


def _by_login(database: Database) -> tuple[str, frozenset[str]]:
    here = login()
    person = Logins(database).person_of_login(here)
    if person is None:
        raise UsageError(
            "four eyes is on, so whoever acts must be known, and no account has the login "
            f"{here!r}. {NOTHING}. An admin runs: namewarden access login NAME {here}; or set "
            f"{KEY_VARIABLE} to your own key"
        )
    return person.name, frozenset(ROLES.get(person.role, ()))
