"""Make matcher/data/family_names.tsv from the word lists of wordfreq.

    python tools/make_family_names.py

Which surnames Eastern Europe has is told by no free table, but by its texts: a Russian word in
*-ов* or *-ин* that has a feminine in *-ова* or *-ина* beside it is hardly anything else, nor is one
in *-енко* or *-чук*, nor a Serbian one in *-ić*. Kept is the coarse spelling, which is one for all
romanisations.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from wordfreq import get_frequency_dict

from matcher.lexicon.keys import skeleton
from matcher.lexicon.scripts import latin

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "family_names.tsv"
# Letters of a name at least: shorter ones are like many.
SHORTEST = 4
# Languages, endings of a name for a man, and whether a woman's has to be there, too.
_ENDINGS = (
    ("ru", re.compile("(?:[оеё]в|[иы]н)"), "а"),
    ("uk", re.compile("(?:[оеє]в|[иі]н)"), "а"),
    ("bg", re.compile("(?:[ое]в|ин)"), "а"),
    ("mk", re.compile("(?:[ое]вски|[ое]в)"), ""),
    ("ru", re.compile("(?:енко|[чщ]ук|швили|[еи]дзе)"), ""),
    ("uk", re.compile("(?:енко|[чщ]ук)"), ""),
    ("sh", re.compile("(?:ić)"), ""),
)


def main() -> None:
    """Write the table."""
    rows = sorted({skeleton(latin(word)) for word in _names()})
    head = (
        "# The coarse spelling of Eastern European surnames; source: the word lists of wordfreq, by"
        f" their endings; made by tools/{Path(__file__).name}\n"
    )
    TARGET.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def _names() -> Iterator[str]:
    for language, ending, feminine in _ENDINGS:
        words = get_frequency_dict(language, "best")
        for word in words:
            if (
                len(word) >= SHORTEST + 1
                and word.isalpha()
                and re.search(f"{ending.pattern}$", word)
                and word + feminine in words
            ):
                yield word


if __name__ == "__main__":
    main()
