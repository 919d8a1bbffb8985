"""Which person a login of the operating system, or a key, stands for.

Four eyes means two people: a typed name, or a key that belongs to nobody, does not count.
"""

from typing import Any

import sqlalchemy as sa

from records import UsageError
from store import audit
from store.accounts import Accounts, Person
from store.database import Database
from store.schema import LOGINS_SINCE, key_owners, logins


class Logins:
    """Logins and keys of the people of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._accounts = Accounts(database)

    def person_of_login(self, login: str) -> Person | None:
        """The person a login belongs to; None if nobody's, or if their access was revoked."""
        return self._person(sa.select(logins.c.person).where(logins.c.login == login))

    def owner_of_key(self, key_id: str) -> str | None:
        """The name of the person whose a key is; None for a program's."""
        return self._one(sa.select(key_owners.c.person).where(key_owners.c.key == key_id))

    def give_login(self, login: str, person: str, *, author: str) -> None:
        """Say whose a login is; a person has one, and a login one person.

        Raises:
            UsageError: there is nobody of this name, or the login is another's.
        """
        self._need(person)
        whose = self._one(sa.select(logins.c.person).where(logins.c.login == login))
        if whose not in (None, person):
            raise UsageError(f"the login {login!r} is {whose}'s. Nothing was changed")
        with self._database.writing() as connection:
            mine = sa.or_(logins.c.person == person, logins.c.login == login)
            connection.execute(logins.delete().where(mine))
            connection.execute(logins.insert().values(login=login, person=person))
            audit.append(connection, author=author, action="login", subject=person, login=login)

    def give_key(self, key_id: str, person: str, *, author: str) -> None:
        """Say whose a key is: what is done with it, that person does.

        Raises:
            UsageError: there is nobody of this name.
        """
        self._need(person)
        with self._database.writing() as connection:
            connection.execute(key_owners.insert().values(key=key_id, person=person))
            audit.append(connection, author=author, action="own", subject=person, key=key_id)

    def _need(self, person: str) -> None:
        if self._accounts.person(person) is None:
            raise UsageError(f"nobody called {person!r} may sign in. See: namewarden access list")

    def _person(self, query: sa.Select[Any]) -> Person | None:
        name = self._one(query)
        return None if name is None else self._accounts.person(name)

    def _one(self, query: sa.Select[Any]) -> str | None:
        with self._database.reading(LOGINS_SINCE) as view:
            found: str | None = None if view is None else view.scalar(query)
            return found
