"""Words folded within their script, one by one and many at once."""

from hypothesis import given
from hypothesis import strategies as st

from matcher.lexicon.folding import fold, fold_all

WORDS = [
    *("Ötker", "STRASSE", "ΣΊΣΥΦΟΣ", "Ёлка", "ﬁrma", "ＡＢＣ", "O'Neil", "A.B", "۱۲۳", "²", "٤x"),
    *("العربيّة", "کوردستانە", "ەوە", "שָׁלוֹם", "हिन्दी", "國貿", "カタカナ", "ไทย", "ﷲ", "İstanbul"),
    *("", "--", "’", "plain", "İ", "\u200dx"),
]


def test_many_words_are_folded_as_one_by_one() -> None:
    assert fold_all(WORDS) == [fold(word) for word in WORDS]


def test_of_no_words_none_are_folded() -> None:
    assert fold_all([]) == []


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text()), max_size=8))
def test_any_words_are_folded_as_one_by_one(words: list[str]) -> None:
    some = [word for word in words if len(word.splitlines()) < 2 and word.strip() == word]
    assert fold_all(some) == [fold(word) for word in some]
