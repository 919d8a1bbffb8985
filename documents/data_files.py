"""JSON and XML: every value with its path. Payment messages of ISO 20022 with their parties' roles.

https://www.iso20022.org/iso-20022-message-definitions (pacs.008, pacs.009, pain.001 and the others
share their elements' names).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from documents import docx, encoded, html, odf
from documents import text as plain_text
from documents.encoding import decode
from documents.layout import Layout, sound, tidy
from documents.marked_up import without_marks
from documents.reader import Content, Extraction, Part
from documents.text import WITHOUT_MARKS
from documents.xml_parts import Element, NotWellFormedError, comments, local, parse_xml, unresolved
from records import DocumentError

# Elements of a page; <TABLE> and <PRE> also stand around tables that are laid out by spaces.
_TAG = re.compile(
    rb"<(?:html|body|div|p|br|td|font|span|h[1-6])(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
# Of the namespaces of Word, of 2003 and since, in files that are one XML file.
_WORD = "/word"
# Values that are a page's, or a piece of one.
_MARKED_UP = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|&(?:\w{2,8}|#\d{1,6});")
# One of them is in all that is encoded or marked up.
_SIGNS = re.compile(r"[<&%=+\\]")
# Elements of several vocabularies (SVG, HWPX, DocBook) whose words are one text.
_PARAGRAPHS = {"p", "text", "para", "paragraph"}
# One of them is in all that has marks of Markdown or TeX in the middle of a word.
_MARKS = re.compile(r"\w[*_~`]{1,3}\w|\]\(|\\[a-zA-Z]{2,20}\*?\{")
_ISO20022 = "urn:iso:std:iso:20022:"
_ROLES = {
    "Dbtr": "debtor", "UltmtDbtr": "ultimate debtor", "Cdtr": "creditor",
    "UltmtCdtr": "ultimate creditor", "InitgPty": "initiating party", "DbtrAgt": "debtor agent",
    "CdtrAgt": "creditor agent", "InstgAgt": "instructing agent", "InstdAgt": "instructed agent",
    "IntrmyAgt1": "intermediary agent 1", "IntrmyAgt2": "intermediary agent 2",
    "IntrmyAgt3": "intermediary agent 3", "PrvsInstgAgt1": "previous instructing agent 1",
    "PrvsInstgAgt2": "previous instructing agent 2",
    "PrvsInstgAgt3": "previous instructing agent 3", "FwdgAgt": "forwarding agent",
    "ChrgsAcctAgt": "charges account agent", "InstgRmbrsmntAgt": "instructing reimbursement agent",
    "InstdRmbrsmntAgt": "instructed reimbursement agent",
    "ThrdRmbrsmntAgt": "third reimbursement agent", "Invcr": "invoicer", "Invcee": "invoicee",
    "Fr": "sender", "To": "receiver",
}  # fmt: skip
_FIELDS = {
    "Nm": "name", "AdrLine": "address", "Ustrd": "remittance information", "BICFI": "BIC",
    "AnyBIC": "BIC", "BIC": "BIC", "LEI": "LEI", "TwnNm": "town", "StrtNm": "street",
    "AddtlRmtInf": "remittance information", "InstrInf": "instruction",
}  # fmt: skip
# Elements that hold one text cut into lines: 70 and 140 characters are their lengths.
_LINES = {"AdrLine": 70, "Ustrd": 140, "AddtlRmtInf": 140, "InstrInf": 140}


def read(content: Content) -> Extraction:
    """Read JSON (or JSON lines) or XML.

    Raises:
        DocumentError: it is not well-formed, or has no words.
    """
    layout, parts = Layout(), list[Part]()
    if content.media_type.endswith("json"):
        doubt, parts = _json(content.data, layout)
    else:
        try:
            root = parse_xml(content.data)
        except NotWellFormedError:
            if _says_xml(content.data):
                raise
            return _read_tagged(content)
        doubt = unresolved(root)
        parts = list(odf.read_flat(root, layout) if odf.is_flat(root) else _xml(root, layout))
        for comment in comments(content.data):
            layout.add(tidy(comment), place="comment")
    if not layout.passages and not parts:
        raise DocumentError("no text in it: nothing to screen")
    return Extraction(
        passages=layout.passages,
        media_type=content.media_type,
        unread=doubt,
        parts=tuple(parts),
    )


def _says_xml(data: bytes) -> bool:
    """Whether it begins with ``<?xml``, in bytes or in UTF-16."""
    return b"<?xml" in data[:200].replace(b"\x00", b"")


def _read_tagged(content: Content) -> Extraction:
    """A text that begins with a tag and is not XML: a page where tags of HTML stand in it, as in
    the submissions that the SEC publishes, else as it stands.
    """
    if _TAG.search(content.data):
        return html.read(replace(content, media_type="text/html"))
    return plain_text.read(replace(content, media_type="text/plain"))


def _json(data: bytes, layout: Layout) -> tuple[str | None, list[Part]]:
    result = decode(data)
    keys: set[str] = set()
    parts: list[Part] = []
    values = list(_documents(result.text.removeprefix("\ufeff")))
    for number, value in enumerate(values, start=1):
        start = "$" if len(values) == 1 else f"line {number}: $"
        for path, words in _values(value, start, keys):
            parts += _value(words, path, layout)
    for key in sorted(keys):
        layout.add(sound(key), place="key")
    return result.doubt, parts


def _value(words: str, place: str, layout: Layout) -> Iterator[Part]:
    """Lay out a value, and once more as a person sees it: ``<b>Sov</b>comflot``,
    ``Bank%20Sepah``; give the files in it.
    """
    if inside := encoded.file_in_base64(words):
        yield Part(name=place, data=inside)
        return
    yield from encoded.of_addresses(words)
    layout.add(sound(words), place=place)
    _once_more(words, place, layout)


def _once_more(words: str, place: str, layout: Layout) -> None:
    if _MARKS.search(words):
        for paragraph in without_marks(words):
            layout.add(sound(paragraph), place=f"{place}, {WITHOUT_MARKS}")
    if _SIGNS.search(words) is None:
        return
    for reading in encoded.readings(words):
        layout.add(sound(reading), place=f"{place}, decoded")
    if _MARKED_UP.search(words):
        html.lay_out(words, layout, place=place)


class _Pairs(list[tuple[str, Any]]):
    """A JSON object with all that it says: a key may be given twice, and programs differ in which
    of the values they take (RFC 8259, 4).
    """


def _documents(text: str) -> Iterator[Any]:
    decoder, at = json.JSONDecoder(strict=False, object_pairs_hook=_Pairs), 0
    while at < len(text):
        if text[at].isspace() or text[at] == "\x1e":
            at += 1
            continue
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError as error:
            raise DocumentError(
                f"JSON that is not well-formed ({error}): it was not read. Is it whole?"
            ) from error
        yield value


def _values(value: Any, path: str, keys: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        inner = _inside_string(value)
        if inner is None:
            yield path, value
        else:
            yield from _values(inner, f"{path}, JSON inside", keys)
    elif isinstance(value, _Pairs):
        times: Counter[str] = Counter()
        for key, item in value:
            times[key] += 1
            # Whether it is a word of the format or a name is not to be told: ``Sovcomflot``.
            keys.add(key)
            again = f" (given again, {times[key]})" if times[key] > 1 else ""
            yield from _values(item, f"{path}.{key}{again}", keys)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _values(item, f"{path}[{number}]", keys)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, str(value)


def _inside_string(value: str) -> Any:
    """What a string says that is JSON itself; None where it is none."""
    if not value.startswith(("{", "[")) or not value.endswith(("}", "]")):
        return None
    try:
        return json.loads(value, strict=False, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return None


def _xml(root: Element, layout: Layout) -> Iterator[Part]:
    stack: list[tuple[Element, str]] = [(root, f"/{local(root)}")]
    while stack:
        node, path = stack.pop()
        for key, value in node.attrib.items():
            name = str(key).rpartition("}")[2]
            layout.add(words := tidy(str(value)), place=f"{path}/@{name}")
            yield from encoded.of_addresses(words) if "data:" in words else ()
            _once_more(words, f"{path}/@{name}", layout)
        is_drawing = len(node) == 0 and local(node) == "diagram"
        inside = encoded.drawing(node.text or "") if is_drawing else None
        if len(node) == 0 and (inside := inside or encoded.file_in_base64(node.text or "")):
            yield Part(name=path, data=inside)
        elif len(node) == 0 or _is_mixed(node):
            _text(node, path, layout)
        elif _WORD in str(node.tag) and local(node) == "p":
            boxes: list[Element] = []
            for text in dict.fromkeys(docx.paragraph_texts(node, boxes)):
                layout.add(text, place=path)
            stack += [(box, path) for box in reversed(boxes)]
        else:
            if local(node) in _PARAGRAPHS:
                _whole(node, path, layout)
            stack += reversed(list(_children(node, path)))


def _whole(node: Element, path: str, layout: Layout) -> None:
    """A paragraph whose words stand in several elements, as one text. Not one with another in it,
    as a cell of a table is.
    """
    pieces = [one for one in node.iter() if isinstance(one.tag, str) and one.text]
    inner = sum(local(one) in _PARAGRAPHS for one in node.iter() if isinstance(one.tag, str))
    if len(pieces) > 1 and inner == 1:
        lines = ("\n" * (one.get("y") is not None or "dy" in one.attrib) for one in pieces)
        text = "".join(line + str(one.text) for line, one in zip(lines, pieces, strict=True))
        layout.add(sound(text).strip(), place=f"{path}, joined")


def _is_mixed(node: Element) -> bool:
    """Whether words stand between its elements: they are read as one text, as they are shown."""
    pieces = [node.text, *(child.tail for child in node)]
    return any(piece and not piece.isspace() for piece in pieces)


def _children(node: Element, path: str) -> Iterator[tuple[Element, str]]:
    names = [local(child) for child in node]
    counts = Counter(names)
    seen: Counter[str] = Counter()
    for child, name in zip(node, names, strict=True):
        seen[name] += 1
        number = f"[{seen[name]}]" if counts[name] > 1 else ""
        yield child, f"{path}/{name}{number}"


def _text(node: Element, path: str, layout: Layout) -> None:
    place = _role(node, path) if str(node.tag).startswith("{" + _ISO20022) else path
    name = local(node)
    lines = [tidy("".join(map(str, node.itertext())))]
    if name in _LINES and place != path:
        before = node.getprevious()
        if before is not None and local(before) == name:
            return  # read with the first of the lines
        lines += [tidy(item.text or "") for item in _following(node, name)]
    layout.add(text := "\n".join(lines), place=place)
    _once_more(text, place, layout)
    # A word is cut where a line is full.
    if any(len(line) >= _LINES.get(name, 0) for line in lines[:-1]):
        layout.add("".join(lines), place=f"{place}, lines joined")


def _following(node: Element, name: str) -> Iterator[Element]:
    after = node.getnext()
    while after is not None and local(after) == name:
        yield after
        after = after.getnext()


def _role(node: Element, path: str) -> str:
    """``creditor name (/Document/…/Cdtr/Nm)``: what the value is, then where it stands."""
    role = next((_ROLES[n] for n in map(local, node.iterancestors()) if n in _ROLES), "")
    words = " ".join(filter(None, (role, _FIELDS.get(local(node), ""))))
    return f"{words} ({path})" if words else path
