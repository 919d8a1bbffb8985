"""Names in their own script, as lists write them in Latin letters."""

import pytest

from matcher.lexicon.arabic import guesses
from matcher.lexicon.keys import consonants
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


def read(text: str) -> set[str]:
    """All ways in which a name is read, its words with spaces between."""
    return {
        " ".join(word.form for word in reading.name.words)
        for reading in asked_variants(analyse(text))
    }


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("김영호", "kim yongho"),
        ("이철수", "lee cheolsu"),
        ("림정희", "rim jonghui"),
        ("대동강무역회사", "taedonggang trading corporation"),
        ("王秀英", "wang xiuying"),
        ("欧阳建国", "ouyang jianguo"),
        ("張志明", "cheung chiming"),
        ("單國華", "shan guohua"),
        ("علي حسن", "ali hassan"),
        ("عمر عبد الرحمن", "omar abdul rahman"),
        ("نور الدين طاهر", "noor al din tahir"),
        ("بنك الخليج", "bank gulf"),
        ("ООО Полар Шиппинг", "ooo polar shipping"),
    ],
)
def test_a_name_is_read_as_lists_write_it(text: str, latin: str) -> None:
    assert latin in read(text)


def test_offsets_of_a_reading_are_those_of_the_query() -> None:
    words = next(
        reading.name.words for reading in asked_variants(analyse("김영호")) if reading.entire
    )
    assert [(word.start, word.end) for word in words] == [(0, 1), (1, 3)]


def test_a_latin_name_has_no_further_readings() -> None:
    assert len(asked_variants(analyse("Kim Yong Ho"))) == 1


def test_vowels_are_guessed_by_the_shape_of_the_word() -> None:
    assert guesses("طاهری", persian=True)[0] == "taheri"


def test_consonants_are_sounds() -> None:
    assert consonants("mohammed") == consonants("muhamad")
    assert consonants("jamal") == "jml"
    assert consonants("nasri") != consonants("nasr")
