"""Make matcher/data/native_names.tsv from rigour's table of given names and surnames.

    pip install --no-deps --target DIR rigour==1.8.2
    python tools/make_native_names.py DIR

rigour (OpenSanctions, MIT licence) has names as they are written over scripts and languages,
collected from Wikidata (CC0). Taken are words in Arabic and Hebrew letters, which leave vowels out,
with the spellings in Latin letters that may be readings of them. Nothing of it comes from the lists
on which the matcher is measured.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import without_article
from matcher.lexicon.scripts import is_consonantal, latin
from matcher.lexicon.vowelless import may_be

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "native_names.tsv"
MOST_SPELLINGS = 8
SHORTEST = 2
_WORD = re.compile(r"[^\s\-‐]+")


def main() -> None:
    """Read rigour's table below the folder given, write ours."""
    path = Path(sys.argv[1]) / "rigour" / "data" / "names" / "persons.txt"
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        spellings = [name.strip() for name in line.partition("=>")[0].split(",")]
        natives = {without_article(fold(n)) for n in spellings if is_consonantal(n) and _is_word(n)}
        written = {latin(n) for n in spellings if n.isascii() and _is_word(n)}
        for native in natives:
            likely = [form for form in written if len(form) >= SHORTEST and may_be(native, form)]
            found[native].update(likely)
    text = "# word, its spellings; source: rigour 1.8.2 (MIT), of Wikidata (CC0); "
    text += f"made by tools/{Path(__file__).name}\n"
    for native, counted in sorted(found.items()):
        ways = [way for way, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]
        if len(native) >= SHORTEST and ways:
            text += f"{native}\t{' '.join(ways[:MOST_SPELLINGS])}\n"
    TARGET.write_text(text, encoding="utf-8")


def _is_word(name: str) -> bool:
    return _WORD.fullmatch(name) is not None


if __name__ == "__main__":
    main()
