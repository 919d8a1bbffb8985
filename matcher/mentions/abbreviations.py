"""Letters that a document introduces for a party: ``Marine Industries Organization (MIO)``."""

import re
from collections.abc import Collection

import numpy as np

from matcher.comparison.acronyms import stands_for
from matcher.lexicon.tables import Role
from matcher.mentions.document import Text
from matcher.mentions.word_flags import WordFlag, has
from matcher.names.parser import analyse

_INTRODUCED = re.compile(
    r"[’'”\"»]?(?:,? (?:Inc|Ltd|Limited|LLC|Co|Corp)\.?)?\s?[(（][\"'“«‘]?(?:the )?"
    r"([^\W\d_][^\W_]{2,7})[\"'”»’]?[)）]"
)


def introduced(text: str, start: int, end: int) -> str | None:
    """The letters in brackets right after a name, if they are those of its words.

    Args:
        text: the document.
        start: where the name begins.
        end: where it ends.
    """
    met = _INTRODUCED.match(text, end)
    # ``Lashkar-e-Tayyiba (LeT)``: a little word has a small letter.
    if met is None or not met[1][0].isupper() or sum(map(str.isupper, met[1])) < len(met[1]) - 1:
        return None
    words = analyse(text[start:end]).words
    for left_out in (set[Role](), {Role.STOP}, {Role.LEGAL}, {Role.STOP, Role.LEGAL}):
        if stands_for(met[1].lower(), [word.form for word in words if word.role not in left_out]):
            return met[1]
    return None


def places_by_letters(wanted: Collection[str], text: Text) -> dict[str, list[int]]:
    """The words of a document that are some letters, for each of these."""
    places: dict[str, list[int]] = {letters: [] for letters in wanted}
    if places:
        written = WordFlag.UPPER if all(map(str.isupper, wanted)) else WordFlag.CAPITAL
        for place in np.flatnonzero(has(text.flags, written)).tolist():
            raw = text.text[int(text.start[place]) : int(text.end[place])]
            if raw in places:
                places[raw].append(place)
    return places
