"""Pairs that a run found close to a hit: a small change in word weights may make them one."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from records.blocks import blocks
from store.counterparties import AT_ONCE
from store.schema import alerts, near_misses


def replace(
    connection: sa.Connection,
    screened: Sequence[int] | None,
    found: Iterable[tuple[int, str]],
) -> None:
    """Write down what a run found.

    Args:
        connection: the transaction of the run.
        screened: the counterparties that it looked at; None for all.
        found: counterparties and entities.
    """
    if screened is None:
        connection.execute(near_misses.delete())
    else:
        for some in blocks(screened, AT_ONCE):
            these = near_misses.c.counterparty.in_(some)
            connection.execute(near_misses.delete().where(these))
    rows = [{"counterparty": number, "entity_id": entity} for number, entity in found]
    if rows:
        connection.execute(near_misses.insert(), rows)


def pairs(connection: sa.Connection) -> list[tuple[int, str]]:
    """All pairs that are hits or close to it: what the last runs found."""
    hits = sa.select(alerts.c.counterparty, alerts.c.entity_id).where(alerts.c.gone.is_(False))
    close = sa.select(near_misses.c.counterparty, near_misses.c.entity_id)
    return [
        (number, entity) for query in (hits, close) for number, entity in connection.execute(query)
    ]
