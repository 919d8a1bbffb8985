"""Latin words with letters of other alphabets in them read as Latin, whatever their share."""

import pytest

from matcher.lexicon.look_alikes import in_cyrillic, undisguised
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


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


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("ООО «Зельтек-CMT»", "Zeltek-SMT LLC"),
        ("Акционерное Общество BEKTOP", "Joint Stock Company Vektor"),
    ],
)
def test_a_word_typed_in_latin_letters_beside_cyrillic_ones_is_read_in_both(
    asked: str, listed: str
) -> None:
    forms = [{word.form for word in one.name.words} for one in asked_variants(analyse(asked))]
    own = {word.form for word in analyse(listed).words if word.role is Role.WORD}
    assert any(own <= one for one in forms)


@pytest.mark.parametrize("text", ["ООО Ромашка", "CAT Ltd", "АО «РЕСО» Moscow", "Αθήνα BANK"])
def test_other_words_are_read_in_their_own_alphabet_alone(text: str) -> None:
    assert in_cyrillic(text) == []
