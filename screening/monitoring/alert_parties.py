"""Keeps in every alert which other entries are the same party.

That changes when another list is loaded, and then for alerts whose own entry did not change; so it
is no change of the alert, and no reason to look at it again.
"""

import json

import sqlalchemy as sa

from records import canonical
from screening.answers import json_lines
from screening.engine.engine import Engine
from store import alerts


def bring_parties_up_to_date(connection: sa.Connection, engine: Engine) -> None:
    """Write the parties of today's lists into the alerts that have other ones."""
    changed = []
    for number, entity_id, kept in alerts.hits(connection):
        if entity_id.partition(":")[0] not in engine.chosen:
            continue
        hit = json.loads(kept)
        party = json_lines.party(engine.party(entity_id))
        if hit.get("party") != party:
            changed.append((number, canonical({**hit, "party": party})))
    alerts.replace_hits(connection, changed)
