"""Persons whose names are a letter apart: another name that many have is no slip."""

import pytest
from support.listed_companies import is_hit

from matcher.names.term_weights import Language
from records import Kind

_PERSON, _UNKNOWN = Kind.PERSON, Kind.UNKNOWN


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("Khaled Saleh", "Hamid Saleh", _PERSON),
        ("Nasser Saleh", "Bachir SALEH", _PERSON),
        ("Khaled Rashed", "Hamid Rashed", _PERSON),
        ("Mohamed Khalil", "Mohamad Khalid", _PERSON),
        ("Sergey Zakharov", "Sergei Makarov", _PERSON),
        ("Roman Sokolov", "Roman Sokolovski", _PERSON),
        ("Amina Nasser", "Amina BASHEER", _UNKNOWN),
        ("Waleed Khalil", "Khalid Bin Al-Waleed Army", Kind.ORGANIZATION),
        ("Amal Saleh", "Jamal SALEH", _PERSON),
        # Another first consonant, though nobody else is called so; its neighbour on the keyboard,
        # in a name that somebody has; a word by itself.
        ("Abdullah Al-Zindul", "Abdullah AL-MINDUL", _PERSON),
        ("Abdullah Al-Kindi", "Abdullah AL-SINDI", _PERSON),
        ("Marko Radic", "Marko TADIC", _PERSON),
        ("Nindul", "Al-Mindul", _PERSON),
        # Common given names do not tell whose surname was misspelt; j is no y.
        ("Mohammad Reza Hashemi", "Mohammad Reza Khademi", _PERSON),
        ("Sajid Ahmed", "Saeed Ahmed", _PERSON),
        ("Sajid Khan", "Khan Sayed", _PERSON),
        ("ساجد احمد", "Saeed Ahmed", _PERSON),
        ("Zahid Mahmood", "Shahid Mahmood", _PERSON),
        # Syllables that are joined by their coarse spelling.
        ("Zhang Yongbo", "张洪波", _PERSON),
    ],
)
def test_another_name_is_another_person_s(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert not is_hit(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # What tables and languages write for one another.
        ("Khaled Obaidi", "Khaled AL-'UBAYDI", _PERSON),
        ("Oleg Kuznetsov", "Oleh Kuznetsov", _PERSON),
        ("Anna Petrova", "Hanna Petrova", _PERSON),
        ("Ahmad Norouzi", "Ahmad Norowzi", _PERSON),
        # No name that anybody has.
        ("Nustafa Kamel", "Mustafa KAMEL", _PERSON),
        ("Abdullah Al-Nindul", "Abdullah AL-MINDUL", _PERSON),
        ("Khalec Saleh", "Khaled Saleh", _PERSON),
        ("Sergei Makatov", "Sergei Makarov", _PERSON),
        # A name that few have, or two other names, tell who is meant.
        ("Khalil Zelmarovin", "Khalid Zelmarovin", _PERSON),
        ("Mohamed Saleh Khalil", "Mohamed Saleh Khalid", _PERSON),
        ("Mohammad Reza Zelmadoni", "Mohammad Reza Zelmadani", _PERSON),
        ("Fahd Bin Adballah Bin Khalid", "Fahd Bin Abdallah Bin Khalid", _PERSON),
        # Given names that publishers write for one another.
        ("Naser Al-Ali", "Nasr Al-Ali", _PERSON),
        ("Samer Saleh", "Samir Saleh", _PERSON),
        ("Sayed Ahmed", "Saeed Ahmed", _PERSON),
        ("جمال سجاد", "Jamal Sajjad", _PERSON),
        # The first letter by other tables, and a longer name.
        ("Abdullah Gindul", "Abdullah QINDUL", _PERSON),
        ("Abdullah Bindulovin", "Abdullah Mindulovin", _PERSON),
        ("Zhang Hongbo", "张洪波", _PERSON),
        # Firms' names are no persons'.
        ("Makarov Trading", "Makarovo Trading", _UNKNOWN),
    ],
)
def test_a_slip_and_another_spelling_hide_nobody(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert is_hit(asked, listed, kind, language)
