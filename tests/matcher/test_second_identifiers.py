"""What stands beside a name moves its score; it never hides a name in the same words, and never
makes a hit of a name that has little in common.
"""

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match_queries
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Gender, Identifier, Kind, ListedName, NameKind, Query

POLICY = Policy(0.8)
LISTED: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "Vladimir Vladimirovich KARIMZADEH",
        {"birth_dates": ("1952-10-07",), "nationalities": ("ru",)},
    ),
    ("Ali Hassan MAJIDI", {"birth_dates": ("1960~",)[:0], "genders": (Gender.MALE,)}),
    ("Rashid Omar SULAYMANI", {"birth_dates": ("1971",), "nationalities": ("iq",)}),
)


def entity(number: int, name: str, said: dict[str, object]) -> Entity:
    names = (ListedName(text=name, kind=NameKind.PRIMARY),)
    return Entity(id=f"own:{number}", kind=Kind.PERSON, names=names, **said)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    mail = (Identifier(type="email", value="office@karimzadeh-trade.example"),
            Identifier(type="website", value="www.karimzadeh-trade.example"),
            Identifier(type="phone", value="+7 (495) 555-01-23"))  # fmt: skip
    found = [entity(number, name, said) for number, (name, said) in enumerate(LISTED)]
    found.append(entity(9, "Karimzadeh Trade", {"contacts": mail}))
    return Finder(build(found, language))


def ask(own: Finder, threshold: float = 0.8, **said: object) -> dict[int, Match]:
    query = Query(**said)  # type: ignore[arg-type]
    (found,) = match_queries([query], own, Policy(threshold))
    return {one.entity: one for one in found}


def how(one: Match) -> set[str]:
    return {row.how for row in one.evidence}


def test_the_same_birth_date_finds_a_person_whose_name_alone_is_not_enough(own: Finder) -> None:
    name = "Vladimer Karimsade"
    alone = ask(own, 0.1, name=name)[0].score
    assert 0.5 <= alone < 0.8
    (hit,) = ask(own, name=name, birth_dates=("1952-10-07",)).values()
    assert hit.score > 0.9
    assert "birth date agrees" in how(hit)
    assert hit.reason.startswith("Birth date agrees: 1952-10-07 asked for, 1952-10-07 on the list.")


def test_another_birth_date_lowers_and_never_hides_a_name_in_the_same_words(own: Finder) -> None:
    name = "Rashid Omar Sulaymani"
    before = ask(own, name=name)[2]
    after = ask(own, name=name, birth_dates=("1999-03-02",))[2]
    assert before.score >= model().sure > after.score >= 0.8
    row = next(row for row in after.evidence if row.how == "birth date differs")
    assert (row.query, row.name, row.score, row.contribution) == ("1999-03-02", "1971", 0.0, -2.5)


def test_another_birth_date_takes_off_more_from_a_name_that_is_only_alike(own: Finder) -> None:
    name = "Rashed Sulaymani"
    score = ask(own, 0.1, name=name)[2].score
    differing = ask(own, 0.1, name=name, birth_dates=("1999-03-02",))[2].score
    assert differing < score


def test_birth_date_makes_no_hit_of_a_name_that_has_little_in_common(own: Finder) -> None:
    assert ask(own, name="Vladimir Petrenko", birth_dates=("1952-10-07",)) == {}


def test_what_the_list_does_not_say_is_told_and_changes_nothing(own: Finder) -> None:
    name = "Ali Hassan Majidi"
    alone, asked = ask(own, name=name)[1], ask(own, name=name, birth_dates=("1999",))[1]
    assert alone.score == asked.score
    row = next(row for row in asked.evidence if row.how == "birth date unknown")
    assert (row.name, row.contribution) == (None, 0.0)


def test_a_nationality_is_not_counted_as_a_country_once_more(own: Finder) -> None:
    hit = ask(own, name="Rashid Omar Sulaymani", nationalities=("iq",), countries=("iq",))[2]
    assert "nationality agrees" in how(hit)
    assert "country" not in how(hit)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("email", "mailto:Office@Karimzadeh-Trade.example"),
        ("website", "https://karimzadeh-trade.example/"),
        ("website", "https://karimzadeh-trade.example/en/contact"),
        ("phone", "0074955550123"),
    ],
)
def test_a_listed_contact_is_a_review_whatever_the_name(own: Finder, kind: str, value: str) -> None:
    contact = (Identifier(type=kind, value=value),)
    (hit,) = ask(own, name="Brightwater Foods", identifiers=contact).values()
    assert hit.entity == 3
    assert "contact" in how(hit)
    assert 0.8 <= hit.score < model().sure


def test_a_contact_of_another_sort_or_in_a_name_finds_nobody(own: Finder) -> None:
    number = (Identifier(type="registration", value="74955550123"),)
    assert ask(own, name="Brightwater Foods", identifiers=number) == {}
    assert ask(own, name="Brightwater Foods 74955550123") == {}


def test_the_evidence_adds_up_to_the_score(own: Finder) -> None:
    hit = ask(
        own, name="Rashid Omar Sulaymani", birth_dates=("1971-02-03",), nationalities=("ir",)
    )[2]
    odds = hit.intercept + sum(row.contribution or 0.0 for row in hit.evidence)
    assert 1 / (1 + 2.718281828**-odds) == pytest.approx(hit.score, abs=0.0002)


def test_a_new_entry_finds_the_counterparties_who_reach_it_by_their_birth_date(
    own: Finder, language: Language
) -> None:
    queries = [
        Query(name="Vladimir Karimsade", birth_dates=("1952-10-07",)),
        Query(name="Vladimir Karimsade"),
        Query(name="Brightwater Foods", birth_dates=("1952-10-07",)),
    ]
    book = build_book(enumerate(queries), language)
    assert matching_parties(book, own.index, [0], 0.8).tolist() == [0]
