"""Letters that a document introduces for somebody else.

``Corporation Service Company (“CSC”)``, ``“NDC” means a national drug code``: whatever listed party
is called so, the document says whom it means, and means that wherever the letters come again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.columnar.arrays import Array
from matcher.columnar.code_points import code_points
from matcher.comparison.acronyms import stands_for
from matcher.lexicon.keys import initials
from matcher.lexicon.tables import Role
from matcher.mentions.document import QUOTES
from matcher.mentions.spots import Spot
from matcher.mentions.words_met import MOST_LETTERS, shares_words
from matcher.names.parser import analyse
from matcher.search.finder import Finder

# So many characters beside letters may be what they stand for.
_LINE = 90
# The most letters, and a space.
_LONGEST = 9
_QUOTE = f"[{re.escape(QUOTES)}]"
_LETTERS = r"([^\W\d_a-z][^\W_]{1,7})"
_IN_BRACKETS = re.compile(
    rf"[(（]\s?(?:[^\W\d_]{{1,4}}\s|l['’])?({_QUOTE}?){_LETTERS}{_QUOTE}?"
    rf"(?:\s?[,;]?\s?(?:or|and|und|et|y|o|или|и)?\s?{_QUOTE}[^()]{{1,40}})?[)）]"
)
_DEFINED = re.compile(
    rf"{_QUOTE}{_LETTERS}{_QUOTE}\s(?=(?:shall |will )?(?:means?|refers? to|stands? for|has the"
    r"|have the|is defined|bedeutet|bezeichnet|steht für|désigne|signifie|significa|se refiere"
    r"|se entiende|indica|betekent|oznacza|означа\w+|ifade|anlamına)\b)"
)
_LONG_FORM_BEHIND_DASH = re.compile(
    rf"(?<![^\W_]){_LETTERS}\s[-\u2013\u2014]\s([^\n()]{{8,{_LINE}}})"
)
# Letters that end where a search ends, with the space behind them.
_BEFORE = re.compile(rf"(?<![^\W_]){_LETTERS}\s?\Z")
_LONG_FORM_BEHIND = re.compile(rf"(?<![^\W_]){_LETTERS}\s?[(（]([^()（）]{{8,{_LINE}}})[)）]")


@dataclass(frozen=True)
class Introductions:
    """The letters that a document introduces; most documents are not asked for them."""

    text: str
    """The whole document."""

    def of(self, letters: str) -> Sequence[str]:
        """What the document says that some letters stand for; nothing where it does not
        introduce them.
        """
        may = letters.isupper() and letters.isalnum() and len(letters) < _LONGEST
        return self._found.get(letters, ()) if may else ()

    @cached_property
    def _found(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for letters, words in _introduced(self.text):
            found.setdefault(letters, []).append(words)
        return found


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    for met in _IN_BRACKETS.finditer(text):
        before = text[max(0, met.start() - _LINE) : met.start()].rpartition("\n\n")[2]
        few = len(met[2]) <= MOST_LETTERS
        if met[2].isupper() and (met[1] or few or _stands_for(met[2], before)):
            yield met[2], before
    for met in _DEFINED.finditer(text):
        if met[1].isupper():
            yield met[1], text[met.end() : met.end() + _LINE].partition("\n\n")[0]
    points = code_points(text)
    for met in _behind(_LONG_FORM_BEHIND_DASH, text, _places(points, "-\u2013\u2014")):
        # The words go on after the long form, so it has to begin right there.
        if met[1].isupper() and _begins_as(met[1], met[2]):
            yield met[1], met[2]
    for met in _behind(_LONG_FORM_BEHIND, text, _places(points, "(（")):
        if met[1].isupper() and _stands_for(met[1], met[2]):
            yield met[1], met[2]


def _places(points: Array, signs: str) -> Array:
    """Where some signs stand in a text."""
    found = np.zeros(len(points), dtype=np.bool_)
    for sign in signs:
        found |= points == ord(sign)
    return np.flatnonzero(found)


def _behind(pattern: re.Pattern[str], text: str, signs: Array) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds of letters with one of some signs behind them, by these signs."""
    end = 0
    for sign in signs.tolist():
        letters = _BEFORE.search(text, max(0, sign - _LONGEST), sign)
        met = pattern.match(text, letters.start()) if letters and letters.start() >= end else None
        if met is not None:
            end = met.end()
            yield met


def _stands_for(letters: str, words: str) -> bool:
    """Whether letters are those with which the last words begin."""
    return any(stands_for(letters.lower(), parts[-len(letters) :]) for parts in _parts(words))


def _begins_as(letters: str, words: str) -> bool:
    """Whether letters are those with which the first words begin."""
    return any(stands_for(letters.lower(), parts[: len(letters)]) for parts in _parts(words))


def _parts(words: str) -> Iterator[list[str]]:
    """What the words give letters of an acronym, with the little words and without."""
    for left_out in (set[Role](), {Role.STOP}):
        yield [
            part
            for word in analyse(words).words
            if word.role not in left_out
            for part in initials(word.form)
        ]


def without_foreign(spots: Sequence[Spot], known: Introductions, finder: Finder) -> list[Spot]:
    """The spots that are not just letters which the document introduces for others.

    Args:
        spots: places that may be listed names.
        known: of the document.
        finder: the listed names.
    """
    text, ends = known.text, {(spot.entity, spot.end) for spot in spots}
    judged: dict[tuple[str, int], bool] = {}
    kept = []
    for spot in spots:
        letters = _only_letters(text[spot.start : spot.end])
        meant = known.of(letters)
        if meant:
            key = letters, spot.entity
            if key not in judged:
                judged[key] = _named_before(text, letters, spot.entity, ends) or any(
                    _is_theirs(words, spot.entity, finder) for words in meant
                )
            if not judged[key]:
                continue
        kept.append(spot)
    return kept


def _only_letters(written: str) -> str:
    """A mention without quotation marks and brackets."""
    return written.strip(QUOTES + "()（） ")


def _named_before(text: str, letters: str, entity: int, ends: Iterable[tuple[int, int]]) -> bool:
    """Whether the letters stand in brackets right behind a name of the party."""
    behind = re.compile(rf"\W{{1,6}}(?:the )?\W?{letters}(?![^\W_])")
    return any(owner == entity and behind.match(text, end) for owner, end in ends)


def _is_theirs(words: str, entity: int, finder: Finder) -> bool:
    """Whether words may be a name of a listed party."""
    index = finder.index
    return any(
        shares_words(words, index.name(number).text) for number in index.names_of_entity(entity)
    )
