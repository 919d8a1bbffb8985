"""HTML by lxml: the words of each block, of table cells with their headers, of titles and
alternative texts. Nothing is fetched, no script is run.
"""

import base64
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from documents.charsets import decode_page
from documents.images import is_page_sized
from documents.layout import Layout, sound, tidy
from documents.reader import Content, Extraction, Part
from documents.xml_parts import Element, local
from records import DocumentError

_CHARSET = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Bytes in which a page names its encoding; HTML asks for it in the first 1024.
_HEAD = 4096
_SILENT = {"script", "style", "head"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_SAID_IN = (
    "alt", "title", "aria-label", "placeholder", "value", "content", "label", "summary", "abbr",
    "download", "data-title", "aria-description", "cite",
)  # fmt: skip
# Of a page's description what browsers and robots are told is left out.
_META = re.compile(
    r"(?:viewport|robots|\w*bot|generator|theme-color|format-detection|referrer|color-scheme|"
    r"msapplication-.*|.*verification|csrf-.*|apple-mobile-.*able|.*(?:width|height|type))$",
    re.IGNORECASE,
)
_LINKS = ("href", "src", "action", "data", "longdesc")
_LINKED = {"script", "link", "style", "base"}
_NO_PLACE = re.compile(r"#|javascript:|data:|cid:|about:|blob:", re.IGNORECASE)
_CODE = re.compile(r"<(script|style)\b([^>]{0,2000})>", re.IGNORECASE)
_CONDITION = re.compile(r"^\s*\[if[^\]]*\]>|<!\[endif\]\s*$", re.IGNORECASE)
_IS_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json\b", re.IGNORECASE)
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_INLINE_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=\s%]+)")
# Frames inside frames.
_DEEPEST = 4


def read(content: Content) -> Extraction:
    """Read a page.

    Raises:
        DocumentError: it is in no encoding that could be told, or has no words.
    """
    text, charset, doubt = decoded(content.data)
    layout = Layout()
    lay_out(text, layout)
    if not layout.passages:
        raise DocumentError("an HTML page without words: nothing to screen")
    return Extraction(
        passages=layout.passages,
        media_type=f"text/html; charset={charset}",
        unread=doubt,
        parts=tuple(inline_pictures(text)),
    )


def inline_pictures(text: str) -> Iterator[Part]:
    """Pictures that stand in the page itself and are large enough for a page of words."""
    for number, found in enumerate(_INLINE_PICTURE.finditer(text), start=1):
        digits = re.sub(r"\s|=", "", unquote(found[1]))
        data = base64.b64decode(digits[: len(digits) // 4 * 4])
        if is_page_sized(data):
            yield Part(name=f"picture {number}", data=data)


def decoded(data: bytes) -> tuple[str, str, str | None]:
    """The page's text, its encoding, and what is doubtful about it."""
    found = _CHARSET.search(data[:_HEAD])
    label = (found[1] or found[2]).decode("ascii") if found else ""
    result = decode_page(data, label)
    return result.text, result.charset, result.doubt


def lay_out(text: str, layout: Layout, place: str | None = None, depth: int = 0) -> None:
    """Put the words of a page behind what is there, ``place`` before their own places.

    Raises:
        DocumentError: no page can be made of it.
    """
    root = _parsed(text)
    if root is None:
        return
    page = _Page(layout, place)
    page.block(root)
    for frame in root.iter("iframe"):
        if (inner := frame.get("srcdoc")) and depth < _DEEPEST:
            lay_out(inner, layout, _inside(place, "frame"), depth + 1)
    shown, data = _without_code(text)
    for words in data:
        for literal in _LITERAL.findall(words):
            page.once(_unescaped(literal), "data")
    for comment in _comments(shown):
        hidden = Layout()
        inside = _parsed(_CONDITION.sub("", comment))
        if inside is not None:
            _Page(hidden, None).block(inside)
        for passage in hidden.passages:
            page.once(passage.text, "comment")


def _without_code(text: str) -> tuple[str, list[str]]:
    """A page without its scripts and styles; and the data for machines that stand in scripts."""
    pieces, data, at = [], [], 0
    lowered = text.lower() if "<" in text else ""
    while found := _CODE.search(text, at):
        end = lowered.find(f"</{found[1].lower()}", found.end())
        end = len(text) if end < 0 else end
        pieces.append(text[at : found.start()])
        if _IS_DATA.search(found[2]):
            data.append(text[found.end() : end])
        at = end
    return "".join((*pieces, text[at:])), data


def _comments(text: str) -> Iterator[str]:
    """Those that have words. Not by an expression: one that never ends is looked for but once."""
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4)
        comment = text[at + 4 : end if end >= 0 else len(text)]
        if any(map(str.isalpha, comment)):
            yield comment
        at = text.find("<!--", end) if end >= 0 else -1


def _parsed(text: str) -> Element | None:
    # lxml refuses texts that declare an encoding, and characters that XML does not have.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root: Element | None = etree.fromstring(_DECLARATION.sub("", sound(text)).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"an HTML page that cannot be read ({error.msg})") from error
    return root


def _unescaped(literal: str) -> str:
    try:
        return tidy(str(json.loads(f'"{literal}"', strict=False)))
    except ValueError:
        return tidy(literal)


def _inside(place: str | None, inner: str) -> str:
    return ", ".join(filter(None, (place, inner)))


class _Page:
    """Goes over a page. Not by recursion: pages nest deeper than Python may."""

    def __init__(self, layout: Layout, place: str | None) -> None:
        self._layout = layout
        self._place = place
        self._pieces: list[str] = []
        self._said_once: set[str] = set()
        self._tables = 0
        self._cells: list[_Table] = []

    def block(self, root: Element) -> None:
        skipped: Element | None = None
        for event, node in etree.iterwalk(root, events=("start", "end")):
            name = local(node)
            if event == "start" and skipped is None:
                self._said(node, name)
                if name in _SILENT:
                    skipped = node
                else:
                    self._start(node, name)
            elif event == "end":
                if skipped is None:
                    self._end_of(name)
                if skipped is node:
                    skipped = None
                if skipped is None:
                    self._pieces.append(node.tail or "")
        self._flush()

    def _start(self, node: Element, name: str) -> None:
        if name == "br":
            self._pieces.append("\n")
        elif name not in _INLINE:
            self._flush()
        if name == "table":
            self._tables += 1
            self._cells.append(_Table(self._tables))
        elif self._cells and name == "tr":
            self._cells[-1].next_row()
        elif self._cells and name in ("td", "th"):
            self._cells[-1].next_cell()
        self._pieces.append(node.text or "")

    def _end_of(self, name: str) -> None:
        if name not in _INLINE and name != "br":
            self._flush()
        if name == "table" and self._cells:
            self._cells.pop()

    def _flush(self) -> None:
        text = tidy("".join(self._pieces))
        self._pieces = []
        if text:
            cell = self._cells[-1].place(text) if self._cells else None
            self._add(text, cell)

    def _said(self, node: Element, name: str) -> None:
        """Words that are not among the page's text: its title, pictures' alternative texts."""
        if name == "head":
            for title in node.iter("title"):
                self._add(tidy("".join(map(str, title.itertext()))), "title")
            for meta in node.iter("meta"):
                name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
                if name and not _META.match(name):
                    self._add(tidy(meta.get("content") or ""), "description")
            return
        for key in _SAID_IN:
            if words := tidy(node.get(key) or ""):
                self._add(words, f"attribute {key}")
        for key in _LINKS if name not in _LINKED else ():
            if (target := node.get(key)) and not _NO_PLACE.match(target):
                self.once(tidy(unquote(target)), "link")

    def once(self, text: str, place: str) -> None:
        """Words that may be there many times: said the first time."""
        if text not in self._said_once and any(map(str.isalpha, text)):
            self._said_once.add(text)
            self._add(text, place)

    def _add(self, text: str, place: str | None) -> None:
        self._layout.add(text, place=", ".join(filter(None, (self._place, place))) or None)


class _Table:
    """Where in a table we are, and what its first row calls the columns."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = self._column = 0
        self._headers: dict[int, str] = {}

    def next_row(self) -> None:
        self._row, self._column = self._row + 1, 0

    def next_cell(self) -> None:
        self._row = max(1, self._row)
        self._column += 1

    def place(self, text: str) -> str | None:
        if not self._column:
            return f"table {self._number}"
        if self._row == 1:
            self._headers.setdefault(self._column, text)
        header = self._headers.get(self._column, "") if self._row > 1 else ""
        where = f"table {self._number}, row {self._row}, cell {self._column}"
        return where + (f" ({header})" if 0 < len(header) <= 60 else "")


def words_of(text: str) -> Iterator[str]:
    """The words of an HTML text, without their places."""
    layout = Layout()
    lay_out(text, layout)
    return (passage.text for passage in layout.passages)
