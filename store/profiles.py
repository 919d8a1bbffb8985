"""Screening profiles as they are kept: every version that ever was, and who said so."""

import json

import sqlalchemy as sa

from records import ConflictError, Kind, LeftOut, Profile, ProfileRules, canonical
from records.as_json import to_json
from store.schema import profiles
from store.times import now_text


def versions(connection: sa.Connection | None, name: str | None = None) -> tuple[Profile, ...]:
    """All versions, or those of one profile: by name, the newest first."""
    if connection is None:
        return ()
    query = sa.select(profiles).order_by(profiles.c.name, profiles.c.version.desc())
    if name is not None:
        query = query.where(profiles.c.name == name)
    found: list[Profile] = []
    used: set[str] = set()
    for row in connection.execute(query):
        in_force = not row.waits and row.name not in used
        used |= {row.name} if in_force else set()
        found.append(
            Profile(
                name=row.name,
                version=row.version,
                rules=_rules(row.rules),
                reason=row.reason,
                author=row.author,
                at=row.at,
                approved_by=row.approved_by,
                approved_at=row.approved_at,
                in_force=in_force,
                waits=row.waits,
            )
        )
    return tuple(found)


def add(
    connection: sa.Connection,
    name: str,
    rules: ProfileRules,
    *,
    reason: str,
    author: str,
    waits: bool,
) -> Profile:
    """Keep a new version of a profile."""
    known = versions(connection, name)
    values = {
        "name": name,
        "version": known[0].version + 1 if known else 1,
        "rules": canonical(to_json(rules)),
        "reason": reason,
        "author": author,
        "at": now_text(),
        "waits": waits,
    }
    connection.execute(profiles.insert().values(values))
    return versions(connection, name)[0]


def approve(connection: sa.Connection, proposed: Profile, *, author: str) -> Profile:
    """Put a version in force that waited for a second person.

    Raises:
        ConflictError: somebody else was quicker.
    """
    done = connection.execute(
        profiles.update()
        .where(profiles.c.name == proposed.name, profiles.c.version == proposed.version)
        .where(profiles.c.waits.is_(True))
        .values(waits=False, approved_by=author, approved_at=now_text())
    )
    if not done.rowcount:
        raise ConflictError(f"{proposed.id} no longer waits for anybody. Nothing was changed")
    (one,) = (each for each in versions(connection, proposed.name) if each.id == proposed.id)
    return one


def _rules(text: str) -> ProfileRules:
    data = json.loads(text)
    return ProfileRules(
        threshold=data.get("threshold"),
        lists=tuple(data["lists"]) if "lists" in data else None,
        kinds=tuple(map(Kind, data["kinds"])) if "kinds" in data else None,
        leaves_out=tuple(map(LeftOut, data.get("leaves_out", ()))),
    )
