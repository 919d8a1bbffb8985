"""The ways of writing a name, in the order of reports."""

from collections.abc import Sequence

from records import UsageError
from screening.assess.ways import (
    around,
    articles,
    eastern,
    form,
    legal_forms,
    letters,
    numbers,
    persons,
    transliteration,
    words,
)
from screening.assess.ways.way import Way

__all__ = ["WAYS", "Way", "chosen"]

WAYS: tuple[Way, ...] = (
    *form.WAYS,
    *legal_forms.WAYS,
    *words.WAYS,
    *persons.WAYS,
    *letters.WAYS,
    *numbers.WAYS,
    *transliteration.WAYS,
    *eastern.WAYS,
    *articles.WAYS,
    *around.WAYS,
)


def chosen(names: Sequence[str] | None) -> tuple[Way, ...]:
    """The ways asked for, by their names or their groups' names; all for None.

    Raises:
        UsageError: there is no way and no group of such a name.
    """
    if names is None:
        return WAYS
    wanted = {name.casefold() for name in names}
    known = {way.name.casefold() for way in WAYS} | {way.group.casefold() for way in WAYS}
    if missing := sorted(wanted - known):
        groups = ", ".join(dict.fromkeys(way.group for way in WAYS))
        raise UsageError(
            f"unknown way {missing[0]!r}; expected a way, or one of the groups: {groups}"
        )
    return tuple(
        way for way in WAYS if way.name.casefold() in wanted or way.group.casefold() in wanted
    )
