"""How to screen: what was asked for, checked, and the threshold in force where nothing was."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from matcher.search.query import searchable
from records import Kind, LeftOut, Query, Settings, UsageError
from screening.engine.rules_in_force import rules_in_force
from store.home import Home


def settings(
    *,
    threshold: float | None,
    limit: int,
    kinds: Sequence[str] | None,
    lists: Sequence[str] | None,
    as_of: str | None,
    profile: str | None = None,
    usual_kinds: Sequence[str] | None = None,
    home: Home | None = None,
) -> Settings:
    """Check what was asked for, and fill in the threshold in force: that of ``home``, or of the
    home in use.

    Args:
        threshold: the least score of a hit, in [0, 1].
        limit: at most so many hits for one name or span.
        kinds: of listed parties to look for.
        lists: to look on.
        as_of: the date whose editions are used.
        profile: a screening profile, which says the first three instead (``payments``; a version
            of it that was in force: ``payments@2``).
        usual_kinds: what is looked for where neither ``kinds`` nor the profile says it.
        home: whose rules hold.

    Raises:
        UsageError: a figure is out of range or a kind is unknown, or something is asked for beside
            the profile that the profile says.
        NotThereError: there is no such profile.
    """
    if profile is not None:
        if not (threshold is None and kinds is None and lists is None):
            raise UsageError(
                f"the profile {profile!r} says threshold, lists and kinds. Leave these out, or the "
                "profile. Nothing was screened"
            )
        return _by_profile(profile, limit, as_of, usual_kinds, home)
    kinds = usual_kinds if kinds is None else kinds
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        raise UsageError(f"threshold {threshold} is not between 0 and 1")
    if kinds is not None and not kinds:
        raise UsageError("no kind is named, so nothing would be found")
    if limit < 1:
        raise UsageError(f"limit {limit} is less than 1")
    rules = rules_in_force(home or Home.default())
    return Settings(
        threshold=rules.threshold if threshold is None else threshold,
        limit=limit,
        kinds=None if kinds is None else tuple(kind_named(kind) for kind in kinds),
        lists=None if lists is None else tuple(lists),
        as_of=as_of,
        places=rules.places,
    )


def _by_profile(
    name: str, limit: int, as_of: str | None, usual_kinds: Sequence[str] | None, home: Home | None
) -> Settings:
    from screening.engine.profiles import profile_in_force

    used = profile_in_force(home or Home.default(), name)
    plain = settings(
        threshold=used.rules.threshold,
        limit=limit,
        kinds=used.rules.kinds,
        lists=used.rules.lists,
        as_of=as_of,
        usual_kinds=usual_kinds,
        home=home,
    )
    return replace(plain, profile=used.id, leaves_out=used.rules.leaves_out)


def as_asked(query: Query, chosen: Settings) -> Query:
    """A party with what the profile does not leave out of it; whole where there would be nothing
    left to search for.
    """
    if not chosen.leaves_out:
        return query
    out = {each.value for each in chosen.leaves_out}
    nothing: dict[str, Any] = {
        each.name: each.default for each in fields(Query) if each.name in out
    }
    less = replace(query, **nothing)
    return less if searchable(less) else query


def with_weak_names(chosen: Settings) -> bool:
    """Whether weak aliases are looked for."""
    return LeftOut.WEAK_NAMES not in chosen.leaves_out


def threshold_in_force(home: Home | None = None) -> float:
    """The least score of a hit where nobody asks for another one.

    Raises:
        StoreError: the home cannot be read.
    """
    return rules_in_force(home or Home.default()).threshold


def kind_named(name: str) -> Kind:
    """A kind by its name.

    Raises:
        UsageError: there is none.
    """
    try:
        return Kind(name)
    except ValueError as error:
        known = ", ".join(kind.value for kind in Kind)
        raise UsageError(f"unknown kind {name!r}; expected one of: {known}") from error
