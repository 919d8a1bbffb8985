"""Countries as people write them: names in any language, codes, names of before."""

from pathlib import Path

import pytest

from lists.country_names import Countries, key, understood

DATA = Path(__file__).parent.parent.parent / "lists" / "data"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russian Federation", "ru"),
        ("RUS", "ru"),
        ("Russland", "ru"),
        ("Россия", "ru"),
        ("ロシア", "ru"),
        ("643", "ru"),
        ("uk", "gb"),
        ("Great Britain", "gb"),
        ("Großbritannien", "gb"),
        ("GROSSBRITANNIEN", "gb"),
        ("Angleterre", "gb"),
        ("İngiltere", "gb"),
        ("Tschechei", "cz"),
        ("Wit-Rusland", "by"),
        ("Königreich Spanien", "es"),
        ("Kingdom of Spain", "es"),
        ("République française", "fr"),
        ("République d’Iraq", "iq"),
        ("Республика Казахстан", "kz"),
        ("Burma", "mm"),
        ("AND", "ad"),
        ("Côte d’Ivoire", "ci"),
        ("cote d ivoire", "ci"),
        ("St. Lucia", "lc"),
        ("Trinidad & Tobago", "tt"),
        ("Korea, Dem. People's Rep. of", "kp"),
        ("Venezuela (Bolivarian Republic of)", "ve"),
        # As publishers write them (SOURCES.md of the development lists).
        ("Congo (Democratic Republic)", "cd"),
        ("Congo, Democratic Republic of the", "cd"),
        ("The Gambia", "gm"),
        ("Guinea Bissau", "gw"),
        ("Bosnia-Herzegovina", "ba"),
        ("Occupied Palestinian Territories", "ps"),
        ("Former USSR Currently Ukraine", "ua"),
        ("Iraq (previous address)", "iq"),
        ("Region: West Bank", "ps"),
        ("Belarus / Bélarus", "by"),
    ],
)
def test_a_country_is_understood_however_it_is_written(text: str, code: str) -> None:
    assert understood(text) == Countries((code,))
    assert understood(text.upper()) == understood(text.lower()) == Countries((code,))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Former USSR", {"ru", "ua", "by", "kz"}),
        ("Yugoslavia", {"rs", "me", "hr"}),
        ("Korea", {"kp", "kr"}),
        ("Congo", {"cd", "cg"}),
    ],
)
def test_words_that_leave_it_open_mean_every_country_that_they_may(
    text: str, codes: set[str]
) -> None:
    assert codes <= set(understood(text).codes)


def test_several_countries_in_one_text_are_each_understood_or_named() -> None:
    assert understood("Russia; Iran, N. Korea") == Countries(("ru", "ir"), ("N. Korea",))
    assert understood(["ru", "Atlantis", "Russia"]) == Countries(("ru",), ("Atlantis",))


@pytest.mark.parametrize("text", ["Atlantis", "xx", "00", "n/a", "R", "?", "Moscow"])
def test_what_is_no_country_is_not_taken_for_one(text: str) -> None:
    assert understood(text) == Countries((), (text,))


def test_nothing_says_nothing() -> None:
    assert understood("") == understood(" ") == understood([]) == Countries()


@pytest.mark.parametrize("table", ["country_names.tsv", "country_words.tsv"])
def test_every_name_of_the_tables_can_be_looked_up(table: str) -> None:
    for line in (DATA / table).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            codes, *names = line.split("\t")
            assert all(len(code) == 2 for code in codes.split())
            assert names
            assert all(map(key, names))


def test_no_name_is_in_our_own_table_twice_with_other_codes() -> None:
    seen: dict[str, str] = {}
    for line in (DATA / "country_words.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        codes, *names = line.split("\t")
        for name in names:
            assert seen.setdefault(key(name), codes) == codes, name
