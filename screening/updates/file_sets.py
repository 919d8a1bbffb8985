"""Editions that consist of several files: which of the files at hand make up which list.

A set is taken whole or not at all: a list without its file of aliases looks like a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lists import SOURCES, FileSet, Source
from lists.packed import unpacked
from records import ListFormatError


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSetMembers:
    """The files at hand for one source's set."""

    all: tuple[Path, ...]
    """Every file that was taken for a member."""
    paths: tuple[Path, ...] = ()
    """All members in the order of the set; empty when it is not whole."""
    problem: str = ""
    """What keeps it from being whole, in a few words."""


def gather_sets(heads: Mapping[Path, bytes]) -> dict[str, FileSetMembers]:
    """Put files together to sets, by what is in them.

    Args:
        heads: files that are no list by themselves, and their first 64 KB.

    Returns:
        By source, what there is of its set. A member goes to the set whose first member has the
        most of its entries, then to the one whose name resembles its own.
    """
    firsts: dict[Path, tuple[Source, FileSet]] = {}
    for file, head in heads.items():
        for source in SOURCES:
            if source.file_set and source.file_set.recognises(head):
                firsts[file] = (source, source.file_set)
    found: dict[str, dict[str, list[Path]]] = {}
    for file, (source, files) in firsts.items():
        found.setdefault(source.name, {}).setdefault(files.members[0], []).append(file)
    for file, head in heads.items():
        if file not in firsts and (main := _main_of(file, head, firsts)):
            source, files = firsts[main]
            member = _member(file, head, files) or ""
            found[source.name].setdefault(member, []).append(file)
    by_name = {source.name: source.file_set for source in SOURCES if source.file_set}
    return {name: _checked(members, by_name[name], heads) for name, members in found.items()}


def _member(file: Path, head: bytes, files: FileSet) -> str | None:
    """Which member a file is. One without rows cannot say, so its name may; one without a single
    byte is a download that failed.
    """
    if head and not head.strip(b"\x1a\r\n "):
        return file.name.lower() if file.name.lower() in files.may_lack_rows else None
    return files.member(head)


def _main_of(file: Path, head: bytes, firsts: Mapping[Path, tuple[Source, FileSet]]) -> Path | None:
    """The first member that a file goes with; None when none has any of its entries."""
    able = {
        main: (_shared(main, file, source, files), _common(main.name, file.name))
        for main, (source, files) in firsts.items()
        if _member(file, head, files)
    }
    best = max(able, key=lambda main: able[main], default=None)
    return best if best and able[best][0] > 0 else None


def _shared(main: Path, file: Path, source: Source, files: FileSet) -> float:
    limit = source.at_most_bytes
    try:
        with unpacked(main, limit) as first, unpacked(file, limit) as other:
            return files.shared(first, other)
    except ListFormatError:
        return 1.0  # whoever reads the damaged file will say so


def _common(left: str, right: str) -> int:
    """How many letters two names begin with in common."""
    pairs = zip(left.lower(), right.lower(), strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _checked(
    members: dict[str, list[Path]], files: FileSet, heads: Mapping[Path, bytes]
) -> FileSetMembers:
    every = tuple(path for name in files.members for path in members.get(name, []))
    missing = [name for name in files.members if name not in members]
    double = [path.name for paths in members.values() if len(paths) > 1 for path in paths]
    if double:
        return FileSetMembers(all=every, problem=f"several files for one: {', '.join(double)}")
    if missing:
        empty = [path.name for path, head in heads.items() if not head and path not in every]
        also = f"; {', '.join(empty)}: empty" if empty else ""
        return FileSetMembers(
            all=every,
            problem=(
                f"{', '.join(path.name for path in every)} without {', '.join(missing)}{also}: an "
                f"edition is all {len(files.members)} files. Put them in one folder and import that"
            ),
        )
    return FileSetMembers(all=every, paths=every)
