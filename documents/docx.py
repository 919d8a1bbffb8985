"""DOCX, by a walk of our own over its parts: libraries for it leave out headers, footers, notes,
comments, text boxes and tracked changes, where names stand too.

ECMA-376 part 1, 17 (WordprocessingML).
"""

import re
from collections.abc import Iterator

from documents.layout import Layout, raised, tidy
from documents.office import OfficeFile, open_office
from documents.office_rest import rest
from documents.reader import Content, Extraction
from documents.run_on import goes_on
from documents.said import Rest, code
from documents.xml_parts import Element, attribute, local

_ORDER = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
_ROOT = re.compile(rb"<(?:\w+:)?(?:" + "|".join(_ORDER).encode() + rb")[\s>/]")
_PLACES = {
    "hdr": "header", "ftr": "footer", "footnote": "footnote", "endnote": "endnote",
    "comment": "comment", "glossaryDocument": "building block",
}  # fmt: skip
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-"}
_SILENT = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delInstrText"}
# Elements whose texts are laid out, or are numbers and words of the format.
_WALKED = frozenset(
    ("t", "delText", "instrText", "delInstrText", "align", "fldData", "binData", "pPr", "rPr")
)
_FROM_THE_LEFT, _END_OF_ORDER = "\u202d", "\u202c"
_ORDERS = {"rtl": "\u202e"}
# Characters of a paragraph that are read with its first letter, where this stands in a box.
_LONGEST_START = 200
_CODES = {"instrText", "delInstrText"}
_ONLY_NOW, _ONLY_BEFORE = {"ins", "moveTo"}, {"del", "moveFrom"}


def read(content: Content) -> Extraction:
    """Read a Word file: every part of it that holds words.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_office(content.data)
    walk = _Walk()
    roots = list(_roots(office))
    for _, root in sorted(roots, key=lambda item: _ORDER.index(local(item[1]))):
        walk.blocks(root, _PLACES.get(local(root)))
    aside = Rest(walk.layout)
    for words in walk.codes:
        aside.add(words, "field code")
    parts = rest(office, aside, {name: _WALKED for name, _ in roots})
    return office.extraction(content, walk.layout, parts)


def _roots(office: OfficeFile) -> Iterator[tuple[str, Element]]:
    """The parts that are walked. What they are called, and in which folder, is for their writer
    to choose.
    """
    for name in office.roots("", _ROOT):
        root = office.xml(name)
        if local(root) in _ORDER:
            yield name, root


class _Walk:
    """Goes over a part and lays its paragraphs out."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.codes: list[str] = []
        """Of the fields: where a link leads to, what is filled in from elsewhere."""
        self._tables = 0
        self._initial = ""
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
                lines = [tidy("".join(_texts(p))) for p in cell if local(p) == "p"]
                if goes_on(lines):
                    self.layout.add("\n".join(lines), place=f"{where}, lines joined")
            if row == 1 and all(0 < len(word) <= 60 for word in words):
                headers = words

    def _paragraph(self, paragraph: Element, place: str | None) -> None:
        boxes: list[Element] = []
        text, earlier = (self._initial + text for text in paragraph_texts(paragraph, boxes))
        # A large first letter is a paragraph of its own, in a frame.
        frame = next((node for node in paragraph.iter() if local(node) == "framePr"), None)
        is_initial = frame is not None and attribute(frame, "dropCap") in ("drop", "margin")
        self._initial = text if is_initial else ""
        self._add(text, place)
        if earlier != text:
            self._add(earlier, ", ".join(filter(None, (place, "before tracked changes"))))
        seen: set[str] = set()
        for box in boxes:
            # The same words in two drawing languages.
            words = "".join(map(str, box.itertext()))
            if words not in seen:
                seen.add(words)
                self.blocks(box, ", ".join(filter(None, (place, "text box"))))
            # A large first letter may be a box, too.
            if len(initial := words.strip()) == 1 and initial.isalpha() and text[:1].isalpha():
                self._add(initial + text[:_LONGEST_START], "text box, first letter")
        codes = (node.text or "" for node in paragraph.iter() if local(node) in _CODES)
        self.codes.append(code("".join(codes)))

    def _add(self, text: str, place: str | None) -> None:
        # Every section repeats the headers and footers of the one before.
        if place in ("header", "footer"):
            if (place, text) in self._seen:
                return
            self._seen.add((place, text))
        self.layout.add(text, place=place)


def paragraph_texts(paragraph: Element, boxes: list[Element]) -> tuple[str, str]:
    """The words of a paragraph as they stand, and as they stood before tracked changes; text boxes
    in it are put into ``boxes``.
    """
    now: list[str] = []
    before: list[str] = []
    _inline(paragraph, now, before, boxes)
    return tidy("".join(now)), tidy("".join(before))


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
            if text[:1].isdigit() and _is_raised(node):
                text = raised(text)
            now.append(text if name == "t" else "")
            before.append(text)
        elif name in _SPACES:
            now.append(_SPACES[name])
            before.append(_SPACES[name])
        elif name == "sym":
            letter = _symbol(child)
            now.append(letter)
            before.append(letter)
        elif name in _ONLY_NOW:
            _inline(child, now, [], boxes)
        elif name in _ONLY_BEFORE:
            _inline(child, [], before, boxes)
        elif name in ("rt", "bdo"):
            # Small letters above others are words of their own; letters of an order of their own
            # stand between the marks that Unicode has for it.
            mark = _ORDERS.get(attribute(child, "val") or "", _FROM_THE_LEFT)
            start, end = (" ", " ") if name == "rt" else (mark, _END_OF_ORDER)
            for words in (now, before):
                words.append(start)
            _inline(child, now, before, boxes)
            for words in (now, before):
                words.append(end)
        elif name == "AlternateContent":
            _alternatives(child, now, before, boxes)
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _SILENT:
            _inline(child, now, before, boxes)


def _is_raised(run: Element) -> bool:
    """Whether the words of a run stand above the line, as numbers of footnotes do."""
    aligned = (item for look in run if local(look) == "rPr" for item in look)
    return any(
        local(item) == "vertAlign" and attribute(item, "val") == "superscript" for item in aligned
    )


def _symbol(node: Element) -> str:
    """A character by its number; fonts of symbols have ASCII from U+F000 on (17.3.3.30)."""
    if "dings" in (attribute(node, "font") or "").lower():
        return " "  # ticks and arrows
    try:
        number = int(attribute(node, "char") or "", 16)
    except ValueError:
        return ""
    return chr(number - 0xF000 if 0xF020 <= number < 0xF100 else number) if number else ""


def _alternatives(
    content: Element, now: list[str], before: list[str], boxes: list[Element]
) -> None:
    """One thing for programs of several ages: mostly the same words, and then read once."""
    said: set[str] = set()
    for choice in content:
        mine: list[str] = []
        earlier: list[str] = []
        _inline(choice, mine, earlier, boxes)
        words = "".join((*mine, *earlier))
        if words not in said:
            said.add(words)
            # A space: the words of two alternatives are not one.
            now += [" ", *mine] if len(said) > 1 else mine
            before += [" ", *earlier] if len(said) > 1 else earlier
