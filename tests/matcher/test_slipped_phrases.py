"""A letter wrong in a word of a phrase of the tables, whatever the coarse spelling makes of it."""

import pytest

from matcher.lexicon.tables import near_as_written, slipped
from matcher.names.parser import analyse


def concepts(text: str) -> list[str | None]:
    return [word.concept for word in analyse(text).words]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # ``ch`` is one sound, a last e is none: one wrong letter changes two of these.
        ("Vega Macoine Building", "Vega Machine Building"),
        ("Vega Real Estae", "Vega Real Estate"),
        ("Vega Design Bueau", "Vega Design Bureau"),
        ("Vega Import and Eoport", "Vega Import and Export"),
        ("All-Russoa Vega", "All-Russia Vega"),
    ],
)
def test_a_phrase_is_read_with_a_letter_wrong_in_one_of_its_words(written: str, meant: str) -> None:
    assert concepts(written) == concepts(meant)
    assert len(analyse(written).words) == 2


@pytest.mark.parametrize("written", ["Macoine Vega", "Vega Estae", "Vega Bueau Trading"])
def test_by_itself_such_a_word_stays_what_is_written(written: str) -> None:
    word = next(
        word for word in analyse(written).words if word.form in ("macoine", "estae", "bueau")
    )
    assert word.concept is None


@pytest.mark.parametrize("form", ["marine", "machine", "state", "esta", "vega"])
def test_words_of_the_tables_and_short_ones_are_no_others_with_a_slip(form: str) -> None:
    assert slipped(form, near_as_written(form)) is None
