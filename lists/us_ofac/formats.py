"""OFAC's formats of one file, told apart by their outermost element."""

import re
from collections.abc import Iterator
from functools import partial

from lists.source import Parse, ParseReport, Readable, with_head
from lists.us_ofac import advanced, classic, enhanced
from lists.us_ofac.which_list import (
    CONSOLIDATED,
    SDN,
    SDN_LIST,
    advanced_list,
    by_list_names,
    by_programmes,
)
from lists.xml_stream import root_of
from records import Entity

FORMATS = {
    advanced.ROOT: advanced.parse,
    enhanced.ROOT: enhanced.parse,
    classic.ROOT: classic.parse,
}
_ENHANCED_LIST = re.compile(rb"<(?:\w+:)?sanctionsList [^>]*>([^<]*)<")
_CLASSIC_ENTRY = re.compile(rb"<(?:\w+:)?programList>(.*?)</(?:\w+:)?programList>", re.DOTALL)
_PROGRAMME = re.compile(rb"<(?:\w+:)?program>([^<]*)<")


def parser(source: str) -> Parse:
    """The parser for one of OFAC's lists, in any format of one file."""
    return partial(parse, source=source)


def parse(file: Readable, report: ParseReport, *, source: str) -> Iterator[Entity]:
    """Yield the entities of a file in its order, whichever of OFAC's XML formats it has.

    Raises:
        ListFormatError: it has none of them, is not whole, or is OFAC's other list.
    """
    head, whole = with_head(file)
    root = root_of(head)
    # What is none of them goes to the first: its reader says best what is wrong.
    chosen = FORMATS.get(root[1] if root else "", advanced.parse)
    yield from chosen(whole, report, source=source)


def recognises(source: str, head: bytes) -> bool:
    """Whether a file that begins so can be this list, in any format of one file.

    The first bytes of the advanced XML do not say which list it is: see ``owns``.
    """
    root = root_of(head)
    if root is None or root[1] not in FORMATS:
        return False
    if root[1] == advanced.ROOT:
        return True
    found = _in_enhanced(head) if root[1] == enhanced.ROOT else _in_classic(head)
    return (found or SDN) == source


def _in_enhanced(head: bytes) -> str | None:
    start, _, _ = head.partition(b"<referenceValue")
    lists = [name.decode("utf-8", "replace").strip() for name in _ENHANCED_LIST.findall(start)]
    return SDN if SDN_LIST in lists else by_list_names(lists)


def _in_classic(head: bytes) -> str | None:
    entries = (_PROGRAMME.findall(block) for block in _CLASSIC_ENTRY.findall(head))
    return by_programmes([p.decode("utf-8", "replace").strip() for p in e] for e in entries)


def owns(source: str, file: Readable) -> bool:
    """Whether an advanced XML is this list; one that does not say so is taken for the SDN list."""
    return (advanced_list(file) or SDN) == source


__all__ = ["CONSOLIDATED", "FORMATS", "SDN", "owns", "parse", "parser", "recognises"]
