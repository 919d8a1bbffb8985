"""Words of states, banks and trade in the scripts of India, in Urdu and Georgian."""

import pytest
from support.listed_companies import is_hit

from matcher.names.term_weights import Language
from records import Kind


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("सेंट्रल बैंक ऑफ रशिया", "Central Bank of Russia"),
        ("ईरान शिपिंग लाइन्स", "Iran Shipping Lines"),
        ("ইসলামিক রিপাবলিক অফ ইরান শিপিং লাইনস", "Islamic Republic of Iran Shipping Lines"),
        ("ইরানের কেন্দ্রীয় ব্যাংক", "Central Bank of Iran"),
        ("اسلامک ریپبلک آف ایران شپنگ لائنز", "Islamic Republic of Iran Shipping Lines"),
        ("فارن ٹریڈ بینک", "Foreign Trade Bank"),
        ("საგარეო ვაჭრობის ბანკი", "Foreign Trade Bank"),
    ],
)
def test_what_a_party_is_may_be_said_in_its_own_language(
    asked: str, listed: str, language: Language
) -> None:
    assert is_hit(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("सेंट्रल बैंक ऑफ इंडिया", "Central Bank of Iran"),
        ("ইরানের কেন্দ্রীয় ব্যাংক", "Central Bank of Syria"),
        ("نیشنل ٹریڈ بینک", "Foreign Trade Bank"),
        ("ईरान शिपिंग लाइन्स", "Iran Gas Lines"),
    ],
)
def test_another_country_and_another_trade_are_another_party(
    asked: str, listed: str, language: Language
) -> None:
    assert not is_hit(asked, listed, Kind.ORGANIZATION, language)
