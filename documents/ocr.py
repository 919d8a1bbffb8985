"""Words in pictures, by tesseract where it is installed (https://tesseract-ocr.github.io).

A program beside us, not a library: it is a download of its own, in the languages that its user
chooses, and all of those that are installed are used.
"""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from documents.limits import SECONDS_FOR_A_SCAN
from records import Box, DocumentError

PROGRAM = shutil.which("tesseract")
HOW_TO_GET_IT = (
    "Install tesseract to have it read (Debian: apt-get install tesseract-ocr; see "
    "docs/how-to/documents.md)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The text of one picture."""

    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    line: tuple[str, ...]
    text: str
    box: tuple[float, float, float, float]


def recognise(picture: bytes) -> list[Seen]:
    """Read the words of a picture in any format that tesseract takes, one ``Seen`` a page.

    Raises:
        DocumentError: tesseract is missing, refuses the picture, or takes too long.
    """
    if PROGRAM is None:
        raise DocumentError(f"a picture of words: it was not read. {HOW_TO_GET_IT}")
    languages = [name for name in _installed() if name != "osd"] or ["eng"]
    # 1: finds out which way up the page is, where the data for that are installed.
    mode = "1" if "osd" in _installed() else "3"
    command = [PROGRAM, "-", "-", "-l", "+".join(languages), "--psm", mode, "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and the program was looked up)
            command, input=picture, capture_output=True, timeout=SECONDS_FOR_A_SCAN, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            f"a picture that takes longer than {SECONDS_FOR_A_SCAN:.0f} s to recognise: it was "
            "not read"
        ) from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise DocumentError(f"a picture that tesseract does not take: it was not read ({said})")
    return [_seen(page) for page in _pages(done.stdout.decode("utf-8", errors="replace"))]


@cache
def _installed() -> Sequence[str]:
    """The languages that tesseract has data for."""
    assert PROGRAM is not None  # noqa: S101 (for mypy; the caller looked)
    done = subprocess.run(  # noqa: S603 (as above)
        [PROGRAM, "--list-langs"], capture_output=True, timeout=SECONDS_FOR_A_SCAN, check=False
    )
    # Its first line is a heading.
    return done.stdout.decode(errors="replace").splitlines()[1:]


def _pages(table: str) -> Iterator[list[_Word]]:
    """The words of each page of tesseract's table. Level 1 is a page, level 5 a word."""
    words: list[_Word] | None = None
    width = height = 1.0
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        left, top, wide, high = (float(row[key]) for key in ("left", "top", "width", "height"))
        if row["level"] == "1":
            if words is not None:
                yield words
            words, width, height = [], max(1.0, wide), max(1.0, high)
        elif row["level"] == "5" and words is not None and (row["text"] or "").strip():
            line = tuple(row[key] for key in ("block_num", "par_num", "line_num"))
            box = (left / width, top / height, (left + wide) / width, (top + high) / height)
            words.append(_Word(line=line, text=row["text"].strip(), box=box))
    if words is not None:
        yield words


def _seen(words: list[_Word]) -> Seen:
    """Words to lines and paragraphs, each with its place on the page."""
    pieces: list[str] = []
    boxes: list[Box] = []
    end = 0
    before: tuple[str, ...] | None = None
    for word in words:
        gap = "" if before is None else _gap(before, word.line)
        start = end + len(gap)
        end = start + len(word.text)
        pieces += [gap, word.text]
        left, top, right, bottom = (round(min(1.0, max(0.0, value)), 5) for value in word.box)
        boxes.append(Box(start=start, end=end, left=left, top=top, right=right, bottom=bottom))
        before = word.line
    return Seen(text="".join(pieces), boxes=tuple(boxes))


def _gap(before: tuple[str, ...], now: tuple[str, ...]) -> str:
    if before == now:
        return " "
    return "\n" if before[:2] == now[:2] else "\n\n"
