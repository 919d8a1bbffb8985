"""Write ``lists/data/country_names.tsv``: names and codes of countries from CLDR, through Babel.

And ``matcher/data/country_codes.tsv``: their alpha-3 codes alone, as they stand behind names.

    python tools/make_country_names.py

Made ahead and kept in the repository: reading CLDR's thousand locales takes seconds, and the
program would need Babel for nothing else.
"""

from collections import Counter, defaultdict
from pathlib import Path

import babel
from babel import Locale, localedata
from babel.core import get_global

from lists.country_names import key

TABLE = Path(__file__).parent.parent / "lists" / "data" / "country_names.tsv"
THREE_LETTERS = Path(__file__).parent.parent / "matcher" / "data" / "country_codes.tsv"
# CLDR's regions that are no countries, and what ISO 3166-1 leaves to everybody.
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def main() -> None:
    """Write the table: a line for each country, or for each set of countries with names in common,
    its codes first, then every name once.
    """
    codes_of: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for name, code in (*_names(), *_codes()):
        codes_of[key(name)].add(code.lower())
        shown.setdefault(key(name), name)
    lines: dict[str, list[str]] = defaultdict(list)
    for found, codes in codes_of.items():
        lines[" ".join(sorted(codes))].append(shown[found])
    with TABLE.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            "# ISO 3166-1 alpha-2 codes, and what CLDR calls the country in any language, its "
            f"alpha-3 and numeric code; made by tools/make_country_names.py with Babel "
            f"{babel.__version__}; CLDR: Unicode License v3\n"
        )
        for codes_text in sorted(lines):
            file.write("\t".join((codes_text, *sorted(lines[codes_text]))) + "\n")
    _write_three_letters()


def _write_three_letters() -> None:
    # Of letters that several countries have had none is told.
    codes = Counter(long for long, _ in _codes() if long.isalpha())
    with THREE_LETTERS.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            "# ISO 3166-1 alpha-3, alpha-2; made by tools/make_country_names.py with Babel "
            f"{babel.__version__}; CLDR: Unicode License v3\n"
        )
        rows = ((long, short) for long, short in _codes() if codes[long] == 1)
        file.writelines(f"{long}\t{short}\n" for long, short in sorted(rows))


def _names() -> list[tuple[str, str]]:
    found = []
    for name in sorted(localedata.locale_identifiers()):
        for code, text in Locale.parse(name).territories.items():
            if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES and key(text):
                found.append((text, code))
    return found


def _codes() -> list[tuple[str, str]]:
    """Alpha-3 and numeric codes; those of countries that are no more stand for those that came."""
    countries = Locale("en").territories
    return [
        (code, each)
        for code, now in get_global("territory_aliases").items()
        if len(code) == 3
        for each in now
        if len(each) == 2 and each in countries and each not in NO_COUNTRIES
    ]


if __name__ == "__main__":
    main()
