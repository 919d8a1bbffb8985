"""Teams of people, and filters that people saved."""

import sqlalchemy as sa

from store.schema import people, saved_filters, team_members


def teams(connection: sa.Connection | None) -> dict[str, tuple[str, ...]]:
    """Every team by name, with its members by name."""
    found: dict[str, tuple[str, ...]] = {}
    if connection is not None:
        query = sa.select(team_members).order_by(team_members.c.team, team_members.c.person)
        for row in connection.execute(query):
            found[row.team] = (*found.get(row.team, ()), row.person)
    return found


def teams_of(connection: sa.Connection | None, person: str) -> tuple[str, ...]:
    """The teams that somebody is in, by name."""
    return tuple(name for name, members in teams(connection).items() if person in members)


def put_team(connection: sa.Connection, name: str, members: tuple[str, ...]) -> None:
    """Say who is in a team; nobody is the end of it."""
    connection.execute(team_members.delete().where(team_members.c.team == name))
    if members:
        connection.execute(
            team_members.insert(), [{"team": name, "person": each} for each in members]
        )


def present_people(connection: sa.Connection) -> set[str]:
    """Everybody who may sign in."""
    query = sa.select(people.c.name).where(people.c.disabled_at.is_(None))
    return set(connection.execute(query).scalars())


def saved(connection: sa.Connection | None, person: str) -> dict[str, str]:
    """The filters that somebody saved: the query of the queue's address, by name."""
    if connection is None:
        return {}
    query = sa.select(saved_filters).where(saved_filters.c.person == person)
    return {row.name: row.filters for row in connection.execute(query.order_by("name"))}


def save(connection: sa.Connection, person: str, name: str, filters: str | None) -> None:
    """Save filters under a name, in place of others of this name; None forgets them."""
    connection.execute(
        saved_filters.delete().where(saved_filters.c.person == person, saved_filters.c.name == name)
    )
    if filters is not None:
        values = {"person": person, "name": name, "filters": filters}
        connection.execute(saved_filters.insert().values(values))
