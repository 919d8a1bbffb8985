"""Every script is read in plain Latin letters, and look-alike letters hide nothing."""

import pytest

from matcher.lexicon.chinese import pieces, pinyin
from matcher.lexicon.scripts import is_consonantal, is_han, latin, script_of
from matcher.lexicon.tables import tables


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("ROSNEFT", "rosneft"),
        ("Société", "societe"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Газпромбанк", "gazprombank"),
        ("медіа", "media"),
        ("Ｒｏｓｎｅｆｔ", "rosneft"),
        ("12", "12"),
        ("!?", ""),
    ],
)
def test_words_of_every_script_read_in_plain_small_latin(word: str, read: str) -> None:
    assert latin(word) == read


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u0002"])
def test_invisible_signs_are_no_part_of_a_word(invisible: str) -> None:
    assert latin(f"Ros{invisible}neft") == "rosneft"


@pytest.mark.parametrize("word", ["Rоsneft", "Rosnеft", "Сhina", "СOМPANY"])
def test_a_latin_word_with_cyrillic_look_alikes_reads_as_latin(word: str) -> None:
    assert not word.isascii()
    assert latin(word) in {"rosneft", "china", "company"}


def test_a_cyrillic_word_with_latin_look_alikes_reads_as_cyrillic() -> None:
    assert latin("Гaзпрoмбанк") == latin("Газпромбанк") == "gazprombank"


def test_a_mixed_word_never_gets_letters_of_a_third_alphabet() -> None:
    assert latin("Rosneftь") == "rosneft"


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("Rosneft", "Latn"),
        ("Société", "Latn"),
        ("Банк", "Cyrl"),
        ("武汉", "Hani"),
        ("زندان", "other"),
        ("합장강", "other"),
    ],
)
def test_script_of_a_word(word: str, script: str) -> None:
    assert script_of(word) == script


def test_arabic_and_hebrew_leave_vowels_out_and_others_do_not() -> None:
    assert is_consonantal("يونس")
    assert is_consonantal("בנק")
    assert not is_consonantal("Банк")
    assert not is_han("Банк")
    assert is_han("a武")


def test_pinyin_has_no_tones_and_joins_syllables() -> None:
    assert pinyin("高芯") == "gaoxin"
    assert pinyin("武汉") == "wuhan"


def test_characters_of_several_readings_are_read_by_their_word() -> None:
    assert pinyin("银行") == "yinhang"
    assert pinyin("重庆") == "chongqing"


def test_chinese_is_cut_into_place_own_name_trade_and_legal_form() -> None:
    found = list(pieces("武汉高芯科技有限公司", tables().han))
    assert [(piece.form, piece.known) for piece in found] == [
        ("武汉", True),
        ("gaoxin", False),
        ("科技", True),
        ("有限公司", True),
    ]


@pytest.mark.parametrize("run", ["武汉高芯科技有限公司", "聯凡有限公司", "神戸山口組", "行"])
def test_pieces_of_chinese_cover_it_without_gaps(run: str) -> None:
    found = list(pieces(run, tables().han))
    assert "".join(run[piece.start : piece.end] for piece in found) == run
