"""Rows of an OpenDocument spreadsheet (ODS), one after another.

python-calamine reads ODS too, but refuses one whose XML begins with a byte-order mark, as the
UK's does; odfpy builds the whole tree of a sheet of a million repeated rows in memory.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lists.source import Readable
from lists.workbook import checked_archive
from lists.xml_stream import elements, local
from records import ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CONTENT = "content.xml"
WIDEST = 1_000
"""Columns. An empty cell is repeated to the sheet's 16,384th column; a list has some sixty."""


def table_rows(file: Readable) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that have any text, without the empty cells at their end.

    Dates are written as ISO 8601.

    Raises:
        ListFormatError: no whole spreadsheet of this kind.
    """
    data = checked_archive(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(CONTENT) as content:
            first = None
            for node in elements(content, "document-content", "table-row"):
                sheet = node.getparent()
                name = "" if sheet is None else _attribute(sheet, "name")
                first = name if first is None else first
                if name == first and (row := _row(node)):
                    yield from [row] * min(_repeated(node, "number-rows-repeated"), WIDEST)
    except KeyError as error:
        raise ListFormatError("the archive has no sheet (content.xml)") from error


def _row(node: "Element") -> list[str]:
    cells: list[str] = []
    for cell in node:
        text = _text(cell)
        count = _repeated(cell, "number-columns-repeated")
        if text and len(cells) + count > WIDEST:
            raise ListFormatError("a cell stands far outside a list")
        cells += [text] * min(count, max(0, WIDEST - len(cells)))
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell: "Element") -> str:
    if date := _attribute(cell, "date-value"):
        return date
    return "\n".join(_paragraph(part) for part in cell if local(part) == "p").strip()


def _paragraph(node: "Element") -> str:
    """Spaces, tabs and line ends are elements of their own in this format."""
    said = [node.text or ""]
    for part in node:
        kind = local(part)
        if kind == "s":
            said.append(" " * min(_repeated(part, "c"), WIDEST))
        elif kind in {"tab", "line-break"}:
            said.append("\t" if kind == "tab" else "\n")
        else:
            said.append(_paragraph(part))
        said.append(part.tail or "")
    return "".join(said)


def _attribute(node: "Element", name: str) -> str:
    return next((str(v) for key, v in node.attrib.items() if str(key).endswith(f"}}{name}")), "")


def _repeated(node: "Element", name: str) -> int:
    text = _attribute(node, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len("1234567890") else 1
