"""ODT and ODP (and the texts of any OpenDocument file), by a walk of our own: paragraphs, tables,
headers, footers, notes, comments, deleted text, text boxes. OASIS OpenDocument 1.3.
"""

from documents.layout import Layout, tidy
from documents.office import OfficeFile, open_office
from documents.reader import Content, Part, Reading
from documents.xml_parts import Element, attribute, local
from records import DocumentError

_PLACES = {
    "annotation": "comment", "text-box": "text box", "header": "header", "footer": "footer",
    "header-first": "header", "footer-first": "footer", "header-left": "header",
    "footer-left": "footer", "notes": "notes", "deletion": "deleted text", "changed-region": None,
}  # fmt: skip
_ASIDE = {"note", "annotation", "text-box", "custom-shape", "frame"}
_SPACES = {"tab": "\t", "line-break": "\n"}
_COUNTED = {"page-number", "page-count"}
_PROPERTIES = {
    "title", "subject", "creator", "description", "keyword", "initial-creator", "user-defined",
}  # fmt: skip


def read(content: Content) -> Reading:
    """Read a text or a presentation; of a presentation a slide is a page.

    Raises:
        DocumentError: it is encrypted or damaged, or has no words.
    """
    office = open_odf(content.data)
    walk = _Walk()
    walk.blocks(office.xml("content.xml"), None)
    pages = walk.page
    walk.page = None
    extras(office, walk)
    return office.reading(content, walk.layout, _objects(office), pages)


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


def extras(office: OfficeFile, walk: "_Walk") -> None:
    """What stands beside the content: headers and footers, and the properties."""
    for node in office.xml("styles.xml").iter() if office.names("styles.xml") else ():
        if local(node) == "master-page":
            walk.blocks(node, None)
    for node in office.xml("meta.xml").iter() if office.names("meta.xml") else ():
        if local(node) in _PROPERTIES:
            walk.layout.add(tidy(node.text or ""), place=f"property {local(node)}")


def _objects(office: OfficeFile) -> tuple[Part, ...]:
    """Sheets and charts put into the text: their content is XML of the same kind."""
    names = [name for name in office.names("Object ") if name.count("/") == 0]
    return tuple(Part(name=name, data=office.bytes(name)) for name in names)


def notes(root: Element, layout: Layout) -> None:
    """The comments on the cells of a sheet."""
    for node in root.iter():
        if local(node) == "annotation":
            words = [" ".join(map(str, item.itertext())) for item in node if local(item) == "p"]
            layout.add(tidy(" ".join(words)), place="comment")


class _Walk:
    """Goes over a part and lays its paragraphs out."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.page: int | None = None
        self._tables = 0

    def blocks(self, node: Element, place: str | None) -> None:
        """What stands below one another: paragraphs, tables, pages."""
        for child in node:
            name = local(child)
            if name in ("p", "h"):
                self._paragraph(child, place)
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

    def _paragraph(self, paragraph: Element, place: str | None) -> None:
        pieces: list[str] = [paragraph.text or ""]
        aside: list[Element] = []
        _inline(paragraph, pieces, aside)
        self.layout.add(tidy("".join(pieces)), page=self.page, place=place)
        for node in aside:
            if local(node) == "note":
                self._note(node)
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
        if name in _ASIDE:
            aside.append(child)
        elif name == "s" or name in _COUNTED:
            pieces.append(" ")
        elif name in _SPACES:
            pieces.append(_SPACES[name])
        else:
            pieces.append(child.text or "")
            _inline(child, pieces, aside)
        pieces.append(child.tail or "")
