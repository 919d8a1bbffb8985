"""ODT and ODP (and the texts of any OpenDocument file), by a walk of our own: paragraphs, tables,
headers, footers, notes, comments, deleted text, text boxes. OASIS OpenDocument 1.3.
"""

import re

from documents import vector
from documents.encoded import of_base64
from documents.layout import Layout, tidy
from documents.office import OfficeFile, open_office
from documents.reader import Content, Extraction, Part
from documents.run_on import over_slides
from documents.said import Rest, said
from documents.xml_parts import Element, attribute, local
from records import DocumentError

_PLACES = {
    "annotation": "comment", "text-box": "text box", "header": "header", "footer": "footer",
    "header-first": "header", "footer-first": "footer", "header-left": "header",
    "footer-left": "footer", "notes": "notes", "deletion": "deleted text",
    "help-message": "prompt", "error-message": "prompt",
}  # fmt: skip
_OUTSIDE = {
    "tracked-changes": "deleted text",
    "change-track-table-cell": "deleted text",
    "scenario": "scenario",
    "shapes": "text box",
    "title": "alternative text",
    "desc": "alternative text",
    "creator": "author",
    "footer-decl": "footer",
    "header-decl": "header",
    "covered-table-cell": "covered cell",
    "custom-shape": "text box",
    "frame": "text box",
}
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
# Of a document that is one XML file, what has no words.
_FLAT_SILENT = {"settings", "scripts", "font-face-decls", "meta"}
# LibreOffice's own drawing of an object, which stands beside it.
_REPLACEMENT = b"VCLMTF"
_CELLS = {"table-cell"}
_ASIDE = {"note", "annotation", "ruby-text"}
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SPACES = {"tab": "\t", "line-break": "\n"}
_COUNTED = {"page-number", "page-count"}
_BLOCKS = ("p", "h")
# Names of programs, times, counts.
_NO_WORDS = {"generator", "creation-date", "date", "editing-cycles", "editing-duration", "language",
             "print-date"}  # fmt: skip
# Settings, programs and pictures of the first page.
_SILENT = re.compile(
    r"(?:META-INF/|Thumbnails/|Configurations2/|Basic/|Scripts/|Dialogs/|Fonts/|mimetype$|"
    r"manifest\.rdf$|layout-cache$|(?:.*/)?settings\.xml$)"
)


def read(content: Content) -> Extraction:
    """Read a text or a presentation; of a presentation a slide is a page.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_odf(content.data)
    walk = Walk()
    aside, pages = _content(office.xml("content.xml"), walk)
    parts = extras(office, walk, aside)
    return office.extraction(content, walk.layout, parts, pages)


def is_flat(root: Element) -> bool:
    """Whether an XML file is a whole document (FODT, FODS, FODP)."""
    return root.tag == f"{{{_OFFICE}}}document"


def read_flat(root: Element, layout: Layout) -> tuple[Part, ...]:
    """Lay out a document that is one XML file, and give the files in it."""
    parts: list[Part] = []
    for node in root.iter(f"{{{_OFFICE}}}binary-data"):
        parts.append(Part(name=f"file {len(parts) + 1}", data=of_base64(node.text or "")))
        node.text = None
    described = root.findall(f"{{{_OFFICE}}}meta")
    for part in list(root):
        if local(part) in _FLAT_SILENT:
            root.remove(part)
    aside, _ = _content(root, Walk(layout))
    for meta in described:
        _properties(meta, aside)
    return tuple(part for part in parts if part.data and not part.data.startswith(_REPLACEMENT))


def _content(root: Element, walk: "Walk") -> tuple[Rest, int | None]:
    """Lay out the text itself; where to put the rest, and how many slides there are."""
    walk.blocks(root, None)
    pages = walk.page
    walk.page = None
    of_slides = [item for item in walk.layout.passages if item.page and not item.place]
    for text, number in over_slides(of_slides):
        walk.layout.add(text, page=number, place=f"slides {number} and {number + 1}, joined")
    aside = Rest(walk.layout)
    outside(root, aside, "text")
    return aside, pages


def open_odf(data: bytes) -> OfficeFile:
    """Open an OpenDocument file.

    Raises:
        DocumentError: it is encrypted or damaged.
    """
    office = open_office(data)
    manifest = "META-INF/manifest.xml"
    if office.names(manifest) and b"encryption-data" in office.bytes(manifest):
        raise DocumentError(
            "an encrypted OpenDocument file: it needs a password and was not read. Save it "
            "without one."
        )
    return office


def extras(office: OfficeFile, walk: "Walk", aside: Rest) -> tuple[Part, ...]:
    """What stands beside the content: headers and footers, properties, charts and other objects;
    the files that are put into it.
    """
    parts = []
    if office.names("styles.xml"):
        root = office.xml("styles.xml")
        walk.blocks(root, None)
        outside(root, aside, "header or footer")
    for name in office.unread():
        data = b"" if _SILENT.match(name) or "Pictures/" in name else office.bytes(name)
        if vector.is_metafile(data):
            for text in vector.texts(data):
                aside.add(text, "picture")
        elif data.lstrip().startswith(b"<"):
            _object(office.xml(name), name, walk, aside)
        elif data and not name.startswith("ObjectReplacements/"):
            parts.append(Part(name=name, data=data))
    return tuple(parts)


def _object(root: Element, name: str, walk: "Walk", aside: Rest) -> None:
    """A chart, a formula or a sheet inside: XML of the same kind; and the properties."""
    if local(root) == "document-meta":
        _properties(root, aside)
        return
    is_chart = any(local(node) == "chart" for node in root.iter())
    place = "chart" if is_chart else f"object {name.rpartition('/')[0]}"
    walk.blocks(root, place)
    outside(root, aside, place)


def _properties(root: Element, aside: Rest) -> None:
    for node in root.iter():
        if local(node) not in _NO_WORDS:
            own = attribute(node, "name")
            aside.add(tidy(node.text or ""), f"property {tidy(own or local(node))}")
            aside.add(tidy(own or ""), "property")


def outside(root: Element, aside: Rest, place: str) -> None:
    """What stands in no paragraph: alternative texts, links, forms, names."""
    for text, where in said(root):
        aside.add(text, where)
    for node in root.iter():
        inside = any(local(above) in _BLOCKS for above in (node, *node.iterancestors()))
        if inside and local(node) not in ("title", "desc", "creator"):
            continue
        where = _OUTSIDE.get(local(node), place)
        aside.add(tidy(node.text or ""), where)


def notes(root: Element, layout: Layout) -> None:
    """What a sheet says outside its cells: comments, text boxes, prompts, deleted cells; and the
    words of cells that are shown for a number.
    """
    seen: set[str] = set()
    for node in root.iter():
        if local(node) not in _BLOCKS:
            continue
        above = node.getparent()
        cell = above is not None and local(above) in _CELLS
        if cell and above is not None and attribute(above, "value-type") == "string":
            continue  # calamine reads it
        walk = Walk()
        walk.paragraph(node, None)
        place = _place_of(node)
        for passage in walk.layout.passages:
            text = passage.text
            if not (cell and (text in seen or not any(map(str.isalpha, text)))):
                layout.add(text, place=place)
                seen.add(text)


def _place_of(node: Element) -> str:
    names = (_PLACES.get(local(above)) or _OUTSIDE.get(local(above)) for above in
             node.iterancestors())  # fmt: skip
    return next(filter(None, names), "cell")


class Walk:
    """Goes over a part and lays its paragraphs out."""

    def __init__(self, layout: Layout | None = None) -> None:
        self.layout = layout or Layout()
        self.page: int | None = None
        self._tables = 0

    def blocks(self, node: Element, place: str | None) -> None:
        """What stands below one another: paragraphs, tables, pages."""
        for child in node:
            name = local(child)
            if name in ("p", "h"):
                self.paragraph(child, place)
            elif name == "table":
                self._table(child, place)
            elif name == "page" and "drawing" in str(child.tag):
                self.page = (self.page or 0) + 1
                self.blocks(child, None)
            elif name == "note":
                self._note(child)
            else:
                inner = _PLACES.get(name)
                self.blocks(child, _inside(place, inner) if inner else place)

    def _note(self, note: Element) -> None:
        kind = attribute(note, "note-class") or "footnote"
        label = "".join(
            "".join(map(str, node.itertext())) for node in note if local(node) == "note-citation"
        )
        for body in note:
            if local(body) == "note-body":
                self.blocks(body, f"{kind} {label}".strip())

    def _table(self, table: Element, place: str | None) -> None:
        self._tables += 1
        number, headers = self._tables, list[str]()
        for row, line in enumerate(_rows(table), start=1):
            cells = [cell for cell in line if local(cell) in ("table-cell", "covered-table-cell")]
            for column, cell in enumerate(cells, start=1):
                header = headers[column - 1] if column <= len(headers) else ""
                where = f"table {number}, row {row}, cell {column}"
                self.blocks(cell, _inside(place, where + (f" ({header})" if header else "")))
            words = [tidy(" ".join(map(str, cell.itertext()))) for cell in cells]
            if row == 1 and all(0 < len(word) <= 60 for word in words):
                headers = words
        for shapes in table:
            if local(shapes) == "shapes":  # on a sheet, beside its rows
                self.blocks(shapes, _inside(place, "text box"))

    def paragraph(self, paragraph: Element, place: str | None) -> None:
        """Words that stand in one line, and after them what is drawn or noted among them."""
        pieces: list[str] = [paragraph.text or ""]
        aside: list[Element] = []
        _inline(paragraph, pieces, aside)
        self.layout.add(tidy("".join(pieces)), page=self.page, place=place)
        for node in aside:
            if local(node) == "note":
                self._note(node)
            elif local(node) == "ruby-text":
                words = tidy("".join(map(str, node.itertext())))
                self.layout.add(words, page=self.page, place="reading")
            else:
                inner = _PLACES.get(local(node))
                self.blocks(node, _inside(place, inner) if inner else place)


def _inside(place: str | None, inner: str) -> str:
    return ", ".join(filter(None, (place, inner)))


def _rows(table: Element) -> list[Element]:
    """The rows of a table, those in groups of rows included, not those of tables inside it."""
    found: list[Element] = []
    for child in table:
        if local(child) == "table-row":
            found.append(child)
        elif local(child) in ("table-header-rows", "table-rows", "table-row-group"):
            found += _rows(child)
    return found


def _inline(node: Element, pieces: list[str], aside: list[Element]) -> None:
    for child in node:
        name = local(child)
        if name in _ASIDE or str(child.tag).startswith(_DRAWING):
            aside.append(child)
        elif name == "s" or name in _COUNTED:
            pieces.append(" ")
        elif name in _SPACES:
            pieces.append(_SPACES[name])
        else:
            pieces.append(child.text or "")
            _inline(child, pieces, aside)
        pieces.append(child.tail or "")
