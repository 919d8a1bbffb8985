"""Reads OFAC's files for tests: one file, or the four of a CSV set."""

import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from lists import ParseReport, Source
from lists.packed import unpacked
from lists.us_ofac import CONSOLIDATED, SDN
from records import Entity, NameKind

__all__ = [
    "CONSOLIDATED", "SDN", "advanced", "by_id", "parse", "parse_set", "read", "read_set", "words",
]  # fmt: skip


def parse(of: Source, content: bytes) -> tuple[list[Entity], ParseReport]:
    report = ParseReport()
    return list(of.parse(io.BytesIO(content), report)), report


def read(of: Source, path: Path) -> tuple[list[Entity], ParseReport]:
    report = ParseReport()
    with unpacked(path, of.at_most_bytes) as file:
        return list(of.parse(file, report)), report


@cache
def advanced(path: Path) -> tuple[list[Entity], ParseReport]:
    """The whole SDN list, read once for all tests of a process: it takes seven seconds."""
    return read(SDN, path)


def parse_set(of: Source, contents: Sequence[bytes]) -> tuple[list[Entity], ParseReport]:
    assert of.file_set is not None
    report = ParseReport()
    return list(of.file_set.parse([io.BytesIO(each) for each in contents], report)), report


def read_set(of: Source, folder: Path) -> tuple[list[Entity], ParseReport]:
    assert of.file_set is not None
    return parse_set(of, [(folder / name).read_bytes() for name in of.file_set.members])


def by_id(entities: Sequence[Entity]) -> Mapping[str, Entity]:
    return {entity.id: entity for entity in entities}


def words(entity: Entity, *, weak: bool) -> list[tuple[str, ...]]:
    """The Latin names, without what the classic formats change: capitals, and who stands first."""
    return sorted(
        tuple(sorted(name.text.casefold().replace(",", " ").split()))
        for name in entity.names
        if (name.kind is NameKind.WEAK) == weak and name.script in {None, "Latn"}
    )
