"""HTML by lxml: the words of each block, of table cells with their headers, of titles and
alternative texts. Nothing is fetched, no script is run.
"""

import base64
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from documents.charsets import decode_page
from documents.encoded import of_addresses
from documents.html_code import (
    is_template,
    said_by_script,
    said_by_style,
    shown_attributes,
    without_code,
)
from documents.html_shown import leave_unseen, turn_round
from documents.images import is_page_sized
from documents.ixbrl import continued
from documents.layout import Layout, raised, sound, tidy
from documents.reader import Content, Extraction, Part
from documents.run_on import COLUMN, columns
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
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "textpath", "u", "var", "wbr",
}  # fmt: skip
_SAID_IN = (
    "alt", "title", "aria-label", "placeholder", "value", "content", "label", "summary", "abbr",
    "download", "data-title", "aria-description", "aria-valuetext",
    "cite",
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
_CONDITION = re.compile(r"^\s*\[if[^\]]*\]>|<!\[endif\]\s*$", re.IGNORECASE)
_INLINE_PICTURE = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=\s%]+)")
_SHOWN_INLINE = re.compile(r"\bdisplay\s*:\s*inline(?![-\w])", re.IGNORECASE)
# Columns or rows that a cell may take (HTML, 4.9.11).
_WIDEST = 1000
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
    """Files that stand in the page itself: of pictures those large enough for a page of words."""
    yield from of_addresses(text)
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
    shown, code = without_code(text)
    turn_round(root, text, [words for kind, _, words in code if kind == "style"])
    page = _Page(layout, place)
    page.block(root)
    for frame in root.iter("iframe"):
        if (inner := frame.get("srcdoc")) and depth < _DEEPEST:
            lay_out(inner, layout, _inside(place, "frame"), depth + 1)
    for element, attributes, words in code:
        _lay_out_code(element, attributes, words, page, layout, depth)
    _lay_out_shown(root, code, page)
    for words in continued(root):
        page.once(words, "continued")
    if leave_unseen(root, text):
        seen = Layout()
        _Page(seen, None).block(root)
        for passage in seen.passages:
            if passage.text not in page.said:
                page.once(passage.text, "as shown")
    for comment in _comments(shown):
        hidden = Layout()
        inside = _parsed(_CONDITION.sub("", comment))
        if inside is not None:
            _Page(hidden, None).block(inside)
        for passage in hidden.passages:
            page.once(passage.text, "comment")


def _lay_out_code(
    element: str, attributes: str, words: str, page: "_Page", layout: Layout, depth: int
) -> None:
    """What a script or style says."""
    if element == "style":
        for text in said_by_style(words):
            page.once(text, "style")
    elif is_template(attributes) and depth < _DEEPEST:
        lay_out(words, layout, "template", depth + 1)
    else:
        for text in said_by_script(attributes, words):
            if "<" in text and depth < _DEEPEST:
                inner = Layout()
                lay_out(text, inner, None, depth + 1)
                for passage in inner.passages:
                    page.once(passage.text, "script")
            else:
                page.once(text, "script")


def _lay_out_shown(root: Element, code: list[tuple[str, str, str]], page: "_Page") -> None:
    """The attributes that a style shows."""
    names = {name for kind, _, words in code if kind == "style" for name in shown_attributes(words)}
    for node in root.iter() if names else ():
        for name in names:
            if words := node.get(name):
                page.once(tidy(words), f"attribute {name}")


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


def _inside(place: str | None, inner: str) -> str:
    return ", ".join(filter(None, (place, inner)))


class _Page:
    """Goes over a page. Not by recursion: pages nest deeper than Python may."""

    def __init__(self, layout: Layout, place: str | None) -> None:
        self._layout = layout
        self._place = place
        self._raised = 0
        self._pieces: list[str] = []
        self.said: set[str] = set()
        """The words of the blocks that the page has."""
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
                    self._end_of(node, name)
                if skipped is node:
                    skipped = None
                if skipped is None:
                    self._write(node.tail)
        self._flush()

    def _start(self, node: Element, name: str) -> None:
        if name == "br":
            self._pieces.append("\n")
        elif not _is_inline(node, name):
            self._flush()
        if name == "table":
            self._tables += 1
            self._cells.append(_Table(self._tables))
        elif self._cells and name == "tr":
            self._cells[-1].next_row()
        elif self._cells and name in ("td", "th"):
            self._cells[-1].next_cell(_span(node, "colspan"), _span(node, "rowspan"))
        self._raised += name == "sup"
        self._write(node.text)

    def _write(self, text: str | None) -> None:
        self._pieces.append(raised(text or "") if self._raised else text or "")

    def _end_of(self, node: Element, name: str) -> None:
        self._raised -= name == "sup"
        if name == "pre":
            self._columns("".join(map(str, node.itertext())))
        if not _is_inline(node, name) and name != "br":
            self._flush()
        if name == "table" and self._cells:
            self._cells.pop()

    def _flush(self) -> None:
        text = tidy("".join(self._pieces))
        self._pieces = []
        if text:
            cell = self._cells[-1].place(text) if self._cells else None
            self._add(text, cell)

    def _columns(self, text: str) -> None:
        """What is laid out by spaces: cells that go on in the next line."""
        for cell in columns(text):
            self._add(cell, COLUMN)

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
        self.said.add(text)
        self._layout.add(text, place=", ".join(filter(None, (self._place, place))) or None)


def _is_inline(node: Element, name: str) -> bool:
    """Whether words go on in an element, by what it is or by its style."""
    if name == "tspan":
        return not any(node.get(key) for key in ("x", "y", "dy"))
    return name in _INLINE or _SHOWN_INLINE.search(node.get("style") or "") is not None


def _span(node: Element, key: str) -> int:
    value = node.get(key) or "1"
    return min(_WIDEST, int(value)) if value.isascii() and value.isdigit() and int(value) else 1


class _Table:
    """Where in a table we are, and what its first row calls the columns."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = self._column = 0
        self._headers: dict[int, str] = {}
        self._next = 1
        self._taken: dict[int, int] = {}
        """By column, the last row that a cell of an earlier row reaches down to."""

    def next_row(self) -> None:
        self._row, self._column, self._next = self._row + 1, 0, 1

    def next_cell(self, across: int, down: int) -> None:
        """Go to the next cell, which takes so many columns and rows."""
        self._row = max(1, self._row)
        while self._taken.get(self._next, 0) >= self._row:
            self._next += 1
        self._column, self._next = self._next, self._next + across
        for column in range(self._column, self._next) if down > 1 else ():
            self._taken[column] = self._row + down - 1

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
