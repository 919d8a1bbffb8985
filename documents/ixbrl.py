"""Facts of inline XBRL that go on in another place of the page: ``continuedAt`` names the element
``ix:continuation`` with the rest. Inline XBRL 1.1, 4.1.
"""

from collections.abc import Iterator

from documents.layout import tidy
from documents.xml_parts import Element

# Characters on either side of the gap that a name may take.
_AROUND = 200


def continued(root: Element) -> Iterator[str]:
    """The words before and behind each such gap, as one."""
    rest = {
        node.get("id"): node
        for node in root.iter()
        if isinstance(node.tag, str) and node.tag.lower().endswith("continuation")
    }
    for node in root.iter() if rest else ():
        # lxml writes the names of a page's attributes small.
        after = rest.get(node.get("continuedat") or node.get("continuedAt") or "")
        if after is not None:
            yield f"{_words(node)[-_AROUND:]} {_words(after)[:_AROUND]}"


def _words(node: Element) -> str:
    return tidy(" ".join(map(str, node.itertext())))
