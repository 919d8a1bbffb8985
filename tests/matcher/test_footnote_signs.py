"""Signs of footnotes stand at words, and are no part of them."""

import pytest

from matcher.names.tokenizer import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bank Sepah³⁴", ["bank", "sepah"]),
        ("Kalashnikov¹ Concern", ["kalashnikov", "concern"]),
        ("Сепах² банк", ["sepakh", "bank"]),
        ("MT103", ["mt103"]),
    ],
)
def test_a_raised_number_is_no_part_of_a_word(text: str, words: list[str]) -> None:
    assert [token.form for token in tokens(text)] == words
