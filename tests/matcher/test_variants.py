"""A query may hold several names of a party: each is read as one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.names.parser import analyse
from matcher.names.variants import MOST_VARIANTS, asked_variants, every_variant


def read(text: str) -> list[str]:
    return [" ".join(word.form for word in one.name.words) for one in asked_variants(analyse(text))]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Valerian Labs, Inc.", []),
        ("Valerian Labs (formerly Kolibri Works)", ["valerian labs", "kolibri works"]),
        ("Kolibri Works a.k.a. Valerian Labs", ["kolibri works", "valerian labs"]),
        ("Kolibri Works t/a Valerian Labs", ["kolibri works", "valerian labs"]),
        ("Kolibri d/b/a Valerian Labs", ["kolibri", "valerian labs"]),
        ("Berlin branch of Kolibri Works", ["kolibri works"]),
        ("Зурвел Колибри или Матис Валерия", ["zurvel kolibri", "matis valeriya"]),
        ("Kolibri Holding, JSC Valerian", ["jsc valerian", "kolibri holding"]),
        ("АО «Зурвел Матис «Колибри»", ["kolibri"]),
        ("Kolibri Works (Holding) (India)", ["kolibri works", "kolibri works holding"]),
    ],
)
def test_names_in_a_query_are_read_each_for_itself(text: str, others: list[str]) -> None:
    assert set(read(text)[1:]) == set(others)


def test_letters_in_brackets_are_short_for_the_name() -> None:
    flags = {
        one.name.words[0].form: one.letters
        for one in asked_variants(analyse("Institute of Kolibri Studies (IKS)"))[1:]
    }
    assert flags == {"iks": True, "institute": False}


def test_a_part_is_told_from_a_whole_with_a_remark() -> None:
    whole, jsc, parent = asked_variants(analyse("Kolibri Holding, JSC Valerian"))
    assert (whole.part, jsc.part, parent.part) == (False, True, True)


@given(st.text(alphabet="AB аб()/«»,-. LTDJSC", max_size=40))
def test_readings_are_of_the_query_and_not_many(text: str) -> None:
    found = asked_variants(analyse(text))
    assert found[0].name.words == analyse(text).words
    assert len(found) <= MOST_VARIANTS
    for one in found:
        assert one.name.text == text
        assert all(0 <= word.start < word.end <= len(text) for word in one.name.words)


PARTS = (
    *(
        "Vostok",
        "JSC",
        "GmbH",
        "Sevmash",
        "ООО",
        "Beta",
        "ex",
        "SKB",
        "«Vostok»",
        "(TVK)",
        "(Vostok)",
    ),
    *(
        "a.k.a.",
        "AKA:",
        "formerly",
        "branch of",
        "или",
        "бывшее",
        "t/a",
        "-",
        "/ ",
        ";",
        ", SKB",
        ",",
    ),
    *("'Beta'", "Export-Import", "d.b.a", "née", "of", "Trading", "as"),
)


@example(["Sevmash", "(TVK)", "of", "Vostok"])
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_the_quick_look_leaves_out_no_reading(parts: list[str]) -> None:
    name = analyse(" ".join(parts))
    assert asked_variants(name) == every_variant(name)


def test_three_trade_words_in_quotation_marks_are_a_name_and_one_is_none() -> None:
    school = "Federal Establishment “Moscow Aviation Institute” (national)"
    found = [
        [word.form for word in reading.name.words] for reading in asked_variants(analyse(school))
    ]
    assert ["moscow", "aviation", "institute"] in found
    assert len(asked_variants(analyse("Qwyzx “Holdings”"))) == 1
