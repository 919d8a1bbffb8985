"""Names against the lists: one answer for each, with all that a person needs to check it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from records import Decision, Kind, NameKind, Settings
from screening.engine.engine import ENGINE, Engine
from screening.names.match import compare, match
from store import Home

ASKED = Settings(threshold=0.8)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


def test_each_name_has_one_answer_in_its_order(engine: Engine) -> None:
    names = ["Valerian Labs", "Nobody At All Here", "", "武汉高芯科技有限公司", "Valerian Labs"]
    answers = list(match(engine, names, ASKED))
    assert [answer.query for answer in answers] == names
    assert [bool(answer.hits) for answer in answers] == [True, False, False, True, True]
    assert answers[0] == answers[4]


def test_an_answer_says_what_it_was_made_with(engine: Engine) -> None:
    (answer,) = match(engine, ["Valerian Labs"], ASKED)
    assert answer.engine == ENGINE
    assert answer.settings == ASKED
    assert answer.screened_against == engine.screened_against


def test_a_hit_carries_what_the_list_says(engine: Engine) -> None:
    (answer,) = match(engine, ["VALERIAN LABS"], ASKED)
    (hit,) = answer.hits
    assert (hit.entity_id, hit.list) == ("us_ofac_sdn:45314", "us_ofac_sdn")
    assert (hit.kind, hit.caption) == (Kind.ORGANIZATION, "Valerian Labs, Inc.")
    assert (hit.name_kind, hit.countries) == (NameKind.PRIMARY, ("ca",))
    assert hit.programmes
    assert hit.evidence
    assert hit.reason.startswith("Compared with 'Valerian Labs, Inc.'")


def test_caption_is_the_entity_and_matched_name_what_met(engine: Engine) -> None:
    (answer,) = match(engine, ["Wuhan Gaoxin Technology"], ASKED)
    ours = next(hit for hit in answer.hits if hit.list == "us_ofac_sdn")
    assert ours.caption == "Wuhan Global Sensor Technology Co., Ltd."
    assert ours.matched_name == "武汉高芯科技有限公司"


def test_the_answer_decides_as_its_best_hit(engine: Engine) -> None:
    names = ["Valerian Labs", "Hapjangkang Trading", "Qwrtp"]
    sure, doubtful, nothing = match(engine, names, ASKED)
    assert sure.decision is sure.hits[0].decision is Decision.MATCH
    assert doubtful.decision is doubtful.hits[0].decision is Decision.REVIEW
    assert (nothing.decision, nothing.hits) == (Decision.NO_MATCH, ())


def test_hits_are_best_first_and_one_for_each_entity(engine: Engine) -> None:
    (answer,) = match(engine, ["Abid Hamid Mahmoud Al-Tikriti"], Settings(threshold=0.0, limit=8))
    scores = [hit.score for hit in answer.hits]
    ids = [hit.entity_id for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    assert len(ids) == len(set(ids)) > 2
    assert ids[0] == "eu_fsf:25"


def test_limit_and_threshold_are_kept(engine: Engine) -> None:
    (all_of_them,) = match(engine, ["Al-Tikriti"], Settings(threshold=0.0, limit=10))
    (two,) = match(engine, ["Al-Tikriti"], Settings(threshold=0.0, limit=2))
    assert two.hits == all_of_them.hits[:2]
    (high,) = match(engine, ["Al-Tikriti"], Settings(threshold=0.99, limit=10))
    assert all(hit.score >= 0.99 for hit in high.hits)


def test_a_lower_threshold_makes_review_of_lower_scores(engine: Engine) -> None:
    (answer,) = match(engine, ["Genava Trading"], Settings(threshold=0.1))
    assert answer.hits
    assert answer.hits[0].score < 0.8
    assert answer.decision is Decision.REVIEW


def test_comparing_needs_no_list(quick_home: Home) -> None:
    first, second = compare(
        [("Gazprombank", "АО Газпромбанк"), ("Plant 9", "Plant 12")], home=quick_home
    )
    assert (first.left, first.right) == ("Gazprombank", "АО Газпромбанк")
    assert first.decision is not Decision.NO_MATCH
    assert second.decision is Decision.NO_MATCH


def test_a_persons_name_has_no_legal_form(quick_home: Home) -> None:
    pair = [("Maria Santos SA", "Maria Santos")]
    (company,) = compare(pair, Kind.ORGANIZATION, quick_home)
    (person,) = compare(pair, Kind.PERSON, quick_home)
    assert company.score > person.score


def test_common_words_are_kept_in_the_home_after_the_first_time(home: Home) -> None:
    list(compare([("a", "b")], home=home))
    kept = sorted(home.index.rglob("*"))
    assert kept
    list(compare([("a", "b")], home=home))
    assert sorted(home.index.rglob("*")) == kept


def test_comparing_in_a_home_that_cannot_be_written_works(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (answer,) = compare([("Rosneft", "Rosneft")], home=Home(tmp_path / "file"))
    assert answer.score > 0.9
