"""Classes of fault that real documents showed, each with inputs of our own, through reader and
search: a name that a person sees is found, and ordinary words are no name.
"""

from collections.abc import Callable, Iterator

import pytest
from editions import company, edition

from documents import Sandbox, read_all
from records import Document, DocumentStatus, Kind, Settings
from screening.documents.screen import screen
from screening.engine.engine import Engine
from store import Home
from store.catalogue import Catalogue

NAMES = (
    "Sovcomflot",
    "PROMSVYAZBANK PUBLIC JOINT STOCK COMPANY",
    "Minsk Wheel Tractor Plant",
    "Mahan Air",
    "Arian Bank",
    "Vision Ship Management LLP",
    "Maraner Holdings Limited",
    "Uralvagonzavod",
    "PJSC UGC",
    "AO ACT",
    "Wheels Incorporated",
)
HEAD = (
    "{1:F01BANKBEBBAXXX0000000000}{2:I103BANKDEFFXXXXN}{4:\n:20:REF1\n:23B:CRED\n"
    ":32A:260101EUR1000,\n:50K:/123\nACME LTD\n:59:/456\nJOHN FRUIT\n"
)
MAIL = "From: a@example.com\r\nTo: b@example.com\r\nMIME-Version: 1.0\r\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("faults")
    parties = [company(number, name) for number, name in enumerate(NAMES, 1)]
    Catalogue(Home(folder)).add_and_activate(edition(folder, parties))
    engine = Engine.open(Home(folder))
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


@pytest.fixture(scope="module")
def hits(engine: Engine, sandbox: Sandbox) -> Callable[[bytes], tuple[list[Document], set[str]]]:
    asked = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))

    def run(data: bytes) -> tuple[list[Document], set[str]]:
        read = read_all(data=data, shown_as="a", sandbox=sandbox)
        found = (hit for one in read for hit in screen(engine, one, asked).hits)
        return read, {" ".join(hit.span.text.split()) for hit in found}

    return run


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("Buyer Promsvyazbank", "Promsvyazbank"),
        ("We met Sovcomflot President Ivanov.", "Sovcomflot"),
        ("我们与 Sovcomflot 签订了合同。", "Sovcomflot"),
        ("pls pay maraner holdings limited today, Bob", "maraner holdings limited"),
        ("A sanctioned India-based Vision Ship Management LLP", "Vision Ship Management LLP"),
        (r"{\rtf1\ansi before {\f0\*\cs7 Sovcomflot} after\par}", "Sovcomflot"),
        ("From Minsk Wheel Tractor Plant we received it.", "Minsk Wheel Tractor Plant"),
        ("From now on Sovcomflot pays.", "Sovcomflot"),
        ("<DOCUMENT>\n<TYPE>8-K\nWe paid Mahan Air.\n</DOCUMENT>\n", "Mahan Air"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE cXML SYSTEM "http://example.com/cXML.dtd">\n'
            "<cXML><Comments>Ship to Mahan Air</Comments></cXML>",
            "Mahan Air",
        ),
        (HEAD + ":70:/RFB/12345 O/B MINSK WHEEL TR\nACTOR PLANT\n-}", "MINSK WHEEL TR ACTOR PLANT"),
        (HEAD + ":72:/ACC/FOR FURTHER CREDIT TO ARIAN\n//BANK KABUL\n-}", "ARIAN //BANK"),
        ("BEGIN:VCALENDAR\r\nSUMMARY:Uralvagon\r\n zavod\r\nEND:VCALENDAR\r\n", "Uralvagonzavod"),
        ("Payee: S O V C O M F L O T", "S O V C O M F L O T"),
        ("See www.sovcomflot.ru for more.", "sovcomflot"),
    ],
)
def test_a_name_that_a_person_sees_is_found(
    data: str, names: str, hits: Callable[[bytes], tuple[list[Document], set[str]]]
) -> None:
    read, found = hits(data.encode())
    letters = {"".join(filter(str.isalnum, one)).casefold() for one in found}
    assert "".join(filter(str.isalnum, names)).casefold() in letters
    assert read[0].status is DocumentStatus.SCREENED


@pytest.mark.parametrize(
    "data",
    [
        MAIL.encode() + b"Subject: " + "Договор с Уралвагонзавод".encode("cp1251") + b"\r\n\r\nx",
        MAIL.encode()
        + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
        + "Договор с заводом Уралвагонзавод подписан.".encode(),
        b"{\\rtf1\\ansi\\ansicpg1251 " + "Платеж Уралвагонзавод".encode("cp1251") + b"\\par}",
    ],
)
def test_bytes_are_read_as_what_they_are_not_as_they_are_labelled(
    data: bytes, hits: Callable[[bytes], tuple[list[Document], set[str]]]
) -> None:
    assert "Уралвагонзавод" in hits(data)[1]


@pytest.mark.parametrize(
    "text",
    [
        "in Santa Ana",
        'user generated content ("UGC"). UGC is yours. The UGC may be deleted.',
        "We buy from A B C D Ltd every year.",
        "the Companies Act (the “Act”) of 2006",
        'Choose the category "Wheels" in the shop.',
        "It is a joint stock company in Kazan.",
    ],
)
def test_ordinary_words_are_no_name(
    text: str, hits: Callable[[bytes], tuple[list[Document], set[str]]]
) -> None:
    assert not hits(text.encode())[1]


def test_a_document_with_entities_of_its_own_is_refused(
    hits: Callable[[bytes], tuple[list[Document], set[str]]],
) -> None:
    text = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<x>&a; Mahan Air</x>'
    assert hits(text.encode())[0][0].status is not DocumentStatus.SCREENED


def test_messages_of_a_mailbox_begin_where_a_sender_a_time_and_a_field_stand(
    hits: Callable[[bytes], tuple[list[Document], set[str]]],
) -> None:
    text = (
        "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: one\n"
        "Content-Transfer-Encoding: quoted-printable\n\nHello\n\n"
        "From Minsk Wheel Tractor Plant we received =\nSovcomf=\nlot\n\n"
        "From c@d.example Tue Jan  2 00:00:00 2024\nFrom: c@d.example\nSubject: two\n\nMahan Air\n"
    )
    read, found = hits(text.encode())
    assert {"Minsk Wheel Tractor Plant", "Sovcomflot", "Mahan Air"} <= found
    assert len(read) == 3
