"""Damages list files in the ways that have been seen, by a seed, so that it can be repeated."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

HTML = b"<!DOCTYPE html><html><head><title>Access denied</title></head><body>403</body></html>"
ERROR = b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>gone</Message></Error>'
ENTRY = re.compile(
    rb"<(?:\w+:)?(sdnEntry|sanctionEntity|INDIVIDUAL|ENTITY|record|target|Designation|"
    rb"DistinctParty|entity)[ >].*?</(?:\w+:)?\1>\s*",
    re.DOTALL,
)


@dataclass(frozen=True)
class Damaged:
    """One variant of a file."""

    how: str
    content: bytes
    lost: float = 0.0
    """Share of the entries that were taken out of a file that is well-formed otherwise."""


def damaged(content: bytes, kind: str, seed: int, others: list[bytes]) -> Damaged:
    """A variant of an unpacked list file.

    Args:
        content: the file.
        kind: its ending: ``xml``, ``csv``, ``json``, ``xlsx``, ``ods``.
        seed: chooses the damage; seeds in a row go through all kinds of it.
        others: files of other lists, to stand under this one's name.
    """
    choice = random.Random(seed)
    ways: list[Callable[[bytes, str, random.Random], Damaged]] = [cut, flipped, tags_lost]
    ways += [entries_lost, lambda *_: wrong_file(choice, others)]
    return ways[seed % len(ways)](content, kind, choice)


def cut(content: bytes, kind: str, choice: random.Random) -> Damaged:
    return Damaged("cut", content[: choice.randrange(len(content.rstrip()))])


def flipped(content: bytes, kind: str, choice: random.Random) -> Damaged:
    data = bytearray(content)
    for _ in range(choice.choice([1, 8, 200])):
        data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
    return Damaged("bits flipped", bytes(data))


def tags_lost(content: bytes, kind: str, choice: random.Random) -> Damaged:
    """A few tags of an XML, separators of a table, runs of bytes of an archive."""
    pattern = {"xml": rb"<[^<>]{1,200}>", "csv": rb'[,;"\n]', "json": rb'[]{}",:[]'}.get(kind)
    if pattern is None:
        start = choice.randrange(len(content))
        return Damaged("bytes lost", content[:start] + content[start + choice.randint(1, 2000) :])
    start = choice.randrange(len(content))
    # From one place on, so that a large file is not searched whole.
    found = [m.span() for m in re.finditer(pattern, content[start : start + 500_000])]
    for first, last in sorted(choice.sample(found, min(len(found), choice.randint(1, 5))))[::-1]:
        content = content[: start + first] + content[start + last :]
    return Damaged("tags lost", content)


def entries_lost(content: bytes, kind: str, choice: random.Random) -> Damaged:
    """A fifth of the entries or more, cleanly, as when a publisher's export stops half way."""
    share = choice.uniform(0.2, 0.9)
    if kind == "xml":
        spans = [found.span() for found in ENTRY.finditer(content)]
        first = choice.randrange(max(1, int(len(spans) * (1 - share)) + 1))
        gone = spans[first : first + max(1, int(len(spans) * share))]
        return Damaged("entries lost", content[: gone[0][0]] + content[gone[-1][1] :], share)
    if kind == "csv":
        lines = content.splitlines(keepends=True)
        keep = max(2, int(len(lines) * (1 - share)))
        return Damaged("entries lost", b"".join(lines[:keep]), share)
    if kind in {"xlsx", "ods"}:
        return Damaged("entries lost", rows_lost(content, share), share)
    return cut(content, kind, choice)


def rows_lost(content: bytes, share: float) -> bytes:
    """A spreadsheet without the last of its rows, whole in every other way."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            for tag in (b"row", b"table:table-row"):
                pattern = rb"<%b [^>]*>.*?</%b>" % (tag, tag)
                rows = [found.span() for found in re.finditer(pattern, data, re.DOTALL)]
                if len(rows) > 5:
                    keep = max(4, int(len(rows) * (1 - share)))
                    data = data[: rows[keep][0]] + data[rows[-1][1] :]
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def wrong_file(choice: random.Random, others: list[bytes]) -> Damaged:
    return Damaged("wrong file", choice.choice([b"", b"\n", HTML, ERROR, b"{}", *others]))
