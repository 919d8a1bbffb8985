"""DOCX, by a walk of our own over its parts: libraries for it leave out headers, footers, notes,
comments, text boxes and tracked changes, where names stand too.

ECMA-376 part 1, 17 (WordprocessingML).
"""

from collections.abc import Iterator

from documents.layout import Layout, tidy
from documents.office import OfficeFile, embedded, natural, open_office, properties
from documents.reader import Content, Reading
from documents.xml_parts import Element, attribute, local

_ORDER = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
_PLACES = {
    "hdr": "header", "ftr": "footer", "footnote": "footnote", "endnote": "endnote",
    "comment": "comment", "glossaryDocument": "building block",
}  # fmt: skip
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-"}
_SILENT = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delInstrText"}
_ONLY_NOW, _ONLY_BEFORE = {"ins", "moveTo"}, {"del", "moveFrom"}


def read(content: Content) -> Reading:
    """Read a Word file: every part of it that holds words.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_office(content.data)
    walk = _Walk()
    for root in sorted(_roots(office), key=lambda node: _ORDER.index(local(node))):
        walk.blocks(root, _PLACES.get(local(root)))
    office.drawn(walk.layout, "word/charts/", "chart")
    office.drawn(walk.layout, "word/diagrams/data", "diagram")
    properties(office, walk.layout)
    return office.reading(content, walk.layout, embedded(office, "word/"))


def _roots(office: OfficeFile) -> Iterator[Element]:
    for name in sorted(office.names("word/", ".xml"), key=natural):
        if name.count("/") == 1:
            root = office.xml(name)
            if local(root) in _ORDER:
                yield root


class _Walk:
    """Goes over a part and lays its paragraphs out."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._tables = 0
        self._seen: set[tuple[str, str]] = set()

    def blocks(self, node: Element, place: str | None) -> None:
        """What stands below one another: paragraphs and tables."""
        number = 0
        for child in node:
            name = local(child)
            if name == "p":
                self._paragraph(child, place)
            elif name == "tbl":
                self._table(child, place)
            elif name in ("footnote", "endnote"):
                # The first ones are the lines above the notes.
                number += attribute(child, "type") in (None, "normal")
                self.blocks(child, f"{name} {number}")
            elif name == "comment":
                self.blocks(child, f"comment by {attribute(child, 'author') or 'unknown'}")
            elif name not in _SILENT:
                self.blocks(child, place)

    def _table(self, table: Element, place: str | None) -> None:
        self._tables += 1
        number, headers = self._tables, list[str]()
        for row, line in enumerate((r for r in table.iter() if _is_row(r, table)), start=1):
            cells = [cell for cell in line.iter() if local(cell) == "tc" and _row_of(cell) is line]
            words = [tidy(" ".join(text for text in _texts(cell))) for cell in cells]
            for column, cell in enumerate(cells, start=1):
                header = headers[column - 1] if column <= len(headers) else ""
                where = f"table {number}, row {row}, cell {column}"
                where += f" ({header})" if header else ""
                self.blocks(cell, ", ".join(filter(None, (place, where))))
            if row == 1 and all(0 < len(word) <= 60 for word in words):
                headers = words

    def _paragraph(self, paragraph: Element, place: str | None) -> None:
        now: list[str] = []
        before: list[str] = []
        boxes: list[Element] = []
        _inline(paragraph, now, before, boxes)
        text, earlier = tidy("".join(now)), tidy("".join(before))
        self._add(text, place)
        if earlier != text:
            self._add(earlier, ", ".join(filter(None, (place, "before tracked changes"))))
        for box in boxes:
            self.blocks(box, ", ".join(filter(None, (place, "text box"))))

    def _add(self, text: str, place: str | None) -> None:
        # Every section repeats the headers and footers of the one before.
        if place in ("header", "footer"):
            if (place, text) in self._seen:
                return
            self._seen.add((place, text))
        self.layout.add(text, place=place)


def _is_row(node: Element, table: Element) -> bool:
    """Whether it is a row of this table, not of one inside it."""
    if local(node) != "tr":
        return False
    return next(above for above in node.iterancestors() if local(above) == "tbl") is table


def _row_of(cell: Element) -> Element:
    return next(above for above in cell.iterancestors() if local(above) == "tr")


def _texts(node: Element) -> Iterator[str]:
    return (item.text or "" for item in node.iter() if local(item) == "t")


def _inline(node: Element, now: list[str], before: list[str], boxes: list[Element]) -> None:
    """The words of a paragraph as they stand now, and as they stood before tracked changes."""
    for child in node:
        name = local(child)
        if name in ("t", "delText"):
            text = child.text or ""
            now.append(text if name == "t" else "")
            before.append(text)
        elif name in _SPACES:
            now.append(_SPACES[name])
            before.append(_SPACES[name])
        elif name in _ONLY_NOW:
            _inline(child, now, [], boxes)
        elif name in _ONLY_BEFORE:
            _inline(child, [], before, boxes)
        elif name == "AlternateContent":
            # The same words in two drawing languages: the first is the newer one.
            if len(child):
                _inline(child[0], now, before, boxes)
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _SILENT:
            _inline(child, now, before, boxes)
