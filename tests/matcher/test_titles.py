"""Titles before a person's name in queries."""

import pytest

from matcher.names.parser import analyse
from matcher.names.titles import untitled
from matcher.names.variants import asked_variants


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Sheikh Hassan bin Zelfaisal", "hassan bin zelfaisal"),
        ("Maj. Gen. Dr. Karim Zelhaddad", "karim zelhaddad"),
        ("Herr Doktor Jens Zelmann", "jens zelmann"),
        ("HAJI ABDUL ZELMANAN", "abdul zelmanan"),
    ],
)
def test_a_name_is_read_without_its_titles_too(asked: str, read: str) -> None:
    ways = [" ".join(word.form for word in v.name.words) for v in asked_variants(analyse(asked))]
    assert ways[0] != read
    assert read in ways


@pytest.mark.parametrize(
    "asked",
    ["Doctor Zelko Ltd", "Captain Trading", "Sheikh Zelko", "General Motors 7", "Hassan Dr"],
)
def test_a_firm_or_a_single_name_keeps_its_title(asked: str) -> None:
    assert untitled(analyse(asked)) is None
