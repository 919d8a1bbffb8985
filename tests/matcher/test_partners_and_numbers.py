"""Names that a partner, a town, a number or an invoice's label makes something else of, and letters
that stand for a name that the document has in full.
"""

import pytest
from support.marked_texts import searcher_of, words

from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Address, Kind

PARTIES = (
    (Kind.ORGANIZATION, "Aurora"),
    (Kind.ORGANIZATION, "Phnom Penh Hotel"),
    (Kind.ORGANIZATION, "Eleven Eighty Eight Limited"),
    (Kind.ORGANIZATION, "11420 CORP."),
    (Kind.ORGANIZATION, "Karen National Army"),
    (Kind.ORGANIZATION, "Mexican Federation"),
    (Kind.ORGANIZATION, "Pegasus"),
    (Kind.ORGANIZATION, "FENIKS"),
    (Kind.ORGANIZATION, "Typhoon"),
    (Kind.ORGANIZATION, "Los Rojos"),
    (Kind.VESSEL, "HORIZON"),
    (Kind.VESSEL, "LOTUS"),
)
CAMBODIA = (Address(text="Phnom Penh", country="kh", city="Phnom Penh"),)


@pytest.fixture(scope="module")
def searcher(language: Language) -> Searcher:
    return searcher_of(PARTIES, language, lambda _, name: CAMBODIA if "Penh" in name else ())


@pytest.mark.parametrize(
    "text",
    [
        # The second half of a firm's name.
        "Payment to Hansen & Aurora ENK was made.",
        "BILL TO: HUGHES & AURORA CORP.\nTERMS: 30 DAYS",
        # A longer name goes on behind a word for a firm.
        "Kreditor je bendrovė Pegasus Prekyba s adresou v Brne.",
        "Договор с ООО «Охранное предприятие Феникс» подписан.",
        # A town and its country.
        "PHNOM PENH, Cambodia (AP) — Workers said that they were beaten.",
        # A people is no short form of whom it names.
        "The Mexican Federation fell in May. Two Mexican officers were there.",
        # Figures of a year are anybody's.
        "In 2020 Corp. results were better.",
        # Other ships, in a column of ships, behind a label and behind a prefix.
        "VESSEL\nNEW HORIZON\nFLAG\nPALAU",
        "VESSEL\nAMALTHEA HORIZON\nFLAG\nPALAU",
        "Vessel: NEW HORIZON",
        "Bunkers supplied to m/t NEW HORIZON, 420 mt",
        # An invoice asks where the goods go.
        "BILL TO: LOTUS PLASTICS\nSHIP TO: SAME",
    ],
)
def test_what_is_something_elses_is_no_listed_party(text: str, searcher: Searcher) -> None:
    found = set(words(text, searcher))
    assert found <= {"Mexican Federation"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Payment to Hansen LLC & Aurora LLC was made.", "Aurora LLC"),
        ("Payment to Aurora LLC was made.", "Aurora LLC"),
        ("Kreditor je bendrovė Pegasus s adresou v Brne.", "Pegasus"),
        ("Договор с ООО «Феникс» подписан.", "ООО «Феникс"),
        ("He stayed at the Phnom Penh Hotel in Cambodia.", "Phnom Penh Hotel"),
        ("We owe Eleven Eighty Eight Limited nothing.", "Eleven Eighty Eight Limited"),
        ("Paid in favour of 11420 CORP. in May.", "11420 CORP"),
        ("The trading house Typhoon had bought them.", "Typhoon"),
        ("The cartel had ties to Los Rojos, police said.", "Los Rojos"),
        ("VESSEL\nHORIZON\nFLAG\nPALAU", "HORIZON"),
        ("VESSEL\nM/T HORIZON\nFLAG\nPALAU", "HORIZON"),
        ("Vessel: M/T HORIZON", "HORIZON"),
        ("Bunkers supplied to m/t HORIZON, 420 mt", "HORIZON"),
        ("The ship Lotus left for Mersin.", "Lotus"),
    ],
)
def test_the_same_are_found_where_they_are_meant(text: str, found: str, searcher: Searcher) -> None:
    assert found in words(text, searcher)


def test_a_sentence_may_begin_with_an_article_and_letters_of_a_party(searcher: Searcher) -> None:
    text = "The Karen National Army guards the compounds. The KNA takes a cut."
    assert words(text, searcher) == ["Karen National Army", "KNA"]
    # Without the name they are anybody's.
    assert words("The KNA takes a cut.", searcher) == []
