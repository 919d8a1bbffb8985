"""XML is read as a stream, to its last byte, and without XML's dangers."""

import io
from collections.abc import Iterator

import pytest

from lists.xml_stream import (
    CHUNK,
    QUIET_LIMIT,
    described,
    elements,
    local,
    refuse_document_type,
    root_of,
)
from records import ListFormatError

BOMB = b"""<?xml version="1.0"?>
<!-- harmless --><!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<list><entry name="&b;"/></list>"""


def texts(data: bytes) -> list[str]:
    return [described(node) for node in elements(io.BytesIO(data), "list", "entry")]


def test_elements_come_one_by_one_in_any_namespace() -> None:
    assert texts(b'<list xmlns="urn:x"><a><entry n="1"/></a><entry>2</entry></list>') == [
        "n: 1",
        "2",
    ]


def test_nested_entities_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(ListFormatError, match="document type"):
        texts(BOMB)


def test_document_type_is_seen_in_the_first_bytes() -> None:
    with pytest.raises(ListFormatError, match="document type"):
        refuse_document_type(BOMB)
    plain = b'<?xml version="1.0"?><!-- <!DOCTYPE x> --><list/>'
    assert refuse_document_type(plain) == plain


def test_external_entity_is_refused() -> None:
    with pytest.raises(ListFormatError, match="document type"):
        texts(
            b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><list><entry>&x;</entry></list>'
        )


def test_document_type_cannot_hide_in_another_encoding() -> None:
    for data in (BOMB.decode().encode("utf-16"), BOMB.decode().encode("utf-16-le")):
        with pytest.raises(ListFormatError, match="UTF-16"):
            texts(data)
    with pytest.raises(ListFormatError, match="encoding 'UTF-7'"):
        texts(b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE list+AD4-<list/>')


def test_document_type_after_a_long_comment_is_refused() -> None:
    with pytest.raises(ListFormatError, match="document type"):
        texts(b"<!--" + b"x" * (2 * CHUNK) + b"-->" + BOMB[BOMB.index(b"<!DOCTYPE") :])


@pytest.mark.parametrize("data", [b"", b"   ", b"no xml", b"<list><entry></list>", b"<list>"])
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(ListFormatError):
        texts(data)


def test_another_root_is_refused() -> None:
    with pytest.raises(ListFormatError, match="outermost element is not list"):
        texts(b"<html><entry/></html>")


def test_invalid_utf8_is_refused() -> None:
    with pytest.raises(ListFormatError, match="not well-formed"):
        texts(b"<list><entry>\xff\xfe</entry></list>")


@pytest.mark.slow
def test_endless_file_without_entries_is_refused() -> None:
    class Endless:
        def __init__(self) -> None:
            self.blocks: Iterator[bytes] = iter([b"<list>"])

        def read(self, size: int, /) -> bytes:
            return next(self.blocks, b"<x/>" * (size // 4))

    with pytest.raises(ListFormatError, match=f"{QUIET_LIMIT >> 20} MB without"):
        list(elements(Endless(), "list", "entry"))


def test_memory_does_not_grow_with_the_list() -> None:
    seen = []
    data = b"<list>" + b"<entry><a>text</a></entry>" * 1000 + b"</list>"
    for node in elements(io.BytesIO(data), "list", "entry"):
        parent = node.getparent()
        seen.append(len(parent) if parent is not None else 0)
    assert len(seen) == 1000
    # The last one and, emptied, the one before; not the 998 before that.
    assert seen[-1] == 2


def test_root_is_told_from_the_first_bytes() -> None:
    assert root_of(
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<a:b xmlns:a="urn:n" c="d">'
    ) == (
        "urn:n",
        "b",
    )
    assert root_of(b"<b>") == ("", "b")
    assert root_of(b"no XML <b>") is None


def test_described_says_everything_below_an_element() -> None:
    node = next(
        elements(
            io.BytesIO(b'<list><entry k="v"><c>t</c><d e="f">g</d></entry></list>'), "list", "entry"
        )
    )
    assert local(node) == "entry"
    assert described(node) == "k: v; c: t; d: (g; e: f)"
    assert described(node, skip=("k",)) == "c: t; d: (g; e: f)"
