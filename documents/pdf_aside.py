"""What a PDF file says that stands on no page: titles of its outline, links, alternative texts, its
metadata in XML. ISO 32000-1, 12.3.3, 12.6.4.7, 14.9 and 14.3.2.
"""

import ctypes
import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents import pdf_drawn, pdf_files
from documents.layout import Layout, tidy
from documents.pdf_calls import Handle, plain
from documents.pdf_names import label, named_in, outside_streams, property_names, unpacked
from documents.reader import Part
from documents.said import address
from documents.xmp import described
from records import DocumentError

# Lists inside one another; a file may say that one is inside itself.
_DEEPEST = 100
_MOST = 100_000
_PROPERTIES = (
    "Title", "Author", "Subject", "Keywords", "Company", "Manager", "Comments", "Category",
)  # fmt: skip
# The programs that made it, and when.
_OF_PROGRAMS = frozenset(("Producer", "Creator", "CreationDate", "ModDate", "Trapped"))
_SAID_OF_ELEMENTS = tuple(
    (plain(get, ctypes.c_ulong), place)
    for get, place in (
        (raw.FPDF_StructElement_GetAltText, "alternative text"),
        (raw.FPDF_StructElement_GetActualText, "text instead"),
        (raw.FPDF_StructElement_GetExpansion, "abbreviation"),
        (raw.FPDF_StructElement_GetTitle, "title"),
    )
)
_OF_ELEMENTS = re.compile(rb"/(?:Alt|ActualText|[ET])(?=[\s(<])")
_MAY_SAY = re.compile(
    rb"/(?:ObjStm|EF|JS|OCG|Thread|Luminosity|Alpha|PatternType\s+1|Alt|ActualText|[ET][\s(<])"
)
_NOT_ENCRYPTED = -1
_count = plain(raw.FPDF_StructElement_CountChildren)
_child = plain(raw.FPDF_StructElement_GetChildAtIndex, Handle)
_NO_BYTES = ctypes.c_ulong(0)
_WORD = re.compile(r"\w+")
# Texts that are looked for in all of a file before its words are taken apart.
_FEW = 20


def properties(document: "pdfium.PdfDocument", layout: Layout) -> None:
    """Lay out the title, the author and the like."""
    for name in _PROPERTIES:
        layout.add(document.get_metadata_value(name), place=f"property {name}")


class Aside:
    """Collects, page by page, what stands on none; each text once, and only where no passage says
    it anyway.
    """

    def __init__(self, document: "pdfium.PdfDocument", data: bytes) -> None:
        """Args:
        document: the file, opened.
        data: its bytes.
        """
        self._document = document
        is_encrypted = raw.FPDF_GetSecurityHandlerRevision(document) != _NOT_ENCRYPTED
        self._data = _decrypted(document) if is_encrypted else data
        plain = outside_streams(self._data)
        # Most files have objects that say none of this, and looking once is quicker.
        may_say = _MAY_SAY.search(plain) is not None
        self._packed = list(unpacked(self._data)) if may_say and b"/ObjStm" in plain else []
        self._objects = [plain] if may_say else []
        self._objects += filter(_MAY_SAY.search, self._packed)
        self._own = property_names([plain, *self._packed]) - {*_PROPERTIES, *_OF_PROGRAMS}
        is_named = any(map(_OF_ELEMENTS.search, self._objects))
        self._has_elements = is_named and bool(raw.FPDFCatalog_IsTagged(document))
        self.parts: list[Part] = []
        """Files in it that are not in its list of attachments, nor pinned to a page."""
        self._found: dict[str, tuple[str, int | None]] = {}

    def page(self, page: "pdfium.PdfPage", number: int) -> None:
        """Look at what a page leads to, and at what its elements are called."""
        for link in _links(self._document, page):
            self._keep(link, "link", number)
        self._keep(label(self._document, number - 1), "page label", number)
        if self._has_elements:
            for text, place in _elements(page):
                self._keep(text, place, number)

    def lay_out(self, layout: Layout, attached: Iterable[Part]) -> str | None:
        """Put all of it behind what is there.

        Args:
            layout: what was read of the pages.
            attached: the files in it that are known.

        Returns:
            What of it was not read, if anything.
        """
        for name in sorted(self._own):
            self._keep(self._document.get_metadata_value(name), f"property {name}", None)
        titles = self._document.get_toc(max_depth=_DEEPEST)
        for count, item in enumerate(titles):
            if count == _MOST:
                return f"of its outline the first {_MOST:,} titles were read."
            self._keep(item.get_title(), "outline", None)
        unread: list[str | None] = list(self._in_objects(attached))
        try:
            for text, place in described(self._data):
                self._keep(text, place, None)
        except DocumentError as error:
            unread.append(f"its metadata: {error}")
        if self._found:
            self._add_what_is_new(layout)
        return " ".join(filter(None, unread)) or None

    def _in_objects(self, attached: Iterable[Part]) -> Iterator[str | None]:
        """Keep what only the objects of the file say; what of them was not read."""
        for text, place in named_in(self._objects):
            self._keep(text, place, None)
        if any(map(pdf_drawn.may_have_more, self._objects)):
            texts, missed = pdf_drawn.drawn_texts(self._data, self._packed)
            for text in texts:
                self._keep(text, "pattern or mask", None)
            yield missed
        if any(map(pdf_files.may_have_more, self._objects)):
            found, said, missed = pdf_files.files(self._data, {part.data for part in attached})
            self.parts += found
            for text, place in said:
                self._keep(text, place, None)
            yield missed

    def _add_what_is_new(self, layout: Layout) -> None:
        said = _Said([passage.text for passage in layout.passages])
        for text, (place, number) in self._found.items():
            if text not in said:
                layout.add(text, page=number, place=place)

    def _keep(self, text: str, place: str, number: int | None) -> None:
        text = tidy(text)
        if any(map(str.isalpha, text)):
            self._found.setdefault(text, (place, number))


def _decrypted(document: "pdfium.PdfDocument") -> bytes:
    """The file without what encrypts its texts and streams."""
    with io.BytesIO() as copy:
        document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
        return copy.getvalue()


class _Said:
    """What a file says: the words of a text, whatever stands between them."""

    def __init__(self, texts: list[str]) -> None:
        self._plain = " ".join(texts)
        self._at, self._missed = 0, 0

    def __contains__(self, text: str) -> bool:
        if self._stands(text):
            return True
        words = _WORD.findall(text)
        # To take a long text into its words takes longer than to see a few times that it lacks one.
        if self._missed < _FEW and not all(word in self._plain for word in words):
            self._missed += 1
            return False
        known, line = self._words
        return known.issuperset(words) and f" {' '.join(words)} " in line

    def _stands(self, text: str) -> bool:
        """Whether it stands there as it is. It is looked for behind the one before first: titles
        follow the pages, and a text as long as a book need not be read again for each.
        """
        at = self._plain.find(text, self._at)
        if at < 0:
            at = self._plain.find(text, 0, self._at + len(text))
        if at < 0:
            return False
        self._at, end = at, at + len(text)
        around = self._plain[max(0, at - 1) : at], self._plain[end : end + 1]
        return not any(map(_WORD.match, around))

    @cached_property
    def _words(self) -> tuple[set[str], str]:
        """Each of them, and all of them as they follow one another."""
        words = _WORD.findall(self._plain)
        return set(words), f" {' '.join(words)} "


def _links(document: "pdfium.PdfDocument", page: "pdfium.PdfPage") -> Iterator[str]:
    """The addresses and files that links of a page lead to, and what is said of them."""
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        yield _said_of_link(page, link)
        action = raw.FPDFLink_GetAction(link)
        if not action:
            continue
        uri = _bytes(lambda *into, of=action: raw.FPDFAction_GetURIPath(document, of, *into))
        file = _bytes(lambda *into, of=action: raw.FPDFAction_GetFilePath(of, *into))
        yield from map(address, (uri, file))


def _said_of_link(page: "pdfium.PdfPage", link: Any) -> str:
    """The words that a reader sees over a link (12.5.2, ``Contents``)."""
    annotation = raw.FPDFLink_GetAnnot(page, link)
    if not annotation:
        return ""
    try:
        length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
        if length <= 2:
            return ""
        buffer = (ctypes.c_ushort * (length // 2))()
        raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
        return bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace")
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _bytes(get: Callable[..., int]) -> str:
    length = get(None, 0)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    get(buffer, length)
    return buffer.raw[: length - 1].decode("utf-8", errors="replace")


def _elements(page: "pdfium.PdfPage") -> Iterator[tuple[str, str]]:
    """What the elements of a page's structure are called."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        roots = (raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(max(0, count)))
        stack = [(ctypes.cast(root, Handle), 0) for root in roots]
        while stack:
            element, depth = stack.pop()
            if not element or depth > _DEEPEST:
                continue
            for get, place in _SAID_OF_ELEMENTS:
                if text := _wide(get, element):
                    yield text, place
            stack += [(_child(element, at), depth + 1) for at in range(_count(element))]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _wide(get: Callable[..., int], element: Any) -> str:
    length = get(element, None, _NO_BYTES)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    get(element, buffer, ctypes.c_ulong(length))
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")
