"""Words before a name that say that it is a party's, or that somebody deals with it."""

import pytest

from matcher.lexicon.deal_cues import is_dealt_with
from matcher.lexicon.party_words import ends_with_a_party_word, says_party


@pytest.mark.parametrize(
    "before",
    [
        "We hold a 12% interest in ",
        "The joint venture with ",
        "He wired $1.2 million to ",
        "New US sanctions against ",
        "The embargo on ",
        "He was a subsidiary of ",
        "They acted on behalf of ",
        "وصلت دفعة إلى ",
        "استلمنا الدفعة من ",
        "ووصلت الفواتير من ",
        "قبل التعاقد مع ",
        "ألغي العقد مع ",
        "נחתם חוזה עם ",
        "התקבל תשלום מאת ",
        "התשלום התקבל מאת ",
    ],
)
def test_money_sanctions_and_what_is_owned_say_that_one_deals_with_a_party(before: str) -> None:
    text = f"{before}Vega in May."
    assert is_dealt_with(text, len(before), len(before) + 4)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Payment from «", "» came in May."),
        ('Wir haben die Rechnung von "', '" bezahlt.'),
        ("مبلغ از «", "» دریافت شد."),
    ],
)
def test_quotation_marks_stand_between_the_deal_and_the_party(before: str, behind: str) -> None:
    text = f"{before}Vega{behind}"
    assert is_dealt_with(text, len(before), len(before) + 4)


@pytest.mark.parametrize(
    "before", ["The wind came from ", "It is of no interest. In ", "He sailed to ", "جاء من "]
)
def test_where_somebody_or_something_comes_from_is_no_deal(before: str) -> None:
    text = f"{before}Vega in May."
    assert not is_dealt_with(text, len(before), len(before) + 4)


@pytest.mark.parametrize(
    "word", ["State-backed", "state-owned", "Kremlin-linked", "buyer", "sanctioned"]
)
def test_who_owns_backs_or_punishes_it_says_that_a_partys_name_follows(word: str) -> None:
    assert says_party(word)


@pytest.mark.parametrize("word", ["blue-eyed", "State", "well-known", "Sanctioned", "twenty-one"])
def test_other_words_with_a_hyphen_or_a_capital_do_not(word: str) -> None:
    assert not says_party(word)


@pytest.mark.parametrize(("before", "said"), [("โอนเงินให้ ", True), ("เดินทางไป ", False)])
def test_a_thai_word_for_paying_stands_before_a_party(before: str, *, said: bool) -> None:
    assert ends_with_a_party_word(f"{before}NADA", len(before)) is said
