"""Records of a fixed width: fields stand at the same places of each line, and touch where one fills
its own. Where a field begins is told by the lines in which it does not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Lines that have the same length, of all; lines in which a field begins at a place, of these.
_LEAST_LINES, _LEAST_ALIKE, _LEAST_BEGUN = 3, 0.9, 0.6
_SHORTEST, _MOST_LINES = 30, 100_000


def parted(text: str) -> Iterator[str]:
    """The lines whose fields touch, with a space between them."""
    lines = [line.rstrip("\r") for line in text.split("\n", _MOST_LINES)]
    lines = [line for line in lines if line.strip()]
    if len(lines) < _LEAST_LINES or len(lines[0]) < _SHORTEST:
        return
    length, count = Counter(map(len, lines)).most_common(1)[0]
    if length < _SHORTEST or count < _LEAST_ALIKE * len(lines):
        return
    records = [line for line in lines if len(line) == length]
    starts = _starts(records[:1000], length)
    for record in records:
        touching = [at for at in starts if record[at - 1].isalnum() and record[at].isalnum()]
        if touching:
            yield _with_spaces(record, touching)


def _starts(records: Sequence[str], length: int) -> list[int]:
    """Where fields begin: behind a blank, or letters behind digits and the other way round."""
    least = _LEAST_BEGUN * len(records)
    return [
        at
        for at in range(1, length)
        if sum(_begins(record[at - 1], record[at]) for record in records) >= least
    ]


def _begins(before: str, sign: str) -> bool:
    if before == " ":
        return sign.isalnum()
    return (before.isdigit() and sign.isalpha()) or (before.isalpha() and sign.isdigit())


def _with_spaces(record: str, places: Sequence[int]) -> str:
    ends = [0, *places, len(record)]
    pieces = (record[start:end] for start, end in pairwise(ends))
    return " ".join(pieces)
