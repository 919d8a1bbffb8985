"""The quick look that rules listed names out by the words around them is never wrong."""

from itertools import pairwise
from random import Random

import pytest

from matcher.names import speaking_words as speaking_words_module
from matcher.names.parser import analyse
from matcher.names.speaking_words import speaking_words
from matcher.names.surrounding_cues import Cues, cues
from matcher.names.surroundings import others
from matcher.search import standing
from matcher.search.finder import Finder

AROUND = (
    "Zephyr {} Ltd",
    "{} Orion Kazan Branch",
    "Global {} Partners, 12 Sadovaya Street",
    "M/V {} Harbour",
    "Attn: Sales, {}",
    "Quorvant c/o {}",
    "{} of Hamburg No. 7",
    "New York {} Works LLC",
    "{} AS Tower",
    "«{}» Вектор",
    "Zephyr Ltd and {}",
    "{} formerly Zephyr Orion",
    "{}, Houston, TX 77002",
    "Zephyr Trading / {}",
    "{} 東京支店",
    "{} ordinary shares",
    "{} A SHS",
)


@pytest.fixture(autouse=True)
def _with_towns() -> None:
    assert cues().towns


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Zephyr Quorvant Ltd", 2),
        ("Zephyr Trading Hamburg", 2),
        ("Zephyr 12 Quorvant", 2),
        # A bank's code, which among capitals is a word unless its letters are none.
        ("Zephyr QUORVANT", 1),
        ("ZEPHYR QUORVANT", 2),
        ("ZEPHYR INSIGHTS", 2),
        ("ZEPHYR DEUTDEFF", 1),
        ("ZEPHYR CHASUS33", 1),
        ("Zephyr, Sadovaya Street", 0),
        ("Attn: Zephyr Quorvant", 0),
        ("Zephyr Quorvant SHS", 0),
        ("Zephyr Class A", 0),
        ("M/V Zephyr", 0),
    ],
)
def test_words_are_counted_where_no_other_changes_what_they_say(text: str, count: int) -> None:
    assert speaking_words(analyse(text)) == count


def test_no_towns_are_read_for_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Cues()
    monkeypatch.setattr(speaking_words_module, "cues", lambda: fresh)
    assert speaking_words(analyse("Zephyr Quorvant Ltd")) == 0
    assert not fresh.has_towns()


def test_each_word_that_is_counted_is_another_name_for_any_stretch_without_it() -> None:
    words = [
        *("Zephyr", "Quorvant", "Orion", "Trading", "LLC", "AS", "of", "the"),
        *("Kazan", "York", "Ringstrasse", "12", "4512", "c", "o", "RU", "TX", "東京", "Вектор"),
        *("SHS", "ordinary", "shares", "Class", "A", "global"),
        *("Ltd,", "Ltd", "and", "formerly", "/", "- ", "(member", "of)", "vormals", "филиал"),
    ]
    random = Random(1)
    for _ in range(300):
        name = analyse(" ".join(random.choices(words, k=random.randint(2, 7))))
        count, every = speaking_words(name), len(name.words)
        for first in range(every):
            for stop in range(first + 1, every + 1):
                inside = sum(word.is_content for word in name.words[first:stop])
                assert len(others(name, range(first, stop))) >= count - inside, name.text


def test_no_name_is_ruled_out_that_would_be_believed(
    finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [finder.index.name_texts[number] for number in range(0, finder.index.name_count, 5)]
    texts = [around.format(name) for name in names for around in AROUND]
    texts += [f"{one} {other}" for one, other in pairwise(names)]
    asked = [analyse(text) for text in texts]
    proposed = standing.standing(asked, finder.vocabulary)

    def believed() -> list[list[standing.Standing]]:
        pairs = zip(asked, proposed, strict=True)
        return [standing.standing_names(name, listed, finder) for name, listed in pairs]

    quick = believed()
    monkeypatch.setattr(standing, "are_other_parties", lambda *_: False)
    assert quick == believed()
    assert any(quick)
