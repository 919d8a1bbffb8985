"""Blocking: what is compared word by word loses nothing that comparing everything would find."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import inf
from random import Random
from typing import Any

import numpy as np
import pytest

from matcher.comparison.align import align
from matcher.comparison.features import features, weigh_links
from matcher.comparison.model import model, score
from matcher.names.parser import analyse
from matcher.search.candidates import generate_candidates
from matcher.search.finder import Finder
from matcher.search.match import score_of
from matcher.search.proposals import COMPARED
from matcher.search.query import ParsedQuery
from matcher.search.score_bound import highest_score
from records import Query


def everything(text: str, finder: Finder) -> set[int]:
    """The entities that comparing every listed name would find."""
    query, index = analyse(text), finder.index
    found = set()
    for number in range(index.name_count):
        name = index.name(number)
        weighed = weigh_links(query, name, align(query, name), finder)
        value = score(features(query, name, weighed, finder), index.name_kind(number))
        if value >= model().threshold:
            found.add(int(index.arrays["name_entity"][number]))
    return found


def proposed(text: str, finder: Finder) -> set[int]:
    entities = finder.index.arrays["name_entity"]
    return {int(entities[n]) for n in candidates(text, finder)}


def candidates(text: str, finder: Finder, **how: Any) -> list[int]:
    how = {"threshold": model().threshold, "limit": COMPARED} | how
    (names,) = generate_candidates([analyse(text)], finder.vocabulary, **how)
    return [*names]


def lost(texts: Iterator[str], finder: Finder) -> list[str]:
    return [text for text in texts if not everything(text, finder) <= proposed(text, finder)]


def names(finder: Finder) -> list[str]:
    """Every third name: comparing everything takes its time."""
    return [finder.index.name_texts[n] for n in range(0, finder.index.name_count, 3)]


def same(text: str) -> Iterator[str]:
    yield text


def small(text: str) -> Iterator[str]:
    yield text.lower()


def reversed_words(text: str) -> Iterator[str]:
    yield " ".join(reversed(text.split()))


def fewer_words(text: str) -> Iterator[str]:
    words = text.split()
    yield " ".join(words[1:])
    yield " ".join(words[:-1])


def two_joined(text: str) -> Iterator[str]:
    for left, right in pairwise(text.split()):
        if not analyse(left).core:  # a glued legal form is another matter
            continue
        yield text.replace(f"{left} {right}", left + right)


def one_split(text: str) -> Iterator[str]:
    for word in text.split():
        if len(word) >= 8:
            yield text.replace(word, f"{word[:4]} {word[4:]}")


def with_more(text: str) -> Iterator[str]:
    yield f"{text} Group of Companies"
    yield f"The {text}"


def swapped_letters(text: str) -> Iterator[str]:
    for word in text.split():
        if len(word) >= 7:
            yield text.replace(word, word[:3] + word[4] + word[3] + word[5:])


VARIANTS = (
    same,
    small,
    reversed_words,
    fewer_words,
    two_joined,
    one_split,
    with_more,
    swapped_letters,
)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_candidates_lose_nothing_that_comparing_everything_finds(
    finder: Finder, variant: Callable[[str], Iterator[str]]
) -> None:
    assert lost((text for name in names(finder) for text in variant(name)), finder) == []


def test_the_initials_of_an_organization_propose_it(finder: Finder) -> None:
    """Not of persons: three letters are hardly anybody's name. Letters alone reach no threshold, so
    it takes a lower one.
    """
    texts = ["SKBVT", "KMDT", "IEI", "NTC", "CBC"]
    assert sum(bool(candidates(text, finder, threshold=0.2)) for text in texts) >= 3
    assert lost(iter(texts), finder) == []


def test_one_slip_of_the_pen_in_a_latin_word_loses_nothing(finder: Finder) -> None:
    random = Random(20251119)
    slips = []
    for name in names(finder):
        for word in (w for w in name.split() if w.isascii() and w.isalpha() and len(w) >= 6):
            place = random.randrange(1, len(word))
            letter = random.choice("aeinrst")
            slips.append(name.replace(word, word[:place] + word[place + 1 :]))
            slips.append(name.replace(word, word[:place] + letter + word[place:]))
    assert len(slips) > 100
    assert lost(iter(slips), finder) == []


@pytest.mark.parametrize("text", ["BankMelliIran", "FedericoHernandezSanchez", "AdrianDarya1"])
def test_a_name_written_without_any_space_is_proposed(finder: Finder, text: str) -> None:
    assert everything(text, finder)
    assert lost(iter([text]), finder) == []


@pytest.mark.parametrize("text", ["MahanrAir", "YoucefsAdel", "AlitGHOLAMI"])
def test_a_letter_in_the_place_of_a_space_is_no_joined_word_anywhere(
    finder: Finder, text: str
) -> None:
    """A limit (docs/matching.md): neither the search nor the comparison takes it for one."""
    assert everything(text, finder) == set()
    assert proposed(text, finder) == set()


def test_names_with_the_same_words_come_first(finder: Finder) -> None:
    number = candidates("Labs Valerian", finder)[0]
    assert finder.index.name_texts[number] == "Valerian Labs, Inc."


def test_only_so_many_are_proposed_and_each_once(finder: Finder) -> None:
    found = candidates("Bank of Iran Trading", finder, limit=3, threshold=0.0)
    assert len(found) <= 3
    many = candidates("Bank of Iran Trading", finder, threshold=0.0)
    assert len(many) == len(set(many)) > 3


def test_candidates_are_among_the_allowed(finder: Finder) -> None:
    allowed = np.zeros(finder.index.name_count, dtype=np.bool_)
    assert candidates("Bank Rossiya", finder, allowed=allowed) == []
    (first, *_) = candidates("Bank Rossiya", finder)
    allowed[first] = True
    assert candidates("Bank Rossiya", finder, allowed=allowed) == [first]


def test_words_that_mean_nothing_to_the_lists_propose_nothing(finder: Finder) -> None:
    assert candidates("Qwrtpsdf Zxcvbnmk", finder) == []
    assert candidates("", finder) == []


def test_no_comparison_outdoes_what_its_candidate_promises(finder: Finder) -> None:
    """Names that promise less than another of their party has are not compared."""
    texts = [finder.index.name_texts[n] for n in range(0, finder.index.name_count, 11)]
    seen = 0
    for text in [*texts, *map(with_a_slip, texts)]:
        asked = ParsedQuery.of(Query(name=text))
        readings = [one.reading for one in asked.names]
        found = generate_candidates(
            [reading.name for reading in readings],
            finder.vocabulary,
            threshold=model().threshold,
            limit=COMPARED,
            parts=[reading.part for reading in readings],
        )
        for number, promised in enumerate(found):
            for listed, most in promised.items():
                assert score_of(asked, number, listed, finder).score <= highest_score(most)
                seen += most < inf
    assert seen > len(texts)


def with_a_slip(text: str) -> str:
    return text[:3] + text[4:]


def test_queries_of_several_thresholds_are_searched_together_as_each_by_itself(
    finder: Finder,
) -> None:
    """A person's initials and middle names are looked for at a lower threshold."""
    texts = [finder.index.name_texts[n] for n in range(0, finder.index.name_count, 23)]
    queries = [analyse(text) for text in texts]
    thresholds = [(0.8, 0.5, 0.4)[place % 3] for place in range(len(queries))]
    together = generate_candidates(queries, finder.vocabulary, threshold=thresholds, limit=COMPARED)
    for text, threshold, found in zip(texts, thresholds, together, strict=True):
        assert candidates(text, finder, threshold=threshold) == [*found]
    higher = generate_candidates(queries, finder.vocabulary, threshold=0.8, limit=COMPARED)
    assert sum(map(len, higher)) < sum(map(len, together))
