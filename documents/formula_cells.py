"""The formulas of an XLSX file whose values it does not have (ECMA-376 part 1, 18.3.1.4)."""

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape

from documents.formulas import Formulas
from documents.layout import tidy
from documents.office import OfficeFile
from documents.xml_parts import attribute, local
from records import Passage

_TEXT_IS_MADE = re.compile(
    rb"<(?:\w+:)?f\b[^>]*>[^<]*"
    rb"(?:&amp;|CONCAT|TEXTJOIN|CHAR\(|SUBSTITUTE|LEFT\(|RIGHT\(|MID\(|REPLACE\(|REPT\()",
    re.IGNORECASE,
)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_ADDRESS = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3}\d{1,7})["']""")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]+)</")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>[^<]")
_WORKBOOK = re.compile(rb"<(?:\w+:)?workbook[\s>]")
_SHOWN_PLACES = 5
_PLACE = re.compile(r"(.+)!([A-Z]{1,3}\d{1,7})(?: \(.*\))?", re.DOTALL)


def without_values(
    office: OfficeFile, sheets: Sequence[str], cells: Sequence[Passage]
) -> Iterator[tuple[str, str, bool]]:
    """What formulas say that put texts together and have no value, with the places of their cells,
    and whether that is only a part of it: the rest is looked up somewhere.

    Args:
        office: the file.
        sheets: the parts that are sheets.
        cells: the texts of cells, as they were laid out.
    """
    named = _names(office)
    known: dict[tuple[str, str], str] = {}
    found: list[tuple[str, str, str]] = []
    for part in sheets:
        data = office.bytes(part)
        if part in named and _TEXT_IS_MADE.search(data):
            found += [(named[part], *cell) for cell in _formulas(data)]
    if not found:
        return
    for passage in cells:
        if passage.place and (met := _PLACE.fullmatch(passage.place)):
            known[met[1], met[2]] = passage.text
    known |= {(sheet, address): f"={formula}" for sheet, address, formula in found}
    book = Formulas(known)
    for sheet, address, formula in found:
        said = list(book.said(sheet, formula))
        for text in said or [""] * book.unread:
            yield tidy(text), f"{sheet}!{address}, formula", book.unread


def formulas_unread(places: Collection[str]) -> str | None:
    """What to say of formulas whose texts were not worked out; None where there are none.

    Args:
        places: those of their cells.
    """
    if not places:
        return None
    shown = ", ".join(list(places)[:_SHOWN_PLACES])
    more = f" and {len(places) - _SHOWN_PLACES} more" if len(places) > _SHOWN_PLACES else ""
    return (
        f"of {shown}{more} the text is not in the file and was not worked out. Open and save it in "
        "a program that works out formulas."
    )


def _names(office: OfficeFile) -> dict[str, str]:
    """By part the names of the sheets."""
    found: dict[str, str] = {}
    for workbook in office.roots("", _WORKBOOK):
        parts = office.relations(workbook)
        for node in office.xml(workbook).iter():
            if local(node) == "sheet":
                found[parts.get(attribute(node, "id") or "", "")] = attribute(node, "name") or ""
        office.read.discard(workbook)  # the names in it are still to be laid out
    return found


def _formulas(sheet: bytes) -> Iterator[tuple[str, str]]:
    """The address and the formula of each cell that has no value."""
    for attributes, inner in _CELL.findall(sheet):
        address, formula = _ADDRESS.search(attributes), _FORMULA.search(inner)
        if address and formula and not _VALUE.search(inner):
            yield address[1].decode(), unescape(formula[1].decode("utf-8", errors="replace"))
