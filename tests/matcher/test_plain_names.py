"""A plain name is one reading of its words, as taking it apart in full finds it; what is not plain
for sure is not taken for it.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.names.plain import plain_name
from matcher.search.query import ParsedQuery
from records import Query

# Stretches that do something by themselves, by their place or together with others.
STRETCHES = (
    *("Qorvant", "Blue", "Lantern", "Kestrel", "Wolfram", "Zhenlu", "Marlowe", "Ferrum", "Torvald"),
    *("GmbH", "AG", "S.A.", "SA", "Ltd", "LTD.", "Co.,", "Co", "OOO", "JSC", "W", "L", "L.L.C."),
    *("Limited", "Liability", "Limted", "Company", "Joint", "Stock", "Inc.", "AS", "de", "DE"),
    *("of", "and", "&", "&amp;", "y", "Y", "(Kestrel)", "[KST]", "«Kestrel»", "-", "/", "f/k/a"),
    *("ex", "named", "after", "branch", "No", "7", "12", "II", "ii", "IV", "Two", "one", "3rd"),
    *("Al", "el", "Nureddine", "Abdul", "Darul", "Ulsan", "Chang'e", "Tsinghua", "hsia", "Bill"),
    *("Banque", "centrale", "Moskauer", "Tschajka", "Groupe", "Resources", "Jeunesse", "KSTR"),
    *("Trading,", "VTB", "PSA", "SAM", "A.G.", "K.", "J.-P.", "MV", "Bank", "Group", "Holdings"),
    *("Завод", "завод", "名", "Ünal", "", "IMO", "9187629", "SpA", "KestrelLLC", "ООО", "don't"),
)  # fmt: skip


def is_read_so(text: str) -> bool:
    """Whether a name that is taken for plain is one reading of these words, and no number."""
    plain = plain_name(text)
    if plain is None:
        return True
    asked = ParsedQuery.of(Query(name=text))
    words = [[word.key for word in one.name.words] for one in asked.names]
    (reading,) = [one.reading for one in asked.names[:1]]
    whole = not (reading.native or reading.part or reading.initials or reading.letters)
    return words == [[word.key for word in plain.words]] and whole and not asked.numbers


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(STRETCHES), min_size=1, max_size=6).map(" ".join))
def test_a_plain_name_is_one_reading_of_its_words(text: str) -> None:
    assert is_read_so(text)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(STRETCHES), min_size=1, max_size=4), st.text(max_size=6))
def test_no_sign_makes_a_plain_name_of_another(stretches: list[str], signs: str) -> None:
    assert is_read_so(signs.join(stretches))


@pytest.mark.parametrize(
    "text",
    [
        *("Qorvant Lantern Ltd", "Blue Kestrel Holdings", "Wolfram of Torvald Inc.", "Ferrum & Co"),
        *("Zhenlu Marlowe GmbH", "Torvald, Marlowe and Wolfram Limited", "Kestrel Lantern Ferrum"),
        *("Qorvant Limited Liability Company", "Kestrel Lantern Co., Ltd.", "Blue as Torvald"),
    ],
)
def test_ordinary_names_are_plain(text: str) -> None:
    assert plain_name(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("AG Qorvant", "Qorvant GMBH Kestrel", "Qorvant (Kestrel)", "Qorvant 7", "Four Peaks"),
        *(
            "Banque centrale de Torvald",
            "Qorvant Limited Liability Company Torvald",
            "Marlowe J.-P.",
        ),
        *("Nureddine Torvald", "OOO Tschajka", "Qorvant W L L", "GmbH", "Завод Торвальд", ""),
    ],
)
def test_what_may_be_read_otherwise_is_not_plain(text: str) -> None:
    assert plain_name(text) is None
