"""XML by lxml, with all that XML can do to its reader switched off."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from documents.charsets import UTF_8, decode_page, named
from records import DocumentError

_BEFORE = r"\A\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->)*"
_PROLOG_WITH_DTD = re.compile(_BEFORE + "<!DOCTYPE", re.DOTALL)
# One that names another file only, which is never fetched, has no entities of its own.
_HARMLESS_DTD = re.compile(
    _BEFORE + r"""(<!DOCTYPE\s+[^\s\[>"']+(?:\s+(?:SYSTEM|PUBLIC\s*(?:"[^"]*"|'[^']*'))"""
    r"""\s*(?:"[^"]*"|'[^']*')?)?\s*>)""",
    re.DOTALL,
)
_ENCODING = re.compile(r"""\A(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["']([\w.:-]+)["']""")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")
_LONGEST_PROLOG = 100_000
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"),
         (b"\x00<", "utf-16-be"))  # fmt: skip

Element = etree._Element


class NotWellFormedError(DocumentError):
    """It begins like XML and is not."""


def parse_xml(data: bytes) -> Element:
    """The root of an XML document.

    Raises:
        NotWellFormedError: it is not well-formed.
        DocumentError: it has a document type definition of its own, whose entities can make
            gigabytes of a few lines.
    """
    return _parsed(data, remarks=False)


def comments(data: bytes) -> Iterator[str]:
    """The comments and processing instructions of a document, around its root and in it.

    Raises:
        NotWellFormedError, DocumentError: as of ``parse_xml``.
    """
    root: Any = _parsed(data, remarks=True)
    for node in root.xpath("//comment() | //processing-instruction()"):
        yield str(node.text or "")


def _parsed(data: bytes, *, remarks: bool) -> Element:
    prolog = _prolog(data)
    foreign = _HARMLESS_DTD.match(prolog)
    if _PROLOG_WITH_DTD.match(prolog) and not foreign:
        raise _refused()
    data = _plain(data, prolog, with_dtd=foreign is not None)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True,
        remove_comments=not remarks, remove_pis=not remarks,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormedError(
            f"XML that is not well-formed ({error.msg}): it was not read. Is it whole?"
        ) from error
    own: Any = root.getroottree().docinfo.internalDTD
    if own is not None and (not foreign or any(own.iterentities()) or any(own.iterelements())):
        raise _refused()
    return root


def _plain(data: bytes, prolog: str, *, with_dtd: bool) -> bytes:
    """The file in UTF-8 where it says that it is in another encoding, which is no more than a
    claim; and the names that a page's DTD gives to characters put in.
    """
    said = _ENCODING.match(prolog)
    label = said[2] if said else ""
    if not with_dtd and (not label or named(label) == UTF_8):
        return data
    text = decode_page(data, label).text
    text = _ENCODING.sub(r"\1", text.removeprefix("\ufeff"), count=1)
    return (_ENTITY.sub(_character, text) if with_dtd else text).encode()


def _character(found: re.Match[str]) -> str:
    characters = html5.get(f"{found[1]};", "")
    return "".join(f"&#{ord(character)};" for character in characters) or found[0]


def unresolved(root: Element) -> str | None:
    """What is said of entities that only another file, which is never fetched, explains."""
    names = {str(node.text).strip("&;") for node in root.iter(etree.Entity)}
    if not names:
        return None
    return "entities that another file defines were not read: " + ", ".join(
        f"&{name};" for name in sorted(names)[:3]
    )


def _prolog(data: bytes) -> str:
    # A longer prolog is a hiding place: what is behind it is found after parsing.
    data = data[:_LONGEST_PROLOG]
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return data.decode("latin-1").removeprefix("ï»¿")


def _refused() -> DocumentError:
    return DocumentError(
        "XML with a document type definition, which may hide a bomb: it was not read. Save it "
        "without one."
    )


def local(node: Element) -> str:
    """An element's name without its namespace."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(node: Element, name: str) -> str | None:
    """An attribute by its name without its namespace."""
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
