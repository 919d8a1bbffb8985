"""Elements of an XML file one after another, in bounded memory and without XML's dangers.

A list has no use for a DTD, so one that has a document type is refused before a parser sees it:
entity expansion, external entities and attribute defaults all need one. libxml2's own limits
(depth, length of a text, growth by entities) stay on; the largest real list stays within them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml import etree

from lists.source import Readable, read_head
from records import ListFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHUNK = 1 << 18
"""Bytes given to the parser at once: larger does not get faster."""
QUIET_LIMIT = 8 << 20
"""Bytes without a single entry after which the file cannot be a list, since each of them may cost
thirty in memory. OFAC's longest such stretch has 0.1 MB."""
ENCODINGS = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
"""Encodings in which markup looks like ASCII, so that a document type cannot hide."""

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_BEFORE_ROOT = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def elements(file: Readable, root: str, *names: str) -> Iterator["Element"]:
    """Yield every element with one of these local names when it is complete, in file order.

    What was yielded is cleared when the next one is asked for. The file is well-formed to its
    last byte once the iteration ends by itself.

    Args:
        file: the unpacked bytes.
        root: local name that the outermost element must have.
        names: local names of the wanted elements, in any namespace; they must not be nested.

    Raises:
        ListFormatError: not well-formed, cut short, with a document type, or another root.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in (root, *names)],
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from _pulled(file, parser, root)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ListFormatError(f"not well-formed XML: {error.msg}") from error


def _pulled(file: Readable, parser: "etree.XMLPullParser", root: str) -> Iterator["Element"]:
    chunk = refuse_document_type(read_head(file))
    quiet, outermost = 0, None
    while chunk:
        parser.feed(chunk)
        quiet += len(chunk)
        for event, found in parser.read_events():
            node = cast("Element", found)
            if outermost is None:
                outermost = _checked_root(node, root)
            elif event == "end" and node is not outermost:
                quiet = 0
                yield node
                _forget(node)
        if quiet > QUIET_LIMIT:
            raise ListFormatError(f"{QUIET_LIMIT >> 20} MB without a single entry")
        chunk = file.read(CHUNK)
    if outermost is None:
        raise ListFormatError(f"the outermost element is not {root}")


def _checked_root(node: "Element", root: str) -> "Element":
    if node.getparent() is not None or local(node) != root:
        raise ListFormatError(f"the outermost element is not {root}")
    if node.getroottree().docinfo.internalDTD is not None:
        raise ListFormatError("it declares a document type, which no list needs")
    return node


def _forget(node: "Element") -> None:
    node.clear()
    parent = node.getparent()
    if parent is not None:
        while parent[0] is not node:
            del parent[0]


def refuse_document_type(head: bytes) -> bytes:
    """Return ``head`` when nothing but comments and instructions stand before its first element.

    Raises:
        ListFormatError: a document type, or an encoding in which one could hide.
    """
    if b"\x00" in head[:4]:
        raise ListFormatError("it is UTF-16 or UTF-32; every known list is UTF-8")
    declared = _DECLARED.match(head.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].decode("ascii", "replace").lower() not in ENCODINGS:
        raise ListFormatError(f"its encoding {declared[1].decode('ascii', 'replace')!r} is unknown")
    start = _after_prolog(head)
    if head[start : start + 2] == b"<!":
        raise ListFormatError("it declares a document type, which no list needs")
    return head


def root_of(head: bytes) -> tuple[str, str] | None:
    """Return namespace and local name of the outermost element, or None when it is not XML."""
    start = _after_prolog(head)
    found = re.compile(rb"<([A-Za-z_][\w.:-]*)((?:\s[^>]*)?)>?").match(head, start)
    if found is None:
        return None
    prefix, _, name = found[1].decode("ascii", "replace").rpartition(":")
    key = f"xmlns:{prefix}" if prefix else "xmlns"
    spaces = re.search(rb"\s" + key.encode() + rb"""\s*=\s*["']([^"']*)["']""", found[2])
    return (spaces[1].decode("utf-8", "replace") if spaces else "", name)


def _after_prolog(head: bytes) -> int:
    bom = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    found = _BEFORE_ROOT.match(head, bom)
    return found.end() if found else bom


def local(node: "Element") -> str:
    """The element's name without its namespace."""
    return _without_namespace(node.tag)


@lru_cache(maxsize=1024)
def _without_namespace(tag: object) -> str:
    """Cached, since a list says the same hundred names a million times."""
    return str(tag).rpartition("}")[2]


def _items(node: "Element") -> list[tuple[str, str]]:
    return [(_without_namespace(key), str(value)) for key, value in node.attrib.items()]


def described(node: "Element", skip: tuple[str, ...] = ()) -> str:
    """Everything below an element in one line, for what a parser has no place for.

    Args:
        node: the element; its own name is not repeated.
        skip: attributes of ``node`` that are kept elsewhere.

    Returns:
        ``key: value`` pairs parted by ``; ``, nested elements in brackets; empty when nothing
        but empty texts stands there.
    """
    text = " ".join((node.text or "").split())
    if not len(node) and not node.keys():  # most often an empty Comment
        return text
    pairs = [text] if text else []
    pairs += [f"{k}: {v}" for k, v in _items(node) if v.strip() and k not in skip]
    for child in node:
        if inner := described(child):
            bracketed = f"({inner})" if len(child) or child.keys() else inner
            pairs.append(f"{local(child)}: {bracketed}")
    return "; ".join(pairs)
