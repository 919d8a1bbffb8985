"""Countries of the register as codes, where they were kept as somebody wrote them.

``PUT /v1/counterparties`` kept a country as it came, in lower case ("russland", "rus", "uk"). The
lists give codes, so such a country was another one than the list's and could put a hit below the
threshold. What is understood becomes its code; what is not is taken out, so that the counterparty
is looked for everywhere. The audit log tells both, and every counterparty that was changed keeps
what it was as an earlier version and is screened again by the next run.
"""

import json
import logging
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from lists.country_names import understood
from records import canonical, digest
from store import audit
from store.times import now_text

revision = "0006"
down_revision = "0005"

SHOWN = 50
"""Ids named in the audit log for each text that was not understood."""
_log = logging.getLogger("namewarden.store")
_tables = sa.MetaData()
_register = sa.Table(
    "counterparties",
    _tables,
    *(sa.Column(name, sa.Integer) for name in ("number", "version", "change")),
    *(sa.Column(name, sa.Text) for name in ("id", "record", "sha256", "since", "removed_at")),
)
_versions = sa.Table(
    "counterparty_versions",
    _tables,
    *(sa.Column(name, sa.Integer) for name in ("counterparty", "version", "change")),
    *(sa.Column(name, sa.Text) for name in ("record", "sha256")),
    sa.Column("until_change", sa.Integer),
    sa.Column("removed", sa.Boolean),
)


def upgrade() -> None:
    """Repair the register, and tell what was changed."""
    connection = op.get_bind()
    codes: dict[str, tuple[str, ...]] = {}
    lost: dict[str, list[str]] = defaultdict(list)
    change = connection.execute(sa.select(sa.func.max(_register.c.change))).scalar() or 0
    repaired = 0
    for row in connection.execute(sa.select(_register)).mappings().all():
        record = _repaired(json.loads(row["record"]), row["id"], codes, lost)
        if record is not None:
            _write(connection, dict(row), canonical(record), change + 1)
            repaired += 1
    if repaired:
        _tell(connection, repaired, codes, lost)


def _repaired(
    record: dict[str, Any], id_: str, codes: dict[str, tuple[str, ...]], lost: dict[str, list[str]]
) -> dict[str, Any] | None:
    """What a counterparty says, with codes for its countries; None where they are codes already."""
    written = record.get("countries", [])
    found: dict[str, None] = {}
    for text in written:
        said = understood(text)
        found |= dict.fromkeys(said.codes)
        if said.codes not in ((), (text,)):
            codes[text] = said.codes
        for unknown in said.unknown:
            lost[unknown].append(id_)
    if list(found) == written:
        return None
    without = {key: value for key, value in record.items() if key != "countries"}
    return without | ({"countries": list(found)} if found else {})


def _write(connection: sa.Connection, row: dict[str, Any], record: str, change: int) -> None:
    connection.execute(
        _versions.insert().values(
            counterparty=row["number"],
            version=row["version"],
            record=row["record"],
            sha256=row["sha256"],
            change=row["change"],
            until_change=change,
            removed=row["removed_at"] is not None,
        )
    )
    connection.execute(
        _register.update()
        .where(_register.c.number == row["number"])
        .values(
            record=record,
            sha256=digest(record),
            version=row["version"] + 1,
            change=change,
            since=now_text(),
        )
    )


def _tell(
    connection: sa.Connection,
    repaired: int,
    codes: dict[str, tuple[str, ...]],
    lost: dict[str, list[str]],
) -> None:
    audit.append(
        connection,
        author="namewarden",
        action="repair",
        subject="counterparties",
        what="countries",
        counterparties=repaired,
        understood={text: list(found) for text, found in sorted(codes.items())},
        not_understood={text: ids[:SHOWN] for text, ids in sorted(lost.items())},
    )
    said = f", {len(lost)} texts were not understood and taken out" if lost else ""
    _log.warning(
        "countries of %d counterparties were repaired%s; they are screened again by the next "
        "namewarden monitor run. See: namewarden audit list --of counterparties",
        repaired,
        said,
    )
