"""Two words of a listed name that are written as one with a slip are read as two."""

import pytest

from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.glued_words import with_words_apart
from matcher.search.match import Policy, match
from matcher.search.query import ParsedQuery
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Kind, ListedName, NameKind, Query

COMPANY, SHIP, PERSON = Kind.ORGANIZATION, Kind.VESSEL, Kind.PERSON
LISTED = (
    ("Qorvanta Zelmirsk Shipping Lines", COMPANY),
    ("Tembrovka 45", SHIP),
    ("Murvan Ostalgo", PERSON),
    ("Joint Stock Company Pelquarin", COMPANY),
    ("Hadrivan Works LLC", COMPANY),
    ("IRV Zolmenda", SHIP),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    names = [(ListedName(text=text, kind=NameKind.PRIMARY), kind) for text, kind in LISTED]
    entities = (
        Entity(id=f"custom:{number}", kind=kind, names=(name,))
        for number, (name, kind) in enumerate(names)
    )
    return Finder(build(entities, language))


@pytest.mark.parametrize(
    ("query", "entity"),
    [
        ("QorvantaZelmisk Shipping Lines", 0),
        ("QorvatnaZelmirsk Shipping Lines", 0),
        ("Qorvanta ZelmirskShippnig Lines", 0),
        ("QORVANTAZELMIRRSK SHIPPING LINES", 0),
        ("TEMBROVAK45", 1),
        ("Tembruvka45", 1),
        ("MurvanOstlago", 2),
        ("JSCPelquatin", 3),
        ("Hadrivan WorksLLC", 4),
        ("HadrivanWroks LLC", 4),
        ("IRVZolmenad", 5),
    ],
)
def test_two_words_as_one_with_a_slip_find_the_name(query: str, entity: int, own: Finder) -> None:
    assert [one.entity for one in match(query, own, Policy(0.8))] == [entity]


@pytest.mark.parametrize(
    "query",
    [
        # Another number, two slips, a word that stands nowhere beside the other, one word alone.
        "Tembrovak46",
        "QorvatnaZelmisk Shipping Lines",
        "MurvanZelmisk",
        "QorvantaOstlago",
        "Tembrovkaland",
    ],
)
def test_words_that_are_no_neighbours_find_nothing(query: str, own: Finder) -> None:
    assert match(query, own, Policy(0.8)) == []


@pytest.mark.parametrize("query", ["International Shipping Lines", "Qorvanta Zelmirsk", "12345678"])
def test_words_that_are_known_are_not_cut(query: str, own: Finder) -> None:
    (asked,) = with_words_apart([ParsedQuery.of(Query(name=query))], own)
    assert asked == ParsedQuery.of(Query(name=query))


def test_monitoring_finds_the_counterparty_by_the_listed_name(
    own: Finder, language: Language
) -> None:
    texts = ["QorvantaZelmisk Lines", "Murvan Zelmisk", "TEMBROVAK45"]
    book = build_book(((n, Query(name=text)) for n, text in enumerate(texts)), language)
    found = [
        matching_parties(book, own.index, own.index.names_of_entity(number), 0.8).tolist()
        for number in range(2)
    ]
    assert found == [[0], [2]]
