"""Which list a file is, told by its content: names of downloaded files cannot be trusted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lists import SOURCES, Source
from lists.first_bytes import described_head
from lists.packed import head_of
from records import ListFormatError, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The file for a source, or why there is none."""

    source: Source
    path: Path | None
    problem: str = ""


def found_files(
    path: Path, wanted: Sequence[Source], notify: Callable[[str], None]
) -> tuple[Found, ...]:
    """Assign files to sources by what is in them.

    Args:
        path: a file, or a folder of files (not searched deeper).
        wanted: only these sources; empty for every source that a file is found for.
        notify: gets a line for each file that no source recognises.

    Raises:
        UsageError: there is nothing at ``path``.
        ListFormatError: no file is of a known list, and none was asked for by name.
    """
    files = _files(path)
    claims: dict[str, list[Path]] = {}
    unknown: dict[Path, str] = {}
    for file in files:
        source, what = _recognise(file)
        if source is None:
            unknown[file] = what
        else:
            claims.setdefault(source.name, []).append(file)
    lines = [f"{file.name}: {what}, no list that is known here" for file, what in unknown.items()]
    if not wanted and not claims:
        raise ListFormatError(
            f"{'; '.join(lines[:3]) or f'{path.name}: an empty folder'}. Nothing was imported. "
            f"Known lists: {', '.join(source.name for source in SOURCES)}"
        )
    asked = wanted or [source for source in SOURCES if source.name in claims]
    if path.is_dir():
        for line in lines:
            notify(f"{line}; left out")
    return tuple(_found(source, claims, unknown, path) for source in asked)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder. Nothing was imported")
    return [path]


def _recognise(file: Path) -> tuple[Source | None, str]:
    try:
        head = head_of(file)
    except ListFormatError as error:
        return None, str(error)
    except OSError as error:
        return None, f"cannot be read ({error.strerror or error})"
    found = next((source for source in SOURCES if source.recognises(head)), None)
    return found, described_head(head)


def _found(
    source: Source, claims: dict[str, list[Path]], unknown: dict[Path, str], path: Path
) -> Found:
    files = claims.get(source.name, [])
    if len(files) == 1:
        return Found(source=source, path=files[0])
    if files:
        names = ", ".join(file.name for file in files)
        return Found(source=source, path=None, problem=f"{len(files)} files for one list: {names}")
    if path.is_dir():
        return Found(source=source, path=None, problem=f"no file in {path.name} is this list")
    # One file under this list's name: keep it as refused, and say what it is instead.
    what = unknown.get(path) or f"the list {next(iter(claims))}"
    return Found(source=source, path=None, problem=f"the file is {what}, not this list")
