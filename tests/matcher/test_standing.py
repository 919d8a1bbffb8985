"""A listed name that stands whole in a longer query is a hit, and what stands around says which."""

import time
from math import exp

import numpy as np
import pytest

from matcher.comparison.model import decide
from matcher.index.build import build
from matcher.names.parser import analyse
from matcher.names.surroundings import others
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match, match_queries
from matcher.search.query import ParsedQuery
from matcher.search.reverse import build_book, matching_parties
from matcher.search.standing import standing, standing_names
from records import Decision, Entity, Kind, ListedName, NameKind, Query

COMPANY, SHIP, PERSON = Kind.ORGANIZATION, Kind.VESSEL, Kind.PERSON
LISTED = (
    ("Quorvantbank", COMPANY),
    ("Bank Melzir Qand", COMPANY),
    ("Joint Stock Company Tavrelmash Works", COMPANY),
    ("ООО Зирвалон Трейдинг", COMPANY),
    ("Horizon", SHIP),
    ("Electronics", SHIP),
    ("Technology Company", COMPANY),
    ("Yusuf Ostravny Qarmuk", PERSON),
    ("Yusuf", PERSON),
    ("Zavod 12", COMPANY),
    ("Power Resources LLC", COMPANY),
    ("AO Beacon", COMPANY),
    ("LA MARMOTTE", SHIP),
    ("Titanik", Kind.AIRCRAFT),
    ("QVZ", COMPANY),
    ("Unico Shipping Co Ltd", COMPANY),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(build(list(map(entity, range(len(LISTED)))), language))


def entity(number: int) -> Entity:
    text, kind = LISTED[number]
    names = (ListedName(text=text, kind=NameKind.PRIMARY),)
    return Entity(id=f"custom:{number}", kind=kind, names=names)


def hits(text: str, finder: Finder, threshold: float = 0.8) -> dict[str, Match]:
    index = finder.index
    return {index.name_texts[m.name]: m for m in match(text, finder, Policy(threshold))}


def test_an_ordinary_word_beside_a_town_is_no_aircraft_that_is_spelt_otherwise(own: Finder) -> None:
    assert "Titanik" in hits("Titanik Kazan", own)
    assert "Titanik" not in hits("Titanic Kazan", own)


AROUND = [
    "{} Kazan",
    "{}, Kazan",
    "{} Russia",
    "{}, РФ",
    "{} Hamburg Branch",
    "{} - Bandar Abbas Office",
    "{}, 12 Sadovaya Street, Riga",
    "{} 12 SAMPLE STREET HAMBURG",
    "{}, PO Box 4410, Dubai",
    "{}, Finance Department",
    "Attn: {}",
    "c/o {}",
    "To the order of {}",
    "On behalf of {}",
    "/4081781004200001/{}",
    "1/{}",
    "INV 20331 {}",
    "BENEF {}",
    "Ultimate owner: {}",
    "{} USD account",
    "{} Repräsentanz",
    "{}北京代表处",
    "Salaries {}",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("name", ["Quorvantbank", "Bank Melzir Qand", "JSC Tavrelmash Works"])
def test_a_whole_name_with_a_place_or_an_address_around_it_is_found(
    name: str, around: str, own: Finder
) -> None:
    assert len(hits(around.format(name), own)) == 1
    assert len(hits(around.format(name).upper(), own)) == 1


@pytest.mark.parametrize("text", ["QVZ Kazan", "QVZ Russia", "QVZ, Hamburg Branch"])
def test_initials_with_a_place_around_them_are_found(text: str, own: Finder) -> None:
    assert set(hits(text, own)) == {"QVZ"}


@pytest.mark.parametrize(
    "text", ["Qvz Kazan", "QVZ Kazan Solar", "QVZ Trading Kazan", "QVS Kazan", "Kazan QVZ LLC"]
)
def test_initials_with_words_around_them_are_others(text: str, own: Finder) -> None:
    assert hits(text, own) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Unico Shipping Co Ltd www.example.com",
        "Unico Shipping Co Ltd via Ondry Karsit",
        "Unico Shipping Co., Ltd., staff outing",
    ],
)
def test_what_follows_a_name_and_its_own_form_is_for_a_person_to_look_at(
    text: str, own: Finder
) -> None:
    found = hits(text, own)
    assert set(found) == {"Unico Shipping Co Ltd"}
    assert decide(found["Unico Shipping Co Ltd"].score) is Decision.REVIEW


def test_a_form_of_one_word_in_the_middle_of_a_line_ends_a_name_as_well(own: Finder) -> None:
    assert set(hits("Beacon AO KYC file", own)) == {"AO Beacon"}
    assert hits("Beacon GmbH KYC file", own) == {}
    assert hits("Beacon Ao Ondry Holding Corp.", own) == {}


def test_a_form_further_behind_is_of_another_party(own: Finder) -> None:
    assert set(hits("Beacon AO trading as Ondry Co", own)) == {"AO Beacon"}
    assert hits("Beacon AO GmbH Karsit", own) == {}
    assert hits("Ondry Co Beacon Works AO", own) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Ondry Unico Shipping Co Ltd",
        "Unico Shipping Ondry Co Ltd",
        "Unico Shipping Ondry Karsit",
    ],
)
def test_words_before_its_form_or_behind_another_are_of_another_name(
    text: str, own: Finder
) -> None:
    assert hits(text, own) == {}


def test_what_stands_around_decides_between_match_and_review(own: Finder) -> None:
    place = hits("Tavrelmash Works, Kazan", own)["Joint Stock Company Tavrelmash Works"]
    words = hits("Tavrelmash Works Ondry Karsit", own)["Joint Stock Company Tavrelmash Works"]
    assert decide(place.score) is Decision.MATCH
    assert decide(words.score) is Decision.REVIEW
    assert place.score > words.score


@pytest.mark.parametrize(
    "text",
    [
        "Quorvantbank Tavrelmash Works",
        "Tavrelmash Works Quorvantbank",
        "Quorvantbank Tavrelmash Works Kazan",
        "Ondry Quorvantbank Karsit Tavrelmash Works",
    ],
)
def test_names_side_by_side_are_all_found(text: str, own: Finder) -> None:
    wanted = {"Quorvantbank", "Joint Stock Company Tavrelmash Works"}
    assert set(hits(text, own)) == wanted


def test_a_name_that_is_found_speaks_against_no_other(own: Finder) -> None:
    """By itself among other words *Bank Melzir Qand* must tell more than it does beside a name."""
    assert set(hits("Zirvalon Treiding Quorvantbank", own)) == {
        "ООО Зирвалон Трейдинг",
        "Quorvantbank",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Horizon Cannabis Inc",
        "Horizon Holdings Hamburg",
        "Ondry Technology Company",
        "Yusuf Trading",
        "Yusuf, Hamburg",
        "Zavod Karsit",
        "Quorvantbankers Ondry",
    ],
)
def test_short_and_everyday_names_in_longer_ones_are_none(text: str, own: Finder) -> None:
    assert hits(text, own) == {}


def test_a_ship_is_known_by_its_prefix(own: Finder) -> None:
    for prefix in ("MV ", "M/T ", "Tanker ", "Vessel: ", "т/х "):
        assert set(hits(f"{prefix}Horizon", own)) == {"Horizon"}


def test_an_article_may_stand_between_a_ships_prefix_and_its_name(own: Finder) -> None:
    for prefix in ("MV ", "M/T ", "Tanker ", "Vessel: "):
        assert set(hits(f"{prefix}La Marmotte", own)) == {"LA MARMOTTE"}


def test_a_ships_prefix_makes_a_name_of_a_trade_word_and_of_a_weak_alias(
    own: Finder, language: Language
) -> None:
    assert set(hits("M/V Electronics", own)) == {"Electronics"}
    assert hits("Kestrel Electronics", own) == {}
    weak = Entity(
        id="custom:weak", kind=SHIP, names=(ListedName(text="Atlantis", kind=NameKind.WEAK),)
    )
    alone = Finder(build([weak, *map(entity, range(len(LISTED)))], language))
    assert set(hits("SS Atlantis", alone)) == {"Atlantis"}


def test_a_person_stands_in_any_order(own: Finder) -> None:
    assert set(hits("Attn: Qarmuk Yusuf Ostravny, Riga", own)) == {"Yusuf Ostravny Qarmuk"}
    assert hits("Works Tavrelmash Ondry Karsit", own) == {}


@pytest.mark.parametrize(
    ("text", "stretch", "left"),
    [
        ("Quorvant Kazan", range(1), []),
        ("Quorvant Ondry Branch", range(1), []),
        ("Quorvant Ondry", range(1), ["ondry"]),
        ("Quorvant 9", range(1), ["9"]),
        ("Quorvant, 9 Ondry Street", range(1), []),
        ("Quorvant Tower", range(1), ["tower"]),
        ("Quorvant Prime Office Property Fund", range(1), ["prime", "property", "fund"]),
        ("Account 40817810 Quorvant", range(2, 3), []),
        ("Quorvant Germany GmbH", range(1), []),
        ("Attn: Karsit Ondry, Quorvant", range(3, 4), []),
    ],
)
def test_what_may_make_another_name_of_it(text: str, stretch: range, left: list[str]) -> None:
    name = analyse(text)
    assert [name.words[place].form for place in others(name, stretch)] == left


def test_every_word_around_has_its_row_and_all_add_up(own: Finder) -> None:
    for text in ("Attn: Tavrelmash Works, Kazan", "Tavrelmash Works Ondry Karsit"):
        (hit,) = hits(text, own).values()
        told = " ".join(row.query for row in hit.evidence if row.query)
        assert sorted(analyse(told).bag) == sorted(analyse(text).bag)
        odds = hit.intercept + sum(row.contribution or 0.0 for row in hit.evidence)
        assert 1 / (1 + exp(-odds)) == pytest.approx(hit.score, abs=1e-4)
    rows = {row.query: row for row in hit.evidence}
    assert rows["Ondry"].how == "beside"
    assert (rows["Ondry"].contribution or 0.0) < -1.0


def test_a_place_around_is_told_apart_from_other_words(own: Finder) -> None:
    (hit,) = hits("Tavrelmash Works Kazan", own).values()
    assert [row.how for row in hit.evidence if row.query == "Kazan"] == ["around"]


def test_nothing_that_would_be_believed_is_left_out_by_the_search(finder: Finder) -> None:
    index = finder.index
    names = [index.name_texts[number] for number in range(0, index.name_count, 11)]
    texts = [around.format(name) for name, around in zip(names, AROUND * len(names), strict=False)]
    texts += [f"{one} {other}" for one, other in zip(names[::2], names[1::2], strict=False)]
    asked = [one.names[0].name for one in (ParsedQuery.of(Query(name=text)) for text in texts)]
    found = 0
    for name, proposed in zip(asked, standing(asked, finder.vocabulary), strict=True):
        wanted = standing_names(name, range(index.name_count), finder)
        assert {one.listed for one in wanted} <= set(proposed), name.text
        found += len(wanted)
    assert found > len(texts)


def test_other_lists_that_are_not_asked_leave_the_answer_as_it_is(own: Finder) -> None:
    text = "Quorvantbank Tavrelmash Works"
    whole = hits(text, own)
    allowed = own.index.names_of_entity(0)
    mask = np.isin(np.arange(own.index.name_count), allowed)
    (part,) = next(match_queries([Query(name=text)], own, Policy(0.8, allowed=mask)))
    assert part == whole["Quorvantbank"]


def test_a_new_entry_finds_the_counterparties_in_which_it_stands(
    own: Finder, language: Language
) -> None:
    texts = ["Attn: Bank Melzir Qand, Riga", "Ondry Karsit", "Tavrelmash Works Quorvantbank"]
    book = build_book(((n, Query(name=t)) for n, t in enumerate(texts)), language)
    found = [
        matching_parties(book, own.index, own.index.names_of_entity(number), 0.8).tolist()
        for number in range(3)
    ]
    assert found == [[2], [0], [2]]


@pytest.mark.parametrize(
    "query",
    ["Phoenix Power Resources plc", "Beacon New Zealand Limited", "Hamburg Beacon Ltd"],
)
def test_places_before_common_words_or_a_form_make_another_name_of_them(
    query: str, own: Finder
) -> None:
    assert not hits(query, own)


@pytest.mark.parametrize("query", ["AO Beacon, Kazan", "AO Beacon Kazan", "Beacon - Riga Office"])
def test_places_behind_common_words_do_not(query: str, own: Finder) -> None:
    assert "AO Beacon" in hits(query, own)


def test_a_listed_name_a_thousand_times_in_one_cell_costs_no_more_than_its_share(
    own: Finder,
) -> None:
    """What grew with the cube took 40 seconds for the tenth of it."""
    begun = time.process_time()
    assert "Bank Melzir Qand" in hits("Bank Melzir Qand " * 1000 + "x", own)
    assert time.process_time() - begun < 5
