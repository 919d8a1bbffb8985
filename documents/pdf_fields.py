"""What a PDF file says outside the text of its pages: values of form fields, notes, files pinned
to a page, and the data of XFA forms.

pdfium shows neither captions nor fields without a place on a page nor XFA; these come from the
file's objects by pypdf, out of a copy that pdfium wrote: decrypted and with a sound table. A value
is read as a field's even where the page repeats it, since the field's name says what it is; what
several widgets show for one field is read once. ISO 32000-1, 12.5 and 12.7.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject
from pypdfium2 import raw

from documents.charsets import decode_said
from documents.layout import Layout, tidy
from documents.pdf_files import part_of
from documents.reader import Part
from documents.xfa import lay_out_xfa
from records import DocumentError

_NOT_READ = "its form fields and notes could not be read. Print it to a new PDF file."
# Words of these, if any, are those of the page or of the note beside them.
_SILENT = {"/Link", "/Popup"}
_SILENT_KINDS = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
_PUSH_BUTTON = 1 << 16
# A file may say that a field is inside itself.
_DEEPEST = 50
_MOST_FIELDS = 100_000
_SIGNED = {
    "/Name": "signer",
    "/Reason": "reason",
    "/Location": "location",
    "/ContactInfo": "contact",
}
_CAPTIONS = ("/CA", "/RC", "/AC")


@dataclass(slots=True)
class Beside:
    """What was found beside the pages' text."""

    layout: Layout = field(default_factory=Layout)
    """Passages to be put behind those of the pages."""
    parts: list[Part] = field(default_factory=list)
    unread: str | None = None


def has_notes(page: "pdfium.PdfPage") -> bool:
    """Whether something that is no link stands on a page: a field, a note, a stamp."""
    return any(True for _ in _rectangles(page))


def _rectangles(page: "pdfium.PdfPage") -> Iterator[tuple[float, float, float, float]]:
    """Where they stand: left, bottom, right, top, in points."""
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, place)
        if not annotation:
            continue
        found = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, found)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind not in _SILENT_KINDS:
            yield found.left, found.bottom, found.right, found.top


def read_beside(document: "pdfium.PdfDocument", data: bytes, pages: list[int]) -> Beside:
    """Read what stands beside the pages' text of a file that has any.

    Args:
        document: the file, opened.
        data: its bytes.
        pages: the numbers, from 0, of those that ``has_notes``.
    """
    found = Beside()
    try:
        with io.BytesIO() as copy:
            document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
            copy.seek(0)
            _Walk(PdfReader(copy), found).read()
        _looks(data, pages, found.layout)
    except DocumentError:
        raise
    except Exception:  # noqa: BLE001 (pypdf raises anything on a damaged file; it is said)
        found.unread = _NOT_READ
    return found


def _looks(data: bytes, pages: list[int], layout: Layout) -> None:
    """What fields and stamps show and none of their texts says: the words that come to the page
    where they are printed into it.
    """
    document = pdfium.PdfDocument(data)
    for number in pages:
        said = " ".join(item.text for item in layout.passages if item.page == number + 1)
        known = " ".join(said.split())
        page = document[number]
        places = list(_rectangles(page))
        before = _words(page, places)
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[number]
        for old, new in zip(before, _words(page, places), strict=True):
            if new != old and new not in known:
                layout.add(new, page=number + 1, place="printed by a field or note")
        page.close()
    document.close()


def _words(page: "pdfium.PdfPage", places: list[tuple[float, float, float, float]]) -> list[str]:
    textpage = page.get_textpage()
    found = [tidy(textpage.get_text_bounded(*place)) for place in places]
    textpage.close()
    return found


class _Walk:
    """Goes over the fields of the form, then over what the pages carry."""

    def __init__(self, reader: PdfReader, found: Beside) -> None:
        self._reader = reader
        self._found = found
        self._said: set[tuple[str, str]] = set()
        self._seen: set[int] = set()

    def read(self) -> None:
        pages = [_array(page, "/Annots") for page in self._reader.pages]
        on_page = {id(item): n for n, items in enumerate(pages, 1) for item in items}
        form = _dictionary(self._reader.root_object, "/AcroForm")
        if form is not None:
            for node in _array(form, "/Fields"):
                self._field(node, on_page, {}, 0)
        for number, items in enumerate(pages, start=1):
            for item in items:
                if _value(item, "/Subtype") == "/Widget":
                    self._widget(item, number)
                elif _value(item, "/Subtype") not in _SILENT:
                    self._note(item, number)
        if form is not None and "/XFA" in form:
            self._found.unread = lay_out_xfa(_packets(_value(form, "/XFA")), self._found.layout)

    def _field(
        self,
        node: DictionaryObject,
        on_page: dict[int, int],
        above: dict[str, Any],
        depth: int,
    ) -> None:
        if id(node) in self._seen or depth > _DEEPEST or len(self._seen) > _MOST_FIELDS:
            return
        self._seen.add(id(node))
        known = _inherited(node, above)
        kids = _array(node, "/Kids")
        pages = (on_page.get(id(item)) for item in (node, *kids))
        self._values(node, known, next(filter(None, pages), None))
        for child in kids:
            self._field(child, on_page, known, depth + 1)

    def _widget(self, node: DictionaryObject, page: int) -> None:
        """A widget that the form's own list of fields leaves out, or that has no form at all."""
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        chain = [node]
        while len(chain) < _DEEPEST and (parent := _dictionary(chain[-1], "/Parent")) is not None:
            chain.append(parent)
        known: dict[str, Any] = {}
        for item in reversed(chain):
            known = _inherited(item, known)
        self._values(node, known, page)

    def _values(self, node: DictionaryObject, known: dict[str, Any], page: int | None) -> None:
        name = known.get("name", "")
        label = tidy(_text(known.get("/TU")))
        place = f"form field {name}".strip()
        if label and label != name and len(label) <= 60:
            place += f" ({label})"
        self._say(label, f"{place}, description", page)
        self._say(tidy(_text(_value(node, "/Contents"))), f"{place}, description", page)
        if known.get("/FT") == "/Sig":
            self._signature(name, known.get("/V"), page)
            return
        for text in dict.fromkeys(_shown(known)):
            self._say(text, place, page)
        look = _dictionary(node, "/MK")
        if look is not None and known.get("/FT") == "/Btn" and _flags(known) & _PUSH_BUTTON:
            for key in _CAPTIONS:
                self._say(tidy(_text(_value(look, key))), f"button {name}".strip(), page)

    def _signature(self, name: str, value: Any, page: int | None) -> None:
        self._say(name, "signature field", page)
        if isinstance(value, DictionaryObject):
            for key, what in _SIGNED.items():
                self._say(tidy(_text(_value(value, key))), f"signature {name}, {what}", page)

    def _note(self, node: DictionaryObject, page: int) -> None:
        text = _text(_value(node, "/Contents"))
        self._say(text, "note", page)
        rich = _plain(_text(_value(node, "/RC")))
        if " ".join(rich.split()) != " ".join(text.split()):
            self._say(rich, "note", page)
        self._say(tidy(_text(_value(node, "/OverlayText"))), "note", page)
        for key, place in (("/T", "author of a note"), ("/Subj", "subject of a note")):
            self._say(tidy(_text(_value(node, key))), place, page)
        if _value(node, "/Subtype") == "/FileAttachment":
            self._pinned(node)

    def _pinned(self, node: DictionaryObject) -> None:
        """A file that is pinned to a page; the file's own list of attachments lacks it."""
        file = _dictionary(node, "/FS") or DictionaryObject()
        name = tidy(_text(_value(file, "/UF")) or _text(_value(file, "/F"))) or "attachment"
        stream = _value(_dictionary(file, "/EF") or DictionaryObject(), "/F")
        if isinstance(stream, StreamObject):
            self._found.parts.append(part_of(name, stream))
        else:
            self._found.parts.append(
                Part(name=name, data=b"", unread="a file that is pinned to a page but not in it")
            )

    def _say(self, text: str, place: str, page: int | None) -> None:
        if text and (place, text) not in self._said:
            self._said.add((place, text))
            self._found.layout.add(text, page=page, place=place)


def _inherited(node: DictionaryObject, above: dict[str, Any]) -> dict[str, Any]:
    """What a field says of itself and what the one above it does: values pass down."""
    known = dict(above)
    for key in ("/FT", "/V", "/RV", "/Opt", "/Ff", "/TU"):
        if (value := _value(node, key)) is not None:
            known[key] = value
    if title := tidy(_text(_value(node, "/T"))):
        known["name"] = f"{above['name']}.{title}" if above.get("name") else title
    return known


def _shown(known: dict[str, Any]) -> Iterator[str]:
    """The words that a field holds: of a choice the chosen ones, as stored and as shown."""
    value = known.get("/V")
    chosen = list(value) if isinstance(value, ArrayObject) else [value]
    options = known.get("/Opt")
    stored = dict(_options(options)) if isinstance(options, ArrayObject) else {}
    for item in chosen:
        text = _text(item)
        if isinstance(item, NameObject):  # the state of a check box or radio button
            text = "" if item == "/Off" else text.removeprefix("/")
            place = int(text) if text.isdigit() else -1
            if isinstance(options, ArrayObject) and 0 <= place < len(options):
                text = _text(options[place])
        yield text
        yield stored.get(text, "")
    rich = _plain(_text(known.get("/RV")))
    if " ".join(rich.split()) != " ".join(_text(value).split()):
        yield rich


def _options(options: ArrayObject) -> Iterator[tuple[str, str]]:
    """What a choice stores and what it shows."""
    for item in map(_solved, options):
        if isinstance(item, ArrayObject) and len(item) == 2:
            yield _text(_solved(item[0])), _text(_solved(item[1]))


def _flags(known: dict[str, Any]) -> int:
    value = known.get("/Ff", 0)
    return int(value) if isinstance(value, int) else 0


def _packets(form: Any) -> list[tuple[str, bytes]]:
    """The packets of an XFA form, by name; the whole form, without a name, where it is not cut."""
    if isinstance(form, StreamObject):
        return [("", bytes(form.get_data()))]
    items = list(map(_solved, form)) if isinstance(form, ArrayObject) else []
    return [
        (str(name), bytes(stream.get_data()))
        for name, stream in zip(items[::2], items[1::2], strict=False)
        if isinstance(stream, StreamObject)
    ]


def _plain(rich: str) -> str:
    """The words of a rich text, which is a piece of XHTML."""
    if "<" not in rich:
        return rich
    from documents.html import words_of  # it takes a while to load

    return "\n".join(words_of(rich))


def _solved(value: Any) -> Any:
    return value.get_object() if value is not None and hasattr(value, "get_object") else value


def _value(node: DictionaryObject, key: str) -> Any:
    return _solved(node.get(key))


def _dictionary(node: DictionaryObject, key: str) -> DictionaryObject | None:
    value = _value(node, key)
    return value if isinstance(value, DictionaryObject) else None


def _array(node: DictionaryObject, key: str) -> list[DictionaryObject]:
    value = _value(node, key)
    items = list(map(_solved, value)) if isinstance(value, ArrayObject) else []
    return [item for item in items if isinstance(item, DictionaryObject)]


def _text(value: Any) -> str:
    """A text string, in whichever encoding it is, with the line ends of ours."""
    value = _solved(value)
    if isinstance(value, StreamObject):
        text = decode_said(bytes(value.get_data()))
    elif isinstance(value, bytes):
        text = decode_said(value)
    elif isinstance(value, str):
        original = getattr(value, "original_bytes", None)
        text = str(value)
        if isinstance(original, bytes) and not text.isascii():
            text = decode_said(original, text)
    else:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
