"""Days in names: the same one in words, and another one that is another party's."""

import pytest

from matcher.index.build import build
from matcher.names.dates import dates, days_in_words
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Frente 12 de Junio", {(6, 12)}),
        ("Mouvement du 23 mars", {(3, 23)}),
        ("November 17 Group", {(11, 17)}),
        ("Frente Doce de Junio", {(6, 12)}),
        ("Organizatsiya 9 Maya", {(5, 9)}),
        ("April Trading", set()),
        ("Mars 2000 Mining", set()),
        ("Julio Trece", {(7, 13)}),
    ],
)
def test_a_day_is_a_month_beside_its_number(text: str, found: set[tuple[int, int]]) -> None:
    assert dates(analyse(text).words) == found


@pytest.mark.parametrize("text", ["Frente Doce de Junio", "Sept Avril"])
def test_a_day_in_words_is_read_as_digits(text: str) -> None:
    ((start, end, digits),) = days_in_words(analyse(text).words)
    assert (text[start:end].lower(), digits) in {("doce", "12"), ("sept", "7")}


def test_number_words_of_other_languages_are_words_elsewhere() -> None:
    assert days_in_words(analyse("Doce Hermanos Trading").words) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Frente Melzar 12 de Junio", True),
        ("Frente Melzar Doce de Junio", True),
        ("Melzar Frente 12 Junio", True),
        ("Frente Melzar 12 de Julio", False),
        ("Frente Melzar 19 de Junio", False),
        ("Frente Melzar 2 de Junio", False),
    ],
)
def test_who_is_called_after_another_day_is_another(
    query: str, expected: bool, language: Language
) -> None:
    names = (ListedName(text="Frente Melzar 12 de Junio", kind=NameKind.PRIMARY),)
    listed = Entity(id="t:1", kind=Kind.ORGANIZATION, names=names)
    assert bool(match(query, Finder(build([listed], language)), Policy(threshold=0.8))) is expected
