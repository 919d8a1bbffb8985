"""Parties with more than a name: identifiers decide, countries incline, other names count."""

from collections.abc import Callable

import pytest

from records import Decision, Identifier, Kind, Query, Settings
from screening.engine.engine import Engine
from screening.names.match import match, match_queries
from store import Home

ASKED = Settings(threshold=0.8)
GALE = "us_ofac_sdn:55701"


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


def ask(engine: Engine, settings: Settings = ASKED, **query: object):  # type: ignore[no-untyped-def]
    (answer,) = match_queries(engine, [Query(**query)], settings)  # type: ignore[arg-type]
    return answer


def test_a_plain_name_and_a_query_of_a_name_are_answered_alike(engine: Engine) -> None:
    names = ["Valerian Labs", "Wuhan Gaoxin Technology", "Qwrtp"]
    assert list(match(engine, names, ASKED)) == list(
        match_queries(engine, (Query(name=name) for name in names), ASKED)
    )


def test_an_equal_identifier_decides_whatever_the_name(engine: Engine) -> None:
    answer = ask(engine, name="Sunny Day", identifiers=(Identifier(type="imo", value="9294240"),))
    (hit,) = answer.hits
    assert (hit.entity_id, hit.score, hit.decision) == (GALE, 1.0, Decision.MATCH)
    first = hit.evidence[0]
    assert (first.query, first.name, first.how, first.weight) == (
        "imo 9294240",
        "9294240",
        "identifier",
        1.0,
    )
    assert hit.reason.startswith("'imo 9294240' is the listed party's imo 9294240.")


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("M/V Sunny Day (IMO 9294240)", GALE),
        ("9294240", GALE),
        ("Anything, ИНН 7811692203", "us_ofac_sdn:50810"),
        ("BIC VTBLAOLUXXX", "us_ofac_sdn:18725"),
        ("bc1qardcxz845jw83vgfvcmewhuxa0ag9gchjwmcfd", "us_ofac_sdn:45314"),
        ("Passport No PU262444", "us_ofac_sdn:34070"),
    ],
)
def test_an_identifier_in_the_name_decides(engine: Engine, name: str, entity: str) -> None:
    hits = {hit.entity_id: hit.score for hit in ask(engine, name=name).hits}
    assert hits[entity] == 1.0


def test_an_identifier_of_another_country_is_another_identifier(engine: Engine) -> None:
    number = Identifier(type="passport", value="24471008", country="co")
    assert ask(engine, name="Somebody Else", identifiers=(number,)).hits == ()


def test_another_number_of_the_same_type_speaks_against(engine: Engine) -> None:
    alone = ask(engine, name="ZR Energy DMCC").hits[0]
    other = Identifier(type="lei", value="5493001KJTIIGC8Y1R12")
    with_other = ask(engine, name="ZR Energy DMCC", identifiers=(other,)).hits[0]
    assert alone.decision is Decision.MATCH
    # The name is the listed one, letter by letter: it is shown, for a person to look at.
    assert with_other.decision is Decision.REVIEW
    assert with_other.score < alone.score
    assert with_other.evidence[0].how == "other identifier"


def test_countries_incline_and_never_hide_the_same_words(engine: Engine) -> None:
    plain, same, other = (
        ask(engine, name="ZR Energy", countries=countries).hits[0]
        for countries in ((), ("ae",), ("br",))
    )
    assert other.score <= plain.score <= same.score
    assert other.score >= ASKED.threshold
    assert other.evidence[0].how == "country"
    assert "Countries differ: br asked for, ae, ch on the list." in other.reason


def test_other_names_count_and_the_evidence_says_which(engine: Engine) -> None:
    (hit,) = ask(engine, name="Qwrtp Holding", aliases=("Xyz", "Valerian Labs")).hits
    assert (hit.entity_id, hit.alias) == ("us_ofac_sdn:45314", "Valerian Labs")
    assert hit.reason.startswith("By its other name 'Valerian Labs':")
    assert hit.evidence[0].query == "Valerian"
    (own,) = ask(engine, name="Valerian Labs", aliases=("Xyz",)).hits
    assert own.alias is None


def test_a_person_is_looked_for_among_persons(engine: Engine) -> None:
    assert ask(engine, name="Gale", kind=Kind.PERSON).hits == ()
    assert ask(engine, name="Gale", kind=Kind.VESSEL).hits
    assert ask(engine, name="Ali Gholami", kind=Kind.PERSON).hits
    assert ask(engine, name="Ali Gholami", kind=Kind.ORGANIZATION).hits == ()


def test_queries_of_several_kinds_are_answered_in_their_order(engine: Engine) -> None:
    queries = [
        Query(name="Gale", kind=Kind.VESSEL),
        Query(name="Ali Gholami", kind=Kind.PERSON, countries=("ir",)),
        Query(name="Valerian Labs"),
    ] * 3
    together = [answer.hits for answer in match_queries(engine, queries, ASKED)]
    assert together == [next(match_queries(engine, [query], ASKED)).hits for query in queries]
    assert all(together)
