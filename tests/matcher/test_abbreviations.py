"""Trade words cut short meet the words that they are short for, and weigh as these do."""

from importlib.resources import files

import pytest

from matcher.comparison.align import align, pair
from matcher.index.build import build
from matcher.lexicon.abbreviations import LONG_WORDS, is_short_for, long_words, meant_by
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match
from records import Entity, Kind, ListedName, NameKind


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Inst", "Institute"),
        ("Srvcs", "Services"),
        ("Petrochem", "Petrochemical"),
        ("Intnl", "International"),
        ("Mfg", "Manufacturing"),
        ("Gebr", "Gebrüder"),
        ("Trdg", "Trading"),
        ("Sys", "Systems"),
        ("Comm", "Communications"),
        ("Comm", "Commercial"),
        ("Assur", "Versicherung"),
        ("Nauch", "научный"),
        ("Petchem", "Petrochemical"),
        ("Rev", "Revolution"),
    ],
)
def test_a_trade_word_cut_short_meets_the_word_and_its_translations(short: str, long: str) -> None:
    left, right = analyse(f"Qorvan {short}").words[1], analyse(f"Qorvan {long}").words[1]
    assert pair(left, right)[0] in ("abbreviation", "translation")
    assert pair(right, left) == pair(left, right)


def test_names_are_not_abbreviated() -> None:
    assert align(analyse("Qrvn"), analyse("Qorvanistan")) == ()
    assert align(analyse("Tran"), analyse("Teheran")) == ()


def test_letters_that_are_a_form_behind_a_name_are_a_trade_before_it() -> None:
    before, whole = analyse("Ets Qorvan").words[0], analyse("Établissements Qorvan").words[0]
    assert pair(before, whole)[0] == "abbreviation"
    assert analyse("Qorvan ETS").words[1].role is Role.LEGAL


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("manuf", "manufacturing", True),
        ("prodn", "production", True),
        ("hldgs", "holdings", True),
        # Not in this order; with a vowel behind the beginning; without the last consonant.
        ("prtdn", "production", False),
        ("prdon", "production", False),
        ("prdc", "production", False),
        # A short one with a vowel inside; hardly shorter.
        ("hong", "holding", False),
        ("alliant", "alliantie", False),
        ("productio", "production", False),
    ],
)
def test_an_abbreviation_is_a_beginning_and_consonants_up_to_the_last(
    short: str, long: str, fits: bool
) -> None:
    assert is_short_for(short, long) is fits


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    texts = [
        "Qorvan Petrochemical Trading Services",
        "Teldrin Mfg Inst",
        "Ostravny Research Centre",
    ]
    named = [(ListedName(text=text, kind=NameKind.PRIMARY),) for text in texts]
    entities = [
        Entity(id=f"custom:{number}", kind=Kind.ORGANIZATION, names=names)
        for number, names in enumerate(named)
    ]
    return Finder(build(entities, language))


def found(query: str, finder: Finder) -> list[Match]:
    return match(query, finder, Policy(0.8))


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("QORVAN PETROCHEM TRDG SRVCS", 0),
        ("Teldrin Manufacturing Institute", 1),
        ("Ostravny Rsch Ctr", 2),
    ],
)
def test_the_list_is_searched_for_it_on_either_side(own: Finder, query: str, number: int) -> None:
    (hit,) = found(query, own)
    assert hit.entity == number
    rows = [row for row in hit.evidence if row.how == "abbreviation"]
    assert rows
    # The rare word carries the name, whatever the abbreviation's own rarity.
    assert all(row.weight < hit.evidence[0].weight for row in rows)


def test_what_ships_is_what_the_tables_say() -> None:
    shipped = (files("matcher") / "data" / LONG_WORDS).read_text(encoding="utf-8")
    assert shipped == long_words()


def test_who_holds_an_office_is_no_word_cut_short_for_it() -> None:
    assert not meant_by("minister")
    assert not meant_by("director")
    assert meant_by("petrochem")
