"""Long documents are searched like short ones: no number wraps, and the work has an end."""

import random
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
import pytest

from matcher.columnar.arrays import Array, in_32_bits, pair_key
from matcher.columnar.growable import Column
from matcher.comparison.model import model
from matcher.index.build import build
from matcher.index.index import NameIndex
from matcher.index.index_arrays import checked
from matcher.mentions import document as text_cut
from matcher.mentions.find import find, find_all, search_all
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot, without_overlaps
from matcher.mentions.work_budget import Work
from matcher.names.term_weights import Language
from matcher.search.match import Policy, match_all
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Kind, ListedName, NameKind, Query

POLICY = Policy(model().threshold)
PLANTED = ("Valerian Labs, Inc.", "Era-Media TOV", "Bank Mellat", "Gazprombank")
_WORDS = [
    "the",
    "contract",
    "was",
    "signed",
    "in",
    "March",
    "and",
    "goods",
    "came",
    "by",
    "road",
    "after",
    "customs",
    "had",
    "seen",
    "them",
]


class Narrow(np.ndarray[Any, Any]):
    """An array that does not multiply whole numbers in fewer than 64 bits, nor add them up."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **more: Any):  # type: ignore[no-untyped-def]
        plain = [np.asarray(one) if isinstance(one, Narrow) else one for one in inputs]
        if "out" in more:
            more["out"] = tuple(
                np.asarray(one) if isinstance(one, Narrow) else one for one in more["out"]
            )
        found = getattr(ufunc, method)(*plain, **more)
        grows = (
            ufunc is np.multiply
            or ufunc is np.left_shift
            or (ufunc, method) == (np.add, "accumulate")
        )
        if grows and isinstance(found, np.ndarray) and found.dtype.kind in "iu":
            assert found.dtype.itemsize == 8, f"{ufunc.__name__} in {found.dtype}"
        return found.view(Narrow) if isinstance(found, np.ndarray) else found


def narrowed(index: NameIndex) -> NameIndex:
    """An index that does not let whole numbers grow in fewer than 64 bits."""
    narrow = {
        name: array.view(Narrow) if array.dtype.kind in "iu" else array
        for name, array in cast(dict[str, Array], index.arrays).items()
    }
    return NameIndex(checked(narrow), index.sources, index.concepts, index.id_types)


@pytest.fixture
def strict(index: NameIndex) -> Searcher:
    return Searcher(narrowed(index))


def sentences(count: int, seed: int = 1) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choices(_WORDS, k=12)).capitalize() + "." for _ in range(count)]


def with_planted(count: int, names: Sequence[str] = PLANTED) -> str:
    lines = sentences(count)
    for number, name in enumerate(names):
        place = (number + 1) * count // (len(names) + 1)
        lines.insert(place, f"We agreed this with {name} in writing.")
    return " ".join(lines)


def found_names(text: str, finder: Searcher) -> list[str]:
    return [text[one.start : one.end] for one in find(text, finder, POLICY)]


def test_names_in_thousands_of_sentences_are_found(finder: Searcher) -> None:
    texts = [finder.index.name_texts[n] for n in range(finder.index.name_count)]
    names = [text for text in texts if text.isascii() and 2 <= len(text.split()) <= 5][-150:]
    expected = found_names(with_planted(150, names), finder)
    assert len(set(expected)) > 75
    assert found_names(with_planted(40_000, names), finder) == expected


@pytest.mark.parametrize("far", [1_000, 10**6, 10**9])
def test_places_of_any_size_are_told_apart(
    far: int, finder: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a text of so many words: their keys are far beyond 32 bits."""
    expected = found_names(with_planted(50), finder)
    monkeypatch.setattr(text_cut, "FAR", far)
    assert found_names(with_planted(50), finder) == expected


def test_no_search_multiplies_in_32_bits(strict: Searcher, finder: Searcher) -> None:
    text = with_planted(30) + " The vessel Genava 12 left port. Valerian was paid."
    assert found_names(text, strict) == found_names(text, finder)
    asked = [*PLANTED, "Rosoboron Export", "Wuhan Gaoxin technology", "Iran Bank Melat"]
    narrow = [[m.name for m in some] for some in match_all(asked, strict, POLICY)]
    assert narrow == [[m.name for m in some] for some in match_all(asked, finder, POLICY)]


def test_the_reverse_search_multiplies_in_64_bits(index: NameIndex, language: Language) -> None:
    parties = [(70_000 + n, Query(name=name)) for n, name in enumerate(PLANTED)]
    book = build_book(parties, language)
    names = range(index.name_count)
    expected = matching_parties(book, index, names, 0.8).tolist()
    assert expected == [number for number, _ in parties]
    assert matching_parties(narrowed(book), narrowed(index), names, 0.8).tolist() == expected


def test_the_check_of_products_sees_a_narrow_one() -> None:
    with pytest.raises(AssertionError, match="multiply in int32"):
        np.arange(3, dtype=np.int32).view(Narrow) * 1_000


def test_keys_of_two_numbers_never_wrap() -> None:
    row = np.array([2_000_000_000], dtype=np.int32)
    assert pair_key(row, 3_000_000_000, np.array([7])).tolist() == [6 * 10**18 + 7]
    with pytest.raises(OverflowError):
        pair_key(row, 1 << 40, row)


def test_numbers_without_room_are_refused_and_not_cut() -> None:
    column = Column(np.int32)
    with pytest.raises(OverflowError, match="3000000000"):
        column.extend(np.array([1, 3_000_000_000]))
    with pytest.raises(OverflowError):
        in_32_bits(np.array([3_000_000_000]))


def test_every_mention_of_one_party_is_found(finder: Searcher) -> None:
    text = "We sold it to Valerian Labs, Inc. in March. " * 2_000
    assert len({(one.start, one.end) for one in find(text, finder, POLICY)}) == 2_000


def test_overlaps_are_settled_as_by_comparing_each_with_each() -> None:
    rng = random.Random(5)
    spots = [
        Spot(start, start + rng.randint(1, 30), rng.choice((0.8, 0.9, 1.0)), rng.randint(0, 2), 0)
        for start in (rng.randint(0, 400) for _ in range(300))
    ]
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (-s.score, s.start - s.end, s.start, s.name)):
        if all(
            spot.entity != other.entity or spot.end <= other.start or other.end <= spot.start
            for other in kept
        ):
            kept.append(spot)
    assert sorted(map(_key, without_overlaps(spots))) == sorted(map(_key, kept))


def _key(spot: Spot) -> tuple[int, int, int]:
    return spot.entity, spot.start, spot.end


def test_where_the_work_ends_is_told_and_the_hits_so_far_stay(finder: Searcher) -> None:
    texts = ["Sold to Valerian Labs, Inc. in March."] * 50
    searched = search_all(texts, finder, POLICY, Work(comparisons=30.0))
    assert searched.stopped is not None
    assert 0 < searched.stopped.text < 49
    assert all(searched.found[: searched.stopped.text])
    again = search_all(texts, finder, POLICY, Work(comparisons=30.0))
    assert again == searched


@pytest.mark.parametrize("lookups", [0, 200])
def test_looking_names_up_has_an_end_too(lookups: int, finder: Searcher) -> None:
    texts = ["Sold to Valerian Labs, Inc. and Bank Melli Iran in March."] * 50
    searched = search_all(texts, finder, POLICY, Work(lookups=lookups))
    assert searched.stopped is not None
    assert searched.stopped.text < 49
    assert all(searched.found[: searched.stopped.text])


def test_prose_is_searched_whole(finder: Searcher) -> None:
    assert search_all([with_planted(2_000)], finder, POLICY).stopped is None


def test_work_in_blocks_finds_the_same(finder: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    text = with_planted(40) + " Paid to Bank Melli Iran and to Era-Media TOV."
    expected = find_all([text], finder, POLICY)
    monkeypatch.setattr("matcher.mentions.anchor_hits.BLOCK", 3)
    assert find_all([text], finder, POLICY) == expected


def test_a_run_of_letters_that_is_no_word_is_left_out_and_told(finder: Searcher) -> None:
    text = f"Paid. {'Qx' * 300} Valerian Labs, Inc. was paid."
    searched = search_all(["One.", text], finder, POLICY)
    assert [(point.text, point.offset) for point in searched.too_long] == [(1, 6)]
    assert len(searched.found[1]) == 1


@pytest.mark.parametrize("run", ["武汉高芯科技有限公司" * 30, "ประเทศไทย" * 40])
def test_scripts_without_spaces_have_long_runs(run: str, finder: Searcher) -> None:
    assert search_all([run], finder, POLICY).too_long == ()


def test_a_name_of_any_length_and_a_country_of_any_letters_are_indexed(language: Language) -> None:
    text = "Valerian " * 8_000 + "Labs"
    entity = Entity(
        id="custom:1",
        kind=Kind.ORGANIZATION,
        names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        countries=("РФ",),
    )
    last = build([entity], language).name(0).words[-1]
    assert text[last.start : last.end] == "Labs"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("We paid Qorvexal Pte. Ltd. in March.", "Qorvexal Pte. Ltd"),
        ("We paid Q.V.X. Builders in March.", "Q.V.X. Builders"),
        ("We paid Qorvexal S.A.C. in March.", "Qorvexal S.A.C"),
    ],
)
def test_full_stops_inside_a_name_do_not_part_it(text: str, span: str, language: Language) -> None:
    names = ("QORVEXAL PTE. LTD.", "Q.V.X. BUILDERS", "QORVEXAL S.A.C.")
    listed = [
        Entity(
            id=f"custom:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(names)
    ]
    assert span in found_names(text, Searcher(build(listed, language)))
