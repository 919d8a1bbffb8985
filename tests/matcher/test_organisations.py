"""Names of organisations in texts and fields, whether listed or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.mentions.organisations import organisations


def _found(text: str, place: str | None = None) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.how) for item in organisations(text, place)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paid to Era-Media TOV in Kyiv.", [("Era-Media TOV", "legal form")]),
        ("by Valerian Labs, Inc. in May", [("Valerian Labs, Inc", "legal form")]),
        (
            "ООО «Теплодом Прикамье» и ПАО «Микрон» в Перми",
            [("ООО «Теплодом Прикамье»", "legal form"), ("ПАО «Микрон»", "legal form")],
        ),
        ("from the Penza Research Institute today", [("Penza Research Institute", "trade word")]),
        ("sold as “Redlepus” abroad", [("Redlepus", "quotation marks")]),
        ("a plate of TRK REDLEP was found", [("TRK REDLEP", "capitals")]),
        ("武汉高芯科技有限公司", [("武汉高芯科技有限公司", "legal form")]),
        ("When the clerk came home, nobody asked Anna Petrova.", []),
        ("FOR IMMEDIATE RELEASE\nthe clerk came", []),
        ("It said: “a comma is enough”.", []),
    ],
)
def test_what_looks_like_the_name_of_an_organisation_is_found(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(text) == expected


def test_the_value_of_a_party_field_is_a_name() -> None:
    assert _found("Blue Lantern\nHafenstr. 2", "B2 (Supplier)") == [("Blue Lantern", "field")]
    assert _found("Blue Lantern", "creditor name (/Document/Cdtr/Nm)") == [
        ("Blue Lantern", "field")
    ]
    assert _found("Hafenstr. 2", "creditor address (/Document/Cdtr/AdrLine)") == []


@given(st.text(alphabet="AbЖ中 .,«»\n&'Ltd", max_size=60))
def test_names_stand_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for item in organisations(text):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip() == text[item.start : item.end]
        end = item.end
