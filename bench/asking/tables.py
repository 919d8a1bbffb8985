"""Customer files with one listed party in them."""

import codecs
import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import xlsxwriter

from asking.subjects import Subjects

OTHER = "Blue Lantern Partners"
_NAME_COLUMNS = (
    "Name", "NAME1", "Company", "Company Name", "CustomerName", "customer_name", "Legal name",
    "Firma", "Firmenname", "Kunde", "Unternehmen", "Raison sociale", "Dénomination",
    "Nom du client",
    "Razón social", "Nombre", "Empresa", "Ragione sociale", "Denominazione", "Razão social",
    "Nome da empresa", "Bedrijfsnaam", "Naam", "Nazwa", "Nazwa firmy", "Název", "Názov", "Cégnév",
    "Denumire", "Наименование", "Название организации", "Клиент", "Найменування", "Ünvan",
    "Şirket adı", "Firmanavn", "Företagsnamn", "Yrityksen nimi", "Επωνυμία", "اسم الشركة",
    "שם החברה", "公司名称", "客户名称", "会社名", "회사명", "Tên công ty", "Nama perusahaan",
    "ชื่อบริษัท", "Account Name", "Beneficiary", "Vendor", "Supplier name", "SEARCH NAME",
)  # fmt: skip
_PERSON_COLUMNS = (
    ("Surname", "Given name"), ("Last Name", "First Name"), ("LASTNAME", "FIRSTNAME"),
    ("Name", "Vorname"), ("Nachname", "Vorname"), ("Familienname", "Vorname"), ("Nom", "Prénom"),
    ("Apellidos", "Nombre"), ("Cognome", "Nome"), ("Apelido", "Nome próprio"),
    ("Achternaam", "Voornaam"), ("Nazwisko", "Imię"), ("Příjmení", "Jméno"),
    ("Фамилия", "Имя"), ("Прізвище", "Ім'я"), ("Soyadı", "Adı"), ("Efternamn", "Förnamn"),
    ("Sukunimi", "Etunimi"), ("Nume", "Prenume"), ("Επώνυμο", "Όνομα"), ("姓", "名"),
    ("Name", "First Name"), ("last_name", "first_name"), ("SN", "GivenName"),
)  # fmt: skip
_CONTINUED = (
    ("NAME1", "NAME2"), ("Name 1", "Name 2"), ("Name", "Name 2"), ("name_1", "name_2"),
    ("Firmenname 1", "Firmenname 2"), ("Company Name 1", "Company Name 2"),
    ("NAME_ORG1", "NAME_ORG2"), ("Vendor Name 1", "Vendor Name 2"),
)  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "cp037")


@dataclass(frozen=True, slots=True)
class Table:
    """A customer file."""

    kind: str
    way: str
    suffix: str
    data: bytes
    ids: frozenset[str]


def tables(subjects: Subjects, countries: Sequence[tuple[str, str]]) -> Iterator[Table]:
    """Files with headings, countries, forms and encodings of many kinds.

    Args:
        subjects: who stands in them.
        countries: ways of writing the organisation's country: what, and the text.
    """
    yield from _by_headings(subjects)
    yield from _in_pieces(subjects)
    for what, country in countries:
        yield _of(subjects, "countries", what, [_head("Country"), _row(subjects, country)])
    yield from _by_form(subjects)


def _head(country: str) -> list[str]:
    return ["ID", "Name", country]


def _row(subjects: Subjects, country: str) -> list[str]:
    return ["1", subjects.organisation.name, country]


def _of(subjects: Subjects, kind: str, way: str, rows: list[list[str]]) -> Table:
    return Table(f"batch: {kind}", way, ".csv", csv_of(rows), subjects.organisation.ids)


def csv_of(rows: list[list[str]], delimiter: str = ",") -> bytes:
    """Rows as CSV in UTF-8, with a row before the last one for somebody who is not listed."""
    *head, last = rows
    filler = [OTHER if cell else "" for cell in last]
    filler[0] = "0"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([*head, filler, last])
    return out.getvalue().encode()


def _by_headings(subjects: Subjects) -> Iterator[Table]:
    name = subjects.organisation.name
    for heading in _NAME_COLUMNS:
        rows = [["ID", heading, "City"], ["1", name, "Hamburg"]]
        yield _of(subjects, "one heading", heading, rows)
    yield _of(subjects, "one heading", "no headings", [["1", name, "Hamburg"]])
    title = [["Customers as of 1 May", "", ""], *[["ID", "Name", "City"], ["1", name, "Bonn"]]]
    yield _of(subjects, "one heading", "a title above", title)
    late = [["ID", "Name", "Alias"], ["1", OTHER, name]]
    yield _of(subjects, "one heading", "as an alias", late)


def _in_pieces(subjects: Subjects) -> Iterator[Table]:
    words = subjects.organisation.name.split()
    half = len(words) // 2
    for left, right in _CONTINUED:
        row = ["1", " ".join(words[:half]), " ".join(words[half:])]
        yield _of(subjects, "name in two columns", f"{left}|{right}", [["ID", left, right], row])
    if subjects.person is None:
        return
    given, surname = subjects.person.name.split(" ", 1)
    for last, first in _PERSON_COLUMNS:
        for head, row in (
            (["ID", last, first], ["1", surname, given]),
            (["ID", first, last], ["1", given, surname]),
        ):
            data = csv_of([head, row], delimiter=";")
            kind = "batch: given name and surname"
            yield Table(kind, "|".join(head[1:]), ".csv", data, subjects.person.ids)


def _by_form(subjects: Subjects) -> Iterator[Table]:
    rows = [_head("Country"), _row(subjects, subjects.organisation.country)]
    text = csv_of(rows).decode()
    ids = subjects.organisation.ids
    for delimiter in (";", "\t", "|"):
        yield Table("batch: forms", repr(delimiter), ".csv", csv_of(rows, delimiter), ids)
    for encoding in _ENCODINGS:
        signs = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
        data = signs + text.encode(encoding)
        yield Table("batch: forms", f"CSV in {encoding}", ".csv", data, ids)
    yield Table("batch: forms", "Mac line ends", ".csv", text.replace("\r\n", "\r").encode(), ids)
    for key in ("name", "Name", "company_name", "legalName"):
        line = json.dumps({"id": "1", key: subjects.organisation.name})
        yield Table("batch: forms", f"JSON lines, {key}", ".jsonl", line.encode() + b"\n", ids)
    yield Table("batch: forms", "XLSX", ".xlsx", xlsx_of(rows), ids)
    above: list[list[str]] = [["Customers"], [], *rows]
    yield Table("batch: forms", "XLSX with a title above", ".xlsx", xlsx_of(above), ids)
    second = xlsx_of(rows, first_sheet=[["About this file"], ["Made on 1 May"]])
    yield Table("batch: forms", "XLSX, the second sheet", ".xlsx", second, ids)
    quoted = text.replace(subjects.organisation.name, subjects.organisation.name.replace(" ", "\n"))
    broken = csv_of([_head("Country"), ["1", subjects.organisation.name.replace(" ", "\n"), ""]])
    if quoted != text:
        yield Table("batch: forms", "line ends inside the cell", ".csv", broken, ids)


def xlsx_of(rows: list[list[str]], first_sheet: list[list[str]] | None = None) -> bytes:
    """Rows as a workbook, perhaps with another sheet before theirs."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for content in (first_sheet, rows):
            if content is None:
                continue
            sheet = book.add_worksheet()
            for number, row in enumerate(content):
                sheet.write_row(number, 0, row)
    return out.getvalue()
