"""One name, cell or word of a megabyte costs no more than its share, and is never told as clear."""

import csv
import io
import json
import random
import string
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from documents import Sandbox, read_all
from documents.tables import open_table
from ownership.edition import EditionWriter
from ownership.statements import OwnershipParty
from records import (
    LONGEST_NAME,
    BadRow,
    Decision,
    DocumentStatus,
    Kind,
    Query,
    Settings,
    UsageError,
)
from screening.documents.screen import screen
from screening.engine.engine import Engine
from screening.names.inputs import not_screened, pairs_from
from screening.names.match import match, match_queries
from screening.tables.columns import choose_columns
from screening.tables.described import query
from screening.tables.rows import counterparty
from screening.updates.update import update
from store import Home

MEGABYTE = 1_000_000
LONG_CELL = 250_000
"""Of characters, in documents: far more than is looked at with one word or with names in it."""
SECONDS = 60.0
"""Of the processor; the slowest takes a tenth of it."""
LISTED = "Valerian Labs, Inc."
ASKED = Settings(threshold=0.8, kinds=(Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT))
DOCX = Path(__file__).parents[1] / "data" / "documents" / "letter.docx"


def long_text(kind: str, characters: int = MEGABYTE) -> str:
    dice = random.Random(3)
    units: dict[str, Callable[[], str]] = {
        "one word": lambda: "".join(dice.choices(string.ascii_lowercase, k=1000)),
        "words": lambda: " ".join("".join(dice.choices("aeinorst", k=6)) for _ in range(140)) + " ",
        "listed names": lambda: "Valerian Labs Era-Media TOV ",
        "Chinese": lambda: "武汉高芯科技有限公司",
        "spaces": lambda: " " * 1000,
        "brackets": lambda: "(a ",
    }
    text = ""
    while len(text) < characters:
        text += "".join(units[kind]() for _ in range(100))
    return "x" + text[:characters] + "x"


KINDS = ("one word", "words", "listed names", "Chinese", "spaces", "brackets")


def _plain(long: str) -> bytes:
    return f"{long}\n\nPaid to {LISTED} today.\n".encode()


def _csv(long: str) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["Supplier", "Remark"], [long, "x"], [LISTED, "y"]])
    return out.getvalue().encode()


def _json(long: str) -> bytes:
    return json.dumps([{"supplier": long}, {"supplier": LISTED}]).encode()


def _xml(long: str) -> bytes:
    return f"<r><supplier>{escape(long)}</supplier><supplier>{LISTED}</supplier></r>".encode()


def _exchanged(packed: bytes, old: str, new: str) -> bytes:
    """A packed file with one text in its parts exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as given, zipfile.ZipFile(out, "w", 8) as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(old.encode(), new.encode()))
    return out.getvalue()


def _xlsx(long: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for row, text in enumerate(("Supplier", "SENTINEL", LISTED)):
            book.add_worksheet() if row == 0 else None
            book.worksheets()[0].write(row, 0, text)
    return _exchanged(out.getvalue(), "SENTINEL", escape(long))


def _docx(long: str) -> bytes:
    said = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in (LISTED, long))
    return _exchanged(DOCX.read_bytes(), "<w:body>", f"<w:body>{said}")


FORMS: dict[str, Callable[[str], bytes]] = {
    "text": _plain, "csv": _csv, "json": _json, "xml": _xml, "xlsx": _xlsx, "docx": _docx,
}  # fmt: skip


@pytest.fixture(scope="module")
def engine(excerpts_home: Home, opened: Callable[..., Engine]) -> Engine:
    return opened(excerpts_home)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


@pytest.mark.parametrize(
    ("form", "kind"),
    [*((form, "words") for form in FORMS), *(("csv", kind) for kind in KINDS if kind != "words")],
)
def test_what_stands_beside_a_long_cell_is_found_or_the_document_is_not_clear(
    engine: Engine, sandbox: Sandbox, form: str, kind: str
) -> None:
    data = FORMS[form](long_text(kind, LONG_CELL))
    begun = time.process_time()
    answers = [
        screen(engine, document, ASKED)
        for document in read_all(data=data, shown_as="a", sandbox=sandbox)
    ]
    assert time.process_time() - begun < SECONDS
    found = {hit.hit.entity_id for answer in answers for hit in answer.hits}
    told = any(answer.document.status is not DocumentStatus.SCREENED for answer in answers)
    assert "us_ofac_sdn:45314" in found or (told and kind in ("listed names", "Chinese"))
    # A word without spaces cannot be searched, which is said.
    assert kind != "one word" or told


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_of_a_megabyte_is_not_screened_and_says_so(engine: Engine, kind: str) -> None:
    long = long_text(kind)
    begun = time.process_time()
    first, second = match(engine, [long, "Valerian Labs"], ASKED)
    told = not_screened(Path("names.txt"), [long, "Valerian Labs"])
    assert time.process_time() - begun < 1
    assert (first.decision, bool(second.hits)) == (Decision.NOT_SCREENED, True)
    assert told == (
        "names.txt: NOT SCREENED: line 1: 1,000,002 characters, more than a name has: screen it "
        "as a document"
    )


def test_a_name_as_long_as_a_name_may_be_is_screened(engine: Engine) -> None:
    longest = ("Valerian Labs, Inc. " + "of the very long street in Ottawa " * 40)[:LONGEST_NAME]
    (answer,) = match(engine, [longest], ASKED)
    assert answer.decision is not Decision.NOT_SCREENED
    (answer,) = match(engine, [longest + "x"], ASKED)
    assert answer.decision is Decision.NOT_SCREENED


def test_another_name_of_a_megabyte_is_not_screened_either(engine: Engine) -> None:
    asked = Query(name="Nobody At All", aliases=(long_text("words"),))
    (answer,) = match_queries(engine, [asked], ASKED)
    assert answer.decision is Decision.NOT_SCREENED
    with pytest.raises(UsageError, match=r"1,000,002 characters.*Nothing was screened"):
        query({"name": "Nobody At All", "aliases": [long_text("words")]})
    with pytest.raises(UsageError, match="characters, more than a name has"):
        pairs_from(long_text("words"), "Nobody", None, notify=print)


@pytest.mark.parametrize("column", ["name", "alias"])
def test_a_row_with_a_name_of_a_megabyte_is_not_screened(tmp_path: Path, column: str) -> None:
    path = tmp_path / "customers.csv"
    long = long_text("words")
    row = [long, "Acme"] if column == "name" else ["Acme", long]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["name", "alias"], row, ["Beta", ""]])
    table = open_table(path)
    first, second = map(partial(counterparty, columns=choose_columns(table, None)), table.rows())
    assert isinstance(first, BadRow)
    assert first.reason == "a name of 1,000,002 characters"
    assert not isinstance(second, BadRow)


def test_a_list_with_a_name_of_a_megabyte_is_refused(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"name\nBlue Star LLC\n{long_text('words')}\n", encoding="utf-8")
    begun = time.process_time()
    (result,) = update(home, ["custom"], from_path=path, notify=print)
    assert result.status == "failed"
    assert "has a name of 1,000,002 characters" in result.message
    assert time.process_time() - begun < SECONDS


def test_an_owner_with_a_name_of_a_megabyte_is_told(tmp_path: Path) -> None:
    long = OwnershipParty(key="A", name=long_text("words"))
    written = EditionWriter(tmp_path).write([long, OwnershipParty(key="B", name="Beta")])
    assert (written.parties, written.unread) == (2, 1)
    assert "1,000,002 characters" in written.examples[0].reason
