"""XML by lxml, with all that XML can do to its reader switched off."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from records import DocumentError

# A type that is only named is harmless: nothing is fetched. One that is spelled out is refused.
_PROLOG_WITH_DTD = re.compile(
    r"\A\ufeff?(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE(?!\s+[\w.:-]+"
    r"(?:\s+(?:PUBLIC|SYSTEM)(?:\s+(?:\"[^\"]*\"|'[^']*'))+)?\s*>)",
    re.DOTALL,
)
_LONGEST_PROLOG = 100_000
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"),
         (b"\x00<", "utf-16-be"))  # fmt: skip

Element = etree._Element


def parse_xml(data: bytes) -> Element:
    """The root of an XML document.

    Raises:
        DocumentError: it is not well-formed, or has a document type definition of its own,
            whose entities can make gigabytes of a few lines.
    """
    if _PROLOG_WITH_DTD.match(_prolog(data)):
        raise _refused()
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(
            f"XML that is not well-formed ({error.msg}): it was not read. Is it whole?"
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and (list(declared.iterentities()) or list(declared.iterelements())):
        raise _refused()
    return root


def comments(data: bytes) -> Iterator[str]:
    """The comments and processing instructions of a document that ``parse_xml`` has taken."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True,
                             huge_tree=True)  # fmt: skip
    tree = etree.fromstring(data, parser).getroottree()
    for node in tree.xpath("//comment() | //processing-instruction()"):  # type: ignore[union-attr]
        yield str(node.text or "")  # type: ignore[union-attr]


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
