"""A register whose countries an earlier version kept as somebody wrote them is repaired."""

import logging

import pytest
from support.desk_work import MAHAN, entity, party, put_edition, register, run

from screening.archive.audit import audit_records, verify_audit
from screening.cases.alerts import list_alerts
from screening.monitoring.register import monitored
from store import Home
from store.alerts import AlertFilter
from store.database import Database
from store.schema import (
    SUMMED,
    attachments,
    identities,
    key_owners,
    languages,
    logins,
    metadata,
    notice_marks,
    ownership_activations,
    ownership_editions,
    ownership_links,
    profiles,
    saved_filters,
    seals,
    sums,
    team_members,
)

pytest_plugins = ["support.desk_fixtures"]


def keep_as_before(home: Home) -> None:
    """What ``PUT /v1/counterparties`` kept before countries were understood."""
    register(
        home,
        party("c1", "Mahan Air", countries=("islamic republic of iran",)),
        party("c2", "Brightwater", countries=("uk", "rus")),
        party("c3", "Blue Lantern", countries=("atlantis", "de")),
        party("c4", "Northwind", countries=("ch",)),
    )
    go_back(home)


def go_back(home: Home) -> None:
    """To the tables as they were before the repair."""
    newer = [logins, key_owners, seals, sums, identities]
    newer += [ownership_activations, ownership_links, ownership_editions]
    newer += [profiles, team_members, saved_filters, attachments, notice_marks, languages]
    with Database.of(home)._writer.begin() as connection:
        metadata.drop_all(connection, tables=newer)
        connection.exec_driver_sql("CREATE TABLE near_misses (counterparty INTEGER)")
        for index in ("alerts_by_case", "alerts_by_score", "findings_by_screening"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        connection.exec_driver_sql("CREATE INDEX ix_findings_screening ON findings (screening)")
        for table in SUMMED:
            connection.exec_driver_sql(f"DROP INDEX {table}_without_sum")
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN row_sum")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")


def kept(home: Home) -> dict[str, tuple[tuple[str, ...], int]]:
    return {
        each.counterparty.id: (each.counterparty.query.countries, each.version)
        for each in monitored(home)
    }


def test_words_become_codes_and_what_is_not_understood_is_taken_out(desk: Home) -> None:
    keep_as_before(desk)
    Database.of(desk).bring_up_to_date()
    assert kept(desk) == {
        "c1": (("ir",), 2),
        "c2": (("gb", "ru"), 2),
        "c3": (("de",), 2),
        "c4": (("ch",), 1),
    }


def test_the_log_tells_what_was_changed_and_what_was_not_understood(
    desk: Home, caplog: pytest.LogCaptureFixture
) -> None:
    keep_as_before(desk)
    with caplog.at_level(logging.WARNING, "namewarden.store"):
        Database.of(desk).bring_up_to_date()
    assert "3 counterparties were repaired, 1 texts were not understood" in caplog.text
    told = [one for one in audit_records(desk) if one.action == "repair"]
    assert [one.data for one in told] == [
        {
            "what": "countries",
            "counterparties": 3,
            "understood": {"islamic republic of iran": ["ir"], "uk": ["gb"], "rus": ["ru"]},
            "not_understood": {"atlantis": ["c3"]},
        }
    ]
    assert verify_audit(desk).problems == ()


def test_the_next_run_screens_what_was_repaired_before_anything_else(desk: Home) -> None:
    put_edition(desk, [entity(MAHAN, "Mahan Air", countries=("ir",))])
    run(desk)
    keep_as_before(desk)
    result = run(desk)
    assert result.counterparties == 4
    (alert,) = list_alerts(desk, AlertFilter())
    assert alert.counterparty.query.countries == ("ir",)
    assert "Countries agree" in str(alert.hit["reason"])


def test_a_register_of_codes_is_left_as_it_is(desk: Home) -> None:
    register(desk, party("c1", "Mahan Air", countries=("ir", "gb")))
    go_back(desk)
    Database.of(desk).bring_up_to_date()
    assert kept(desk) == {"c1": (("ir", "gb"), 1)}
    assert not [one for one in audit_records(desk) if one.action == "repair"]
