"""Which of OFAC's two lists a file is. Only some formats say so; no file's name is trusted."""

import re
from collections.abc import Iterable, Iterator

from lists.source import Readable
from records import ListFormatError
from records.blocks import byte_blocks

SDN, CONSOLIDATED = "us_ofac_sdn", "us_ofac_cons"
CALLED = {SDN: "OFAC's SDN list", CONSOLIDATED: "OFAC's Consolidated (non-SDN) list"}
SDN_LIST = "SDN List"
"""What OFAC's reference values call it."""
OTHER_LISTS = (
    "Consolidated List",
    "CAPTA List",
    "FSE List",
    "Non-SDN",
    "Part 561 List",
    "Sectoral Sanctions Identifications List",
)
"""How the names of the lists begin that make up the Consolidated one."""
NON_SDN = frozenset(
    (
        "561-Related",
        "BURMA-EO14014",
        "CAATSA - RUSSIA",
        "CMIC-EO13959",
        "FSE-IR",
        "FSE-SY",
        "NS-PLC",
        "UKRAINE-EO13662",
    )
)
"""Programmes under which a party can be listed without being blocked. In six real editions 98 %
of the Consolidated list's entries had one of them, and 1 to 2 % of the SDN list's."""
ENOUGH = 2000
"""Sanctions entries that tell the lists apart: their shares are 8 and 99 % SDN."""
# Bytes looked at once; no element of these files is as long.
BLOCK = 1 << 18
LONGER_THAN_CONSOLIDATED = 32_000_000
"""Bytes. The Consolidated list is some 6 MB long, the SDN list 120 MB."""
_LIST = re.compile(rb'<(?:\w+:)?List ID="(\d+)"[^>]*>([^<]*)<')
_ENTRY = re.compile(rb'<(?:\w+:)?SanctionsEntry [^>]*ListID="(\d+)"[^>]*>')


def refuse_other(source: str, found: str) -> None:
    """Say which list it is when it is not the one that it is read as.

    Raises:
        ListFormatError: it is the other one.
    """
    if source in CALLED and found != source:
        raise ListFormatError(f"the file is {CALLED[found]}, not {CALLED[source]}")


def by_programmes(entries: Iterable[Iterable[str]]) -> str | None:
    """The list whose entries have such programmes; None without an entry."""
    flags = [bool(NON_SDN & set(programmes)) for programmes in entries]
    if not flags:
        return None
    return CONSOLIDATED if 2 * sum(flags) > len(flags) else SDN


def by_list_names(names: Iterable[str]) -> str | None:
    """The list by what entries say that they are on; None when they say nothing that is known."""
    sdn = other = 0
    for name in names:
        sdn += name == SDN_LIST
        other += name.startswith(OTHER_LISTS)
    if not sdn and not other:
        return None
    return SDN if sdn >= other else CONSOLIDATED


class Tally:
    """Counts the entries of a list while they are read, to notice that it is the other one."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._non_sdn = 0
        self.entries = 0

    def add(self, programmes: Iterable[str]) -> None:
        """Count one entry."""
        self.entries += 1
        self._non_sdn += not NON_SDN.isdisjoint(programmes)

    def check(self) -> None:
        """Compare with the list that was expected.

        Raises:
            ListFormatError: it is the other one.
        """
        if self.entries:
            other = 2 * self._non_sdn > self.entries
            refuse_other(self._source, CONSOLIDATED if other else SDN)


def advanced_list(file: Readable) -> str | None:
    """Which list an advanced XML is: its entries say it, and they stand behind everything else.

    A file that goes on so long without an entry is the SDN list: the Consolidated one is over by
    then. Its reader counts the entries all the same, and refuses the other list.

    Raises:
        ListFormatError: the file is packed, and damaged.
    """
    names: dict[bytes, str] = {}
    met: list[str] = []
    read = 0
    for text in _windows(file):
        read += len(text)
        if not met and read > LONGER_THAN_CONSOLIDATED:
            return SDN
        names |= {key: name.decode("utf-8", "replace") for key, name in _LIST.findall(text)}
        met += [names.get(key, "") for key in _ENTRY.findall(text)]
        if len(met) >= ENOUGH:
            break
    return by_list_names(met)


def _windows(file: Readable) -> Iterator[bytes]:
    """Blocks that end where an element does, so that no start tag and no text is cut."""
    rest = b""
    for block in byte_blocks(file.read, BLOCK):
        whole, mark, rest = (rest[-BLOCK:] + block).rpartition(b"</")
        yield whole + mark
