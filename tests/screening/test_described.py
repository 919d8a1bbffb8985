"""A party in words: what is understood, and what is refused."""

import json

import pytest

from records import Gender, Identifier, Kind, TableRow, UsageError
from screening.tables.columns import Columns
from screening.tables.described import queries, query
from screening.tables.particulars import births, gender, read_births
from screening.tables.rows import counterparty


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("1960-05-23", ("1960-05-23",)),
        ("23.05.1960", ("1960-05-23",)),
        ("05/23/1960", ("1960-05-23",)),
        ("03/04/1960", ("1960-04-03", "1960-03-04")),
        ("05/05/1960", ("1960-05-05",)),
        ("23 May 1960", ("1960-05-23",)),
        ("May 23rd, 1960", ("1960-05-23",)),
        ("May 1960", ("1960-05",)),
        ("1960-05", ("1960-05",)),
        ("19600523", ("1960-05-23",)),
        ("1960-05-23 00:00:00", ("1960-05-23",)),
        ("00/00/1960", ("1960",)),
        ("1960", ("1960",)),
        ("1962-1958", ("1958/1962",)),
        ("between 1958 and 1962", ("1958/1962",)),
        ("circa 1960", ("1960~",)),
        ("c. 1960", ("1960~",)),
        ("1960~", ("1960~",)),
        ("1960; 23.5.1961", ("1960", "1961-05-23")),
        ("23.05.60", ()),
        ("31.02.1960", ()),
        ("unknown", ()),
    ],
)
def test_birth_dates_are_read_as_people_write_them(
    written: str, understood: tuple[str, ...]
) -> None:
    assert read_births(written) == understood


def test_a_description_says_more_than_a_name() -> None:
    found = query(
        {
            "name": "Ali Hassan",
            "kind": "person",
            "birth_dates": ["circa 1960"],
            "birth_places": ["Basra"],
            "nationalities": ["Iraq"],
            "countries": ["DE"],
            "gender": "M",
            "addresses": [{"city": "Berlin", "country": "Germany"}],
            "identifiers": [{"type": "tax", "value": "123456789", "country": "Iraq"}],
        }
    )
    assert (found.kind, found.birth_dates, found.birth_places) == (
        Kind.PERSON,
        ("1960~",),
        ("Basra",),
    )
    assert (found.nationalities, found.countries) == (("iq",), ("de", "iq"))
    assert found.gender is Gender.MALE
    assert (found.addresses[0].city, found.addresses[0].country) == ("Berlin", "de")
    assert found.identifiers == (Identifier(type="tax", value="123456789", country="iq"),)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            {"name": "A B", "birth_dates": ["31.02.1960"]},
            "'31.02.1960' is not understood as a birth",
        ),
        (
            {"name": "A B", "nationalities": ["Atlantis"]},
            "'Atlantis' is not understood as a country",
        ),
        ({"name": "A B", "gender": "x"}, "'x' is not understood"),
        ({"name": "A B", "kind": "robot"}, "'robot' is not known"),
        ({"name": "A B", "addresses": ["Berlin"]}, "a list of objects is needed"),
        ({"name": "A B", "identifiers": [{"type": "lei"}]}, "identifiers.0.value: missing"),
        (
            {"name": "A B", "identifiers": [{"type": "e-mail", "value": "a@b.example"}]},
            "identifiers.0.type: 'e-mail' is not known; expected one of: imo, .*email",
        ),
        ({"name": "?"}, "no word that can be searched for"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    said: dict[str, object], why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        query(said)


def test_json_lines_are_parties_and_a_wrong_line_is_named() -> None:
    good = json.dumps({"name": "Ali Hassan", "birth_dates": ["1960"]})
    assert [one.name for one in queries([good, "", good], "f.jsonl")] == ["Ali Hassan"] * 2
    for line in ("{", "[]", '{"name": "A B", "dob": "1960"}'):
        with pytest.raises(UsageError, match=r"f\.jsonl: line 2: "):
            list(queries([good, line], "f.jsonl"))


def test_nothing_said_is_nothing_asked() -> None:
    assert births(["", " "]) == ()
    assert gender("") is gender(None) is None


def test_columns_of_a_table_say_it_too() -> None:
    cells = ("Ali Hassan", "3.4.1960", "Iraq", "male", "12 Haifa Street", "Baghdad", "a@b.example")
    columns = Columns(
        name=(0,),
        identifiers=(("email", 6),),
        particulars=(
            ("birth_date", 1), ("nationality", 2), ("gender", 3), ("address", 4), ("city", 5),
        ),
    )  # fmt: skip
    found = counterparty(TableRow(row=1, line=2, cells=cells), columns)
    asked = found.query  # type: ignore[union-attr]
    assert asked.birth_dates == ("1960-04-03", "1960-03-04")
    assert (asked.nationalities, asked.countries, asked.gender) == (("iq",), ("iq",), Gender.MALE)
    assert (asked.addresses[0].text, asked.addresses[0].city) == (
        "12 Haifa Street, Baghdad",
        "Baghdad",
    )
    assert asked.identifiers == (Identifier(type="email", value="a@b.example"),)
