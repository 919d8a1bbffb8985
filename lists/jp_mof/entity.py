"""One party of the Ministry's list: what its row says, under whatever headings its sheet has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lists.countries import country_code
from lists.japanese import dates_in, plain
from lists.jp_mof.names import NOTHING, main_names, names_of
from lists.source import ParseReport
from lists.texts import noted, one_line, primary_first
from records import Address, Entity, Identifier, Kind, ListedName, NameKind, Note

NAME = "jp_mof"
JAPANESE, ENGLISH = "日本語表記", "英語表記"
UN_REFERENCE, NOTICE, DAY = "国連参照番号", "告示番号", "告示日付"
WEAK, FORMER = ("確定に十分でない別名",), ("旧称", "旧称・以前の呼称", "以前の別名", "過去の別名")
ALIAS = ("別名", "別称", "別称・旧称", "別称・別名", "別名・別称", "確定可能な別名")
BORN = ("生年月日", "生年月日・出生地")
PASSPORT, CARD = ("旅券番号",), ("身分登録番号", "ID番号", "身分証番号")
NATIONALITY = ("国籍",)
PLACES = (
    "所在地",
    "住所",
    "住所・所在地",
    "住所等",
    "活動地域・住所",
    "所在地・住所 登録された事務所の住所",
)
REMARKS = ("その他の情報", "詳細", "指定の根拠", "決議1483上の根拠")
NOTED = (
    NOTICE, DAY, "称号", "役職", "肩書", "肩書等", "出生地", "出生地・出身地", "電話", "FAX",
    "電話番号", "リスト掲載日", "外務省告示情報",
    "国連制裁員会による指定日", "国連制裁委員会による指定日",
    *NATIONALITY,
)  # fmt: skip
KNOWN = {
    JAPANESE, ENGLISH, UN_REFERENCE, *WEAK, *FORMER, *ALIAS, *BORN, *PASSPORT, *CARD, *PLACES,
    *REMARKS, *NOTED,
}  # fmt: skip
OF_PERSONS = (
    *BORN,
    *NATIONALITY,
    *PASSPORT,
    "出生地",
    "出生地・出身地",
    "役職",
    "称号",
    "肩書",
    "肩書等",
)
"""What is said of no organisation; where a sheet has both, an entry that has it is a person."""
KINDS = (("個人", Kind.PERSON), ("団体", Kind.ORGANIZATION), ("銀行", Kind.ORGANIZATION))
"""Words in the name of a sheet."""

_MARK = re.compile(r"\(\s*[a-z]{1,2}\s*\)")
_CODE = re.compile(r"(?<![\w/-])(?=[A-Z0-9/ -]{5,})[A-Z]{0,4}[ -]?\d[A-Z0-9/-]{3,}(?![\w/-])")


@dataclass(slots=True)
class Row:
    """What the rows with one number say."""

    number: str
    said: dict[str, list[str]] = field(default_factory=dict)

    def add(self, texts: Sequence[tuple[str, str]]) -> None:
        """Keep what a row says under its headings."""
        for column, text in texts:
            self.said.setdefault(column, []).append(text)

    def first(self, column: str) -> str:
        """The first text under a heading; empty when there is none."""
        return next(iter(self.said.get(column, ())), "")

    def texts(self, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Heading and text under these headings, but for those that say "unknown"."""
        for column in columns:
            for text in self.said.get(column, ()):
                if plain(text).strip().casefold() not in NOTHING:
                    yield column, text

    @property
    def removed(self) -> bool:
        """Whether the party was taken off the list: its number stays, and nothing else."""
        return not self.said.keys() - {DAY, NOTICE}


def entity(sheet: str, title: str, measure: str, row: Row, report: ParseReport) -> Entity:
    """The finished record.

    Args:
        sheet: the number of the sheet.
        title: the rest of its name, which says whether it is of persons.
        measure: what stands above the table.
        row: what is said of the party.
        report: counts what is not known.
    """
    kind = _kind(title, row)
    names = list(_names(row, person=kind is Kind.PERSON))
    if not names:
        report.oddities["entry without a name"] += 1
    for column in sorted(row.said.keys() - KNOWN):
        report.oddities[f"unknown column {column}"] += 1
    addresses = tuple(_addresses(row))
    ties = {code for _, text in row.texts(NATIONALITY) for code in _countries(text)}
    births = [(text, list(dates_in(text))) for _, text in row.texts(BORN)]
    days = [day for day in dates_in(row.first(DAY)) if len(day) == len("2026-03-05")]
    return Entity(
        id=f"{NAME}:{sheet}-{row.number}",
        kind=kind,
        names=primary_first(list(dict.fromkeys(names))),
        identifiers=tuple(_identifiers(row)),
        addresses=addresses,
        countries=tuple(sorted(ties | {a.country for a in addresses if a.country})),
        birth_dates=tuple(dict.fromkeys(day for _, days in births for day in days)),
        programmes=(measure,),
        listed_on=min(days, default=None),
        remarks=tuple(text for _, text in row.texts(REMARKS)),
        notes=(
            *(n for text, found in births if found != [text] for n in noted(BORN[0], text)),
            *_notes(row),
        ),
    )


def _kind(title: str, row: Row) -> Kind:
    for word, kind in KINDS:
        if word in title.replace("関係者", ""):
            return kind
    return Kind.PERSON if any(row.texts(OF_PERSONS)) else Kind.UNKNOWN


def _names(row: Row, *, person: bool) -> Iterator[ListedName]:
    for column in (ENGLISH, JAPANESE):
        for _, text in row.texts((column,)):
            yield from main_names(text, NameKind.PRIMARY, column, person=person)
    groups = ((ALIAS, NameKind.ALIAS), (FORMER, NameKind.FORMER), (WEAK, NameKind.WEAK))
    for columns, kind in groups:
        for column, text in row.texts(columns):
            yield from names_of(text, kind, column)


def _addresses(row: Row) -> Iterator[Address]:
    for _, text in row.texts(PLACES):
        for part in _MARK.split(plain(text)):
            if line := one_line(part.strip(" 、,\n")):
                yield Address(text=line, country=country_code(line.rpartition(",")[2]))


def _countries(text: str) -> Iterator[str]:
    for part in re.split(r"[、,;\n()]|\s(?=[A-Z])", _MARK.sub("\n", plain(text))):
        if code := country_code(part):
            yield code


def _identifiers(row: Row) -> Iterator[Identifier]:
    for _, text in row.texts((UN_REFERENCE,)):
        yield Identifier(type="un_reference", value=text)
    for columns, kind in ((PASSPORT, "passport"), (CARD, "national_id")):
        for column, text in row.texts(columns):
            for part in _MARK.split(plain(text)):
                if found := _CODE.search(part):
                    yield Identifier(type=kind, value=one_line(found[0]), notes=noted(column, part))


def _notes(row: Row) -> Iterator[Note]:
    for column in (*NOTED, *PASSPORT, *CARD, *sorted(row.said.keys() - KNOWN)):
        for text in row.said.get(column, ()):
            yield Note(label=column, text=text)
