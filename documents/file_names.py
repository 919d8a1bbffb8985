"""The names of files as text: an attachment may name a party that nothing in it does."""

import re
from collections.abc import Iterable, Iterator

from records import Passage

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_SPACES = re.compile(r"[_+]+|%20|\s+")
_WORDS = re.compile(r"[A-Za-z]{2}|[^\W\d_A-Za-z]")
# What programs and readers call the files that nobody named.
_MADE_UP = re.compile(
    r"(?:word|xl|ppt|embeddings|media|activeX|oleObject|message|attachment|object|picture|content|"
    r"Object|MBD|ObjectPool|Pictures|page|image|winmail|smime|Microsoft_\w+?)[ _]?[0-9A-F]*",
)


def as_passages(names: Iterable[str], end: int | None) -> Iterator[Passage]:
    """The words of names and of the folders before them, each once.

    Args:
        names: as the file around them calls them: ``annex/Mahan_Air.pdf``.
        end: code points of the text that they are put behind; None where there is none.
    """
    pieces = (_plain(piece) for name in names for piece in re.split(r"[/\\]", name))
    for text in dict.fromkeys(filter(None, pieces)):
        start = 0 if end is None else end + 1
        yield Passage(text=text, start=start, place="file name")
        end = start + len(text)


def _plain(name: str) -> str:
    words = _SPACES.sub(" ", _ENDING.sub("", name)).strip()
    if not _WORDS.search(words) or _MADE_UP.fullmatch(words):
        return ""
    return "".join(letter if letter.isprintable() else " " for letter in words)
