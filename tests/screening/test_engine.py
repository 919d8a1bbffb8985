"""What answers are made with: the right editions, the right lists, an index that heals itself."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.publisher import eu_list
from test_update import take

from matcher.comparison.model import model
from records import Kind, NoListsError, UnknownListError, UsageError
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import prepare
from screening.engine.settings import settings
from screening.names.match import match
from store import Home
from store.catalogue import Catalogue

Open = Callable[..., Engine]
WUHAN = "Wuhan Gaoxin Technology"


def ask(engine: Engine, name: str = WUHAN, *kinds: str) -> list[str]:
    """The ids of the parties that a name finds."""
    asked = settings(threshold=None, limit=10, kinds=kinds or None, lists=None, as_of=None)
    (answer,) = match(engine, [name], asked)
    return [hit.entity_id for hit in answer.hits]


def test_an_empty_home_is_an_error_and_not_nothing_found(home: Home) -> None:
    with pytest.raises(NoListsError, match="namewarden update"):
        Engine.open(home)
    assert not home.path.exists()


def test_both_lists_are_asked_and_named(opened: Open, excerpts_home: Home) -> None:
    engine = opened(excerpts_home)
    assert [item.list for item in engine.screened_against] == ["eu_fsf", "us_ofac_sdn"]
    assert [item.edition for item in engine.screened_against] == ["2020-04-15", "2025-11-19"]
    assert sorted(ask(engine)) == ["eu_fsf:4880", "us_ofac_sdn:46633"]


def test_only_the_chosen_lists_are_asked_and_named(opened: Open, excerpts_home: Home) -> None:
    engine = opened(excerpts_home, lists=["us_ofac_sdn"])
    assert ask(engine) == ["us_ofac_sdn:46633"]
    assert [item.list for item in engine.screened_against] == ["us_ofac_sdn"]


def test_an_unknown_list_is_refused_with_a_suggestion(excerpts_home: Home) -> None:
    with pytest.raises(UnknownListError, match=r"'us_ofac'.*Did you mean.*'us_ofac_sdn'"):
        Engine.open(excerpts_home, lists=["us_ofac"])


def test_a_list_that_is_not_loaded_is_an_error(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes(eu_list())
    take(home, path)
    with pytest.raises(NoListsError, match="us_ofac_sdn is not loaded"):
        Engine.open(home, lists=["eu_fsf", "us_ofac_sdn"])


@pytest.mark.parametrize(
    ("name", "kinds", "ids"),
    [
        ("Genava 12", ("vessel",), ["us_ofac_sdn:28105"]),
        ("Genava 12", ("organization", "person"), []),
        (WUHAN, ("organization",), ["eu_fsf:4880", "us_ofac_sdn:46633"]),
        (WUHAN, ("vessel", "aircraft"), []),
        ("YV3360", ("vessel", "aircraft"), ["us_ofac_sdn:28318"]),
    ],
)
def test_only_the_chosen_kinds_are_found(
    opened: Open, excerpts_home: Home, name: str, kinds: tuple[str, ...], ids: list[str]
) -> None:
    assert sorted(ask(opened(excerpts_home), name, *kinds)) == ids


def test_a_party_of_unknown_kind_may_be_of_any_kind(
    opened: Open, quick_home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "list.xml"
    path.write_bytes(eu_list().replace(b'code="enterprise" classificationCode="E"', b'code="?"'))
    take(quick_home, path)
    for kind in ("vessel", "person", "organization"):
        assert "eu_fsf:7" in ask(opened(quick_home), "Company number 7", kind)


def test_every_entity_of_the_index_is_the_one_on_the_list(
    opened: Open, excerpts_home: Home
) -> None:
    engine = opened(excerpts_home)
    ids = [engine.entity(number).id for number in range(engine.index.entity_count)]
    assert ids == [engine.index.entity_ids[number] for number in range(len(ids))]
    assert {entity_id.partition(":")[0] for entity_id in ids} == {"eu_fsf", "us_ofac_sdn"}


def test_nothing_was_loaded_before_the_first_update(excerpts_home: Home) -> None:
    with pytest.raises(NoListsError, match="on 2020-01-01"):
        Engine.open(excerpts_home, as_of="2020-01-01")


def test_as_of_asks_the_edition_of_that_day(opened: Open, quick_home: Home, tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    for edition, count in (("2026-01-10", 3), ("2026-02-10", 5)):
        path.write_bytes(eu_list(count, edition))
        take(quick_home, path)
    catalogue, now = Catalogue(quick_home), datetime.now(UTC)
    first, second = (item.snapshot for item in catalogue.history("eu_fsf"))
    catalogue.add_and_activate(first, now=now - timedelta(days=30))
    catalogue.add_and_activate(second)
    today = opened(quick_home, as_of=now.date().isoformat())
    assert today.screened_against[0].edition == "2026-02-10"
    assert "eu_fsf:5" in ask(today, "Company number 5")
    weeks_ago = opened(quick_home, as_of=(now - timedelta(days=20)).date().isoformat())
    assert weeks_ago.screened_against[0].edition == "2026-01-10"
    assert "eu_fsf:5" not in ask(weeks_ago, "Company number 5")


def test_a_date_to_come_is_wrong_usage(excerpts_home: Home) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    for as_of in (tomorrow.date().isoformat(), tomorrow.isoformat()):
        with pytest.raises(UsageError, match="in the future"):
            Engine.open(excerpts_home, as_of=as_of)


def test_a_date_that_is_none_is_wrong_usage(excerpts_home: Home) -> None:
    with pytest.raises(UsageError, match="yesterday"):
        Engine.open(excerpts_home, as_of="yesterday")


def _lose(index: Path) -> None:
    shutil.rmtree(index)


def _lose_meta(index: Path) -> None:
    for path in index.glob("[!l]*/meta.json"):
        path.unlink()


def _scribble_meta(index: Path) -> None:
    for path in index.glob("[!l]*/meta.json"):
        path.write_text("{")


def _cut_arrays(index: Path) -> None:
    for path in index.rglob("*.npy"):
        path.write_bytes(path.read_bytes()[:100])


def _flip_a_bit(index: Path) -> None:
    for path in index.rglob("name_entity.npy"):
        raw = bytearray(path.read_bytes())
        raw[-4] ^= 1
        path.write_bytes(raw)


@pytest.mark.parametrize("spoil", [_lose, _lose_meta, _scribble_meta, _cut_arrays, _flip_a_bit])
def test_a_lost_or_damaged_index_is_built_again(
    opened: Open, own_home: Home, spoil: Callable[[Path], None]
) -> None:
    before = ask(opened(own_home))
    spoil(own_home.index)
    assert ask(opened(own_home)) == before
    said: list[str] = []
    prepare(own_home, notify=said.append)
    assert said == []


def test_a_home_that_cannot_be_written_still_answers(opened: Open, own_home: Home) -> None:
    """A file stands where the index should be: root may write anywhere else."""
    shutil.rmtree(own_home.index)
    own_home.index.write_text("in the way")
    assert "us_ofac_sdn:46633" in ask(opened(own_home))
    assert own_home.index.read_text() == "in the way"


def test_preparing_builds_once_and_drops_what_is_old(own_home: Home) -> None:
    kept = {path.name for path in own_home.index.iterdir()}
    (own_home.index / "old").mkdir()
    said: list[str] = []
    prepare(own_home, notify=said.append)
    assert said == []
    assert {path.name for path in own_home.index.iterdir()} == kept
    shutil.rmtree(own_home.index)
    prepare(own_home, notify=said.append)
    assert len(said) == 1
    assert "building the index" in said[0]
    assert {path.name for path in own_home.index.iterdir()} == kept


def test_two_opened_engines_of_one_home_answer_alike(opened: Open, excerpts_home: Home) -> None:
    assert ask(opened(excerpts_home)) == ask(opened(excerpts_home))
    assert ENGINE.startswith("namewarden ")


def test_an_engine_lets_go_of_its_files(excerpts_home: Home) -> None:
    """A file that is left open is a warning, and so an error here."""
    engine = Engine.open(excerpts_home)
    engine.entity(0)
    engine.close()
    with pytest.raises(ValueError, match="closed"):
        engine.entity(0)


def test_settings_take_the_calibrated_threshold_unless_told() -> None:
    asked = settings(threshold=None, limit=5, kinds=["vessel"], lists=["eu_fsf"], as_of=None)
    assert asked.threshold == model().threshold
    assert (asked.limit, asked.kinds, asked.lists) == (5, (Kind.VESSEL,), ("eu_fsf",))
    assert settings(threshold=0.0, limit=1, kinds=None, lists=None, as_of=None).threshold == 0.0


@pytest.mark.parametrize(
    ("threshold", "limit", "kinds", "said"),
    [
        (1.1, 10, None, "1.1"),
        (-0.1, 10, None, "-0.1"),
        (float("nan"), 10, None, "nan"),
        (None, 0, None, "limit 0"),
        (None, 10, ["ship"], "'ship'.*organization, person, vessel"),
    ],
)
def test_settings_out_of_range_are_wrong_usage(
    threshold: float | None, limit: int, kinds: list[str] | None, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        settings(threshold=threshold, limit=limit, kinds=kinds, lists=None, as_of=None)
