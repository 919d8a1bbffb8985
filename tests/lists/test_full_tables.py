"""The whole files of Japan and the World Bank, where they are at hand: counts by other code."""

import json
import lzma
import re
import unicodedata
from collections import Counter
from pathlib import Path

from python_calamine import CalamineWorkbook

from lists import ParseReport, source
from lists.packed import unpacked
from records import Entity, NameKind


def read(name: str, path: Path) -> list[Entity]:
    report = ParseReport()
    with unpacked(path, source(name).at_most_bytes) as file:
        entities = list(source(name).parse(file, report))
    assert not report.oddities
    return entities


def cells(path: Path) -> dict[str, list[list[str]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_every_organisation_of_meti_is_read_with_every_name(full_lists: Path) -> None:
    path = full_lists / "jp_meti" / "original" / "METI_EndUserList_2025-09-29.xlsx"
    entities = read("jp_meti", path)
    (rows,) = cells(path).values()
    below = sum(
        line.strip().startswith(("(", "（")) and line.strip().endswith((")", "）"))
        for row in rows[1:]
        for line in row[2].splitlines()[1:]
    )
    lines = [line.strip() for row in rows[1:] for line in row[3].splitlines()]
    marked = sum(line.startswith(("・", "(", "（")) for line in lines)
    unmarked = sum(
        len([line for line in row[3].splitlines() if line.strip()])
        for row in rows[1:]
        if row[3].strip() and "・" not in row[3] and not row[3].strip().startswith(("(", "（"))
    )
    assert len(entities) == len(rows) - 1 == 835
    assert sum(len(entity.names) for entity in entities) == 835 + below + marked + unmarked
    assert all(entity.countries for entity in entities)
    assert not [name.text for e in entities for name in e.names if name.text.startswith("・")]


def test_every_party_of_the_ministry_of_finance_is_read(full_lists: Path) -> None:
    path = full_lists / "jp_mof" / "original" / "shisantouketsu20260305.xlsx"
    entities = read("jp_mof", path)
    wanted: Counter[str] = Counter()
    texts: dict[str, list[str]] = {}
    for title, rows in cells(path).items():
        for row in rows:
            number = re.match(r"\D?(\d+)", row[1]) if len(row) > 3 else None
            if number and re.match(r"\s*\d{4}\s*\.\s*\d", row[0]) and any(map(str.strip, row[2:])):
                reference = f"jp_mof:{title.partition('.')[0]}-{number[1]}"
                wanted[reference] += 1
                texts[reference] = row
    assert Counter(entity.id for entity in entities) == wanted
    assert len(entities) == 2_862
    for entity in entities:
        published = unicodedata.normalize("NFKC", " ".join(texts[entity.id])).casefold()
        for name in entity.names:
            if name.text.isascii():
                words = re.findall(r"[a-z]{2,}", name.text.casefold())
                assert all(word in published for word in words), (entity.id, name.text)


def test_names_of_the_ministry_of_finance_are_single_names(full_lists: Path) -> None:
    path = full_lists / "jp_mof" / "original" / "shisantouketsu20260305.xlsx"
    names = [name for entity in read("jp_mof", path) for name in entity.names]
    left = [
        n.text for n in names if re.search(r"a\.k\.a|\([a-z]\)|\n|original script|不明", n.text)
    ]
    assert not left
    assert sum(name.kind is NameKind.WEAK for name in names) > 200


def test_every_party_of_the_world_bank_is_read(full_lists: Path) -> None:
    path = full_lists / "wb_debarred" / "original" / "wb-data_2026-02-22.json.xz"
    entities = read("wb_debarred", path)
    rows = json.loads(lzma.decompress(path.read_bytes()))["response"]["ZPROCSUPP"]
    assert [entity.id for entity in entities] == [f"wb_debarred:{row['SUPP_ID']}" for row in rows]
    for entity, row in zip(entities, rows, strict=True):
        assert entity.caption in " ".join(row["SUPP_NAME"].split())
        assert entity.countries == (row["LAND1"].lower(),)
        assert entity.listed_on == row["DEBAR_FROM_DATE"]
        said = f"{row['SUPP_NAME']} {row['ADD_SUPP_INFO']}"
        for name in entity.names[1:]:
            assert re.sub(r"\W", "", name.text) in re.sub(r"\W", "", said)
