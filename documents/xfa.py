"""XFA forms: XML inside a PDF file, whose pages often say no more than "Please wait".

Adobe XML Forms Architecture 3.3. The data of the form are read with their paths, then what the
form itself says. Where it is not well-formed the reader says so.
"""

from documents.layout import Layout, tidy
from documents.xml_parts import Element, local, parse_xml
from records import DocumentError

# Packets with words for a reader; the others say how the form works.
_DATA, _FORMS = "datasets", ("template", "form")
_SAID_IN = ("text", "exData")


def lay_out_xfa(packets: list[tuple[str, bytes]], layout: Layout) -> str | None:
    """Put the words of a form behind what is there; what of it was not read, if anything.

    Args:
        packets: name and XML of each part; one without a name is the whole form.
        layout: where the words go.
    """
    said: set[str] = set()
    unread = None if packets else "its XFA form has no data that could be read."
    roots: list[tuple[str, Element]] = []
    for name, data in packets:
        if name not in ("", _DATA, *_FORMS) or not data.strip():
            continue
        try:
            root = parse_xml(data)
        except DocumentError as error:
            unread = f"its XFA form, part {name or 'xdp'}: {error}"
            continue
        roots += [(name, root)] if name else [(local(node), node) for node in root]
    for name, root in roots:
        if name == _DATA:
            _data(root, layout, said)
    for name, root in roots:
        if name in _FORMS:
            _form(root, layout, said)
    return unread


def _data(root: Element, layout: Layout, said: set[str]) -> None:
    """The values, ``form field order.buyer``. Not by recursion: forms nest deeply."""
    stack: list[tuple[Element, str]] = [(root, "")]
    while stack:
        node, path = stack.pop()
        for text in (node.text, *(child.tail for child in node), *node.attrib.values()):
            words = tidy(str(text or ""))
            if words:
                said.add(words)
                layout.add(words, place=f"form field {path}".rstrip())
        for child in reversed(node):
            name = local(child)
            outer = name in ("data", "dataDescription") and not path
            stack.append((child, path if outer else f"{path}.{name}".lstrip(".")))


def _form(root: Element, layout: Layout, said: set[str]) -> None:
    for node in root.iter():
        if local(node) in _SAID_IN:
            words = tidy(" ".join(map(str, node.itertext())))
            if words and words not in said:
                said.add(words)
                layout.add(words, place="form")
