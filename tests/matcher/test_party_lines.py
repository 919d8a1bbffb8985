"""Lines whose label says that a party's name follows."""

import pytest

from matcher.mentions.party_lines import party_lines


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Beneficiary: ISIS", "ISIS"),
        ("Invoice 12\nConsignee: Naja, Basra\nAmount: 4", "Naja"),
        ("Buyer: Foo Co., Ltd, Minsk", "Foo Co., Ltd"),
        ("Получатель: Энергия, назначение платежа: аренда", "Энергия"),
        ("Bénéficiaire : « Vega » - montant : 3 200,00 EUR", "Vega"),
        ("收款人：北方银行，金额：450元", "北方银行"),
        ("المستفيد: القاعدة، المبلغ: 450", "القاعدة"),
        ("Ultimate beneficiary:\n  Vega Trading", "Vega Trading"),
        ("- Name of the buyer: Vega", "Vega"),
        ("Ref: 4 | Supplier: Vega | EUR 12", "Vega"),
    ],
)
def test_the_value_of_a_line_is_a_name(text: str, name: str) -> None:
    assert [text[line.start : line.end] for line in party_lines(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The customer said: we will pay",
        "Customer: means whoever signs the order form",
        "Customer: Any person who has bought goods from the seller or who means to",
        "Company address: Vega Street 4",
        "Note: Vega",
        "Beneficiary:",
    ],
)
def test_prose_and_other_fields_are_no_names(text: str) -> None:
    assert list(party_lines(text)) == []
