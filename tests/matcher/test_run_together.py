"""Letters in a row are cut into listed words only where these make up nearly all of it."""

import itertools
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from matcher.index.whole_names import WholeNames, token_hash
from matcher.mentions.run_together import word_starts

LISTED = ("bank", "tejarat", "tej", "arat", "mahan", "air", "sov", "com", "flod", "melli", "iran")


def cut(letters: str) -> list[str]:
    hashes = np.unique(np.array([token_hash(word) for word in LISTED], dtype=np.uint64))
    names = cast(WholeNames, SimpleNamespace(distinct_tokens=hashes))
    places = [0, *sorted(word_starts(letters, names)), len(letters)]
    return [letters[start:end] for start, end in itertools.pairwise(places)]


@pytest.mark.parametrize(
    "words", [["BANK", "TEJARAT"], ["MAHAN", "AIR"], ["BANK", "MELLI", "IRAN"]]
)
def test_a_row_of_listed_words_is_cut_into_the_longest(words: list[str]) -> None:
    assert cut("".join(words)) == words


@pytest.mark.parametrize("row", ["SOVCOMFLOD", "TEJARAT", "SEABREEZEHOTEL", "XBANKQRVLTMZ"])
def test_a_row_of_short_words_or_with_much_beside_stays_whole(row: str) -> None:
    assert cut(row) == [row]
