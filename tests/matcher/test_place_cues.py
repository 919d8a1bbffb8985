"""One word beside a word for a lake, a street or a title is no listed party, and a ship's name
beside another word of the same kind is another ship's.
"""

import pytest
from support.marked_texts import searcher_of, words

from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Kind

LISTED = (
    (Kind.ORGANIZATION, "Zavrelka"),
    (Kind.ORGANIZATION, "Bavrel"),
    (Kind.ORGANIZATION, "ZAVRELSVYAZBANK PUBLIC JOINT STOCK COMPANY"),
    (Kind.ORGANIZATION, "CASPIAN MARITIME LIMITED"),
    (Kind.ORGANIZATION, "Islamic State in Iraq and the Levant – Khorasan (ISIL-K)"),
    (Kind.ORGANIZATION, "Sichuan AEE"),
    (Kind.ORGANIZATION, "Hangzhou Orvantvision Digital Technology"),
    (Kind.VESSEL, "Yevgeny Bavrelov"),
    (Kind.VESSEL, "Harmony"),
    (Kind.VESSEL, "STAR"),
    (Kind.VESSEL, "YAGHOUB"),
    (Kind.VESSEL, "Premier"),
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return searcher_of(LISTED, language)


@pytest.mark.parametrize(
    "text",
    [
        "They swam in Lake Zavrelka last year.",
        "He lives in Zavrelka Street, behind the mill.",
        "Туристы увидели озеро Zavrelka утром.",
        "Le groupe a visité le lac Zavrelka hier.",
        "The guide, Mr Bavrel, took us there.",
        "Mr Bavrel left early.",
        "Later Alexei Zavrelsvyazbank Petrov paid.",
        "A storm from the Caspian Sea moves on.",
        "Serve it with Khorasan and rice.",
        "Please ship by M/V Ocean Harmony from Felixstowe.",
        "Cargo per M/V Grace Star was insured.",
        "Later the ship Star of Kos followed.",
        "We met the sculptor G. Zavrelka yesterday.",
        "Il est né à Anyue, Sichuan, en 1930.",
        "In March Yevgeny Bavrelov visited Cairo.",
        "O rei de Zavrelka falou. Depois fugiram de Zavrelka.",
        "Branches: Zavrelka, Kalamata, Volos, Trikala.",
        "1. Edirne\n2. Gebze\n3. Zavrelka\n4. Fethiye\n5. Giresun",
        "Expected: m/v ONE Premier on 4 May.",
        "Abita in via Zavrelka 12, Roma.",
        "A firm called Lake Zavrelsvyazbank PJSC paid.",
    ],
)
def test_places_persons_and_longer_ships_are_not_the_party(text: str, parties: Searcher) -> None:
    assert words(text, parties) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Payment was received from Zavrelka on Monday.", "Zavrelka"),
        ("Payment was received from Bavrel on Monday.", "Bavrel"),
        # Words for places are other words in other languages.
        ("They wired it via Zavrelka last week.", "Zavrelka"),
        ("Laut Zavrelka kam die Lieferung an.", "Zavrelka"),
        ("Please place Zavrelka on the watch list.", "Zavrelka"),
        ("It is owed to Zavrelka see note 3.", "Zavrelka"),
        ("Plaćeno je Zavrelka ili nekom drugom.", "Zavrelka"),
        ("El banco pide que Zavrelka sea parte del acuerdo.", "Zavrelka"),
        # A legal form makes a party of what a place might be called.
        ("Paid Caspian Maritime Ltd sea freight charges.", "Caspian Maritime Ltd"),
        ("The lender Zavrelka is in Lake Street.", "Zavrelka"),
        ("Goods of Caspian Maritime Ltd arrived.", "Caspian Maritime Ltd"),
        ("We met Zavrelsvyazbank Chairman Fradkov there.", "Zavrelsvyazbank"),
        ("The tanker Harmony left port.", "Harmony"),
        ("The VLCC STAR left port.", "STAR"),
        ("MT STAR ETA 4 May, Panama-flagged.", "STAR"),
        ("The crew of the Harmony was arrested.", "Harmony"),
        ("Kapal tanker YAGHOUB meninggalkan Batam.", "YAGHOUB"),
        ("油轮Premier于4月4日离港。", "Premier"),
        ("A. Zavrelka", "Zavrelka"),
        ("The company Sichuan AEE paid.", "Sichuan AEE"),
        ("The tanker Yevgeny Bavrelov left port.", "Yevgeny Bavrelov"),
        ("Yevgeny Bavrelov", "Yevgeny Bavrelov"),
        ("O povo de Zavrelkas falou da empresa Zavrelka.", "Zavrelka"),
        ("Zavrelka, Kalamata", "Zavrelka"),
        ("Suppliers: Bavrelit, Zavrelka, Ostrava Mills, Kesteva Foods.", "Zavrelka"),
        ("Zavrelka, Istanbul\nOrlan Foods, Volos\nKesteva, Gebze", "Zavrelka"),
        ("Expected: m/v Premier, ETA 4 May.", "Premier"),
        ("Cargo per M/V Premier, freight prepaid.", "Premier"),
    ],
)
def test_the_same_names_are_found_where_they_are_the_party(
    text: str, name: str, parties: Searcher
) -> None:
    assert words(text, parties) == [name]


def test_a_word_that_the_document_calls_a_partys_and_a_places_is_the_partys(
    parties: Searcher,
) -> None:
    text = "O povo de Zavrelka falou. A empresa Zavrelka pagou. Depois veio Zavrelka."
    assert words(text, parties) == ["Zavrelka"] * 3


def test_the_town_of_a_partys_name_is_no_short_form_of_it(parties: Searcher) -> None:
    text = (
        "Goods of Hangzhou Orvantvision Digital Technology left Hangzhou; then Orvantvision paid."
    )
    assert words(text, parties) == ["Hangzhou Orvantvision Digital Technology", "Orvantvision"]


def test_a_list_of_towns_says_nothing_of_the_rest_of_the_document(parties: Searcher) -> None:
    assert "Zavrelka" in words("Zavrelka paid. Branches: Volos, Zavrelka, Kalamata.", parties)
