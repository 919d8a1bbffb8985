"""One party of the ownership data, by its name or number."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from ownership.rules import rules
from records import Identifier, NamewardenError, Query, UsageError
from screening.engine.engine import Engine
from screening.engine.settings import threshold_in_force
from screening.ownership.answers import Owners, OwnershipAnswer
from store.home import Home


class UnknownPartyError(NamewardenError):
    """The data does not have the party that was asked for, so there is no answer."""


def show_party(
    home: Home,
    asked: str,
    *,
    rule: str | None,
    as_of: str | None,
    threshold: float | None,
    notify: Callable[[str], None],
) -> list[OwnershipAnswer]:
    """What the rules make of every party of a name or number.

    Args:
        home: lists and ownership data.
        asked: a name, the customer's own number, an LEI or a registration number.
        rule: one rule's id; None for all.
        as_of: ISO 8601 date; None for now.
        threshold: from which score on a name makes an owner one who may be listed.
        notify: told when an index has to be built first.

    Raises:
        UnknownPartyError: the data does not have it.
        UsageError: there is no such rule.
        NoListsError: no list is loaded.
        StoreError: the home cannot be read, or an edition is damaged.
    """
    known = [one.id for one in rules()]
    if rule is not None and rule not in known:
        raise UsageError(f"unknown rule {rule!r}. Known: {', '.join(known)}")
    with closing(Engine.open(home, as_of=as_of, notify=notify)) as engine:
        least = threshold_in_force(home) if threshold is None else threshold
        owners = Owners.open(home, engine, threshold=least, as_of=as_of)
        if owners is None:
            raise UnknownPartyError(
                f"{home.path}: there is no ownership data. Run: namewarden ownership import FILE"
            )
        number = tuple(Identifier(type=kind, value=asked) for kind in ("lei", "registration"))
        found = owners.find(Query(name=asked, identifiers=number), asked)
        if not found:
            raise UnknownPartyError(
                f"{asked!r} is not in the ownership data in use, so nothing is known of its owners"
            )
        answers = [owners.answer(party, asked, by) for party, by in found.items()]
    if rule is None:
        return answers
    return [
        replace(one, answers=tuple(each for each in one.answers if each.rule.id == rule))
        for one in answers
    ]
