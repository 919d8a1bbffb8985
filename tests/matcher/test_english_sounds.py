"""English words that other scripts write as they sound, and Arabic and Persian words that lists
translate or transliterate.
"""

from importlib.resources import files

import pytest

from matcher.lexicon.english_sounds import english_by_sound, is_surely_english, name_by_sound
from matcher.lexicon.loan_sounds import sounds, sounds_of_letters
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


def read(text: str) -> set[str]:
    """All ways in which a name is read, its words with spaces between."""
    readings = asked_variants(analyse(text))
    return {" ".join(word.form for word in one.name.words) for one in readings}


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("فينتشرز", "ventures"),
        ("جينيراشن", "generation"),
        ("جولدن", "golden"),
        ("انتربرايز", "enterprise"),
        ("استيشن", "station"),
        ("شاين", "shine"),
        ("энтерпрайз", "enterprise"),
        ("ブリッジ", "bridge"),
        ("솔루션", "solution"),
        ("सॉल्यूशंस", "solutions"),
    ],
)
def test_a_loanword_is_known_by_its_sound(written: str, english: str) -> None:
    assert english_by_sound(written)[0] == english


def test_a_word_with_one_consonant_is_no_loanword() -> None:
    assert english_by_sound("علي") == ()


@pytest.mark.parametrize("nothing", ["ー", "ッー"])
def test_a_sign_that_lengthens_is_no_word_by_itself(nothing: str) -> None:
    assert english_by_sound(nothing) == ()
    assert english_by_sound("") == ()


def test_a_name_that_is_near_a_loanword_is_not_surely_one() -> None:
    assert is_surely_english("كونستيلاشين")
    assert not is_surely_english("نيايش")


def test_keys_of_the_table_are_those_of_its_sounds() -> None:
    text = (files("matcher") / "data" / "english_sounds.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1::97]:
        for one in line.split("\t")[1:]:
            sound, _, key = one.partition(" ")
            assert sounds(sound).key == key, line


@pytest.mark.parametrize("table", ["english_sounds.tsv", "name_sounds.tsv"])
def test_words_of_a_table_sound_together_as_they_do_alone(table: str) -> None:
    text = (files("matcher") / "data" / table).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1::41]]
    words = [one.partition(" ")[0] for row in rows for one in row]
    assert "".join(words).isalpha()
    assert "".join(words).isascii()
    assert sounds_of_letters(words) == [sounds(word) for word in words]


def test_no_words_have_no_sounds() -> None:
    assert sounds_of_letters([]) == []


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        # A trade in translation, and the same name by its sound throughout.
        ("شرکت ایمن تجارت", "company safe trading"),
        ("شرکت صنعت زمان", "sherkat sanat zaman"),
        # A y that links two words is no part of one.
        ("شرکت نیلگون پارسای", "company nelgun paresa"),
        # One who owns a firm alone is mostly left out in English.
        ("ميراج شركة الشخص الواحد ذ.م.م", "mirage co llc"),
        # Plurals and adjectives of words that are known.
        ("ادویه زجاجیه", "pharmaceutical glass"),
        # What begins with the article's letters and has little behind is a word.
        ("البا للاستثمار", "alba investment"),
    ],
)
def test_arabic_and_persian_are_read_as_lists_have_them(text: str, latin: str) -> None:
    assert latin in read(text)


def test_a_persons_name_is_no_english() -> None:
    assert not any("shiny" in one or "nice" in one for one in read("نيايش صنایعی"))


def test_what_has_no_letters_writes_no_english_word() -> None:
    assert english_by_sound("") == ()
    assert not is_surely_english("")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("লাভরভ", "lavrov"),
        ("ভ্লাদিমির", "vladimir"),
        ("వ్లాదిమిర్", "vladimir"),
        ("कादिरोव", "kadyrov"),
        ("ラブロフ", "lavrov"),
        ("Ουσμάνοφ", "usmanov"),
        ("აბრამოვიჩი", "abramovich"),
        ("לברוב", "lavrov"),
        ("لاوروف", "lavrov"),
        ("ሜድቬዴቭ", "medvedev"),
    ],
)
def test_a_persons_name_is_known_by_its_sound(written: str, name: str) -> None:
    assert name in name_by_sound(written)


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("সের্গেই লাভরভ", "sergey lavrov"),
        ("セルゲイ・ラブロフ", "sergey lavrov"),
        ("سرگئی لاوروف", "sergey lavrov"),
        ("Σεργκέι Λαβρόφ", "sergey lavrov"),
    ],
)
def test_foreigners_names_are_read_as_lists_have_them(text: str, latin: str) -> None:
    assert latin in read(text)


def test_signs_of_vowels_do_not_end_a_word() -> None:
    for text in ("ভ্লাদিমির পুতিন", "வலாதிமிர் புதின்", "ව්ලැඩිමීර් පුටින්"):
        assert len(analyse(text).words) == 2


def test_a_name_of_one_word_in_kana_is_read_as_it_sounds_only() -> None:
    assert not any("maiko" in one for one in read("メイコー"))
