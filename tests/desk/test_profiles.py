"""A screening profile leaves out what it says and nothing else, and every answer says so."""

from dataclasses import fields, replace

import pytest
from support.desk_work import LISTED, entity, party, put_edition, register
from support.desk_work import SETTINGS as EVERYTHING

from records import (
    ConflictError,
    Identifier,
    Kind,
    LeftOut,
    ListedName,
    NameKind,
    NotThereError,
    ProfileRules,
    Query,
    Settings,
    UsageError,
)
from records.profile import in_words
from screening.answers.json_lines import name_answer
from screening.answers.record import record_names
from screening.archive.audit import audit_records
from screening.archive.replay import replay
from screening.cases.rules import set_rules
from screening.engine.engine import Engine
from screening.engine.profiles import approve_profile, list_profiles, set_profile
from screening.engine.settings import settings
from screening.monitoring.run import run
from screening.names.match import match_queries
from store import Home
from store.policy import DeskPolicy

pytest_plugins = ["support.desk_fixtures"]
WEAK = replace(
    entity("un_sc:4", "Orchid Maritime Holdings"),
    names=(
        ListedName(text="Orchid Maritime Holdings", kind=NameKind.PRIMARY),
        ListedName(text="Blue Lantern", kind=NameKind.WEAK),
    ),
)
ONLY_WEAK = replace(
    entity("un_sc:5", "Quiet Harbour"),
    names=(ListedName(text="Quiet Harbour", kind=NameKind.WEAK),),
)
NUMBERED = entity(
    "un_sc:6", "Tarnfield Works", identifiers=(Identifier(type="imo", value="9187629"),)
)
PERSON = entity("un_sc:7", "Stellan Obrecht", kind=Kind.PERSON)


@pytest.fixture
def home(desk: Home) -> Home:
    put_edition(desk, (*LISTED, WEAK, ONLY_WEAK, NUMBERED, PERSON))
    return desk


def by(home: Home, **rules: object) -> Settings:
    """The settings of a profile with these rules."""
    set_profile(home, "payments", ProfileRules(**rules), reason="speed", author="ann")  # type: ignore[arg-type]
    return _settings(home)


def _settings(home: Home, profile: str = "payments") -> Settings:
    return settings(
        threshold=None, limit=10, kinds=None, lists=None, as_of=None, profile=profile, home=home
    )


def found(home: Home, asked: Settings, query: Query) -> set[str]:
    (answer,) = match_queries(Engine.open(home, lists=asked.lists), [query], asked)
    return {hit.entity_id for hit in answer.hits}


def test_weak_aliases_are_left_out_but_where_a_party_has_no_other_name(home: Home) -> None:
    asked = by(home, leaves_out=(LeftOut.WEAK_NAMES,))
    assert found(home, EVERYTHING, Query(name="Blue Lantern")) == {"un_sc:4"}
    assert found(home, asked, Query(name="Blue Lantern")) == set()
    assert found(home, asked, Query(name="Orchid Maritime Holdings")) == {"un_sc:4"}
    assert found(home, asked, Query(name="Quiet Harbour")) == {"un_sc:5"}


def test_fields_of_the_customer_are_left_out(home: Home) -> None:
    query = Query(
        name="Gelbe Post",
        aliases=("Mahan Air",),
        identifiers=(Identifier(type="imo", value="9187629"),),
    )
    assert found(home, EVERYTHING, query) == {"un_sc:3", "un_sc:6"}
    asked = by(home, leaves_out=(LeftOut.ALIASES, LeftOut.IDENTIFIERS))
    assert found(home, asked, query) == set()
    asked = by(home, leaves_out=(LeftOut.ALIASES,))
    assert found(home, asked, query) == {"un_sc:6"}


def test_every_field_that_may_be_left_out_is_one_that_is_asked() -> None:
    # Its parts are parties of their own.
    asked = {each.name for each in fields(Query)} - {"name", "parts"}
    assert {each.value for each in LeftOut} == asked | {LeftOut.WEAK_NAMES.value}


def test_a_customer_with_nothing_else_to_search_for_is_not_left_out(home: Home) -> None:
    """Else it would be answered as clear, and nobody had looked."""
    asked = by(home, leaves_out=(LeftOut.IDENTIFIERS,))
    numbered = Query(name="…", identifiers=(Identifier(type="imo", value="9187629"),))
    assert found(home, asked, numbered) == {"un_sc:6"}


def test_kinds_and_lists_are_those_of_the_profile(home: Home) -> None:
    put_edition(home, [entity("eu_fsf:1", "Mahan Air")], "eu_fsf")
    asked = by(home, kinds=(Kind.PERSON,))
    assert found(home, asked, Query(name="Mahan Air")) == set()
    assert found(home, asked, Query(name="Stellan Obrecht")) == {"un_sc:7"}
    asked = by(home, lists=("eu_fsf",), threshold=0.9)
    assert found(home, asked, Query(name="Mahan Air")) == {"eu_fsf:1"}
    assert asked.threshold == 0.9


def test_every_answer_names_its_profile_and_what_it_leaves_out(home: Home) -> None:
    asked = by(home, kinds=(Kind.PERSON,), leaves_out=(LeftOut.WEAK_NAMES,))
    (answer,) = match_queries(Engine.open(home), [Query(name="Nobody Known")], asked)
    told = name_answer(answer)["settings"]
    assert told["profile"] == "payments@1"
    assert told["leaves_out"] == ["weak_names"]
    assert in_words(asked) == (
        "profile payments, version 1: leaves out weak names; looks for person alone"
    )
    assert in_words(EVERYTHING) is None


def test_what_is_kept_by_a_profile_is_replayed_by_that_version(home: Home) -> None:
    asked = by(home, leaves_out=(LeftOut.WEAK_NAMES,))
    engine, queries = Engine.open(home), [Query(name="Blue Lantern"), Query(name="Mahan Air")]
    id_ = record_names(
        home, engine, queries, list(match_queries(engine, queries, asked)), asked, author="ann"
    )
    by(home, threshold=0.99)
    again = replay(home, id_, workers=1, notify=lambda _: None)
    assert again.differences == ()
    assert again.screening.settings == asked


def test_a_change_of_the_profile_screens_the_whole_register_again(home: Home) -> None:
    register(home, party("1", "Mahan Air"), party("2", "Blue Lantern"))
    asked = by(home, leaves_out=(LeftOut.WEAK_NAMES,))

    def monitored(asked: Settings) -> tuple[str | None, int]:
        done = run(home, asked, author="ann", workers=1, notify=lambda _: None)
        return done.why_full, done.pairs

    assert monitored(asked) == ("this is the first run", 1)
    assert monitored(asked) == (None, 0)
    assert monitored(by(home, threshold=0.7)) == ("the settings changed", 2)


def test_a_list_s_change_meets_customers_as_the_profile_screens_them(home: Home) -> None:
    """A customer registered as a person is no company, unless the profile leaves kinds out."""
    asked = by(home, leaves_out=(LeftOut.KIND,))
    register(home, party("1", "Greywater Lindqvist Shipping", kind=Kind.PERSON))
    run(home, asked, author="ann", workers=1, notify=lambda _: None)
    put_edition(home, (*LISTED, entity("un_sc:9", "Greywater Lindqvist Shipping")))
    done = run(home, asked, author="ann", workers=1, notify=lambda _: None)
    assert (done.full, done.pairs) == (False, 1)


def test_versions_are_kept_with_reason_and_author_in_the_audit_log(home: Home) -> None:
    by(home, threshold=0.9)
    by(home, threshold=0.8)
    newest, oldest = list_profiles(home, "payments")
    assert [newest.id, newest.in_force, oldest.in_force] == ["payments@2", True, False]
    assert _settings(home, "payments@1").threshold == 0.9
    log = [each for each in audit_records(home) if each.action == "profile"]
    assert [(each.author, each.subject, each.data["reason"]) for each in log] == [
        ("ann", "profile payments@1", "speed"),
        ("ann", "profile payments@2", "speed"),
    ]


def test_where_two_have_to_agree_a_profile_waits_for_the_second(home: Home) -> None:
    by(home, threshold=0.9)
    set_rules(home, DeskPolicy(four_eyes=True), author="ann")
    made = set_profile(home, "payments", ProfileRules(threshold=0.7), reason="risk", author="ann")
    assert made.waits
    assert _settings(home).threshold == 0.9
    with pytest.raises(NotThereError, match="not in force"):
        _settings(home, "payments@2")
    with pytest.raises(ConflictError, match="second person"):
        approve_profile(home, "payments", author="ann")
    assert approve_profile(home, "payments", author="bob").approved_by == "bob"
    assert _settings(home).profile == "payments@2"
    assert [each.action for each in audit_records(home)][-2:] == [
        "propose-profile",
        "approve-profile",
    ]


@pytest.mark.parametrize(
    ("name", "rules", "reason"),
    [
        ("Pay ments", ProfileRules(), "why"),
        ("payments", ProfileRules(threshold=1.2), "why"),
        ("payments", ProfileRules(lists=()), "why"),
        ("payments", ProfileRules(), " "),
    ],
)
def test_what_is_no_profile_is_refused(
    home: Home, name: str, rules: ProfileRules, reason: str
) -> None:
    with pytest.raises(UsageError):
        set_profile(home, name, rules, reason=reason, author="ann")
    assert list_profiles(home) == ()


def test_a_profile_says_threshold_lists_and_kinds_alone(home: Home) -> None:
    by(home, threshold=0.9)
    with pytest.raises(UsageError, match="the profile 'payments' says"):
        settings(
            threshold=0.5,
            limit=10,
            kinds=None,
            lists=None,
            as_of=None,
            profile="payments",
            home=home,
        )
    with pytest.raises(NotThereError, match="expected one of: payments"):
        _settings(home, "paymets")
