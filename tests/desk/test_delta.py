"""A run over what changed comes to the same alerts as a run over everything."""

from dataclasses import replace
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.desk_work import entity, pairs, party, put_edition, register, run

from records import Entity, Identifier, Kind, Party
from screening.cases.alerts import list_alerts
from store import Home
from store.alerts import AlertFilter

pytest_plugins = ["support.desk_fixtures"]
NUMBERS = count()
WORDS = (
    "Mahan", "Vostok", "Trading", "Bank", "Orbital", "Technology", "Shipping", "Kontsern", "Almaz",
    "Almas", "General", "Petroleum", "Gulf", "Company", "LLC", "Zenit", "Zenith", "of", "9",
)  # fmt: skip
# One in ten names is of another shape: letters, joined words, another script.
SHAPES = ("GPTC", "Vostoktrading", "Восток Банк", "Orbital-Forge", "Mahan Air (MA)")
NAMES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(SHAPES),
)
COUNTRIES = st.sampled_from([(), (), ("ir",), ("ru",)])
IDENTIFIERS = st.sampled_from([(), (), (), (Identifier(type="imo", value="9074729"),)])
KINDS = st.sampled_from([Kind.ORGANIZATION, Kind.ORGANIZATION, Kind.VESSEL, Kind.UNKNOWN])


# What stays the same: a list of which half changes is looked at anew, change or not.
SETTLED = [
    entity(
        f"un_sc:{500 + n}", f"{WORDS[n % 16]} {WORDS[n * 7 % 19]} {n}", f"{WORDS[n % 5]} House {n}"
    )
    for n in range(60)
]


@st.composite
def editions(draw: st.DrawFn) -> list[list[Entity]]:
    """Two editions of a list, the second made of the first."""
    ids = draw(st.lists(st.integers(1, 30), min_size=3, max_size=14, unique=True))
    before = {number: draw(entities(number)) for number in ids}
    after = dict(before)
    for number in draw(st.lists(st.integers(1, 30), max_size=5, unique=True)):
        if number in after and draw(st.booleans()):
            del after[number]
        else:
            after[number] = draw(entities(number))
    return [[*SETTLED, *(edition[n] for n in sorted(edition))] for edition in (before, after)]


@st.composite
def entities(draw: st.DrawFn, number: int) -> Entity:
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    made = entity(f"un_sc:{number}", *names, kind=draw(KINDS))
    return replace(made, countries=draw(COUNTRIES), identifiers=draw(IDENTIFIERS))


@st.composite
def parties(draw: st.DrawFn, number: int) -> Party:
    others = tuple(draw(st.lists(NAMES, max_size=1)))
    return party(
        f"c{number}",
        draw(NAMES),
        aliases=others,
        countries=draw(COUNTRIES),
        identifiers=draw(IDENTIFIERS),
    )


REGISTERS = st.lists(st.integers(1, 20), min_size=1, max_size=12, unique=True).flatmap(
    lambda numbers: st.tuples(*(parties(number) for number in numbers))
)


def told(home: Home) -> set[object]:
    """What alerts say of the pairs that are found, but for the runs that found them."""
    return {
        (
            alert.counterparty.id,
            alert.entity_id,
            alert.score,
            str(sorted(alert.hit.items(), key=str)),
        )
        for alert in list_alerts(home, AlertFilter(gone=False))
    }


@pytest.fixture(scope="module")
def language_home(tmp_path_factory: pytest.TempPathFactory, excerpts_home: Home) -> Path:
    home = tmp_path_factory.mktemp("words")
    for folder in excerpts_home.index.glob("*-*"):
        copytree(folder, home / "home" / "index" / folder.name)
    return home


# Each example is two lists and three runs: what fails is not made smaller, it would take minutes.
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(lists=editions(), before=REGISTERS, after=REGISTERS)
def test_a_run_over_the_change_says_what_a_full_run_says(
    language_home: Path,
    lists: list[list[Entity]],
    before: tuple[Party, ...],
    after: tuple[Party, ...],
) -> None:
    home = Home(language_home / f"h{next(NUMBERS)}")
    copytree(language_home / "home", home.path)
    put_edition(home, lists[0])
    register(home, *before)
    run(home)
    put_edition(home, lists[1])
    register(home, *after)
    result = run(home)
    assert not result.full or result.why_full == "too much of the lists changed"
    by_change = told(home)
    run(home, full=True)
    assert told(home) == by_change
    rmtree(home.path)


def test_only_who_the_change_can_affect_is_screened(sqlite_desk: Home) -> None:
    ordinary = [party(f"o{n}", f"Brightwater {n} Holding") for n in range(40)]
    register(sqlite_desk, *ordinary, party("c1", "Orbital Forge"), party("c2", "Mahan Air"))
    listed = [entity(f"un_sc:{n}", f"Kontsern Almaz {n}") for n in range(100, 140)]
    put_edition(sqlite_desk, listed)
    run(sqlite_desk)
    put_edition(sqlite_desk, [*listed, entity("un_sc:9", "Orbital Forge")])
    result = run(sqlite_desk)
    assert (result.full, result.screened, len(result.outcome.opened)) == (False, 1, 1)


def test_who_has_the_same_identifier_is_found_under_any_name(sqlite_desk: Home) -> None:
    imo = (Identifier(type="imo", value="9074729"),)
    register(sqlite_desk, party("c1", "Blue Lantern", identifiers=imo), party("c2", "Mahan Air"))
    run(sqlite_desk)
    listed = [entity(f"un_sc:{n}", f"Kontsern Almaz {n}") for n in range(100, 140)]
    put_edition(sqlite_desk, listed)
    run(sqlite_desk, full=True)
    new = replace(entity("un_sc:9", "Zenit", kind=Kind.VESSEL), identifiers=imo)
    put_edition(sqlite_desk, [*listed, new])
    result = run(sqlite_desk)
    assert (result.full, result.screened) == (False, 1)
    assert {key for _, key, _, gone, _ in pairs(sqlite_desk) if not gone} == {"un_sc:9"}


def test_without_its_index_of_counterparties_a_run_looks_at_everything(sqlite_desk: Home) -> None:
    register(sqlite_desk, party("c1", "Mahan Air"))
    run(sqlite_desk)
    rmtree(sqlite_desk.party_index)
    assert run(sqlite_desk).why_full == "the index of counterparties is missing"
    assert not run(sqlite_desk).full
