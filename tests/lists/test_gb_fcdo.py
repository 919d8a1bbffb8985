"""The UK's list in its formats: real contents in the publisher's layout, and real files."""

import csv
import io
import lzma
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lists import ParseReport
from lists.gb_fcdo import SOURCE
from lists.texts import numbered
from lists.written_dates import british_date
from records import Entity, Kind, ListFormatError, NameKind

SAMPLES = Path(__file__).parent.parent / "data" / "gb_fcdo"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    return {e.id.partition(":")[2]: e for e in SOURCE.parse(io.BytesIO(data), report)}, report


def sample(name: str = "sample.xml") -> dict[str, Entity]:
    return read((SAMPLES / name).read_bytes())[0]


def changed(old: str, new: str, name: str = "sample.xml") -> bytes:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


def strong(entity: Entity) -> set[str]:
    return {name.text for name in entity.names if name.kind is not NameKind.WEAK}


def test_a_name_in_six_parts_is_one_name_in_the_order_of_speech() -> None:
    first, *others = sample()["RUS0141"].names
    assert (first.text, first.kind) == ("Rustam Ilmirovich Temirgaliev", NameKind.PRIMARY)
    assert [(p.label, p.text) for p in first.parts] == [
        ("Name1", "Rustam"), ("Name2", "Ilmirovich"), ("Name6", "Temirgaliev"),
    ]  # fmt: skip
    assert others[0].kind is NameKind.ALIAS
    assert others[0].notes[0].text == "Primary name variation"


def test_kinds_of_names_are_read_in_any_spelling() -> None:
    """The live list writes "Primary Name", "Primary name" and once "ALias"."""
    entities, report = read(changed("<NameType>Alias<", "<NameType>ALias<"))
    assert not report.oddities
    kinds = [name.kind for name in sample()["AFG0001"].names]
    assert [name.kind for name in entities["AFG0001"].names] == kinds


def test_low_quality_aliases_are_weak() -> None:
    weak = [n for e in sample().values() for n in e.names if n.kind is NameKind.WEAK]
    assert [(n.text, n.notes[-1].text) for n in weak] == [("Mudir", "Low quality a.k.a")]


def test_original_names_keep_script_and_language() -> None:
    (name,) = [n for n in sample()["RUS1356"].names if n.script]
    assert (name.text, name.script, name.language) == ("Концерн Калашников", "Cyrl", "ru")


def test_a_ship_has_its_imo_number_owner_and_flag() -> None:
    ship = sample()["DPR0100"]
    assert ship.kind is Kind.VESSEL
    assert ("imo", "7408873") in {(i.type, i.value) for i in ship.identifiers}
    assert [(r.type, r.target) for r in ship.relations] == [
        ("CurrentOwnerOperator", "Korea Samjong Shipping")
    ]
    assert ship.countries == ("kp",)


def test_addresses_in_digital_currencies_are_identifiers() -> None:
    found = [i for i in sample()["RUS1421"].identifiers if i.type == "crypto"]
    assert [i.notes[0].text for i in found] == ["XBT", "ETH", "USDT"]


def test_birth_dates_leave_out_what_is_not_known() -> None:
    assert b"<DOB>dd/mm/1958</DOB>" in (SAMPLES / "sample.xml").read_bytes()
    assert "1958" in sample()["AFG0006"].birth_dates
    assert sample()["RUS0141"].birth_dates == ("1976-08-15",)


def test_xml_and_csv_give_the_same_entities() -> None:
    """The CSV lacks the flags of the measures, which it names in words, and parts birth places."""
    table, report = read((SAMPLES / "list.csv").read_bytes())
    assert (report.edition, dict(report.oddities)) == ("2026-08-22", {})
    from_xml = sample()
    assert list(table) == list(from_xml)
    for key, entity in from_xml.items():
        other = table[key]
        assert (other.names, other.kind) == (entity.names, entity.kind)
        assert set(other.identifiers) == set(entity.identifiers)
        assert set(other.addresses) == set(entity.addresses)
        assert (other.countries, other.listed_on) == (entity.countries, entity.listed_on)
        assert set(other.birth_dates) == set(entity.birth_dates)
        lost = {n for n in entity.notes if n.label != "SanctionsImposedIndicators"}
        assert lost <= set(other.notes)


def test_the_eight_column_ods_has_the_primary_names() -> None:
    """With the byte-order mark for which python-calamine refuses the file."""
    with zipfile.ZipFile(SAMPLES / "list.ods") as archive:
        assert archive.read("content.xml").startswith(b"\xef\xbb\xbf")
    sheet, report = read((SAMPLES / "list.ods").read_bytes())
    assert (report.edition, dict(report.oddities)) == ("2024-11-25", {})
    from_xml = sample()
    assert set(sheet) == set(from_xml)
    for key, entity in sheet.items():
        assert (entity.kind, entity.listed_on) == (from_xml[key].kind, from_xml[key].listed_on)
        assert len(entity.names) == 1


@pytest.mark.parametrize("name", ["ofsi.xlsx", "ofsi_cp1252.csv"])
def test_the_old_ofsi_list_is_read_by_group(name: str) -> None:
    entities, report = read((SAMPLES / name).read_bytes())
    assert (report.edition, dict(report.oddities)) == ("2025-04-14", {})
    ship = entities["13651"]
    assert ("uk_reference", "DPR0100") in {(i.type, i.value) for i in ship.identifiers}
    assert {n.lower() for n in strong(ship)} == {n.lower() for n in strong(sample()["DPR0100"])}
    assert ("imo", "7408873") in {(i.type, i.value) for i in ship.identifiers}


def test_windows_1252_is_read_as_such() -> None:
    (person,) = [e for e in sample("ofsi_cp1252.csv").values() if "HAQ" in e.caption]
    assert "(“Pir”)" in person.remarks[0]


def test_the_ofsi_list_of_fewer_columns_is_read() -> None:
    """Until 2022 it had 29 and no names in other scripts, no qualities, no dates of the FCDO's."""
    rows = list(
        csv.reader(io.StringIO((SAMPLES / "ofsi_cp1252.csv").read_bytes().decode("cp1252")))
    )
    later = {"Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language",
             "Passport Number", "National Identification Details", "Alias Quality",
             "UK Sanctions List Date Designated"}  # fmt: skip
    kept = [place for place, heading in enumerate(rows[1]) if heading not in later]
    renamed = [text.replace("National Identification Number", "NI Number") for text in rows[1]]
    out = io.StringIO()
    csv.writer(out).writerow(rows[0])
    csv.writer(out).writerows([row[place] for place in kept] for row in (renamed, *rows[2:]))
    entities, report = read(out.getvalue().encode("cp1252"))
    assert (len(kept), dict(report.oddities)) == (29, {})
    for key, entity in sample("ofsi_cp1252.csv").items():
        assert strong(entities[key]) == strong(entity)


def test_damaged_utf_8_is_not_taken_for_windows_1252() -> None:
    data = (SAMPLES / "list.csv").read_bytes()
    place = data.index("Концерн".encode())
    with pytest.raises(ListFormatError, match="not UTF-8"):
        read(data[:place] + b"\xff" + data[place + 1 :])


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ListFormatError, match=r"row \d+ has 57 fields, the header 58"):
        read(changed("AFG0006,", "AFG0006", "list.csv"))


def test_an_unknown_element_is_kept_and_counted() -> None:
    entities, report = read(
        changed("<UniqueID>RUS2342</UniqueID>", "<UniqueID>RUS2342</UniqueID><New>word</New>")
    )
    assert report.oddities == Counter({"unknown field New": 1})
    assert ("New", "word") in {(n.label, n.text) for n in entities["RUS2342"].notes}


@pytest.mark.parametrize("name", ["sample.xml", "list.csv"])
def test_an_entry_without_an_id_is_refused(name: str) -> None:
    with pytest.raises(ListFormatError, match="no UniqueID"):
        read(changed("RUS2342", " ", name))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("22/08/1990", "1990-08-22"), ("29-06-2012", "2012-06-29"), ("00/00/1994", "1994"),
        ("dd/mm/1945", "1945"), ("dd/03/1945", "1945-03"), ("09/1961", "1961-09"),
        ("1955", "1955"), ("23-Sep-2026", "2026-09-23"), ("23 September 2026", "2026-09-23"),
        ("March 1970", "1970-03"), ("2026-08-22", "2026-08-22"), ("30/02/1990", ""), ("soon", ""),
    ],
)  # fmt: skip
def test_dates_in_all_their_spellings(text: str, date: str) -> None:
    assert british_date(text) == date


@pytest.mark.slow
@given(st.text())
def test_no_text_breaks_the_reader_of_dates(text: str) -> None:
    found = british_date(text)
    assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", found)


def test_numbered_items_are_parted_and_others_are_not() -> None:
    assert numbered("(1) 203037 (2) 347834(3) 434021161") == ["203037", "347834", "434021161"]
    assert numbered("Congo (Democratic Republic)") == ["Congo (Democratic Republic)"]


def test_the_whole_ods_equals_a_count_by_other_code(full_lists: Path) -> None:
    path = full_lists / "gb_fcdo" / "original" / "UK_Sanctions_List_2025-08-11.ods"
    entities, report = read(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        text = archive.read("content.xml").decode("utf-8-sig")
    rows = [re.findall(r"<table:table-cell.*?(?:/>|</table:table-cell>)", row, re.DOTALL)
            for row in text.split("<table:table-row ")[2:]]  # fmt: skip
    named = [row[2] for row in rows if len(row) > 2]
    assert len(entities) == len(named) == 5_302
    assert sum(len(e.names) for e in entities.values()) == sum(
        bool(re.search(r"<text:p>\s*[^\s<]", n)) for n in named
    )
    assert report.edition == "2025-07-23"
    assert dict(report.oddities) == {"entry without a name": 2}


def test_the_whole_ofsi_list_equals_a_count_by_other_code(full_lists: Path) -> None:
    path = full_lists / "gb_fcdo" / "original" / "old_OFSI_ConList_2025-04-14.xlsx"
    entities, _ = read(path.read_bytes())
    rows = sheet_by_other_code(path)
    header = rows[1]
    places = [header[name] for name in NAME_COLUMNS]
    groups = {row.get(GROUP) for row in rows[2:]}
    names = {(row.get(GROUP), *(row.get(c, "") for c in places)) for row in rows[2:]}
    originals = {
        (row.get(GROUP), " ".join(row[header["Name Non-Latin Script"]].split()))
        for row in rows[2:]
        if row.get(header["Name Non-Latin Script"])
    }
    assert len(rows) - 2 == 18_798
    assert len(entities) == len(groups) == 4_688
    found = [n for e in entities.values() for n in e.names]
    assert len(found) == len(names) + len(originals)
    low = [name for name in names if str(name[-1]).startswith("Low")]
    assert sum(n.kind is NameKind.WEAK for n in found) == len(low)


GROUP = "AJ"
NAME_COLUMNS = (
    "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Alias Type", "Alias Quality",
)  # fmt: skip


def sheet_by_other_code(path: Path) -> list[dict[str, str]]:
    """The rows of the sheet by column letter; the header the other way round."""
    with zipfile.ZipFile(path) as archive:
        strings = [
            "".join(t.text or "" for t in si.iter("{*}t"))
            for si in etree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = [
        {
            str(cell.get("r")).rstrip("0123456789"): strings[int(cell[0].text or 0)].strip()
            for cell in row
            if len(cell)  # its value
        }
        for row in sheet.iter("{*}row")
    ]
    rows[1] = {text: letter for letter, text in rows[1].items()}
    return rows


def test_a_prime_alias_of_old_editions_is_the_primary_name(full_lists: Path) -> None:
    path = full_lists / "gb_fcdo" / "original" / "old_OFSI_ConList_2020-04-27.csv.xz"
    entities, report = read(lzma.decompress(path.read_bytes()))
    assert all(entity.names[0].kind is NameKind.PRIMARY for entity in entities.values())
    assert not report.oddities
