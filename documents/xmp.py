"""Metadata in XML that stands in files of other formats (XMP, ISO 16684-1): PDF, pictures."""

import re
from collections.abc import Iterator
from itertools import islice

from documents.xml_parts import local, parse_xml

# It stands there as it is, so that programs that know no PDF can read it (XMP part 3, 3).
_XMP, _END_OF_XMP = b"<x:xmpmeta", b"</x:xmpmeta>"
_MOST_XMP = 20
# Times, numbers and names of programs.
_SILENT = re.compile(
    r"(?:Create|Modify|Metadata)Date|ModDate|CreatorTool|Producer|format|\w*ID|when|changed|action|"
    r"softwareAgent|Trapped|part|conformance|rev|type|PDFVersion|instanceID|parameters|GTS_\w+|lang|about|xmptk|resource|parseType"
)


def described(data: bytes) -> Iterator[tuple[str, str]]:
    """What the packets in a file say, each text with its name as place: ``property publisher``.

    Raises:
        DocumentError: one of them is damaged.
    """
    for packet in islice(_packets(data), _MOST_XMP):
        yield from _described(packet)


def _packets(data: bytes) -> Iterator[bytes]:
    start = data.find(_XMP)
    while start >= 0 and (end := data.find(_END_OF_XMP, start)) >= 0:
        yield data[start : end + len(_END_OF_XMP)]
        start = data.find(_XMP, end)


def _described(packet: bytes) -> Iterator[tuple[str, str]]:
    """What a packet of metadata says, each with its name: as elements or as attributes."""
    for node in parse_xml(packet).iter():
        if not isinstance(node.tag, str):
            continue
        name = local(node)
        if name in ("li", "Alt", "Bag", "Seq", "value"):
            around = (local(item) for item in node.iterancestors())
            name = next((one for one in around if one not in ("Alt", "Bag", "Seq", "li")), name)
        texts = [(name, node.text or "")]
        texts += [(str(key).rpartition("}")[2], str(value)) for key, value in node.items()]
        for key, text in texts:
            if not _SILENT.fullmatch(key):
                yield text, f"property {key}"
