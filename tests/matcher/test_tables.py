"""The word tables: what is compiled is what the rows say."""

from importlib.resources import files

import pytest

from matcher.lexicon.compile import SOURCES, compiled
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import (
    COMPILED,
    Meaning,
    Role,
    key,
    near_words,
    tables,
    word_key,
)
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import COMPILED_CUES, compiled_cues

FOLDER = files("matcher") / "data"


def rows(file: str) -> list[tuple[int, str]]:
    """Number and text of every row that is no remark."""
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return [(i, line) for i, line in enumerate(lines, 1) if not line.startswith("#")]


def test_the_compiled_tables_are_up_to_date() -> None:
    """When this fails: python tools/compile_word_tables.py"""
    assert (FOLDER / COMPILED).read_text(encoding="utf-8") == compiled()
    assert (FOLDER / COMPILED_CUES).read_text(encoding="utf-8") == compiled_cues()


@pytest.mark.parametrize("file", [file for file, _ in SOURCES])
def test_every_row_has_a_key_and_a_phrase(file: str) -> None:
    bad = [
        (number, line)
        for number, line in rows(file)
        if not all(part.strip() for part in line.split("\t")) or line.count("\t") != 1
    ]
    assert bad == []


@pytest.mark.parametrize("file", [file for file, _ in SOURCES])
def test_every_table_says_where_it_is_from(file: str) -> None:
    first = (FOLDER / file).read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#")
    assert "source:" in first


@pytest.mark.parametrize("file", [file for file, _ in SOURCES])
def test_no_row_is_there_twice(file: str) -> None:
    lines = [line for _, line in rows(file)]
    assert len(lines) == len(set(lines))


def looked_up(word: str) -> str:
    return word_key(word, cyrillic=False)


def meaning(*words: str) -> Meaning | None:
    return tables().phrases.get(tuple(looked_up(word) for word in words))


@pytest.mark.parametrize(
    ("words", "role", "concept"),
    [
        (("gmbh",), Role.LEGAL, "LLC"),
        (("ooo",), Role.LEGAL, "LLC"),
        (("limited", "liability", "company"), Role.LEGAL, "LLC"),
        (("public", "joint", "stock", "company"), Role.LEGAL, "JSC"),
        (("technology",), Role.TRADE, "TECH"),
        (("tekhnologii",), Role.TRADE, "TECH"),
        (("bank",), Role.TRADE, "BANK"),
        (("iran",), Role.PLACE, "IR"),
        (("second",), Role.NUMBER, "2"),
    ],
)
def test_known_phrases_mean_what_they_should(
    words: tuple[str, ...], role: Role, concept: str
) -> None:
    assert meaning(*words) == Meaning(role, concept)


def test_trade_words_meet_over_scripts() -> None:
    assert tables().han["科技"] == Meaning(Role.TRADE, "TECH")
    assert tables().han["有限公司"].role is Role.LEGAL


def test_longer_phrases_are_tried_first() -> None:
    lengths = tables().lengths[looked_up("joint")]
    assert len(lengths) > 1
    assert list(lengths) == sorted(lengths, reverse=True)
    assert all(len(phrase) in tables().lengths[phrase[0]] for phrase in tables().phrases)


def test_only_long_words_are_looked_up_by_their_skeleton() -> None:
    assert key("company") == skeleton("company")
    assert key("co") == "co"
    assert key("ko") == "ko"


def test_near_words_are_one_edit_away() -> None:
    assert looked_up("limited") in near_words(looked_up("limted"))
    assert near_words("co") == ()
    assert looked_up("limited") not in near_words(looked_up("limited"))


@pytest.mark.parametrize(
    "text",
    [
        "машиностроительный завод",
        "машиностроительного завода",
        "Машиностроительным Заводом",
        "mashinostroitelnyi zavod",
        "Mashinostroitelnogo zavoda",
        "machine building plant",
    ],
)
def test_trade_words_are_known_in_all_their_cases(text: str) -> None:
    assert [word.concept for word in analyse(text).words] == ["MACHBUILD", "FACTORY"]


@pytest.mark.parametrize("text", ["Marina", "Optima", "Montana", "Toyota", "Sonata"])
def test_words_of_other_languages_are_not_taken_for_cases_of_russian_ones(text: str) -> None:
    assert [word.concept for word in analyse(text).words] == [None]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Kaya Mfg Mgmt", "Kaya Manufacturing Management"),
        ("Kaya Gayrimenkul Yatırım Ortaklığı", "Kaya Real Estate Investment Trust"),
        ("FSUE Kaya", "ФГУП Kaya"),
        ("Federal State Budgetary Scientific Institution Kaya", "FGBU Kaya"),
    ],
)
def test_abbreviations_and_legal_forms_over_languages_are_one(short: str, long: str) -> None:
    concepts = [{word.concept for word in analyse(name).words} for name in (short, long)]
    assert concepts[0] == concepts[1]
