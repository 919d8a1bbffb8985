"""A name, cell or word of any length costs no more than its share of time."""

import time
from itertools import product

import pytest

from matcher.comparison.align import align
from matcher.names.initials import initials_of
from matcher.names.parser import analyse
from matcher.names.variants import every_variant, variants
from matcher.names.wade_giles import _cut

UNITS = (
    "a", "an", "ab ", "a.", "(", "()", "a (b) ", '"', "'", "a;b; ", "a,", "A, ", "a/", "م ", "ال",
    "中", "\u0301", "MV ", " - ", "formerly ", "of ", "1,",
)  # fmt: skip
LENGTH = 8_000
SECONDS = 5.0
"""Ten times what the slowest takes; what grew with the square took minutes."""


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_name_of_one_pattern_is_taken_apart_in_time(unit: str) -> None:
    text = unit * (LENGTH // len(unit)) + "x"
    begun = time.process_time()
    list(variants(text))
    every_variant(analyse(text))
    assert time.process_time() - begun < SECONDS


def test_a_text_of_nothing_but_initials_is_looked_through_once() -> None:
    name = analyse("A, " * 20_000 + "Putin")
    begun = time.process_time()
    assert len(initials_of(name)) == 20_000
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(("between", "short"), [(100, True), (300, False)])
def test_words_far_from_all_that_a_listed_name_met_are_not_put_together(
    between: int, short: bool
) -> None:
    far = " ".join(f"filler{number}" for number in range(between))
    query = analyse(f"Rosoboron {far} Alpha Beta Central Delta")
    links = align(query, analyse("Rosoboron Abcd"))
    assert [link.how for link in links] == ["equal", *(["acronym"] * short)]


def test_a_word_that_may_be_cut_in_many_ways_is_cut_once() -> None:
    begun = time.process_time()
    assert _cut("an" * 200 + "x") == ()
    assert time.process_time() - begun < 1


def test_syllables_are_cut_the_longest_first() -> None:
    assert _cut("hsienan") == ("hsien", "an")
    assert _cut("hsingang") == ("hsing", "ang")
    assert [_cut("".join(pair)) for pair in product(("x",), ("an", "hsi"))] == [(), ()]
