"""A listed name that tells little is found among what says nothing of which party is named, and
not where other words make another name of it.
"""

import pytest
from support.listed_companies import finder_of, hits

from matcher.comparison.model import decide
from matcher.names.between_names import said_between, signal_words
from matcher.names.prefilter import MAY_BE_SIGNED, MAY_HOLD_NAMES, look
from matcher.names.stretches import ALSO_ASKED
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Decision

LISTED = (("Vos Air", "ir"), ("Good People", "ru"), ("QVA", "sy"))


@pytest.fixture(scope="module")
def finder(language: Language) -> Finder:
    return finder_of(LISTED, language)


@pytest.mark.parametrize(
    "around",
    [
        # The code of a country or of a part of one, behind a sign, a place or a number.
        "{}, Moscow, RU",
        "{} (RU)",
        "{}-RU",
        "{}, Houston, TX 77002",
        "{}, 119034 Moscow RU",
        "{}, Sydney, NSW 2000, AU",
        # A branch, in many languages.
        "{} Filiaal Rotterdam",
        "{} sivuliike Helsinki",
        "{} fióktelep Budapest",
        "{} chi nhánh Hà Nội",
        "{} υποκατάστημα Αθήνα",
        "{} Accounts Payable",
        # For whom a line is.
        "o/b/o {}",
        "B/O {}",
        "Begünstigter {}",
        "Beneficiario {}",
        # Another party, ended by its legal form.
        "Star Ltd and {}",
        "Star Ltd, {}",
        "Star S.A. et {}",
        "Star Trading GmbH für {}",
        "Star Oy ja {}",
        # Former names, and for whom a party acts.
        "Star Ltd (prev. {})",
        "{} fka Star Ltd",
        "Star Ltd vormals {}",
        "Star Ltd, anciennement {}",
        "Star Ltd (member of {})",
        "Звезда (ранее {})",
        "Star Works / {}",
        # Remarks in another script.
        "{} 東京支店",
        "{} 서울지점",
        "{} สาขากรุงเทพ",
        "סניף {} חיפה",
        "филиал {} в г. Казань",
    ],
)
@pytest.mark.parametrize("name", [text for text, _ in LISTED[:2]])
def test_what_says_nothing_hides_no_name(name: str, around: str, finder: Finder) -> None:
    assert name in hits(around.format(name), finder)


@pytest.mark.parametrize(
    "text",
    [
        "Vos Air AI",
        "Vos Air IT Solutions",
        "Vos Air RU Logistics",
        "Star Vos Air",
        "Star & Good People",
        "Star Bank and Good People",
        "Star Company and Good People",
        "Star Ltd Good People",
        "Star Good People 東京支店",
        "Part of Very Good People",
        "Нова Good",
        "Star NV - QVA",
    ],
)
def test_other_words_make_another_name_of_it(text: str, finder: Finder) -> None:
    assert hits(text, finder) == set()


def test_its_own_countrys_code_stands_behind_it(finder: Finder) -> None:
    (found,) = match("Vos Air IR", finder, Policy(0.8))
    assert decide(found.score) is Decision.REVIEW
    assert hits("Vos Air RU", finder) == set()


def test_what_may_stand_between_two_names_is_seen_by_the_quick_look() -> None:
    for phrase in said_between().replace(r"\s+", " ").replace("\\", "").split("|"):
        text = f"Star {phrase} Good People"
        assert ALSO_ASKED.search(text), phrase
        assert look(text) & (MAY_HOLD_NAMES | MAY_BE_SIGNED), phrase
    assert all(len(word) > 1 for word in signal_words())
