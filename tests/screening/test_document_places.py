"""Restricted places in the addresses of documents, with the words that name them; golden files of
payments (``--regenerate`` makes them anew, and you read the difference).
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from documents import Sandbox, read_all
from records import DocumentAnswer, DocumentStatus, Settings
from screening.answers import json_lines
from screening.documents.screen import screen
from screening.engine.engine import Engine
from store import Home

PAYMENTS = Path(__file__).parents[1] / "data" / "payments"
GOLDEN = Path(__file__).parent / "golden"
ASKED = Settings(threshold=0.8)


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    found = Sandbox()
    yield found
    found.close()


def screened(engine: Engine, sandbox: Sandbox, data: bytes, name: str) -> DocumentAnswer:
    (document,) = read_all(None, data, shown_as=name, sandbox=sandbox, keep=False)
    assert document.status is DocumentStatus.SCREENED, document.reason
    return screen(engine, document, ASKED)


def told(answer: DocumentAnswer) -> list[tuple[str, str]]:
    return [(one.hit.place, one.span.text) for one in answer.places]


@pytest.mark.parametrize("name", ["pacs008.xml", "mt103.txt"])
def test_a_payment_with_a_town_under_embargo(
    engine: Engine, sandbox: Sandbox, name: str, request: pytest.FixtureRequest
) -> None:
    answer = screened(engine, sandbox, (PAYMENTS / name).read_bytes(), name)
    text = answer.document.text
    assert all(text[one.span.start : one.span.end] == one.span.text for one in answer.places)
    found = json_lines.document_answer(answer)["places"]
    golden = GOLDEN / f"{name}.places.json"
    if request.config.getoption("--regenerate"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def test_columns_of_a_table_are_one_address(engine: Engine, sandbox: Sandbox) -> None:
    table = (
        "Supplier;Address;City;Country\r\n"
        "Era;ul Lenina 5;Yalta;Ukraine\r\n"
        "Foo;Hauptstr 1;Donetsk;Kazakhstan\r\n"
        "Bar;ul. Kirova 2;Donetsk;\r\n"
    )
    answer = screened(engine, sandbox, table.encode(), "suppliers.csv")
    assert told(answer) == [("UA-43", "Yalta"), ("UA-14", "Donetsk")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bill of lading\n\nConsignee address: ul. Kirova 5,\n298600 Yalta, Crimea\n", ["UA-43"]),
        ("Bill of lading\n\nPort of discharge: Feodosia\nGoods: wine\n", ["UA-43"]),
        ("Накладная\n\nАдрес доставки: г. Донецк, ул. Артёма 5\n", ["UA-14"]),
        ("The war in Donetsk and on the Crimea goes on. Kerch: the bridge was closed.\n", []),
        ("E-mail address: sales@sevastopol.example\n", []),
    ],
)
def test_lines_that_a_label_calls_an_address(
    engine: Engine, sandbox: Sandbox, text: str, found: list[str]
) -> None:
    answer = screened(engine, sandbox, text.encode(), "letter.txt")
    assert [place for place, _ in told(answer)] == found


@pytest.mark.parametrize(
    "record",
    [
        {"creditor": {"name": "x", "address": {"line1": "ul 1", "city": "Kerch", "country": "RU"}}},
        {"party": {"address": "ul. Lenina 1, Simferopol"}},
        {"rows": [{"town": "Hamburg", "country": "DE"}, {"town": "Sevastopol", "country": "RU"}]},
    ],
)
def test_addresses_of_json_by_their_keys(
    engine: Engine, sandbox: Sandbox, record: dict[str, object]
) -> None:
    answer = screened(engine, sandbox, json.dumps(record).encode(), "data.json")
    assert len(told(answer)) == 1


def test_a_country_beside_a_town_of_the_same_name_belongs_to_its_own_row(
    engine: Engine, sandbox: Sandbox
) -> None:
    rows = [{"town": "Donetsk", "country": "UA"}, {"town": "Donetsk", "country": "KZ"}]
    answer = screened(engine, sandbox, json.dumps({"rows": rows}).encode(), "data.json")
    assert len(told(answer)) == 1
    assert answer.places[0].span.place == "$.rows[0].town"
