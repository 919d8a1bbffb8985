"""Formats that are text to a person too: pages, tables, data, payment messages, mail."""

import json

import pytest
from read_helpers import inside, one, places

from documents import Sandbox
from records import DocumentStatus

pytest_plugins = ["read_fixtures"]

PACS008 = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<CdtTrfTxInf><PmtId><EndToEndId>E2E</EndToEndId></PmtId>
<Dbtr><Nm>Blue Lantern Logistics</Nm></Dbtr>
<Cdtr><Nm>JSC Kalashnikov Concern</Nm><PstlAdr><AdrLine>Deryabina Proezd 3</AdrLine>
<AdrLine>Izhevsk</AdrLine></PstlAdr></Cdtr>
<RmtInf><Ustrd>{full}KALASH</Ustrd><Ustrd>NIKOV CONCERN</Ustrd></RmtInf>
</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>""".replace("{full}", "x" * 133 + " ")

MT103 = (
    "{1:F01BANKDEFFAXXX0000000000}{2:I103BANKUS33XXXXN}{4:\r\n"
    ":20:REF123\r\n:32A:251119EUR1000,\r\n"
    ":50K:/DE89370400440532013000\r\nBLUE LANTERN LOGISTICS\r\nHAMBURG\r\n"
    ":59:/RU123\r\nJOINT STOCK COMPANY CONCERN KALASHNI\r\nKOV IZHEVSK\r\n"
    ":50F:/RU9\r\n1/CONCERN\r\n1/KALASHNIKOV\r\n-}"
)


def test_html_blocks_are_passages_and_inline_tags_do_not_cut_words(sandbox: Sandbox) -> None:
    page = b"""<!DOCTYPE html><html><head><title>News</title><script>var x="script"</script></head>
    <body><p>Gazprom<b>bank</b> paid<br>today</p><img alt="Logo of Kalashnikov">
    <table><tr><th>Supplier</th><th>Sum</th></tr><tr><td>Era-Media&nbsp;TOV</td><td>5</td></tr>
    </table><p hidden>Hidden Ltd</p></body></html>"""
    assert places(one(page, sandbox)) == {
        "News": "title",
        "Gazprombank paid today": None,
        "Logo of Kalashnikov": "attribute alt",
        "Supplier": "table 1, row 1, cell 1",
        "Sum": "table 1, row 1, cell 2",
        "Era-Media TOV": "table 1, row 2, cell 1 (Supplier)",
        "5": "table 1, row 2, cell 2 (Sum)",
        "Hidden Ltd": None,
    }


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_a_page_is_read_in_the_encoding_that_it_names(sandbox: Sandbox, charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p>АО Концерн Калашников</p></html>'
    document = one(page.encode(charset), sandbox)
    assert document.media_type == f"text/html; charset={charset}"
    assert "АО Концерн Калашников" in places(document)


def test_a_page_nested_a_thousand_deep_is_read_to_its_end(sandbox: Sandbox) -> None:
    page = b"<html>" + b"<div>" * 2000 + b"Kalashnikov" + b"</div>" * 2000 + b"<p>Era</p></html>"
    assert list(places(one(page, sandbox))) == ["Kalashnikov", "Era"]


def test_offsets_are_those_of_the_passages_with_a_line_feed_between(sandbox: Sandbox) -> None:
    document = one(b"<html><p>Eins<p>Zwei</html>", sandbox)
    assert document.text == "Eins\nZwei"
    assert [passage.start for passage in document.passages] == [0, 5]


def test_cells_of_a_csv_stand_where_they_stand_in_the_file(sandbox: Sandbox) -> None:
    text = 'Supplier;Country\r\n"Concern; ""K""";ru\r\nEra-Media TOV;by\r\n'
    document = one(text.encode(), sandbox)
    assert document.media_type == "text/csv; charset=utf-8"
    assert places(document)['Concern; ""K""'] == "A2 (Supplier)"
    assert places(document)["by"] == "B3 (Country)"
    for item in document.passages:
        assert text[item.start : item.start + len(item.text)] == item.text


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir, hello\nRegards, Jo\n",
        "One, two and three\nfour, five, six\nseven, eight\n",
        "a;b",
    ],
)
def test_prose_with_commas_is_no_table(sandbox: Sandbox, text: str) -> None:
    assert one(text.encode(), sandbox).media_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize("end", ["|", "| ", "|\n", ""])
def test_the_last_row_of_a_table_is_read_whatever_the_file_ends_with(
    sandbox: Sandbox, end: str
) -> None:
    text = f"| Supplier | City |\n|---|---|\n| Vega | Minsk |\n| Orion | Tula {end}"
    document = one(text.encode(), sandbox)
    assert all(word in document.text for word in ("Vega", "Minsk", "Orion", "Tula"))


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_an_empty_last_cell_takes_no_row_with_it(sandbox: Sandbox, delimiter: str) -> None:
    rows = ["Supplier{0}City{0}", "Vega{0}Minsk{0}", "Orion{0}Tula{0}"]
    text = "\n".join(rows).format(delimiter)
    document = one(text.encode(), sandbox)
    read = places(document)
    assert (read["Orion"], read["Tula"]) == ("A3 (Supplier)", "B3 (City)")


def test_json_values_have_their_paths(sandbox: Sandbox) -> None:
    data = {
        "parties": [{"name": "武汉高芯"}, {"name": "Era"}],
        "id": 7707083893,
        "Gazprombank OOO": 1,
    }
    document = one(json.dumps(data).encode(), sandbox)
    assert places(document) == {
        "武汉高芯": "$.parties[0].name",
        "Era": "$.parties[1].name",
        "7707083893": "$.id",
        "1": "$.Gazprombank OOO",
        "Gazprombank OOO": "key",
        "parties": "key",
        "name": "key",
        "id": "key",
    }


def test_json_lines_are_read_line_by_line(sandbox: Sandbox) -> None:
    document = one(b'{"n": "Eins"}\n{"n": "Zwei"}\n', sandbox)
    assert places(document) == {
        "Eins": "line 1: $.n", "Zwei": "line 2: $.n", "n": "key",
    }  # fmt: skip


def test_xml_values_have_their_paths_and_mixed_text_stays_together(sandbox: Sandbox) -> None:
    data = b'<?xml version="1.0"?><r a="Attr"><p>Gazprom<b>bank</b></p><q>x</q><q>y</q></r>'
    assert places(one(data, sandbox)) == {
        "Attr": "/r/@a",
        "Gazprombank": "/r/p",
        "x": "/r/q[1]",
        "y": "/r/q[2]",
    }


def test_parties_of_an_iso_20022_payment_have_their_roles(sandbox: Sandbox) -> None:
    found = places(one(PACS008.encode(), sandbox))
    path = "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf"
    assert found["Blue Lantern Logistics"] == f"debtor name ({path}/Dbtr/Nm)"
    assert found["JSC Kalashnikov Concern"] == f"creditor name ({path}/Cdtr/Nm)"
    assert "Deryabina Proezd 3\nIzhevsk" in found
    assert any("KALASHNIKOV CONCERN" in text for text in found)


def test_parties_of_a_swift_message_are_read_with_their_lines_joined_too(sandbox: Sandbox) -> None:
    document = one(MT103.encode(), sandbox)
    found = places(document)
    assert document.media_type == "text/x-swift-mt; charset=utf-8"
    assert found["BLUE LANTERN LOGISTICS\r\nHAMBURG"] == "field 50K (ordering customer)"
    assert (
        found["JOINT STOCK COMPANY CONCERN KALASHNIKOV IZHEVSK"]
        == "field 59 (beneficiary), lines joined"
    )
    assert found["CONCERN KALASHNIKOV"] == "field 50F (ordering customer), lines joined"
    in_file = [p for p in document.passages if p.start < len(MT103)]
    assert all(MT103[p.start : p.start + len(p.text)] == p.text for p in in_file)


def _joined(message: str, sandbox: Sandbox) -> set[tuple[str, str]]:
    document = one(message.encode(), sandbox)
    assert document.media_type == "text/x-swift-mt; charset=utf-8"
    behind = [p for p in document.passages if p.start >= len(message)]
    return {(p.text, str(p.place).partition("), ")[2]) for p in behind}


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (":70:/RFB/1234567890 O/B MINSK WHEEL TR\r\nACTOR PLANT", "O/B MINSK WHEEL TRACTOR PLANT"),
        (":72:/ACC/FOR FURTHER CREDIT TO ARIAN\r\n//BANK KABUL", "CREDIT TO ARIAN BANK KABUL"),
        (":72:/INS/ABNANL2A\r\n/REC/FOR GREEN\r\n//PINE", "FOR GREEN PINE"),
        (":72:/INS/FOR ARIAN BA\r\n//NK KABUL", "FOR ARIAN BANK KABUL"),
        (":70:GOODS OF GREEN PI\r\nNE", "GOODS OF GREEN PINE"),
        (":77B:/ORDERRES/BE//MEILAAN 1, GREEN PIN\r\n//E LTD", "MEILAAN 1, GREEN PINE LTD"),
    ],
)
def test_a_code_in_a_text_of_a_payment_is_no_account(
    sandbox: Sandbox, field: str, words: str
) -> None:
    message = MT103.replace("-}", f"{field}\r\n-}}")
    assert any(text.endswith(words) for text, _ in _joined(message, sandbox))
    document = one(message.encode(), sandbox)
    first = field.rpartition(":")[2].partition("\r\n")[0]
    assert any(p.text.startswith(first) and "field 7" in str(p.place) for p in document.passages)


def test_items_of_a_text_of_a_payment_are_not_run_together(sandbox: Sandbox) -> None:
    message = MT103.replace("-}", ":72:/INS/ABNANL2A\r\n/REC/FOR GREEN\r\n//PINE\r\n-}")
    assert not any("ABNANL2A FOR" in text for text, _ in _joined(message, sandbox))


STATEMENT = (
    ":20:STARTUMSE\r\n:25:10010010/1111111\r\n:28C:00001/001\r\n:60F:C251119EUR3000,00\r\n"
    ":61:2511191119DR100,00N033NONREF\r\n:86:"
)


@pytest.mark.parametrize(
    ("field", "words", "what"),
    [
        ("177?00UEBERWEISUNG?20RE 5?32MINSK WHEEL TRACTOR?33 PLANT", "MINSK WHEEL TRACTOR PLANT",
         "counterparty"),
        ("177?20INVOICE 7, PUMPS FOR MINSK W?21HEEL TRACTOR PLANT?30X",
         "INVOICE 7, PUMPS FOR MINSK WHEEL TRACTOR PLANT", "purpose"),
        ("177?20RE 5?32MINSK WH\r\nEEL?33TRACTOR PLANT", "MINSK WHEEL TRACTOR PLANT",
         "counterparty"),
        ("/TRTP/SEPA/IBAN/NL1/NAME/MINSK WHEEL\r\nTRACTOR PLANT/REMI/NO 5", "MINSK WHEEL TRACTOR "
         "PLANT", "counterparty"),
    ],
)  # fmt: skip
def test_sub_fields_of_a_statement_are_read_as_one(
    sandbox: Sandbox, field: str, words: str, what: str
) -> None:
    assert (words, what) in _joined(f"{STATEMENT}{field}\r\n:62F:C251119EUR2900,00\r\n-", sandbox)


MAIL = b"""From: =?utf-8?b?0JDQniDQmtC+0L3RhtC10YDQvQ==?= <a@example.org>\r
To: b@example.org\r
Subject: Offer\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="x"\r
\r
--x\r
Content-Type: multipart/alternative; boundary="y"\r
\r
--y\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: base64\r
\r
S2FsYXNobmlrb3Y=\r
--y\r
Content-Type: text/html\r
\r
<p>Kalashnikov</p>\r
--y--\r
--x\r
Content-Type: application/octet-stream\r
Content-Disposition: attachment; filename="list.txt"\r
\r
Era-Media TOV\r
--x--\r
"""


def test_a_mail_gives_header_fields_body_and_attachments(sandbox: Sandbox) -> None:
    mail, attachment = inside(MAIL, sandbox, "m.eml")
    found = places(mail)
    assert found["АО Концерн <a@example.org>"] == "header From"
    assert found["Offer"] == "header Subject"
    assert [passage.text for passage in mail.passages].count("Kalashnikov") == 1
    assert attachment.path == "m.eml!/list.txt"
    assert attachment.text.strip() == "Era-Media TOV"
    assert mail.status is attachment.status is DocumentStatus.SCREENED


def test_a_mailbox_is_read_message_by_message(sandbox: Sandbox) -> None:
    box = b"From a@example.org Mon Jan  1 00:00:00 2024\nSubject: %s\n\nOne\n>From here\n\n"
    documents = inside(box % b"A" + box % b"B", sandbox, "box")
    assert [document.path for document in documents] == [
        "box", "box!/message 1", "box!/message 2",
    ]  # fmt: skip
    assert "From here" in documents[2].text
