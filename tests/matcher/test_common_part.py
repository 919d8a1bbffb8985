"""Queries that have only the common words of a listed name."""

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match, match_queries
from records import Entity, Kind, ListedName, NameKind, Query

LISTED = (
    ("Zelwin Centre for Acoustics", Kind.ORGANIZATION),
    ("Zelpetsk Damask Textile Company Penza", Kind.ORGANIZATION),
    ("Zelmiskoye Design Bureau Orchid", Kind.ORGANIZATION),
    ("Omar Nasir Zeldahruj", Kind.PERSON),
    ("Ramzi Zelabdellah Omar", Kind.PERSON),
    ("Zelbrava Acoustics", Kind.ORGANIZATION),
    ("Institute of Solid State Acoustics and Optics Zelosipyan", Kind.ORGANIZATION),
    ("Zelmirnovex d.o.o. Banja Luka", Kind.ORGANIZATION),
    ("Karim Jamil Haddadin", Kind.PERSON),
    ("Yuzhnouralsky Instrument Plant Zelkastrel", Kind.ORGANIZATION),
    ("Empresa Naviera Importadora Zelcuvil", Kind.ORGANIZATION),
    ("Association for Education, Cultural and Community Affairs Zelsirat", Kind.ORGANIZATION),
    ("Scientific Research Institute of Instrument Design", Kind.UNKNOWN),
    ("Fadel Yunus Nasir", Kind.PERSON),
    ("Sabir Murad", Kind.PERSON),
    ("Muhammad Sabri Qasim", Kind.PERSON),
    ("Abd al-Malik Jabir Uthman Yusuf", Kind.PERSON),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    listed = (
        Entity(
            id=f"custom:{number}",
            kind=kind,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
            birth_dates=("1970-03-04",) if kind is Kind.PERSON else (),
        )
        for number, (text, kind) in enumerate(LISTED)
    )
    return Finder(build(list(listed), language))


@pytest.mark.parametrize(
    "query",
    [
        "Centre for Acoustics",
        "Acoustics Center GmbH",
        "Damask Textile Company",
        "Omar Nasir",
        # A town, a region, words of a trade in Spanish.
        "Banja Luka d.o.o.",
        "South Ural Plant",
        "Naviera Importadora S.A.",
        # Another name, and not the beginning of the listed one.
        "Karim Jamil Haddad",
        # The father of the listed person, and the listed person's child.
        "Yunus Nasir",
        "Idris Sabir Murad",
        # A name that stands behind *servant of* there.
        "Uthman Malik",
    ],
)
def test_common_words_alone_are_some_other_partys(query: str, own: Finder) -> None:
    assert match(query, own, Policy(model().threshold)) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Zelwin Acoustics", 0),
        ("Zelwin Acoustics Center", 0),
        ("Nasir Zeldahruj", 3),
        ("Sabri Qasim", 15),
        ("F. Yunus Nasir", 13),
        ("Muhammad Sabir Murad", 14),
        ("Abd al-Malik Yusuf", 16),
        ("Abdulmalik Uthman", 16),
        # Cut at the end of a field of a payment.
        ("Association for Education, Cultural", 11),
        ("Scientific Research Institute of Ins", 12),
        # The name between the first and the last is left out.
        ("Ramzi Omar", 4),
        # A town and a trade in another language are left out, or said in English.
        ("ZELMIRNOVEX DOO", 7),
        ("South Ural Pribor Zavod Zelkastrel", 9),
        ("Zelcuvil Shipping Import", 10),
        # A place in an adjective.
        ("Design Bureau Orchid", 2),
        # So many common words mean it.
        ("Institute of Solid State Acoustics and Optics", 6),
    ],
)
def test_a_word_of_its_own_or_many_common_ones_find_it(query: str, found: int, own: Finder) -> None:
    assert [hit.entity for hit in match(query, own, Policy(model().threshold))] == [found]


def test_the_birth_date_makes_a_hit_of_common_names(own: Finder) -> None:
    asked = Query(name="Omar Nasir", kind=Kind.PERSON, birth_dates=("1970-03-04",))
    (hits,) = match_queries([asked], own, Policy(model().threshold))
    assert [hit.entity for hit in hits] == [3]
