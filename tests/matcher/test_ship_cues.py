"""Ships in running text: what the rule takes for a cue, the search before it does not pass over."""

import random
import re

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.lexicon.ship_words import ship_words
from matcher.mentions.cues import MentionContext, near_a_ship
from matcher.mentions.document import Text
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.mentions.ship_cues import Cue, cues
from matcher.mentions.windows import near_a_cue
from matcher.names.parser import analyse
from matcher.names.ship_prefixes import is_led_as_a_ship
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

_PRIMARY, _POLICY = NameKind.PRIMARY, Policy(model().threshold)
_FILLERS = ("on", "4", "April", "with", "papers", "for", "the", "owners", "near", "port of call")


@pytest.fixture(scope="module")
def ships(language: Language) -> Searcher:
    names = (ListedName(text="NEVE", kind=NameKind.PRIMARY),)
    return Searcher(build((Entity(id="a:1", kind=Kind.VESSEL, names=names),), language))


def sentences(cue: Cue, name: str) -> list[str]:
    """The cue before and after a name, right beside it and some words away."""
    written = cue.phrase.removeprefix("=").replace("*", "xyz")
    rng = random.Random(cue.phrase)
    away = " ".join(rng.choices(_FILLERS, k=rng.randint(1, 9)))
    return [
        f"{written} {name} {away}.",
        f"{away} {name} {written} {away}.",
        f"{written} {away} {name}.",
        f"{name} {away} {written}.",
        f"{name}, a {written}.",
        *([f"{written}{name}号."] if cue.in_a_row else []),
    ]


def place(text: str, name: str) -> MentionContext:
    start = text.index(name)
    return MentionContext(
        text=text,
        start=start,
        end=start + len(name),
        query=analyse(name),
        name=analyse(name),
        weighed=(),
        kind=Kind.VESSEL,
        name_kind=NameKind.PRIMARY,
        small=False,
    )


@pytest.mark.parametrize("name", ["Adrian Darya 1", "Genava"])
def test_what_the_rule_accepts_the_search_proposes(name: str, finder: Searcher) -> None:
    words = finder.search(None).words
    accepted = 0
    for cue in cues():
        for text in sentences(cue, name):
            if near_a_ship(place(text, name), close=False):
                accepted += 1
                cut = Text.of([text], words)
                at = int((cut.end > text.index(name)).argmax())
                assert near_a_cue(cut)[at], text
    assert accepted > 3 * len(cues())


def test_every_cue_counts_where_the_file_says(finder: Searcher) -> None:
    for cue in cues():
        written = cue.phrase.removeprefix("=").replace("*", "xyz")
        if cue.places & {"before", "beside"}:
            assert near_a_ship(place(f"{written} Genava", "Genava"), close=True), cue
        if "after" in cue.places:
            assert near_a_ship(place(f"Genava {written}", "Genava"), close=True), cue


@pytest.mark.parametrize(
    "text",
    [
        "The barge Genava 12 left port.",
        "S/S Genava 12 was seen.",
        "Genava 12 sailed on Monday.",
        "Груз на судне Genava 12 прибыл.",
        "The Liberia-flagged Genava 12 was seen.",
        "Das Schiff Genava 12 liegt im Hafen.",
        "El buque Genava 12 zarpó ayer.",
        "油轮 Genava 12 离港。",
        "نقلت السفينة Genava 12 النفط.",
        "Fartygets namn: Genava 12",
        "Laivo pavadinimas: Genava 12",
        "האונייה Genava 12 עזבה את הנמל.",
        "जहाज Genava 12 बंदरगाह से रवाना हुआ।",
        "কনটেইনার জাহাজ Genava 12 বন্দরে।",
        "கப்பலின் பெயர்: Genava 12",
        "ชื่อเรือ: Genava 12",
        "선박명: Genava 12",
        "悬挂巴拿马国旗的“Genava 12”轮驶离。",
    ],
)
def test_ships_are_found_in_the_words_of_many_languages(text: str, finder: Searcher) -> None:
    found = find(text, finder, Policy(model().threshold))
    assert "Genava 12" in {text[one.start : one.end] for one in found}


def test_a_word_in_small_letters_is_no_ship(ships: Searcher) -> None:
    policy = Policy(model().threshold)
    assert not find("A hajó neve: Carina", ships, policy)
    assert find("A NEVE hajó elhagyta a kikötőt.", ships, policy)
    assert find("a neve hajó elhagyta a kikötőt", ships, policy)


def test_social_security_is_no_steamship(finder: Searcher) -> None:
    assert not near_a_ship(place("Ms. Genava was paid.", "Genava"), close=True)
    assert not near_a_ship(place("the Ss and Genava", "Genava"), close=True)


def test_rows_of_the_file_are_sound() -> None:
    rows = ship_words()
    assert len({(row.language, row.phrase) for row in rows}) == len(rows)
    for row in rows:
        assert row.places <= {"before", "after", "beside", "near", "query"}, row
        assert re.search(r"\w", row.phrase), row


def test_every_word_of_a_query_counts_right_before_a_ships_name() -> None:
    rows = [row for row in ship_words() if "query" in row.places]
    assert len(rows) > 40
    for row in rows:
        asked = analyse(f"{row.phrase} Genava")
        assert is_led_as_a_ship(asked, range(len(asked.words) - 1, len(asked.words))), row
    asked = analyse("aircraft Genava")
    assert not is_led_as_a_ship(asked, range(1, 2))


@pytest.fixture(scope="module")
def fleet(language: Language) -> Searcher:
    listed = [
        Entity(id=f"a:{name}", kind=Kind.VESSEL, names=(ListedName(text=name, kind=_PRIMARY),))
        for name in ("ORCHID", "PIONEER")
    ]
    return Searcher(build(listed, language))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The s.s. Orchid sailed on Monday.", "Orchid"),
        ("VSL: ORCHID VOY 12", "ORCHID"),
        ("Three vessels of the fleet, among them the Orchid, were seen.", "Orchid"),
        ("Mehrere Schiffe der Flotte, darunter die Orchid, wurden gesehen.", "Orchid"),
        ("Varios buques, entre ellos el Orchid, zarparon ayer.", "Orchid"),
        ("The m.v. Pioneer sailed on Monday.", "Pioneer"),
    ],
)
def test_ships_behind_abbreviations_and_among_others_are_found(
    text: str, name: str, fleet: Searcher
) -> None:
    assert name in {text[one.start : one.end] for one in find(text, fleet, _POLICY)}


@pytest.mark.parametrize(
    "text",
    [
        "The m.v. Grand Pioneer sailed on Monday.",
        "Several companies of the group, among them Pioneer, paid.",
        "Pioneers among them the Pioneer of the trade.",
    ],
)
def test_a_longer_ship_and_who_is_among_others_are_not_the_listed_ship(
    text: str, fleet: Searcher
) -> None:
    assert not find(text, fleet, _POLICY)
