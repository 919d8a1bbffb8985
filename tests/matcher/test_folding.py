"""Words folded within their script, many at once, and how common each is in any language."""

from hypothesis import example, given
from hypothesis import strategies as st
from wordfreq import zipf_frequency

from matcher.lexicon.folding import fold, fold_all
from matcher.names.term_weights import Language

WORDS = [
    *("Ötker", "STRASSE", "ΣΊΣΥΦΟΣ", "Ёлка", "ﬁrma", "ＡＢＣ", "O'Neil", "A.B", "۱۲۳", "²", "٤x"),
    *("العربيّة", "کوردستانە", "ەوە", "שָׁלוֹם", "हिन्दी", "國貿", "カタカナ", "ไทย", "ﷲ", "İstanbul"),
    *("", "--", "’", "plain", "İ", "\u200dx"),
]


def test_many_words_are_folded_as_one_by_one() -> None:
    assert fold_all(WORDS) == [fold(word) for word in WORDS]


def test_of_no_words_none_are_folded() -> None:
    assert fold_all([]) == []


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=6), max_size=8))
@example(["Ünal", "a-b", "", "ە", "کوردە", "کەڕەم", "\u0301a", "e", "\u0301", "各國", "٣٤", "ﬁ"])
def test_many_words_are_folded_as_each_by_itself(words: list[str]) -> None:
    assert fold_all(words) == [fold(word) for word in words]


def test_a_word_is_as_common_as_in_the_language_that_has_it_most_often(language: Language) -> None:
    for word in ("hotel", "radio", "Straße", "شركة", "слово"):
        most = max(zipf_frequency(word, one, "small") for one in ("en", "de", "es", "ar", "ru"))
        assert language.everyday.zipf_of(word) >= most - 0.01
    assert language.everyday.zipf_of("Qirvoltane") == 0.0
