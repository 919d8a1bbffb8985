"""People who sign in, keys of programs, and sessions. Secrets are kept as hashes only.

Keys and session tokens are long and random, so SHA-256 is enough for them; passwords are hashed
by the caller with Argon2 (OWASP Password Storage Cheat Sheet). Who granted or revoked access is
in the audit log (``author``), without any secret.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from records import UsageError
from records.account_names import look
from store import audit
from store.database import Database
from store.schema import (
    ACCOUNTS_SINCE,
    LANGUAGES_SINCE,
    SUMS_SINCE,
    api_keys,
    identities,
    languages,
    people,
    sessions,
)
from store.times import now_text

ADMIN = "admin"
"""The role without which nobody could be let in any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who signs in."""

    name: str
    role: str
    password: str | None
    """Argon2 hash; None for one who signs in elsewhere (OpenID Connect)."""
    created_at: str
    disabled_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A program's key, without its secret."""

    id: str
    """The part of the key that is no secret."""
    name: str
    sha256: str
    """Of the whole key."""
    scopes: str
    """Words with blanks between them."""
    created_at: str
    expires_at: str | None = None
    revoked_at: str | None = None

    def is_valid(self, now: str) -> bool:
        """Whether it may be used at a time (ISO 8601 UTC)."""
        ended = (self.expires_at, self.revoked_at)
        return all(end is None or end > now for end in ended)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A person who is signed in."""

    sha256: str
    """Of the token in the cookie."""
    person: str
    csrf: str
    created_at: str
    seen_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person or a key, as the command ``access list`` shows it."""

    kind: str
    """``person`` or ``key``."""
    name: str
    id: str | None
    """Of a key."""
    may: str
    """The role of a person, the scopes of a key."""
    since: str
    until: str | None
    """When it ended or will end; None while that is open."""


def hashed(secret: str) -> str:
    """SHA-256 of a random secret, hexadecimal."""
    return sha256(secret.encode()).hexdigest()


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def people(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        return tuple(Person(**row) for row in self._rows(sa.select(people).order_by("name")))

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Every key, by name and age."""
        query = sa.select(api_keys).order_by("name", "created_at")
        return tuple(ApiKey(**row) for row in self._rows(query))

    def all_accounts(self) -> tuple[Account, ...]:
        """Everybody and every key, those that ended included."""
        return (
            *(
                Account(
                    kind="person",
                    name=each.name,
                    id=None,
                    may=each.role,
                    since=each.created_at,
                    until=each.disabled_at,
                )
                for each in self.people()
            ),
            *(
                Account(
                    kind="key",
                    name=each.name,
                    id=each.id,
                    may=each.scopes,
                    since=each.created_at,
                    until=each.revoked_at or each.expires_at,
                )
                for each in self.api_keys()
            ),
        )

    def person(self, name: str) -> Person | None:
        """A person by name; None for nobody, or one who was disabled."""
        query = sa.select(people).where(people.c.name == name, people.c.disabled_at.is_(None))
        return next((Person(**row) for row in self._rows(query)), None)

    def key(self, digest: str) -> ApiKey | None:
        """A key by the hash of its whole."""
        query = sa.select(api_keys).where(api_keys.c.sha256 == digest)
        return next((ApiKey(**row) for row in self._rows(query)), None)

    def person_of_identity(self, issuer: str, subject: str) -> str | None:
        """The name of the account of somebody whom an OpenID issuer knows; None for nobody yet."""
        query = sa.select(identities.c.person).filter_by(issuer=issuer, subject=subject)
        with self.database.reading(SUMS_SINCE) as connection:
            found: str | None = None if connection is None else connection.scalar(query)
            return found

    def bind_identity(self, issuer: str, subject: str, person: str, *, author: str) -> None:
        """Bind an account to an issuer's subject, for good.

        Raises:
            UsageError: it is another's; nothing was changed.
        """
        with self.database.writing() as connection:
            taken = connection.scalar(sa.select(identities.c.subject).filter_by(person=person))
            if taken is not None:
                raise UsageError(f"the account {person!r} is somebody else's. Nothing was changed")
            values = {"issuer": issuer, "subject": subject, "person": person}
            connection.execute(identities.insert().values(values))
            _log(connection, author, "identity", person, issuer=issuer, identity=subject)

    def language(self, person: str) -> str | None:
        """The language that somebody chose for the desk, by its code; None for none yet."""
        query = sa.select(languages.c.language).where(languages.c.person == person)
        with self.database.reading(LANGUAGES_SINCE) as connection:
            found: str | None = None if connection is None else connection.scalar(query)
            return found

    def keep_language(self, person: str, language: str) -> None:
        """Keep the language that somebody chose, for wherever they sign in."""
        with self.database.writing() as connection:
            connection.execute(languages.delete().where(languages.c.person == person))
            connection.execute(languages.insert().values(person=person, language=language))

    def session(self, digest: str) -> Session | None:
        """A session by the hash of its token."""
        query = sa.select(sessions).where(sessions.c.sha256 == digest)
        return next((Session(**row) for row in self._rows(query)), None)

    def put_person(self, person: Person, *, author: str, last_admin_may_go: bool = False) -> None:
        """Add a person, or change role and password of one.

        Args:
            person: as they are to be.
            author: who says so.
            last_admin_may_go: where something else than this desk says who may what.

        Raises:
            UsageError: the last admin would be none any more, or somebody's name looks the same;
                nothing was changed.
        """
        here = person.password is not None
        with self.database.writing() as connection:
            if person.role != ADMIN and not last_admin_may_go:
                _keep_an_admin(connection, person.name)
            _refuse_double(connection, person.name)
            connection.execute(people.delete().where(people.c.name == person.name))
            connection.execute(people.insert().values(_values(person, people.columns)))
            connection.execute(sessions.delete().where(sessions.c.person == person.name))
            _log(connection, author, "admit", person.name, role=person.role, signs_in_here=here)

    def disable_person(self, name: str, *, author: str) -> None:
        """Revoke a person's access; what they did stays in the audit log under their name.

        Raises:
            UsageError: there is nobody of this name, or it is the last admin; nothing was changed.
        """
        with self.database.writing() as connection:
            _keep_an_admin(connection, name)
            found = connection.execute(
                people.update()
                .where(people.c.name == name, people.c.disabled_at.is_(None))
                .values(disabled_at=now_text())
            )
            if not found.rowcount:
                raise UsageError(f"nobody called {name!r} may sign in. See: namewarden access list")
            connection.execute(sessions.delete().where(sessions.c.person == name))
            _log(connection, author, "end", name)

    def add_key(self, key: ApiKey, *, author: str) -> None:
        """Add a key."""
        with self.database.writing() as connection:
            connection.execute(api_keys.insert().values(_values(key, api_keys.columns)))
            told = {"name": key.name, "scopes": key.scopes, "expires_at": key.expires_at}
            _log(connection, author, "admit", f"key:{key.id}", **told)

    def end_key(self, key_id: str, at: str, *, author: str) -> None:
        """Revoke a key: at once when ``at`` is now, later while programs change to a new one.

        Raises:
            UsageError: there is no such key, or it has ended.
        """
        with self.database.writing() as connection:
            found = connection.execute(
                api_keys.update()
                .where(api_keys.c.id == key_id, api_keys.c.revoked_at.is_(None))
                .values(revoked_at=at)
            )
            if not found.rowcount:
                raise UsageError(f"no key {key_id!r} is in use. See: namewarden access list")
            _log(connection, author, "end", f"key:{key_id}", at=at)

    def add_session(self, session: Session) -> None:
        """Sign a person in."""
        with self.database.writing() as connection:
            connection.execute(sessions.insert().values(_values(session, sessions.columns)))

    def touch_session(self, digest: str, before: str) -> None:
        """Note that a session was used; those last used ``before`` are forgotten."""
        with self.database.writing() as connection:
            connection.execute(
                sessions.update().where(sessions.c.sha256 == digest).values(seen_at=now_text())
            )
            connection.execute(sessions.delete().where(sessions.c.seen_at < before))

    def end_session(self, digest: str) -> None:
        """Sign a person out."""
        with self.database.writing() as connection:
            connection.execute(sessions.delete().where(sessions.c.sha256 == digest))

    def _rows(self, query: sa.Select[Any]) -> list[dict[str, Any]]:
        with self.database.reading(ACCOUNTS_SINCE) as connection:
            if connection is None:
                return []
            return [dict(row) for row in connection.execute(query).mappings()]


def _keep_an_admin(connection: sa.Connection, without: str) -> None:
    query = sa.select(people.c.name).where(people.c.role == ADMIN, people.c.disabled_at.is_(None))
    admins = set(connection.execute(query).scalars())
    if admins == {without}:
        raise UsageError(
            f"{without} is the last admin, and without one nobody could grant access. Nothing "
            "was changed. Make somebody else admin first"
        )


def _refuse_double(connection: sa.Connection, name: str) -> None:
    """Refuse a name that people would take for another's; those who left keep theirs, too."""
    for other in connection.execute(sa.select(people.c.name)).scalars():
        if other != name and look(other) == look(name):
            raise UsageError(
                f"{name!r} looks like {other!r}, who is somebody else. Nothing was changed. "
                "Choose a name that nobody would take for another's"
            )


def _log(connection: sa.Connection, author: str, action: str, subject: str, **data: object) -> None:
    audit.append(connection, author=author, action=action, subject=subject, **data)


def _values(record: object, columns: Iterable[sa.Column[Any]]) -> dict[str, Any]:
    return {column.name: getattr(record, column.name) for column in columns}
