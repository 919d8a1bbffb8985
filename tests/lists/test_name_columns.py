"""Headings as companies' systems write them, and which columns make a party's name."""

import pytest

from lists.headings import TABLE, meaning_of, plain
from lists.name_columns import name_columns


def names(headings: str) -> list[str]:
    columns = headings.split(";")
    meant = {place: meaning for place, text in enumerate(columns) if (meaning := meaning_of(text))}
    return ["+".join(columns[place] for place in places) for places in name_columns(meant)]


@pytest.mark.parametrize(
    ("headings", "first", "others"),
    [
        ("Name;Vorname", "Vorname+Name", []),
        ("Name;First Name", "First Name+Name", []),
        ("Name;Surname", "Name+Surname", []),
        ("Nachname;Vorname;Land", "Vorname+Nachname", []),
        ("Nom;Prénom", "Prénom+Nom", []),
        ("Apellidos;Nombre", "Nombre+Apellidos", []),
        ("Nombre;Primer apellido;Segundo apellido", "Nombre+Primer apellido+Segundo apellido", []),
        ("Cognome;Nome", "Nome+Cognome", []),
        ("Sobrenome;Nome", "Nome+Sobrenome", []),
        ("Voornaam;Tussenvoegsel;Achternaam", "Voornaam+Tussenvoegsel+Achternaam", []),
        ("Nazwisko;Imię;Drugie imię", "Imię+Drugie imię+Nazwisko", []),
        ("Ad;Soyad", "Ad+Soyad", []),
        ("Фамилия;Имя;Отчество", "Имя+Отчество+Фамилия", []),
        ("Прізвище;Ім'я;По батькові", "Ім'я+По батькові+Прізвище", []),
        ("姓;名", "姓+名", []),
        ("성;이름", "성+이름", []),
        ("NAME1;NAME2", "NAME1+NAME2", ["NAME1"]),
        ("Name 1;Name 2;Name 3", "Name 1+Name 2+Name 3", ["Name 1+Name 2", "Name 1"]),
        ("NAME_ORG1;NAME_ORG2", "NAME_ORG1+NAME_ORG2", ["NAME_ORG1"]),
        ("Raison sociale;Complément de nom", "Raison sociale+Complément de nom",
         ["Raison sociale"]),
        ("Ragione sociale;Ragione sociale 2", "Ragione sociale+Ragione sociale 2",
         ["Ragione sociale"]),
        ("Firma;Name;Vorname", "Firma", ["Vorname+Name"]),
        ("Name1;Name2;Vorname", "Vorname+Name1", ["Name1+Name2", "Name1"]),
        ("Account Name;First Name;Last Name", "Account Name", ["First Name+Last Name"]),
        ("Last name;First name;Фамилия;Имя", "First name+Last name", ["Имя+Фамилия"]),
        ("Vorname;Nachname;Geburtsname", "Vorname+Nachname", ["Vorname+Geburtsname"]),
        ("Name;Name (2)", "Name", ["Name (2)", "Name+Name (2)"]),
        ("Name, Vorname;Land", "Name, Vorname", []),
        ("Name / Vorname", "Name / Vorname", []),
    ],
)  # fmt: skip
def test_a_name_is_made_of_all_columns_that_have_a_part_of_it(
    headings: str, first: str, others: list[str]
) -> None:
    assert names(headings) == [first, *others]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("KUNNR", "id"), ("LAND1", "country"), ("STCEG", "identifier.vat"),
        ("STCD1", "identifier.tax"),
        ("LIFNR", "id"), ("BU_PARTNER", "id"), ("Country/Region Key", "country"),
        ("address1_country", "country"), ("Address 1: Country/Region", "country"),
        ("Tax exempt number", "identifier.vat"), ("VAT Registration No.", "identifier.vat"),
        ("BillingCountry", "country"), ("Billing Country (text only)", "country"),
        ("Country__c", "country"), ("Account Name", "name"), ("USt-IdNr.", "identifier.vat"),
        ("Kunden-Nr.", "id"), ("Staatsangehörigkeit", "nationality"), ("Laenderkuerzel", "country"),
        ("N° TVA intracommunautaire", "identifier.vat"), ("Code pays", "country"),
        ("Code tiers", "id"), ("Raison sociale", "name"), ("Denominacion social", "name"),
        ("Código de cliente", "id"), ("Partita IVA", "identifier.vat"), ("Nazione", "country"),
        ("Razão Social", "name"), ("CNPJ", "identifier.tax"), ("Klantnummer", "id"),
        ("BTW-nummer", "identifier.vat"), ("Nazwa kontrahenta", "name"), ("Kod kraju", "country"),
        ("Cari Ünvanı", "name"), ("CARİ KODU", "id"), ("Ülke", "country"),
        ("Vergi No", "identifier.tax"),
        ("Наименование контрагента", "name"), ("Код страны", "country"), ("客户名称", "name"),
        ("国家/地区", "country"), ("客户编号", "id"), ("取引先名", "name"), ("得意先コード", "id"),
        ("国名", "country"), ("Land / Pays", "country"), ("Customer: Country", "country"),
        ("Tel. Nr.", "identifier.phone"), ("Straße/Nr.", "address"), ("City", "city"),
        ("Umsatz", None),
    ],
)  # fmt: skip
def test_headings_of_customer_registers_are_known(heading: str, role: str | None) -> None:
    found = meaning_of(heading)
    assert (found.role if found else None) == role


def test_every_heading_of_the_table_has_one_meaning_and_is_found() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    meant: dict[str, str] = {}
    for line in lines:
        language, heading, role = line.split("\t")
        assert language
        assert heading == heading.strip()
        assert meant.setdefault(plain(heading), role) == role
        found = meaning_of(heading)
        assert found is not None
        assert found.role == role
