"""Which regions and countries are watched: those that the version has, or the team's own setting.

The setting is part of every answer's settings, so an answer can be repeated after it was changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lists.countries import is_country_code
from matcher.places.regions import places
from records import PlaceBasis, UsageError
from screening.places.setting import NONE, country_title, is_region, watched
from store import audit, policy
from store.database import Database
from store.home import Home
from store.schema import DESK_SINCE

_NOTHING = "Nothing was changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPlace:
    """A region or country, and whether addresses are looked through for it."""

    place: str
    title: str
    watched: bool
    shipped: bool
    """Whether the version has it; else a country that the team added."""
    towns: int
    """How many towns of it are known."""
    basis: tuple[PlaceBasis, ...]


def list_places(home: Home) -> list[WatchedPlace]:
    """Every region that the version has, and every country that the team watches.

    Raises:
        StoreError: the home cannot be read.
    """
    known, now = places(), watched(_setting(home))
    towns = [town.region for town in {*known.towns.values()}]
    found = [
        WatchedPlace(
            place=region.id,
            title=region.title,
            watched=region.id in now,
            shipped=True,
            towns=towns.count(region.id),
            basis=region.basis,
        )
        for region in known.regions.values()
    ]
    return found + [
        WatchedPlace(
            place=one, title=country_title(one), watched=True, shipped=False, towns=0, basis=()
        )
        for one in now
        if not is_region(one)
    ]


def change_places(
    home: Home,
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    reset: bool = False,
    reason: str,
    author: str,
) -> list[WatchedPlace]:
    """Watch more or fewer regions and countries; holds from the next answer on.

    Args:
        home: whose setting it is.
        add: codes to watch.
        remove: codes to watch no longer.
        reset: watch what the version has, before anything is added or removed.
        reason: somebody will read it next year.
        author: who does it.

    Raises:
        UsageError: no reason, no such region or country, or one that is not watched.
        StoreError: the home cannot be written.
    """
    if not reason.strip():
        raise UsageError(f"watched places need a reason: --reason. {_NOTHING}")
    more, less = [_known(one) for one in add], [_known(one) for one in remove]
    with Database.of(home).writing() as connection:
        before = watched(None if reset else policy.places(connection))
        for one in less:
            if one not in before:
                raise UsageError(f"{one} is not watched. {_NOTHING}")
        now = tuple(one for one in dict.fromkeys((*before, *more)) if one not in less)
        shipped = watched(None)
        own = None if set(now) == set(shipped) else now or (NONE,)
        policy.set_places(connection, own)
        audit.append(
            connection,
            author=author,
            action="places",
            subject="policy",
            before=list(before),
            after=list(now),
            reason=reason.strip(),
        )
    return list_places(home)


def _known(written: str) -> str:
    code = written.strip().upper()
    if code in places().regions or (len(code) == 2 and is_country_code(code)):
        return code
    regions = ", ".join(places().regions)
    raise UsageError(
        f"{written!r} is no region that is known here ({regions}) and no code of a country "
        f"(ISO 3166-1: KP). {_NOTHING}"
    )


def _setting(home: Home) -> tuple[str, ...] | None:
    with Database.of(home).reading(DESK_SINCE) as view:
        return policy.places(view)
