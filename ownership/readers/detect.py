"""Which kind of ownership data a file is, by its first bytes."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import BinaryIO

from ownership.readers import bods, ftm, gb_psc, gleif
from ownership.statements import Statement

HEAD_BYTES = 1 << 18
"""How much of a file ``format_of`` wants to see."""
Reader = Callable[[BinaryIO], Iterator[Statement]]


class Format(StrEnum):
    """The kinds of ownership data that are read."""

    TABLE = "table"
    GLEIF_RELATIONSHIPS = "gleif-rr"
    GLEIF_PARTIES = "gleif-lei2"
    GLEIF_EXCEPTIONS = "gleif-repex"
    GB_PSC = "gb-psc"
    BODS = "bods"
    FTM = "ftm"


READERS: dict[Format, Reader] = {
    Format.GLEIF_RELATIONSHIPS: gleif.relationships,
    Format.GLEIF_PARTIES: gleif.parties,
    Format.GLEIF_EXCEPTIONS: gleif.exceptions,
    Format.GB_PSC: gb_psc.people,
    Format.BODS: bods.statements,
    Format.FTM: ftm.entities,
}
"""Of every kind but the table, which the caller opens."""
_COLUMNS = {
    Format.GLEIF_RELATIONSHIPS: gleif.RELATIONSHIPS,
    Format.GLEIF_EXCEPTIONS: gleif.EXCEPTIONS,
    Format.GLEIF_PARTIES: gleif.LEVEL_1,
}


def format_of(head: bytes) -> Format:
    """The kind of a file; a table where it is none of the published formats.

    Args:
        head: its first ``HEAD_BYTES``, or all of it.
    """
    text = head.decode("utf-8-sig", "replace").lstrip()
    if text.startswith(("{", "[")):
        return _of_json(text)
    header = set(next(csv.reader(io.StringIO(text[:65536])), []))
    return next((kind for kind, names in _COLUMNS.items() if header >= set(names)), Format.TABLE)


def _of_json(text: str) -> Format:
    for keys in _objects(text):
        if "schema" in keys and "properties" in keys:
            return Format.FTM
        if keys & {"recordType", "statementType", "statementID", "statementId"}:
            return Format.BODS
        if "data" in keys:
            return Format.GB_PSC
    return Format.TABLE


def _objects(text: str) -> Iterator[set[str]]:
    """The keys of the first objects: of an array's first, or of the first lines."""
    decoder = json.JSONDecoder()
    if text.startswith("["):
        try:
            first, _ = decoder.raw_decode(text[1:].lstrip())
            yield set(first) if isinstance(first, dict) else set()
        except (ValueError, RecursionError):
            # One object is longer than the head: its first keys tell.
            yield {word for word in ("statementID", "statementId", "recordType") if word in text}
        return
    for line in text.splitlines()[:20]:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield set(found)
    if "\n" not in text.strip() or text.startswith("{\n"):
        yield {word for word in ("statementID", "statementId", "recordType") if word in text}
