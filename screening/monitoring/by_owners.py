"""Which counterparties a change of ownership data or of the lists can affect by their owners.

An owner who comes on a list touches counterparties that nobody named. So whoever stands in the
ownership data is looked at again when the data, a person's word on it, the lists or the day have
changed, and so is whoever has an alert, which may rest on what was in the data before.
"""

from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa

from matcher.columnar.arrays import Array
from records import Screening
from screening.answers.derived_hits import OWNERSHIP
from screening.engine.engine import Engine
from screening.ownership.answers import Owners
from screening.ownership.derived import stands_in
from store import alerts, counterparties


@dataclass(frozen=True, slots=True)
class Ownership:
    """The ownership data of a run."""

    owners: Owners | None = None
    state: tuple[str, ...] = ()
    """What it rests on (``screening.ownership.answers.state``)."""


WITHOUT_OWNERSHIP = Ownership()


def by_owners(
    engine: Engine, view: sa.Connection, before: Screening, ownership: Ownership
) -> Array:
    """Counterparties by their numbers, rising.

    Args:
        engine: the list editions of this run.
        view: the counterparties and alerts.
        before: the last run.
        ownership: the data of this run.
    """
    then = tuple((before.answer or {}).get(OWNERSHIP, ()))
    lists_moved = tuple(before.screened_against) != tuple(engine.screened_against)
    if then == ownership.state and not (lists_moved and ownership.state):
        return np.zeros(0, dtype=np.int64)
    found = {number for number, _ in alerts.pairs(view)}
    if ownership.owners is not None:
        for kept in counterparties.present(view):
            if stands_in(ownership.owners, kept.counterparty.query, kept.counterparty.id):
                found.add(kept.number)
    return np.array(sorted(found), dtype=np.int64)
