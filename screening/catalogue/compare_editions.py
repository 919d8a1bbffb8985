"""Which editions are compared with which, list by list."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lists import source
from records import Delta, Snapshot, UsageError
from screening.catalogue.resolve import ComparedEditions, EditionResolver
from screening.changes.diff import delta
from store.database import Database
from store.home import Home

Notify = Callable[[str], None]
_NOTHING = "Nothing was compared"


def deltas(
    home: Home, asked: Sequence[str], lists: Sequence[str] | None, notify: Notify
) -> Iterator[Delta]:
    """Compare editions, list by list.

    Args:
        home: where editions are kept.
        asked: OLD and NEW, see ``screening.catalogue.resolve``. Without NEW, OLD with what is in
            use; the name of a list alone means its edition before with the one in use, and nothing
            at all that of every list.
        lists: keep to these lists; None for all that are found.
        notify: gets a line for what is left out.

    Yields:
        One delta for each list that both sides speak of, sorted by name.

    Raises:
        UsageError: what was asked for is no edition, or there is nothing to compare.
        ListError: a file is not a whole list.
        StoreError: the home cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="namewarden-diff-") as folder:
        temporary = Home(Path(folder))
        Database.of(temporary).make()
        finder = EditionResolver(home, temporary, notify)
        wanted = None if lists is None else {source(name).name for name in lists}
        for old, new in _pairs(finder, list(asked), wanted):
            yield delta(old, new)


def _pairs(
    finder: EditionResolver, asked: list[str], wanted: set[str] | None
) -> list[tuple[Snapshot | None, Snapshot | None]]:
    if len(asked) > 2:
        raise UsageError("at most two editions can be compared: OLD and NEW")
    if not asked or (len(asked) == 1 and finder.is_list(asked[0])):
        return finder.with_the_ones_before(set(asked) or wanted)
    old = finder.editions(asked[0])
    new = finder.editions(asked[1]) if len(asked) == 2 else finder.in_use()
    names = sorted(_common(old, new))
    kept = [name for name in names if wanted is None or name in wanted]
    if not kept:
        raise UsageError(f"{old.meant} and {new.meant} have no list in common. {_NOTHING}")
    for name in kept:
        _check_alike(name, old, new)
    return [(old.by_source.get(name), new.by_source.get(name)) for name in kept]


def _common(old: ComparedEditions, new: ComparedEditions) -> set[str]:
    if old.every and new.every:
        return {*old.by_source, *new.by_source}
    if old.every or new.every:
        some, every = (new, old) if old.every else (old, new)
        for name in some.by_source.keys() - every.by_source.keys():
            raise UsageError(f"{name}: no edition was in use ({every.meant}). {_NOTHING}")
        return {*some.by_source}
    return {*old.by_source} & {*new.by_source}


def _check_alike(name: str, old: ComparedEditions, new: ComparedEditions) -> None:
    lacks = old.lacking.get(name, ()), new.lacking.get(name, ())
    if lacks[0] != lacks[1]:
        missing = ", ".join(lacks[0] or lacks[1])
        raise UsageError(
            f"{name}: only one side has {missing}, so all that is in it would look like a change. "
            f"{_NOTHING}"
        )
