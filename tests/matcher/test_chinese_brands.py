"""What a Chinese firm is called in Latin letters where its own name is not in pinyin."""

import pytest

from matcher.lexicon.chinese_brands import by_sound, translated
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


def read(text: str) -> set[str]:
    """All ways in which a name is read, its words with spaces between."""
    readings = asked_variants(analyse(text))
    return {" ".join(word.form for word in one.name.words) for one in readings}


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("银星网络科技", "silver star network technology"),
        ("金阳进出口", "golden sun import and export"),
        ("芯時空電子", "chip time space electronics"),
        ("诗瓦贝光电", "shvabe optoelectronics"),
        ("欧锐激光", "oree laser"),
        # Where a firm's name begins, lesser towns are known; inside it they are other characters.
        ("蓬莱巨涛重工", "penglai jutao heavy industries"),
        ("宏龙海洋水产", "honglong ocean fishing"),
        # What extractors of PDF files leave for a character.
        ("墨星⽂化传播", "moxing culture media"),
    ],
)
def test_own_names_are_read_by_meaning_and_by_sound(text: str, latin: str) -> None:
    assert latin in read(text)


def test_two_characters_alone_are_not_read_by_their_sound() -> None:
    assert "oree" in by_sound("欧锐")
    assert not any("oree" in one for one in read("欧锐有限公司"))


def test_a_name_with_a_character_that_means_nothing_is_not_translated() -> None:
    assert translated("银星")[0] == "silver star"
    assert translated("银翟") == ()


def test_a_character_that_no_dictionary_reads_leaves_the_rest_to_be_read() -> None:
    assert "kexin" in read("𨽽 科芯")
