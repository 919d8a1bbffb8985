"""What trade papers say of a ship behind its name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.listed_companies import is_hit

from matcher.names.parser import analyse
from matcher.names.ship_prefixes import as_a_ship, may_be_a_ship
from matcher.names.ship_remarks import remarks_begin
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants, every_variant
from records import Kind


@pytest.mark.parametrize(
    "query",
    [
        "Kestrel tanker",
        "KESTREL VSL",
        "Kestrel M/V",
        "Kestrel bulk carrier",
        "Kestrel Panama flag",
        "Kestrel flag: Panama",
        "Kestrel, Liberia flagged",
        "MV Kestrel Panama flag",
        "Kestrel voy 12",
        "Kestrel V.123E",
        "KESTREL 012N",
        "Kestrel DWT 45,000",
        "Kestrel B/L No. 2231",
        "Kestrel tanker, Panama flag, voyage 7",
        "Vessel name Kestrel",
        "FSO Kestrel",
        "S/T Kestrel",
    ],
)
def test_a_ship_of_a_usual_word_is_found_before_what_says_that_it_is_one(
    query: str, language: Language
) -> None:
    assert is_hit(query, "KESTREL", Kind.VESSEL, language)


@pytest.mark.parametrize("query", ["Kestral Voyager tanker", "KESTREL VOYAGR voy 12E"])
def test_its_name_may_have_a_slip_there(query: str, language: Language) -> None:
    assert is_hit(query, "Kestrel Voyager", Kind.VESSEL, language)


def test_a_number_at_the_end_of_its_name_stays_one(language: Language) -> None:
    assert is_hit("Kestrel I tanker", "KESTREL I", Kind.VESSEL, language)
    assert is_hit("Kestrel II M/V", "KESTREL II", Kind.VESSEL, language)


@pytest.mark.parametrize(
    ("query", "listed", "kind"),
    [
        ("Kestrel Tanker Ltd", "KESTREL", Kind.VESSEL),
        ("Kestrel Tankers Corporation", "KESTREL", Kind.VESSEL),
        ("Kestrel 500 MT", "KESTREL", Kind.VESSEL),
        ("Kestrel Electronics vessel", "KESTREL", Kind.VESSEL),
        ("Kestrol tanker", "KESTREL", Kind.ORGANIZATION),
        ("Ben tanker", "BEN", Kind.VESSEL),
        # Two letters with a stroke are a prefix, with an ampersand a name.
        ("M&T Bank", "BANKA", Kind.VESSEL),
    ],
)
def test_companies_and_short_names_are_no_ships(
    query: str, listed: str, kind: Kind, language: Language
) -> None:
    assert not is_hit(query, listed, kind, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kestrel oil tanker", "kestrel"),
        ("Kestrel Panamanian flag", "kestrel"),
        ("Kestrel flag", "kestrel flag"),
        ("Kestrel flag Ltd", "kestrel flag ltd"),
        ("Kestrel 12", "kestrel 12"),
        ("Tanker", "tanker"),
        ("voy 12", "voy"),
        ("12 12 12 12", "12 12 12 12"),
    ],
)
def test_the_first_word_is_always_a_name_s(text: str, name: str) -> None:
    words = analyse(text).words
    assert " ".join(word.form for word in words[: remarks_begin(words)]) == name


PARTS = ("Kestrel", "I", "tanker", "M/V", "MV", "VSL", "flag", "Panama", "Panamanian", "v", "voy",
         "012N", "12", "45,000", "DWT", "no", "B/L", "Ltd", "&", "MT", "bulk carrier")  # fmt: skip


@example(["flag", "Panamanian"])
@example(["Kestrel", "flag", "Panamanian"])
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_the_quick_look_misses_no_ship(parts: list[str]) -> None:
    name = analyse(" ".join(parts))
    assert as_a_ship(name) is None or may_be_a_ship(name)
    asked, every = asked_variants(name), every_variant(name)
    assert [one for one in asked if one.led] == [one for one in every if one.led]


@pytest.mark.parametrize(
    "text", ["Kestrel Kestrel DWT 012N", "flag Panamanian", "Zarvik Blintov invoice 4471N of the"]
)
def test_a_number_with_letters_is_seen_by_the_quick_look_at_what_stands_around(text: str) -> None:
    name = analyse(text)
    assert asked_variants(name) == every_variant(name)


def test_a_long_line_of_ships_takes_no_long_time() -> None:
    words = analyse("Kestrel" + " tanker" * 30).words
    assert remarks_begin(words) >= len(words) - 12
