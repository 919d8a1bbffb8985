"""Japan's list as CSV: the same entries as from the spreadsheet, under the same ids."""

import csv
import io

import pytest

from lists import ParseReport, source
from records import Entity, Kind, ListFormatError, NameKind

HEADINGS = [
    "区分",
    "番号",
    "告示日付",
    "告示番号",
    "個人・団体",
    "氏名（日本語）",
    "氏名（英語）",
    "別名・別称（日本語）",
    "別名・別称（英語）",
    "旧称（日本語）",
    "旧称（英語）",
    "確定に十分でない別名（日本語）",
    "確定に十分でない別名（英語）",
    "称号（日本語）",
    "称号（英語）",
    "役職（日本語）",
    "役職（英語）",
    "生年月日",
    "出生地（日本語）",
    "出生地（英語）",
    "国籍（日本語）",
    "国籍（英語）",
    "旅券番号",
    "身分証番号",
    "住所・所在地（国）（日本語）",
    "住所・所在地（都市その他の情報）（日本語）",
    "住所・所在地（国）（英語）",
    "住所・所在地（都市その他の情報）（英語）",
    "国連参照番号",
    "リスト掲載日",
    "その他の情報",
    "外務省告示情報",
]
ZIDANE = {
    "区分": "2",
    "番号": "002-000160",
    "告示日付": "2001.9.22",
    "告示番号": "160",
    "個人・団体": "個人",
    "氏名（日本語）": "モハンメド・サラハルディン・アブド・エル・ハリム・ジダン",
    "氏名（英語）": "Mohammed Salahaldin Abd El Halim Zidane",
    "別名・別称（日本語）": "サイフ・アル・アドル（生年月日1963/4/11、出生地エジプト）； "
    "ムハマド・イブラヒム・マッカウィ（生年月日1960/4/11； 1963/4/11、国籍エジプト）",
    "別名・別称（英語）": "Sayf-Al Adl (DOB: 11 Apr. 1963. POB: Egypt.)；Muhamad Ibrahim Makkawi",
    "確定に十分でない別名（英語）": "Ibrahim al-Madani",
    "生年月日": "1963/4/11； 1960/4/11",
    "国籍（日本語）": "エジプト",
    "国籍（英語）": "Egypt",
    "旅券番号": "エジプト旅券A00195974（2029年12月16日に失効）；エジプト旅券B00999999",
    "国連参照番号": "QDi.001",
    "外務省告示情報": "(original script：محمد صلاح الدين عبد الحليم زيدان)",
}
PLANT = {
    "区分": "28",
    "番号": "028-000001",
    "告示日付": "2022.3.1",
    "告示番号": "1",
    "個人・団体": "団体",
    "氏名（英語）": "JSC Rosoboronexport",
    "住所・所在地（国）（日本語）": "ロシア",
    "住所・所在地（国）（英語）": "Russia",
    "住所・所在地（都市その他の情報）（英語）": "27 Stromynka ul., 107076, Moscow",
}


def table(*rows: dict[str, str]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return ("\ufeff" + out.getvalue()).encode()


def read(data: bytes) -> tuple[list[Entity], ParseReport]:
    report = ParseReport()
    return list(source("jp_mof").parse(io.BytesIO(data), report)), report


def test_a_row_is_the_entry_of_the_spreadsheet() -> None:
    (zidane, plant), report = read(table(ZIDANE, PLANT))
    assert source("jp_mof").recognises(table(ZIDANE))
    assert (zidane.id, zidane.kind, zidane.listed_on) == ("jp_mof:2-160", Kind.PERSON, "2001-09-22")
    assert zidane.programmes[0].startswith("タリバーン関係者等")
    assert zidane.birth_dates == ("1963-04-11", "1960-04-11")
    assert zidane.countries == ("eg",)
    assert (plant.id, plant.kind) == ("jp_mof:28-1", Kind.ORGANIZATION)
    assert (plant.addresses[0].text, plant.addresses[0].country) == (
        "27 Stromynka ul., 107076, Moscow, Russia",
        "ru",
    )
    assert (report.edition, report.oddities) == ("2022-03-01", {})


def test_names_are_parted_outside_of_brackets_alone() -> None:
    (zidane,), _ = read(table(ZIDANE))
    assert [(name.text, name.kind) for name in zidane.names] == [
        ("Mohammed Salahaldin Abd El Halim Zidane", NameKind.PRIMARY),
        ("モハンメド・サラハルディン・アブド・エル・ハリム・ジダン", NameKind.PRIMARY),
        ("サイフ・アル・アドル", NameKind.ALIAS),
        ("ムハマド・イブラヒム・マッカウィ", NameKind.ALIAS),
        ("Sayf-Al Adl", NameKind.ALIAS),
        ("Muhamad Ibrahim Makkawi", NameKind.ALIAS),
        ("محمد صلاح الدين عبد الحليم زيدان", NameKind.ALIAS),
        ("Ibrahim al-Madani", NameKind.WEAK),
    ]


def test_every_number_of_a_cell_is_kept_and_nothing_published_is_dropped() -> None:
    (zidane,), _ = read(table(ZIDANE))
    found = {(item.type, item.value) for item in zidane.identifiers}
    assert found == {
        ("un_reference", "QDi.001"),
        ("passport", "A00195974"),
        ("passport", "B00999999"),
    }
    said = " ".join(note.text for name in zidane.names for note in name.notes)
    assert "出生地エジプト" in said
    assert any(note.label == "外務省告示情報" for note in zidane.notes)


def test_a_number_whose_party_was_taken_off_is_no_entry() -> None:
    off = {key: ZIDANE[key] for key in ("区分", "番号", "告示日付", "告示番号", "個人・団体")}
    assert [one.id for one in read(table(off, PLANT))[0]] == ["jp_mof:28-1"]


def test_a_measure_that_is_not_known_is_kept_and_counted() -> None:
    (entry,), report = read(table(PLANT | {"区分": "47", "番号": "047-000003"}))
    assert (entry.id, entry.programmes) == ("jp_mof:47-3", ("区分 47",))
    assert report.oddities == {"unknown measure 47": 1}


def test_a_row_without_a_number_refuses_the_file() -> None:
    with pytest.raises(ListFormatError, match="row 2 has the number ''"):
        read(table(PLANT | {"番号": ""}))
