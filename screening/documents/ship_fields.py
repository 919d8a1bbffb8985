"""Fields that hold a ship's name: the cell under ``Vessel``, the field ``vessel_name``.

Many ships are called as things are, so running text believes such a name beside a word for ships
only. In a table that word stands at the head of the column, far from most of its cells.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from matcher.lexicon.party_labels import is_party_label
from matcher.mentions.find import Mention
from matcher.mentions.ship_cues import says_ship, ship_cues
from matcher.search.finder import Finder
from matcher.search.match import Policy
from records import CRAFT, Kind, Passage
from screening.documents.party_fields import matched

# A ship's name has no more words.
MOST_WORDS = 6
_HEADER = re.compile(r"\(([^()]{2,60})\)$")
_LAST = re.compile("[./]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
# What stands beside the word for ships where the column has their names.
_NAMES = frozenset(
    ("name", "names", "of", "the", "nom", "nombre", "nome", "naam", "navn", "namn", "nazwa", "ad",
     "adı", "имя", "название", "наименование", "назва", "име", "du", "de", "des", "der", "della")
)  # fmt: skip
# French ships, and what English ships carry.
_GOODS = frozenset(("cargo", "cargos"))
_VALUE = re.compile(r"\S(?:[^\r\n]*\S)?")


def kinds_of_ships(kinds: tuple[Kind, ...] | None) -> tuple[Kind, ...]:
    """The kinds of parties that such fields are screened for.

    Args:
        kinds: those that the document is screened for; None for all.
    """
    return tuple(kind for kind in sorted(CRAFT) if kinds is None or kind in kinds)


def in_ship_fields(
    passages: Sequence[Passage], finder: Finder, policy: Policy
) -> Mapping[int, list[Mention]]:
    """What the values of such fields match. Takes and gives what ``in_party_fields`` does."""
    spans = (
        (number, value.start(), value.end())
        for number, passage in enumerate(passages)
        if passage.place
        and _is_a_ships(passage.place)
        and (value := _VALUE.search(passage.text)) is not None
        and sum(map(str.isalpha, value[0])) > 1
        and len(value[0].split()) <= MOST_WORDS
    )
    return matched(passages, spans, finder, policy)


def _is_a_ships(place: str) -> bool:
    header = _HEADER.search(place)
    return _is_their_label(header[1] if header else _LAST.split(place)[-1])


@lru_cache(maxsize=1024)
def _is_their_label(label: str) -> bool:
    """Whether a heading says that ships' names stand below it: ``Vessel``, ``Name of ship``; not
    ``Vessel type``.
    """
    words = _WORD.findall(_CAMEL.sub(" ", label.replace("_", " ")).lower())
    ships = [
        word for word in words if says_ship(word) and not (word in _GOODS or is_party_label(word))
    ]
    if not ships or any(word not in _NAMES and word not in ships for word in words):
        return False
    return any(ship_cues().before.search(word + " ") is not None for word in ships)
