"""Make matcher/data/name_sounds.tsv from the names of listed persons.

    python tools/make_name_sounds.py ENTITIES.jsonl ...

The files are what ``namewarden lists export LIST --format jsonl`` writes. Kept is every word of
letters in a person's name that reads in Latin letters, with its key of ``lexicon.loan_sounds``: a
name that another script writes by its sound is looked up by it.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from anyascii import anyascii

from matcher.lexicon.loan_sounds import sounds
from matcher.lexicon.native_words import ARTICLES

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "name_sounds.tsv"
SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’`ʻʼ][^\W\d_]+)*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def main() -> None:
    """Count the words of the exports, and write the table."""
    counts = Counter[str]()
    for path in map(Path, sys.argv[1:]):
        with path.open(encoding="utf-8") as lines:
            for entity in map(json.loads, lines):
                if entity["kind"] == "person":
                    names = [name["text"] for name in entity.get("names", ())]
                    counts.update({word for text in names for word in _words(text)})
    rows = [
        f"{word}\t{word} {sounds(word).key}\n"
        for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        if len(word) >= SHORTEST and word not in ARTICLES and len(sounds(word).consonants) > 1
    ]
    head = (
        "# word of listed persons' names in Latin letters, its sound and the key of it, the "
        f"commonest first; source: OFAC, EU, UN and CSL; made by tools/{Path(__file__).name}\n"
    )
    TARGET.write_text(head + "".join(rows), encoding="utf-8")


def _words(text: str) -> set[str]:
    found = (word for word in _WORD.findall(text) if _LATIN.match(word))
    return {re.sub("[^a-z]", "", anyascii(word).lower()) for word in found}


if __name__ == "__main__":
    main()
