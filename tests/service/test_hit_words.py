"""Evidence and reasons in short, in the reader's language: nothing that weighs is left out."""

import re
from collections.abc import Iterator

import pytest
from signing_in import Serve, signed_in
from support.desk_work import SETTINGS

from matcher.comparison.explain import SAID
from matcher.particulars.verdict import Verdict
from records import Address, Gender, Identifier, Query
from screening.answers.json_lines import hit as as_json
from screening.engine.engine import Engine
from screening.names.match import match_queries
from service.pages import language
from service.pages.audit_words import ACTS, DETAILS
from service.pages.evidence_view import evidence
from service.pages.hit_reason import MET, reason
from service.pages.words import plain
from store import Home
from store.accounts import Accounts

pytest_plugins = ["service_plugin"]
PARTICULARS = ("birth date", "birth place", "nationality", "gender", "address")
WORDS = (
    *SAID,
    "equal",
    "extra",
    "missing",
    "beside",
    "around",
    "identifier",
    "other identifier",
    "contact",
    "country",
    *(f"{one} {said.value}" for one in PARTICULARS for said in Verdict),
)
ENGLISH = re.compile(
    r"\b(is|are|the|Compared|with|both|lacks|listed|asked|agrees?|differs?|query)\b"
)


@pytest.fixture
def german() -> Iterator[None]:
    language.speak("de")
    yield
    language.speak("en")


def test_every_way_in_which_words_meet_has_a_word_and_a_sentence(german: None) -> None:
    assert MET.keys() == SAID.keys()
    same = [how for how in WORDS if plain(how) in (how, how.replace("_", " "))]
    assert same == []


@pytest.mark.parametrize(
    "query",
    [
        Query(name="Wuhan Gaoxin Technology", countries=("cn",)),
        Query(name="武汉高芯科技有限公司", countries=("de",)),
        Query(name="Gaoxin Wuhan Tech & Sons", aliases=("Wuhan Gaoxin",)),
        Query(
            name="Hapjanggang Trading",
            birth_dates=("1960",),
            nationalities=("ir",),
            gender=Gender.MALE,
            addresses=(Address(text="Tehran, Iran", city="Tehran", country="ir"),),
            identifiers=(Identifier(type="email", value="info@mahan.example"),),
        ),
    ],
)
def test_a_german_reads_no_english_sentence_and_every_name_as_it_is(
    german: None, excerpts_home: Home, query: Query
) -> None:
    engine = Engine.open(excerpts_home)
    (answer,) = match_queries(engine, [query], SETTINGS)
    assert answer.hits
    for found in answer.hits:
        told = reason(found)
        names = [found.matched_name, *(row.query or "" for row in found.evidence)]
        names += [row.name or "" for row in found.evidence]
        plain_words = told
        for name in sorted(filter(None, names), key=len, reverse=True):
            plain_words = plain_words.replace(name, "")
        assert not ENGLISH.search(plain_words), told
        assert f"„{found.matched_name}“" in told
        assert reason(as_json(found)) == told
    language.speak("en")
    assert reason(answer.hits[0]) == answer.hits[0].reason


def test_short_evidence_leaves_out_nothing_that_adds_to_the_score(excerpts_home: Home) -> None:
    query = Query(
        name="Handelshaus Nord, Wuhan Gaoxin Technology",
        countries=("cn",),
        birth_dates=("1960",),
        gender=Gender.MALE,
    )
    (answer,) = match_queries(Engine.open(excerpts_home), [query], SETTINGS)
    found = answer.hits[0]
    shown = evidence(found)
    rows = [*shown.facts, *shown.words]
    told = {(row.how, row.adds) for row in rows}
    for row in found.evidence:
        if row.how.endswith(" unknown"):
            assert row.contribution == 0
            assert row.how.removesuffix(" unknown").replace("birth place", "place of birth") in (
                shown.silent
            )
        elif row.how in ("beside", "around"):
            assert row.query is not None
            assert row.query in shown.aside
        else:
            assert (row.how, row.contribution) in told
    assert ("country", "China", "China") in {(row.how, row.ours, row.theirs) for row in rows}


def test_the_audit_page_says_in_words_what_was_done(
    own_home: Home, accounts: Accounts, serve: Serve
) -> None:
    desk = signed_in(serve(own_home), "the admin")
    desk.get("/?q=Mahan+Air")
    german = desk.get("/audit", headers={"accept-language": "de"}).text
    for said in ("meldete sich an", "ließ zu", "suchte", "Rolle:", "angefragte Namen:"):
        assert said in german
    for code in ("sign-in", "admit", "input_sha256", "signs_in_here"):
        assert code not in german
    assert "searched" in desk.get("/audit").text


def test_every_act_and_detail_of_the_audit_log_is_a_text_to_translate(german: None) -> None:
    texts = {*ACTS.values(), *DETAILS.values()}
    same = {text for text in texts if language.gettext(text) == text}
    assert same <= {"SHA-256", "login"}
