"""Short forms of given names in queries."""

import pytest

from matcher.names.nicknames import full_names, nicknames
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


def ways(text: str) -> list[str]:
    return [" ".join(word.form for word in one.name.words) for one in asked_variants(analyse(text))]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Sasha Dzhumov", "aleksandr dzhumov"),
        ("Dzhumov, Vova", "dzhumov vladimir"),
        ("Slava Petrovich Dzhumov", "stanislav petrovich dzhumov"),
        ("Bill de Garzon", "william de garzon"),
        ("Pepe Garzón Lizarde", "jose garzon lizarde"),
    ],
)
def test_a_short_form_is_read_as_the_given_name(asked: str, listed: str) -> None:
    assert listed in ways(asked)


@pytest.mark.parametrize(
    "asked", ["Sasha", "Bob Trading", "Tom Tarmel GmbH", "Max 2000", "A Very Long Sasha Name Here"]
)
def test_a_firm_or_a_single_word_is_left_as_it_is(asked: str) -> None:
    assert not any(full_names(analyse(asked)))


def test_a_short_form_is_none_of_the_names_that_it_is_short_for() -> None:
    assert all(short not in names for short, names in nicknames().items())
