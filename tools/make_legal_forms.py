"""Make matcher/data/legal_forms_iso20275.tsv from the ISO 20275 list of legal forms.

    python tools/make_legal_forms.py ISO-20275.csv

The list is kept by GLEIF (Entity Legal Form code list, free of charge and without restriction of
use). Taken are the abbreviations that matcher/data's other tables do not know yet, but for those
that are words of ordinary language (*Canton*, *Pool*) and bare pairs of letters.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from wordfreq import zipf_frequency

from matcher.lexicon.tables import Role
from matcher.names.parser import words_of

TABLE = Path(__file__).resolve().parent.parent / "matcher" / "data" / "legal_forms_iso20275.tsv"
ABBREVIATIONS = ("Abbreviations Local language", "Abbreviations transliterated")
# Pairs of letters are initials as often.
SHORTEST = 3
LONGEST_WORD, MOST_WORDS = 7, 7
ORDINARY = 3.6
# Administrations, branches and persons, which are no legal form of a company.
NO_COMPANIES = frozenset({"SK", "CH"})
KINDS = (
    ("LLP", r"limited liability partnership"),
    ("LP", r"limited partnership|commandit|kommandit|accomandita|komandit"),
    ("GP", r"general partnership|collecti[fv]|nom collectif|offene handels"),
    ("COOP", r"co-?op|genossensch|družst|spółdzieln"),
    ("LLC", r"limited liability|responsab|haftung|ograni|limited|lim[ei]tad"),
    ("JSC", r"joint.stock|share|aktie|anonim|anonym|anónim|acciones|azioni|public"),
    ("NGO", r"association|foundation|stichting|non-?profit|verein"),
)


def kind_of(name: str) -> str:
    """The class of a legal form by its full name."""
    found = words_of(name)
    if len(found) == 1 and found[0].role is Role.LEGAL and found[0].concept:
        return found[0].concept
    return next((kind for kind, words in KINDS if re.search(words, name, re.IGNORECASE)), "OTHER")


def is_known(abbreviation: str) -> bool:
    """Whether the tables know it, be it as a trade word (*SPC*)."""
    found = words_of(abbreviation)
    trade = len(found) == 1 and found[0].role is Role.TRADE
    return trade or all(not word.is_content for word in found)


def is_usable(abbreviation: str) -> bool:
    """Whether it may stand in a table: no ordinary words, no sentence, more than bare letters."""
    words = re.findall(r"[^\W_]+", abbreviation.replace(".", ""))
    letters = "".join(words)
    if not words or len(words) > MOST_WORDS or re.search(r"[(,:]|\bor\b", abbreviation):
        return False
    if len(letters) < SHORTEST:
        return False
    if all(len(word) == 1 for word in words) and len(words) > 1 and "/" not in abbreviation:
        return False
    return all(len(w) <= LONGEST_WORD and not is_ordinary(w) for w in words)


def is_ordinary(word: str) -> bool:
    """Whether it is a word rather than letters."""
    if len(word) < 4:
        return False
    return zipf_frequency(word.lower(), "en") > ORDINARY and not is_known(word)


def main() -> None:
    """Read the list, write what is new."""
    kinds: dict[str, Counter[str]] = {}
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Country Code (ISO 3166-1)"] in NO_COMPANIES:
                continue
            kind = kind_of(row["Entity Legal Form name Local name"])
            for column in ABBREVIATIONS:
                for one in map(str.strip, (row[column] or "").split(";")):
                    if one and is_usable(one) and not is_known(one):
                        kinds.setdefault(" ".join(one.split()), Counter())[kind] += 1
    rows = sorted(f"{of.most_common(1)[0][0]}\t{one}" for one, of in kinds.items())
    head = "# legal form class, phrase; source: ISO 20275 (GLEIF ELF code list 1.5, 2023-09-28)"
    head += "; made by tools/make_legal_forms.py\n"
    TABLE.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {len(rows)} rows", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
