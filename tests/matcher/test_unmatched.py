"""A name that is asked for again is answered as it was, and looked for once."""

from typing import Any

import pytest

from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_all, match_queries
from matcher.search.query import ParsedQuery
from matcher.search.unmatched import LONGEST, REMEMBERED, Unmatched, name_alone
from records import Identifier, Kind, Query

STRANGER = "Qwrtpsdf Zxcvbnmk"
AT_DEFAULT = Policy(0.8)


@pytest.fixture
def new(finder: Finder) -> Finder:
    return Finder(finder.index, finder.vocabulary)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that are taken apart."""
    names, of = list[str](), ParsedQuery.of

    def counted(query: Query) -> ParsedQuery:
        names.append(query.name)
        return of(query)

    monkeypatch.setattr(ParsedQuery, "of", counted)
    return names


def hits(names: list[str], finder: Finder, policy: Policy = AT_DEFAULT) -> list[list[Match]]:
    return list(match_all(names, finder, policy))


def test_a_name_that_comes_again_has_the_same_answer(new: Finder, read: list[str]) -> None:
    listed = new.index.name_texts[0]
    first, stranger, again, last = hits([listed, STRANGER, listed, STRANGER], new)
    assert first
    assert again == first
    assert stranger == last == []
    assert sorted(read) == sorted([listed, STRANGER])


def test_what_was_on_no_list_is_not_looked_for_again_and_what_was_is(
    new: Finder, read: list[str]
) -> None:
    listed = new.index.name_texts[0]
    first = hits([listed, STRANGER], new)
    assert hits([STRANGER, listed], new) == first[::-1]
    assert read == [listed, STRANGER, listed]


def test_a_search_of_another_kind_looks_again(new: Finder) -> None:
    listed = new.index.name_texts[0]
    none = new.index.names_of_persons & ~new.index.names_of_persons
    assert hits([listed], new, Policy(0.8, allowed=none)) == [[]]
    assert hits([listed], new) != [[]]
    (near,) = hits([listed[:-4] + "xqzw"], new, Policy(0.99))
    assert near == []
    assert hits([listed[:-4] + "xqzw"], new, Policy(0.01)) != [[]]


@pytest.mark.parametrize(
    "more",
    [
        {"kind": Kind.PERSON},
        {"aliases": ("Other",)},
        {"countries": ("ru",)},
        {"identifiers": (Identifier(type="", value="7736050003"),)},
        {"birth_dates": ("1960",)},
        {"gender": "male"},
    ],
)
def test_who_says_more_than_a_name_is_looked_for_each_time(
    more: dict[str, Any], new: Finder, read: list[str]
) -> None:
    asked = Query(name=STRANGER, **more)
    assert name_alone(asked) is None
    list(match_queries([Query(name=STRANGER), asked, asked], new, AT_DEFAULT))
    assert read == [STRANGER] * 3


def test_long_names_are_not_kept_nor_more_names_than_fit() -> None:
    assert name_alone(Query(name="x" * LONGEST)) is not None
    assert name_alone(Query(name="x" * (LONGEST + 1))) is None
    kept = Unmatched()
    names = kept.names(0.8, 10, None)
    assert kept.names(0.8, 10, None) is names
    names.update(map(str, range(REMEMBERED)))
    assert kept.names(0.8, 10, None) == set()
    # Whoever holds what was kept before is not disturbed.
    assert len(names) == REMEMBERED
