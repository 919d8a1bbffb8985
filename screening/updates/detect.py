"""Detects which list a file is by its content: names of downloaded files cannot be trusted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lists import SOURCES, Source
from lists.checksums import is_checksum_file
from lists.first_bytes import described_head
from lists.packed import head_of, unpacked
from records import ListFormatError, UsageError
from screening.updates.file_sets import FileSetMembers, gather_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectedFiles:
    """The files for a source, or why there are none."""

    source: Source
    paths: tuple[Path, ...] = ()
    """One file, or all members of the source's set in their order."""
    problem: str = ""


def detect_files(
    path: Path, wanted: Sequence[Source], notify: Callable[[str], None]
) -> tuple[DetectedFiles, ...]:
    """Assign files to sources by what is in them.

    Args:
        path: a file, or a folder of files (not searched deeper).
        wanted: only these sources; empty for every source that a file is found for.
        notify: gets a line for each file that no source recognises.

    Raises:
        UsageError: there is nothing at ``path``, or a list of one's own is asked for with others.
        ListFormatError: no file is of a known list, and none was asked for by name.
    """
    if any(source.own for source in wanted):
        return (_own(path, wanted),)
    heads: dict[Path, bytes] = {}
    claims: dict[str, list[Path]] = {}
    unknown: dict[Path, str] = {}
    for file in _files(path):
        source, what = _recognise(file, heads)
        if source is None:
            unknown[file] = what
        else:
            claims.setdefault(source.name, []).append(file)
    sets = gather_sets({file: heads[file] for file in unknown if file in heads})
    for whole in sets.values():
        unknown = {file: what for file, what in unknown.items() if file not in whole.all}
    lines = [f"{file.name}: {what}, not a known list" for file, what in unknown.items()]
    if not wanted and not claims and not sets:
        raise ListFormatError(
            f"{'; '.join(lines[:3]) or f'{path.name}: an empty folder'}. Nothing was imported. "
            f"Known lists: {', '.join(source.name for source in SOURCES)}. Is it one of your own? "
            "Then: namewarden update custom --from FILE"
        )
    asked = wanted or [source for source in SOURCES if source.name in {*claims, *sets}]
    if path.is_dir():
        for line in lines:
            notify(f"{line}; left out")
    return tuple(_assigned(source, claims, sets, unknown, path) for source in asked)


def _own(path: Path, wanted: Sequence[Source]) -> DetectedFiles:
    """A team's own list is whatever file is given for it."""
    if len(wanted) > 1:
        names = ", ".join(source.name for source in wanted)
        raise UsageError(f"import a list of your own by itself, not {names} from one place")
    files = _files(path)
    if len(files) == 1:
        return DetectedFiles(source=wanted[0], paths=tuple(files))
    return DetectedFiles(
        source=wanted[0], problem=f"{len(files)} files in {path.name}: give a single file"
    )


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = (p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        return sorted(file for file in files if not is_checksum_file(file))
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder. Nothing was imported")
    return [path]


def _recognise(file: Path, heads: dict[Path, bytes]) -> tuple[Source | None, str]:
    try:
        head = heads[file] = head_of(file)
        claiming = [source for source in SOURCES if source.recognises(head)]
        if len(claiming) > 1:
            claiming = [source for source in claiming if _owns(source, file)]
    except ListFormatError as error:
        return None, str(error)
    except OSError as error:
        return None, f"cannot be read ({error.strerror or error})"
    return next(iter(claiming), None), described_head(head)


def _owns(source: Source, file: Path) -> bool:
    """Ask a source for more than the first bytes, which several sources recognise."""
    if source.owns is None:
        return True
    with unpacked(file, source.at_most_bytes) as opened:
        return source.owns(opened)


def _assigned(
    source: Source,
    claims: dict[str, list[Path]],
    sets: dict[str, FileSetMembers],
    unknown: dict[Path, str],
    path: Path,
) -> DetectedFiles:
    files = claims.get(source.name, [])
    members = sets.get(source.name)
    if members and not files:
        return DetectedFiles(source=source, paths=members.paths, problem=members.problem)
    found = [*files, *(members.all if members else ())]
    if len(found) == 1:
        return DetectedFiles(source=source, paths=tuple(found))
    if found:
        names = ", ".join(file.name for file in found)
        return DetectedFiles(source=source, problem=f"{len(found)} files for one list: {names}")
    if path.is_dir():
        return DetectedFiles(source=source, problem=f"no file in {path.name} is this list")
    # One file under this list's name: keep it as refused, and say what it is instead.
    what = unknown.get(path) or f"the list {next(iter([*claims, *sets]))}"
    return DetectedFiles(source=source, problem=f"the file is {what}, not this list")
