"""What changed between two editions of a source: whose share of what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ownership.edition import Edition
from ownership.share import WHOLE, Share
from records import UsageError
from store import ownership as kept
from store.home import Home
from store.ownership import OwnershipEdition

Held = dict[tuple[str, str, str], Share]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChange:
    """A holding that came, went, or is another one."""

    owned: str
    owner: str
    interest: str
    old: str | None
    """In per cent; None where it was not held."""
    new: str | None


def changes(
    home: Home, source: str, old: str | None = None, new: str | None = None
) -> Iterator[ShareChange]:
    """What changed between two editions of a source.

    Args:
        home: where they are kept.
        source: its name.
        old: how the SHA-256 begins, or the date; None for the edition before the one in use.
        new: as ``old``; None for the one in use.

    Raises:
        UsageError: there are no such editions.
        StoreError: one is damaged.
    """
    known = kept.history(home, source)
    if not known:
        raise UsageError(f"no ownership data is called {source!r}. See: namewarden ownership list")
    later = known[-1] if new is None else _named(known, new)
    before = [one for one in known if one.sha256 != later.sha256]
    if old is None and not before:
        raise UsageError(f"there is one edition of {source} alone: nothing to compare it with")
    earlier = before[-1] if old is None else _named(known, old)
    was, now = _held(kept.opened(home, earlier)), _held(kept.opened(home, later))
    for key in sorted(was.keys() | now.keys()):
        one, other = was.get(key), now.get(key)
        if one != other:
            owned, owner, interest = key
            yield ShareChange(
                owned=owned,
                owner=owner,
                interest=interest,
                old=None if one is None else str(one),
                new=None if other is None else str(other),
            )


def _named(known: tuple[OwnershipEdition, ...], text: str) -> OwnershipEdition:
    found = [one for one in known if one.dated == text or one.sha256.startswith(text)]
    if not found:
        shown = ", ".join(f"{one.dated} {one.sha256[:12]}" for one in known)
        raise UsageError(f"no edition {text!r}. There are: {shown}")
    return found[-1]


def _held(edition: Edition) -> Held:
    """What each owner holds of each party, parcels added up; what has ended is not held."""
    names: dict[int, str] = {}

    def called(number: int) -> str:
        if number not in names:
            party = edition.party(number)
            names[number] = f"{party.name} ({party.key})" if party.name else party.key
        return names[number]

    found: defaultdict[tuple[str, str, str], list[Share]] = defaultdict(list)
    for number in range(len(edition)):
        for edge in edition.edges(number):
            if edge.until is None:
                key = (called(number), called(edge.owner), edge.interest.name.lower())
                found[key].append(edge.share)
    return {
        key: Share(
            min(WHOLE, max(one.low for one in shares)), min(WHOLE, sum(one.high for one in shares))
        )
        for key, shares in found.items()
    }
