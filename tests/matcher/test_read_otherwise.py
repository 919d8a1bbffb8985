"""Words of a name that is read otherwise, and words that may be brands, one by one and together."""

import numpy as np
import pytest

from matcher.comparison.brand import asked_brands
from matcher.mentions.searcher import Searcher
from matcher.names.parser import analyse
from matcher.names.respelt import respelt
from matcher.search.query_batch import Block


@pytest.mark.parametrize(
    ("text", "found", "words"),
    [
        (
            "Zentralbank Syriens AG",
            [(0, 11, "central bank"), (12, 19, "syria")],
            {"central": "Zentralbank", "bank": "Zentralbank", "syria": "Syriens", "ag": "AG"},
        ),
        ("Four Peaks", [(0, 4, "4")], {"4": "Four", "peaks": "Peaks"}),
        ("Peaks Four", [(6, 10, "4")], {"peaks": "Peaks", "4": "Four"}),
        ("Nur El Dine Zarvik", [(0, 11, "nureddin")], {"nureddin": "Nur El Dine"}),
        ("Qorva (Blint) Zarvik", [(6, 13, "")], {"qorva": "Qorva", "zarvik": "Zarvik"}),
    ],
)
def test_a_word_read_otherwise_stands_where_it_is_written(
    text: str, found: list[tuple[int, int, str]], words: dict[str, str]
) -> None:
    read = respelt(text, found)
    assert words.items() <= {word.form: text[word.start : word.end] for word in read.words}.items()


def test_words_that_may_be_brands_are_the_same_one_by_one_and_together(finder: Searcher) -> None:
    index = finder.index
    asked = [index.name(number) for number in range(0, index.name_count, 5)]
    asked += [analyse(name.text.split()[0]) for name in asked]
    asked = [name for name in asked if name.words]
    with finder.vocabulary.in_use():
        block = Block.of(asked, finder.vocabulary)
        together = [set[str]() for _ in asked]
        for place in block.brands().tolist():
            together[block.query[place]].add(block.word(place).form)
    zipf_of = index.language.zipf_of
    one_by_one = [{word.form for word in asked_brands(name, zipf_of)} for name in asked]
    assert together == one_by_one
    assert np.count_nonzero(list(map(bool, together))) > len(asked) // 4
