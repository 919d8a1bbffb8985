"""Latin words with letters of other alphabets in them read as Latin, whatever their share."""

import pytest

from matcher.lexicon.look_alikes import undisguised
from matcher.names.parser import analyse


@pytest.mark.parametrize(
    ("disguised", "meant"),
    [
        # Cyrillic letters, most of the word; a word of them alone among others.
        ("Rеsсuе Соmmittее fоr Реасе", "Rescue Committee for Peace"),
        ("СОРRОРАСIОN РАNАМЕRIСАNА", "COPROPACION PANAMERICANA"),
        ("Shеnzhеn Воуu Со., Ltd.", "Shenzhen Boyu Co., Ltd."),
        # Greek ones.
        ("Αlρhα Bαnκ", "Alpha Bank"),
    ],
)
def test_letters_that_look_the_same_are_undone(disguised: str, meant: str) -> None:
    assert undisguised(disguised) == meant
    assert [word.form for word in analyse(disguised).words] == [
        word.form for word in analyse(meant).words
    ]


@pytest.mark.parametrize(
    "text",
    ["ООО Ромашка", "АО «РЕСО» Moscow", "ОАО Север (OAO Sever)", "Αθήνα Bank", "Сбербанк PJSC"],
)
def test_words_of_another_alphabet_stay_in_it(text: str) -> None:
    assert undisguised(text) == text
