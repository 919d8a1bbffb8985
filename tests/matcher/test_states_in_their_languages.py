"""Names of states, banks and works as Central Asia, the Balkans, the Caucasus and India write
them, by countries in their cases, legal forms in their letters, and India's vowels.
"""

import pytest
from support.listed_companies import is_hit

from matcher.lexicon.country_cases import country_in_any_case
from matcher.lexicon.indic import romanised
from matcher.names.parser import words_of
from matcher.names.term_weights import Language
from records import Kind


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Қазақстанның Даму Банкі", "Development Bank of Kazakhstan"),
        ("«Қазақтелеком» АҚ", "Kazakhtelecom JSC"),
        ("Кыргыз Республикасынын Улуттук банкы", "National Bank of the Kyrgyz Republic"),
        ("Вазорати мудофиаи Ҷумҳурии Тоҷикистон", "Ministry of Defence of Tajikistan"),
        ("Министарство одбране Републике Србије", "Ministry of Defence of the Republic of Serbia"),
        ("Министерство на отбраната на България", "Ministry of Defence of Bulgaria"),
        ("საქართველოს ეროვნული ბანკი", "National Bank of Georgia"),
        ("ფოთის საზღვაო ნავსადგური", "Poti Sea Port"),
        ("Հայաստանի պաշտպանության նախարարություն", "Ministry of Defence of Armenia"),
        ("भारतीय रेल", "Indian Railways"),
        ("कंचन पॉलिमर्स", "Kanchan Polymers"),
    ],
)
def test_a_state_s_institutions_are_known_in_its_language(
    asked: str, listed: str, language: Language
) -> None:
    assert is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Қазақстанның Даму Банкі АҚ", "Development Bank of Mongolia JSC"),
        ("Кыргыз Республикасынын Улуттук банкы", "National Bank of Tajikistan"),
        ("Министарство одбране Републике Србије", "Ministry of Defence of Bulgaria"),
        ("საქართველოს ეროვნული ბანკი", "National Bank of Armenia"),
        ("कंचन पॉलिमर्स", "Kunjan Polymers"),
        ("ფოთის საზღვაო ნავსადგური", "Batumi Sea Port"),
    ],
)
def test_another_country_s_or_town_s_is_another_party(
    asked: str, listed: str, language: Language
) -> None:
    assert not is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("қазақстаннын", ("kazakhstan",)),
        ("србије", ("serbia",)),
        ("украіни", ("ukraine",)),
        ("кыргызстандын", ("kyrgyzstan",)),
        ("марине", ()),
        ("иване", ()),
    ],
)
def test_a_country_is_known_in_its_cases(word: str, read: tuple[str, ...]) -> None:
    assert country_in_any_case(word) == read


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("गुरपतवंत", "gurpatvant"),
        ("कमल", "kamal"),
        ("राम", "ram"),
        ("अज़हर", "azhar"),
        ("मुंबई", "mumbai"),
        ("শেখ", "shekh"),
        ("ਸਿੰਘ", "singh"),
        ("పవన్", "pavan"),
        ("പ്രഭാകരൻ", "prabhakaran"),
        ("ராஜ்", "raj"),
    ],
)
def test_a_bare_consonant_of_india_has_its_vowel(word: str, read: str) -> None:
    assert romanised(word)[0] == read


@pytest.mark.parametrize("word", ["Ivan", "Иван", "ivan कमल", ""])
def test_other_letters_are_not_read_as_india_s(word: str) -> None:
    assert romanised(word) == ()


@pytest.mark.parametrize(
    ("text", "concept"),
    [("Абракан ЖЧК", "LLC"), ("ҶДММ Абракан", "LLC"), ("Абракан ААК", "JSC")],
)
def test_legal_forms_of_central_asia_are_known_in_their_letters(text: str, concept: str) -> None:
    assert concept in {word.concept for word in words_of(text)}


def test_a_hindi_person_is_no_abbreviated_firm(language: Language) -> None:
    assert not is_hit("कपिल मेनन", "capital mining", Kind.ORGANIZATION, language)
