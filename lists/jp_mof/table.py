"""The Ministry's list as one CSV, as it has been published since the summer of 2026: 32 columns, a
row for each party, the languages apart.

Its numbers are those of the spreadsheet (``002-000160`` is number 160 of sheet 2), so an entry
keeps its id, and its rows are read as the spreadsheet's are (``lists.jp_mof.entity``).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lists.csv_rows import rows
from lists.japanese import dates_in, has_japanese, plain
from lists.jp_mof.entity import ALIAS, DAY, ENGLISH, FORMER, JAPANESE, WEAK, Row, entity
from lists.source import ParseReport, Readable
from records import Entity, ListFormatError

MEASURES = Path(__file__).parent.parent / "data" / "jp_mof_measures.tsv"
MEASURE, NUMBER, PERSON_OR_BODY = "区分", "番号", "個人・団体"
FOREIGN_MINISTRY = "外務省告示情報"
"""The notice as one text; only here the names stand in their original script."""
_IN_JAPANESE, _IN_ENGLISH = "（日本語）", "（英語）"
_COUNTRY, _TOWN = "住所・所在地（国）", "住所・所在地（都市その他の情報）"
_NAMES = {
    "氏名（日本語）": JAPANESE,
    "氏名（英語）": ENGLISH,
    "別名・別称": ALIAS[0],
    "旧称": FORMER[0],
    "確定に十分でない別名": WEAK[0],
}
NEEDED = (MEASURE, NUMBER, DAY, PERSON_OR_BODY, *list(_NAMES)[:2])
_CARDS = frozenset({"旅券番号", "身分証番号"})
_MANY = _CARDS | {*_NAMES.values()} - {JAPANESE, ENGLISH}
"""Cells that hold several, with ``；`` between them, which stands inside brackets, too."""
_TO_CODE = re.compile(r"(?<=[^\x00-\x7f])(?=[A-Z0-9])")
_NUMBER = re.compile(r"\d+(?:-\d+)+")
_ORIGINAL = re.compile(r"original\s*sc(?:r)?ipt\s*:\s*([^()\n]+)", re.IGNORECASE)
_HEADINGS = f"{MEASURE},{NUMBER},{DAY}".encode()


def recognises(head: bytes) -> bool:
    """Whether a file that begins so is the CSV."""
    return head.removeprefix(b"\xef\xbb\xbf").startswith(_HEADINGS)


def parse(file: Readable, report: ParseReport) -> Iterator[Entity]:
    """Yield one entity for each row that has more than a number and a notice.

    Raises:
        ListFormatError: not a whole table of this layout, or a row without a number.
    """
    for line, cells in enumerate(rows(file, NEEDED), start=2):
        measure, number = _numbers(cells[NUMBER], line)
        row = Row(number)
        row.add(list(_said(cells)))
        report.edition = max([report.edition or "", *dates_in(cells[DAY])]) or None
        if row.removed:
            continue
        title = _measures().get(measure)
        if title is None:
            report.oddities[f"unknown measure {measure}"] += 1
        yield entity(measure, cells[PERSON_OR_BODY], title or f"{MEASURE} {measure}", row, report)


def _numbers(text: str, line: int) -> tuple[str, str]:
    """The measure's number and the party's, as the spreadsheet has them."""
    found = _NUMBER.fullmatch(plain(text).strip())
    if found is None:
        raise ListFormatError(f"row {line} has the number {text!r}")
    measure, *others = (str(int(part)) for part in found[0].split("-"))
    return measure, "-".join(others)


def _said(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a row says, under the spreadsheet's headings."""
    for column, cell in cells.items():
        text = cell.strip()
        if not text or column in (MEASURE, NUMBER, PERSON_OR_BODY):
            continue
        if column.startswith((_COUNTRY, _TOWN)):
            continue
        bare = column.removesuffix(_IN_JAPANESE).removesuffix(_IN_ENGLISH)
        heading = _NAMES.get(column) or _NAMES.get(bare, bare)
        for part in _parts(text) if heading in _MANY else (text,):
            # "エジプト旅券A00195974": a number begins where the Japanese ends.
            yield heading, _TO_CODE.sub(" ", part) if heading in _CARDS else part
    yield from (("住所・所在地", line) for line in _addresses(cells))
    for name in _originals(cells.get(FOREIGN_MINISTRY, "")):
        yield ALIAS[0], name


def _addresses(cells: Mapping[str, str]) -> Iterator[str]:
    """The address in English, else in Japanese, the country behind the town."""
    for language in (_IN_ENGLISH, _IN_JAPANESE):
        town, country = (cells.get(f"{of}{language}", "").strip() for of in (_TOWN, _COUNTRY))
        if town or country:
            yield ", ".join(filter(None, (town, country)))
            return


def _parts(text: str) -> Iterator[str]:
    """A cell at the semicolons outside of brackets; inside, what parts is a comma."""
    depth, part = 0, ""
    for letter in plain(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if depth and letter in ";、":
            part += ","
        elif letter != ";":
            part += letter
        else:
            yield part.strip()
            part = ""
    yield part.strip()


def _originals(text: str) -> Iterator[str]:
    for found in _ORIGINAL.finditer(plain(text)):
        name = found[1].strip(" ,;")
        foreign = any(letter.isalpha() and not letter.isascii() for letter in name)
        if foreign and not has_japanese(name):
            yield name


@cache
def _measures() -> Mapping[str, str]:
    table = MEASURES.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in table if not line.startswith("#"))
    return {number: title for number, _, title in pairs}
