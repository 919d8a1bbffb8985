"""A customer beside listed entries: rows agree, differ, or say that nobody knows."""

from datetime import UTC, datetime
from typing import Any

import pytest
from support.desk_work import entity

from lists.countries import country_name
from lists.programmes import programme_words
from records import Identifier, Kind, Query
from screening.cases.due import Due, age
from screening.cases.side_by_side import Row, side_by_side
from store.policy import DeskPolicy


def row(party: Query, title: str, **listed: Any) -> Row:
    entry = entity("us_ofac_sdn:1", "Alpha Trading", **listed)
    hits = {entry.id: {"decision": "review", "matched_name": "Alpha Trading"}}
    return next(each for each in side_by_side(party, [entry], hits) if each.title == title)


def imo(value: str) -> tuple[Identifier, ...]:
    return (Identifier(type="imo", value=value),)


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        (("ru",), ("ir", "ru"), "agrees"),
        (("de",), ("ir", "ru"), "differs"),
        ((), ("ir",), "unknown"),
        (("de",), (), "unknown"),
    ],
)
def test_countries_agree_differ_or_are_unknown(
    ours: tuple[str, ...], theirs: tuple[str, ...], verdict: str
) -> None:
    found = row(Query(name="Alpha", countries=ours), "Countries", countries=theirs)
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("9187629", "9187629", "agrees"),
        ("9187629", "9187631", "differs"),
    ],
)
def test_identifiers_of_one_type_are_compared(ours: str, theirs: str, verdict: str) -> None:
    found = row(Query(name="Alpha", identifiers=imo(ours)), "Identifiers", identifiers=imo(theirs))
    assert found.verdict == verdict


def test_what_a_customer_does_not_say_is_unknown_and_clears_nobody() -> None:
    found = row(Query(name="Alpha"), "Born", birth_dates=("1970-01-01",))
    assert (found.verdict, found.ours) == ("unknown", ())
    assert row(Query(name="Alpha", kind=Kind.PERSON), "Kind").verdict == "differs"


@pytest.mark.parametrize(
    ("source", "code", "words"),
    [
        ("us_ofac_sdn", "RUSSIA-EO14024", "Russia, Executive Order 14024"),
        ("us_ofac_sdn", "SOUTH SUDAN", "South Sudan"),
        (
            "us_ofac_cons",
            "CMIC-EO13959",
            "Chinese military-industrial companies, Executive Order 13959",
        ),
        ("eu_fsf", "TAQA-EUAQ", "ISIL (Da'esh) and Al-Qaida"),
        ("eu_fsf", "NEW1", "NEW1"),
    ],
)
def test_programmes_are_said_in_words(source: str, code: str, words: str) -> None:
    assert programme_words(source, code) == words


def test_a_country_that_is_not_known_stays_a_code() -> None:
    assert (country_name("kp"), country_name("q7")) == ("North Korea", "Q7")


@pytest.mark.parametrize(
    ("since", "text", "due"),
    [
        ("2026-11-20T11:20:00Z", "40 min", Due.FRESH),
        ("2026-11-20T01:00:00Z", "11 h", Due.FRESH),
        ("2026-11-16T12:00:00Z", "4 d", Due.SOON),
        ("2026-11-12T12:00:00Z", "8 d", Due.OVERDUE),
    ],
)
def test_what_waits_for_long_is_due(since: str, text: str, due: Due) -> None:
    found = age(since, DeskPolicy(), datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert (found.text, found.due) == (text, due)
