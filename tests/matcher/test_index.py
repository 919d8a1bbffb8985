"""The index: built, saved and read, always the same answers."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.index.index_arrays import checked
from matcher.index.run_keys import acronym_keys
from matcher.lexicon.keys import hashed
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

QUERIES = ("Wuhan Gaoxin Technology", "Valerian", "Portnov Andriy", "Genava XII", "KOMID", "Bank")


def answers(index: NameIndex) -> list[list[tuple[str, float, str]]]:
    finder = Finder(index)
    return [
        [(index.entity_ids[m.entity], m.score, m.reason) for m in match(q, finder, Policy(0.0))]
        for q in QUERIES
    ]


def company(number: int, *names: str, kind: NameKind = NameKind.PRIMARY) -> Entity:
    return Entity(
        id=f"x:{number}",
        kind=Kind.ORGANIZATION,
        names=tuple(ListedName(text=name, kind=kind) for name in names),
    )


def test_a_saved_index_answers_like_the_one_in_memory(index: NameIndex, tmp_path: Path) -> None:
    index.save(tmp_path)
    loaded = NameIndex.load(tmp_path)
    assert any(answers(index))
    assert answers(loaded) == answers(index)
    assert [loaded.name(n) for n in range(loaded.name_count)] == [
        index.name(n) for n in range(index.name_count)
    ]


def test_the_same_entities_give_the_same_bytes(
    listed: tuple[Entity, ...], language: Language, index: NameIndex, tmp_path: Path
) -> None:
    index.save(tmp_path / "one")
    build(iter(listed), language).save(tmp_path / "two")
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def _lose(folder: Path) -> None:
    (folder / "name_entity.npy").unlink()


def _cut(folder: Path) -> None:
    path = folder / "name_word.npy"
    path.write_bytes(path.read_bytes()[:-8])


def _scribble(folder: Path) -> None:
    path = folder / "word_weight.npy"
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 0xFF
    path.write_bytes(raw)


def _half_written(folder: Path) -> None:
    (folder / "meta.json").unlink()


def _other_version(folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text())
    (folder / "meta.json").write_text(json.dumps({**meta, "version": "other"}))


@pytest.mark.parametrize("spoil", [_lose, _cut, _scribble, _half_written, _other_version])
def test_a_damaged_index_is_never_loaded(
    index: NameIndex, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    index.save(tmp_path)
    spoil(tmp_path)
    with pytest.raises((OSError, ValueError, KeyError)):
        NameIndex.load(tmp_path)


def test_only_allowed_names_are_found(index: NameIndex, finder: Finder) -> None:
    kinds = index.arrays["entity_kind"][index.arrays["name_entity"]]
    ships = kinds == list(Kind).index(Kind.VESSEL)
    for query in ("Genava 12", "Valerian Labs"):
        found = match(query, finder, Policy(0.0, allowed=ships))
        assert {index.entity_kind(m.entity) for m in found} <= {Kind.VESSEL}
    assert match("Genava 12", finder, Policy(0.8, allowed=ships))
    nothing = np.zeros(index.name_count, dtype=np.bool_)
    assert match("Genava 12", finder, Policy(0.0, allowed=nothing)) == []


def test_limit_and_threshold_cut_the_answers(finder: Finder) -> None:
    everything = match("Bank", finder, Policy(0.0, limit=10))
    assert len(everything) > 2
    assert match("Bank", finder, Policy(0.0, limit=2)) == everything[:2]
    assert match("Bank", finder, Policy(0.9999)) == []


def test_an_entity_is_found_once_by_its_best_name(index: NameIndex, finder: Finder) -> None:
    found = match("Андрій Портнов", finder, Policy(0.0))
    entities = [item.entity for item in found]
    assert len(entities) == len(set(entities))
    assert [item.score for item in found] == sorted((m.score for m in found), reverse=True)
    assert index.name_texts[found[0].name] == "Andriy Portnov"


def test_names_written_alike_are_kept_once(language: Language) -> None:
    one = build([company(1, "Advanta LLC", "ADVANTA LLC", "Ádvanta LLC", "Advanta")], language)
    assert [one.name_texts[n] for n in range(one.name_count)] == ["Advanta LLC", "Advanta"]


def test_letters_in_brackets_are_a_weak_name(language: Language) -> None:
    one = build([company(1, "Korea Mining Trading (KOMID)")], language)
    kinds = [one.name_kind(n) for n in range(one.name_count)]
    assert kinds == [NameKind.PRIMARY, NameKind.WEAK, NameKind.PRIMARY]


def test_names_of_signs_and_entities_without_names_do_no_harm(language: Language) -> None:
    one = build([company(1), company(2, "!!!"), company(3, "Advanta")], language)
    (found,) = match("Advanta", Finder(one), Policy(0.8))
    assert one.entity_ids[found.entity] == "x:3"


def test_an_empty_index_finds_nothing(language: Language) -> None:
    assert match("Advanta", Finder(build([], language)), Policy(0.0)) == []


def test_acronyms_are_made_of_telling_words() -> None:
    words = analyse("Korea Mining Development Trading Corporation").words
    assert set(acronym_keys(words)) == {
        (hashed("a", "kmdt"), 0, 4),
        (hashed("a", "kmd"), 0, 3),
        (hashed("a", "mdt"), 1, 4),
    }


def test_an_index_of_an_array_too_few_or_of_another_type_is_refused(index: NameIndex) -> None:
    arrays = {**index.arrays}
    assert checked(arrays) == arrays
    with pytest.raises(ValueError, match="posting_at is of int32, not of int64"):
        checked({**arrays, "posting_at": index.arrays["posting_at"].astype(np.int32)})
    with pytest.raises(KeyError, match="posting"):
        checked({name: array for name, array in arrays.items() if name != "posting"})


def test_every_name_is_one_of_its_entitys(index: NameIndex) -> None:
    numbers = [index.names_of_entity(entity) for entity in range(index.entity_count)]
    assert [name for names in numbers for name in names] == list(range(index.name_count))
    owners = index.arrays["name_entity"]
    assert all({int(owners[name]) for name in names} <= {n} for n, names in enumerate(numbers))
