"""Screening profiles: what each channel or segment of customers is screened for.

A version is never changed: whoever wants another one keeps a new version, with a reason, and where
two people have to agree it is in force once the second has.
"""

import re
from collections.abc import Sequence

import sqlalchemy as sa

from lists import source
from records import ConflictError, NotThereError, Profile, ProfileRules, UsageError
from records.as_json import to_json
from store import audit, policy, profiles
from store.database import Database
from store.home import Home
from store.schema import WORKPLACE_SINCE

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_NOTHING = "Nothing was changed"


def list_profiles(home: Home, name: str | None = None) -> Sequence[Profile]:
    """Every version of every profile, or of one: by name, the newest first.

    Raises:
        NotThereError: there is no profile of this name.
    """
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        found = profiles.versions(view, name)
    if name is not None and not found:
        raise _unknown(home, name)
    return found


def profile_in_force(home: Home, written: str) -> Profile:
    """The version of a profile that is in force, or the version that is named.

    Raises:
        NotThereError: there is none, or none that is in force.
    """
    name, _, version = written.partition("@")
    known = list_profiles(home, name)
    agreed = [each for each in known if not each.waits]
    wanted = [each for each in agreed if str(each.version) == version] if version else agreed
    if not wanted:
        why = "a second person has yet to agree to it" if not agreed else "there is no such version"
        raise NotThereError(f"the profile {written!r} is not in force: {why}. Nothing was screened")
    return wanted[0]


def set_profile(home: Home, name: str, rules: ProfileRules, *, reason: str, author: str) -> Profile:
    """Keep a new version of a profile; it is in force at once unless two people have to agree.

    Raises:
        UsageError: the name, the threshold or the reason is none, or nothing would be found.
        UnknownListError: there is no such list.
        ConflictError: the version in force says the same.
    """
    _check(name, rules, reason)
    with Database.of(home).writing() as connection:
        known = profiles.versions(connection, name)
        if known and known[0].rules == rules:
            raise ConflictError(f"{known[0].id} says the same. {_NOTHING}")
        made = profiles.add(
            connection,
            name,
            rules,
            reason=reason.strip(),
            author=author,
            waits=policy.read(connection).four_eyes,
        )
        _log(connection, "propose-profile" if made.waits else "profile", made, author)
    return made


def approve_profile(home: Home, name: str, *, author: str) -> Profile:
    """Agree to the newest version of a profile, as a second person.

    Raises:
        NotThereError: there is no such profile.
        ConflictError: none of its versions waits for anybody, or it is one's own.
    """
    with Database.of(home).writing() as connection:
        known = profiles.versions(connection, name)
        if not known:
            raise _unknown(home, name)
        if not known[0].waits:
            raise ConflictError(f"{known[0].id} waits for nobody. {_NOTHING}")
        if known[0].author == author:
            raise ConflictError(
                f"{known[0].id} is {author}'s own: a second person has to agree. {_NOTHING}"
            )
        made = profiles.approve(connection, known[0], author=author)
        _log(connection, "approve-profile", made, author)
    return made


def _check(name: str, rules: ProfileRules, reason: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name for a profile; expected small letters, digits, - and _, as in "
            f"payments. {_NOTHING}"
        )
    if not reason.strip():
        raise UsageError(f"a profile needs a reason: --reason. {_NOTHING}")
    if rules.threshold is not None and not 0.0 < rules.threshold <= 1.0:
        raise UsageError(f"threshold {rules.threshold} is not above 0 and at most 1. {_NOTHING}")
    if rules.lists == () or rules.kinds == ():
        raise UsageError(f"no list or no kind is named, so nothing would be found. {_NOTHING}")
    for each in rules.lists or ():
        source(each)


def _unknown(home: Home, name: str) -> NotThereError:
    with Database.of(home).reading(WORKPLACE_SINCE) as view:
        known = dict.fromkeys(each.name for each in profiles.versions(view))
    have = f"expected one of: {', '.join(known)}" if known else "there are none yet"
    return NotThereError(f"no profile {name!r}; {have}. See: namewarden profiles list")


def _log(connection: sa.Connection, action: str, made: Profile, author: str) -> None:
    audit.append(
        connection,
        author=author,
        action=action,
        subject=f"profile {made.id}",
        rules=to_json(made.rules),
        reason=made.reason,
    )
