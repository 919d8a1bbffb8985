"""Names with other spaces between their letters, and names cut at a field's end."""

import pytest

from matcher.comparison.by_letters import letters_of
from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match
from matcher.search.query_batch import Block
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Kind, ListedName, NameKind, Query

COMPANY, SHIP = Kind.ORGANIZATION, Kind.VESSEL
LISTED = (
    ("Qorvan Company", COMPANY),
    ("TAVRINA III", SHIP),
    ("RYOSUNG COMMERCIAL BANK", COMPANY),
    ("Southern Gulf Petrochemical Industries Zarvand PLC", COMPANY),
    ("State-owned Foreign Trade Unitary Enterprise Belkvant", COMPANY),
    ("Obshchestvo S Ogranichennoi Otvetstvennostyu Veltrang", COMPANY),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(build(list(map(entity, range(len(LISTED)))), language))


def entity(number: int) -> Entity:
    text, kind = LISTED[number]
    name = ListedName(text=text, kind=NameKind.PRIMARY)
    return Entity(id=f"custom:{number}", kind=kind, names=(name,))


def found(query: str, finder: Finder) -> list[Match]:
    return match(query, finder, Policy(0.8))


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("Qorvancompany", 0),
        ("TAVRINAIII", 1),
        ("RYOSUNGcommercial BANK", 2),
        ("State owned Foreigntrade Unit Ary Enterprise Belk Vant", 4),
    ],
)
def test_other_spaces_between_the_same_letters_make_no_other_name(
    own: Finder, query: str, number: int
) -> None:
    assert [one.entity for one in found(query, own)] == [number]
    assert "joined" in {row.how for row in found(query, own)[0].evidence}


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("Southern Gulf Petrochemical Industri", 3),
        ("SOUTHERN GULF PETROCHEMICAL INDUSTRIES ZAR", 3),
        ("State-owned Foreign Trade Unitary E", 4),
        ("Obshchestvo S Ogranichennoi Otvetstvennostyu Velt", 5),
    ],
)
def test_a_name_cut_at_a_fields_end_is_found_and_says_so(
    own: Finder, query: str, number: int
) -> None:
    assert [one.entity for one in found(query, own)] == [number]
    assert [row.how for row in found(query, own)[0].evidence].count("cut") == 1


@pytest.mark.parametrize(
    "query",
    [
        # A legal form, whole or cut, is the beginning of any name.
        "Obshchestvo S Ogranichennoi Otvetst",
        # Too short to have been cut.
        "Southern Gulf P",
        # It goes on with other letters.
        "Southern Gulf Petrochemical Inspectors",
        "TAVRINAII",
    ],
)
def test_other_letters_or_too_few_are_no_cut_name(own: Finder, query: str) -> None:
    assert found(query, own) == []


def test_two_names_compared_without_a_list_say_the_same(language: Language) -> None:
    name = LISTED[3][0]
    asked = [
        "Southern Gulf Petrochemical Indu",
        "Southern Gulfpetro Chemical Industrieszarvand PLC",
    ]
    assert [one.score >= 0.8 for one in compare(((text, name) for text in asked), language)] == [
        True,
        True,
    ]


def test_a_new_entry_finds_the_counterparties_whose_names_were_cut(
    own: Finder, language: Language
) -> None:
    index = own.index
    parties = ["Southern Gulf Petrochemical Industri", "Qorvancompany", "Gulf Petrochemical"]
    book = build_book(((n, Query(name=text)) for n, text in enumerate(parties)), language)
    assert set(matching_parties(book, index, [0, 3], 0.8).tolist()) >= {0, 1}


def test_every_word_of_a_cut_name_is_explained_once(own: Finder) -> None:
    query = "State-owned Foreign Trade Unitary E"
    rows = found(query, own)[0].evidence
    asked = [row.query for row in rows if row.query]
    assert sum(len(analyse(text).words) for text in asked) == len(analyse(query).words)


def test_what_closes_with_a_sign_was_not_cut(own: Finder) -> None:
    begun = "State-owned Foreign Trade Unitary Enterprise Belk"
    assert found(begun, own)
    assert not found(f"{begun}”", own)


@pytest.mark.parametrize(
    "names",
    [
        ("Qorvan Company", "TAVRINA III", "Qorvan Limited Liability Company No. 12"),
        ("Завод №7", "曌曌有限公司", "one two", "TAVRINA iii", "Siren ii"),
    ],
)
def test_the_letters_of_many_queries_are_those_of_each(names: tuple[str, ...], own: Finder) -> None:
    queries = [analyse(name) for name in names]
    expected = ["".join(letters_of(query)).encode() for query in queries]
    with own.vocabulary.in_use():
        assert Block.of(queries, own.vocabulary).letters() == expected
