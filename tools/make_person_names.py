"""Make matcher/data/person_names.tsv from rigour's tables.

    pip install --no-deps --target DIR rigour==1.8.2
    python tools/make_person_names.py DIR

rigour (OpenSanctions, MIT licence) keeps nicknames, titles and particles, and given names as they
are written over languages (collected from Wikidata, CC0). Of those only the ones with many
spellings are taken: rare ones are spelled by the rules of transliteration, which the matcher has.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from make_word_tables import load

from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import latin

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "person_names.tsv"
# Spellings over all scripts from which on a name is a common one, and how many may stand in a row.
COMMON, MOST, SHORTEST = 14, 60, 3
PARTICLES = ("BIN", "BINT", "OULD", "VON", "VAN", "SAINT", "HAJI", "SHEIKH", "JR", "SR", "ESQ",
             "DR", "PROF", "PHD")  # fmt: skip
# Words that are parts of names rather than titles, articles of names, and little words.
OWN = ("al", "el", "ul", "ad", "an", "ar", "as", "at", "az", "de", "del", "della", "di", "da",
       "dos", "du", "la", "le", "der", "den", "zu", "und", "y", "president")  # fmt: skip
NO_TITLES = frozenset({"chair", "count", "king", "prince", "director", "general", "judge"})


def main() -> None:
    """Read rigour's tables below the folder given, write ours."""
    root = Path(sys.argv[1]) / "rigour" / "data" / "names"
    names = load(root / "data.py")
    rows = {("name", " ".join(sorted({latin(n) for n in group})))
            for group in names.PERSON_NICK.values()}  # fmt: skip
    rows |= {("name", row) for row in _given(root / "persons.txt")}
    little = {latin(word) for key in PARTICLES for word in names.PERSON_SYMBOLS[key]}
    titles = {latin(title) for title in names.PERSON_NAME_PREFIXES if " " not in title}
    rows |= {("little", word) for word in {*little, *titles, *OWN} - NO_TITLES if word}
    text = "# kind, words; source: rigour 1.8.2 (MIT); made by tools/make_person_names.py\n"
    lines = "".join(f"{kind}\t{words}\n" for kind, words in sorted(rows) if words)
    TARGET.write_text(text + lines, encoding="utf-8")


def _given(path: Path) -> Iterator[str]:
    """Spellings of one name in a row, those that the matcher reads alike once."""
    for line in path.read_text(encoding="utf-8").splitlines():
        spellings = [name.strip() for name in line.partition("=>")[0].split(",")]
        if len(spellings) < COMMON:
            continue
        words = {latin(name) for name in spellings if " " not in name}
        distinct = {skeleton(word): word for word in sorted(words) if len(word) >= SHORTEST}
        if 1 < len(distinct) <= MOST:
            yield " ".join(sorted(distinct.values()))


if __name__ == "__main__":
    main()
