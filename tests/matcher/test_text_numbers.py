"""Identifiers of listed parties in running text: found where they stand, whatever the names."""

import pytest

from matcher.columnar.arrays import Array
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.search.match import Policy


def numbers(text: str, finder: Searcher, allowed: Array | None = None) -> list[tuple[str, str]]:
    """What was found by an identifier, as it stands in the text, and the party's id."""
    found = find(text, finder, Policy(0.8, allowed=allowed))
    return [
        (text[one.start : one.end], finder.index.entity_ids[one.match.entity])
        for one in found
        if one.match.evidence[0].how == "identifier"
    ]


def listed(finder: Searcher, kind: str) -> tuple[str, str]:
    """A number of a type as published, and the party's id."""
    registers = finder.index.registers
    rows = (one for e in range(finder.index.entity_count) for one in registers.of(e))
    one = next(one for one in rows if one.type == kind)
    return one.published, finder.index.entity_ids[one.entity]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("imo", "The ship (IMO {}) left port."),
        ("imo", "IMO No. {}"),
        ("inn", "Плательщик ИНН {}, КПП 770101001"),
        ("inn", "a company with the number {} in Moscow"),
        ("ogrn", "OGRN: {}\nMoscow"),
    ],
)
def test_a_listed_number_is_found_and_is_the_span(
    kind: str, sentence: str, finder: Searcher
) -> None:
    value, party = listed(finder, kind)
    assert (value, party) in numbers(sentence.format(value), finder)


def test_a_number_decides_and_says_so(finder: Searcher) -> None:
    value, _ = listed(finder, "imo")
    text = f"The vessel Blue Lantern (IMO {value}) left port."
    (found,) = find(text, finder, Policy(0.8))
    assert found.match.score == 1.0
    assert value in found.match.reason
    assert not found.by_short_form


@pytest.mark.parametrize(
    "text",
    [
        "IMO 1234567 is no ship.",
        "Call 5557046113 at 9 o'clock, case 07HF0366.",
        "On 2014-07-31 he paid 9221 669 dollars.",
    ],
)
def test_other_numbers_are_nobodys(text: str, finder: Searcher) -> None:
    assert numbers(text, finder) == []


def test_a_number_inside_a_longer_one_is_another(finder: Searcher) -> None:
    value, _ = listed(finder, "inn")
    assert numbers(f"order 77{value}55 was paid", finder) == []


def test_numbers_of_parties_that_are_not_asked_for_are_not_found(finder: Searcher) -> None:
    value, _ = listed(finder, "imo")
    nobody = finder.index.arrays["name_entity"] < 0
    assert numbers(f"IMO {value}", finder, nobody) == []


def test_a_party_known_by_its_number_may_be_short(finder: Searcher) -> None:
    value, party = listed(finder, "imo")
    entity = next(
        e for e in range(finder.index.entity_count) if finder.index.entity_ids[e] == party
    )
    first = int((finder.index.arrays["name_entity"] == entity).argmax())
    name = finder.index.name_texts[first].title()
    text = f"{name} was seen at sea. Her number is IMO {value}."
    found = find(text, finder, Policy(0.8))
    assert {finder.index.entity_ids[one.match.entity] for one in found} == {party}
    assert text[found[0].start : found[0].end] == name
