"""Write ``lists/data/country_english.tsv``: what CLDR calls each country in English, through Babel.

python tools/make_country_english.py
"""

from pathlib import Path

import babel
from babel import Locale

TABLE = Path(__file__).parent.parent / "lists" / "data" / "country_english.tsv"
# CLDR's regions that are no countries.
NO_COUNTRIES = {"EZ", "QO", "UN", "XA", "XB", "ZZ"}


def main() -> None:
    """Write the table: a line for each country, its code and its name."""
    names = Locale("en").territories
    with TABLE.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            "# ISO 3166-1 alpha-2 codes and CLDR's English names; made by "
            f"tools/make_country_english.py with Babel {babel.__version__}; CLDR: Unicode License "
            "v3\n"
        )
        for code in sorted(names):
            if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES:
                file.write(f"{code.lower()}\t{names[code]}\n")


if __name__ == "__main__":
    main()
