"""Teams: who may be given a case beside a person, and who sees it as theirs."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from records import NotThereError, UsageError
from records.account_names import look
from screening.cases.changes import known_author
from store import audit, teams
from store.database import Database
from store.home import Home
from store.schema import WORKPLACE_SINCE

# Of a team's name, so that it fits into a page's column.
_MOST_LETTERS = 60


def list_teams(home: Home) -> Mapping[str, tuple[str, ...]]:
    """Every team by name, with its members."""
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        return teams.teams(view)


def teams_of(home: Home, person: str) -> tuple[str, ...]:
    """The teams that somebody is in."""
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        return teams.teams_of(view, person)


def set_team(home: Home, name: str, members: Iterable[str], *, author: str) -> None:
    """Say who is in a team; with nobody in it, it is no team any more.

    Raises:
        UsageError: the name is none or a person's, or somebody has no account; nothing was changed.
    """
    wanted, name = tuple(dict.fromkeys(members)), name.strip()
    if not name or len(name) > _MOST_LETTERS or not name.isprintable():
        raise UsageError(f"{name!r} is no name for a team. Nothing was changed")
    with Database.of(home).writing() as connection:
        known = teams.present_people(connection)
        if look(name) in map(look, known):
            raise UsageError(f"{name!r} is a person's name. Nothing was changed")
        strange = [each for each in wanted if each not in known]
        if strange:
            raise UsageError(
                f"nobody called {strange[0]!r} may sign in. Nothing was changed. "
                "See: namewarden access list"
            )
        teams.put_team(connection, name, wanted)
        audit.append(
            connection,
            author=known_author(author),
            action="team",
            subject=f"team {name}",
            members=list(wanted),
        )


def holder(connection: sa.Connection, name: str) -> str:
    """A person or a team to whom cases can be given.

    Raises:
        NotThereError: where there are accounts, this is neither.
    """
    known = teams.present_people(connection)
    if known and name not in known and name not in teams.teams(connection):
        raise NotThereError(
            f"{name!r} is neither a person who may sign in nor a team. Nothing was changed"
        )
    return name
