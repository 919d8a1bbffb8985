"""Australia's list, on real rows and on the whole spreadsheet of July 2026."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from lists import ParseReport
from lists.au_dfat import SOURCE
from records import Entity, Kind, ListFormatError, NameKind

SAMPLE = Path(__file__).parent.parent / "data" / "au_dfat" / "sample.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def read(data: bytes) -> tuple[dict[str, Entity], ParseReport]:
    report = ParseReport()
    return {e.id.partition(":")[2]: e for e in SOURCE.parse(io.BytesIO(data), report)}, report


def sample() -> dict[str, Entity]:
    return read(SAMPLE.read_bytes())[0]


def changed(member: str, old: str, new: str) -> bytes:
    """The sample with a text of one part replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            text = source.read(info)
            if info.filename == member:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            archive.writestr(info.filename, text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def test_rows_of_one_number_are_one_entity() -> None:
    entity = sample()["3"]
    assert [(n.text, n.kind, n.notes[0].text) for n in entity.names] == [
        ("Abdul Kabir Mohammad Jan", NameKind.PRIMARY, "3"),
        ("عبد الکبیر محمد جان", NameKind.PRIMARY, "3b"),
        ("A. Kabir", NameKind.ALIAS, "3a"),
        ("Abdul Kabir Muhammad Jan", NameKind.ALIAS, "3c"),
    ]
    assert (entity.kind, entity.countries) == (Kind.PERSON, ("af",))


def test_birth_dates_are_iso_and_what_they_do_not_say_is_noted() -> None:
    entity = sample()["3"]
    assert entity.birth_dates == ("1963", "1972-01-30")
    assert ("Date of Birth", "Approximately 1963, 30/01/1972") in {
        (n.label, n.text) for n in entity.notes
    }


def test_vessel_has_its_imo_number_as_text() -> None:
    (vessel,) = (entity for entity in sample().values() if entity.kind is Kind.VESSEL)
    assert [(i.type, len(i.value)) for i in vessel.identifiers] == [("imo", 7)]
    assert ("Maritime Restriction", "True") in {(n.label, n.text) for n in vessel.notes}


def test_weak_alias_is_weak_and_several_citizenships_are_several_countries() -> None:
    entities = sample().values()
    assert any(name.kind is NameKind.WEAK for e in entities for name in e.names)
    assert {"ru", "ua"} in [set(entity.countries) for entity in entities]


def test_lettered_addresses_are_addresses_of_their_own() -> None:
    assert any(len(entity.addresses) > 1 for entity in sample().values())
    assert not any(re.match(r"[a-z]\)", a.text) for e in sample().values() for a in e.addresses)


def test_new_column_and_new_kind_of_name_are_kept_and_counted() -> None:
    entities, report = read(changed(STRINGS, ">Travel Ban<", ">Flight Ban<"))
    assert ("Flight Ban", "True") in {(n.label, n.text) for n in entities["3"].notes}
    assert report.oddities["unknown column Flight Ban"] == len(entities)
    _, report = read(changed(STRINGS, ">Weak<", ">Feeble<"))
    assert report.oddities["unknown kind of name Alias Feeble"] == 1


@pytest.mark.parametrize(
    ("member", "old", "new", "message"),
    [
        (STRINGS, ">Control Date<", ">Date<", "no column 'Control Date'"),
        (STRINGS, ">3a<", ">third<", "the reference 'third' has no number"),
        ("xl/workbook.xml", "Consolidated List", "Sheet1", "not a readable spreadsheet"),
        (SHEET, 'r="A45"', 'r="XFD1048576"', "far outside a list"),
    ],
)
def test_another_table_is_refused(member: str, old: str, new: str, message: str) -> None:
    with pytest.raises(ListFormatError, match=message):
        read(changed(member, old, new))


@pytest.mark.slow
def test_a_spreadsheet_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (129 << 20))
    with pytest.raises(ListFormatError, match="unpacks to more than 128 MB"):
        read(target.getvalue())


def test_only_this_spreadsheet_is_recognised() -> None:
    assert SOURCE.recognises(SAMPLE.read_bytes())
    assert not SOURCE.recognises(changed("xl/workbook.xml", "Consolidated List", "Sheet1"))


def test_the_whole_list_has_every_row_as_a_name(full_lists: Path) -> None:
    """Counted in the sheet's XML, without a spreadsheet reader."""
    path = full_lists / "au_dfat" / "original" / "dfat_2026-08.xlsx"
    entities, report = read(path.read_bytes())
    assert (report.edition, dict(report.oddities)) == ("2026-07-21", {})
    with zipfile.ZipFile(path) as archive:
        strings = [
            "".join(str(text) for text in item.itertext())
            for item in etree.fromstring(archive.read(STRINGS))
        ]
        rows = re.findall(rb"<row .*?</row>", archive.read(SHEET), re.DOTALL)[1:]
    words: Counter[str] = Counter()
    numbers = set()
    for row in rows:
        cells = dict(re.findall(rb'<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?<v>(.*?)</v>)', row))
        words.update(re.findall(r"\w+", strings[int(cells[b"B"])]))
        kind = re.search(rb'<c r="A\d+"[^>]*t="s"', row)
        text = strings[int(cells[b"A"])] if kind else cells[b"A"].decode()
        numbers.add(re.match(r"\d+", text)[0])  # type: ignore[index]
    names = [name for entity in entities.values() for name in entity.names]
    assert len(names) == len(rows) == 11_068
    assert set(entities) == numbers
    assert len(numbers) == 3_846
    assert Counter(w for name in names for w in re.findall(r"\w+", name.text)) == words
    assert sum(name.kind is NameKind.WEAK for name in names) == 451
