"""Phrases at the edge of what stands beside a name, against the patterns that they stand for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.lexicon.edge_phrases import EdgePhrases
from matcher.lexicon.place_cues import PlaceCues, place_cues

PHRASES = ("lake", "st", "town of", "adası", "ул", "नदी", "évêque de", "ön")
_ANY = f"(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})"
ENDS = re.compile(rf"(?<!\w){_ANY}\.?[ \u00a0]$", re.IGNORECASE)
BEGINS = re.compile(rf"[ \u00a0]{_ANY}(?!\w)", re.IGNORECASE)
PIECES = st.lists(
    st.sampled_from(
        [*PHRASES, *map(str.upper, PHRASES), *map(str.title, PHRASES),
         " ", "\u00a0", ".", "-", "x", "_", "1", "\n", "İ", "the"]
    ),
    max_size=6,
).map("".join)  # fmt: skip


@given(PIECES)
def test_phrases_are_at_an_edge_where_the_pattern_says(text: str) -> None:
    phrases = EdgePhrases(PHRASES)
    assert phrases.ends(text) is (ENDS.search(text) is not None)
    assert phrases.begins(text) is (BEGINS.match(text) is not None)


@pytest.mark.parametrize("before", ["sunlake ", "best ", "1st. ", "_lake "])
def test_a_longer_word_ends_with_no_phrase(before: str) -> None:
    assert not EdgePhrases(PHRASES).ends(before)


@pytest.mark.parametrize("after", [" lakes", " street", " st1", " lake_"])
def test_a_longer_word_begins_with_no_phrase(after: str) -> None:
    assert not EdgePhrases(PHRASES).begins(after)


def test_a_word_is_one_in_any_capitals() -> None:
    phrases = EdgePhrases(PHRASES)
    assert "Lake" in phrases
    assert "ADASI" in phrases
    assert "lakes" not in phrases


@pytest.mark.parametrize("where", ["before", "after", "venue_before", "venue_after"])
def test_every_phrase_of_the_table_is_met_by_itself_and_in_no_longer_word(where: str) -> None:
    phrases: EdgePhrases = getattr(place_cues(), where)
    assert where in PlaceCues._fields
    for phrase in phrases:
        if where.endswith("before"):
            assert phrases.ends(f"a {phrase.title()}. ")
            assert not phrases.ends(f"ax{phrase}z ")
        else:
            assert phrases.begins(f" {phrase.upper()},")
            assert not phrases.begins(f"x{phrase}")
