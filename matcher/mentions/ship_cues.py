"""What says in a text that a ship is spoken of: one file for the rule and for what comes before it.

``cues`` asks of the characters around a name, ``windows`` of a document's words, thousands at
once. Both read the same phrases, so that what the rule would take for a cue is never passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from matcher.lexicon.scripts import script_of
from matcher.lexicon.ship_words import AFTER, BEFORE, QUERY, ship_words
from matcher.lexicon.ship_words import BESIDE as RIGHT_BEFORE

# Characters of the text in which a cue stands: right beside a name, and around one.
BESIDE, DISTANCE = 40, 60
# As many words as the characters around a name may have; words have a letter, and a space.
REACH = DISTANCE // 2 + 1
# Letters that a regular expression takes for one of ASCII where case does not matter.
_AS_ASCII = str.maketrans("ıſ", "is")
# Scripts that write words in a row: a cue is a part of what stands between two spaces.
_IN_A_ROW = frozenset({"Hani", "Hira", "Kana", "Hang"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a text."""

    phrase: str
    places: frozenset[str]

    @property
    def pattern(self) -> str:
        """A regular expression that finds its words, without what touches them."""
        phrase = self.phrase.lstrip("=")
        return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")

    @property
    def exact(self) -> bool:
        """Whether it is a cue only in the very capitals."""
        return self.phrase.startswith("=")

    @property
    def in_a_row(self) -> bool:
        """Whether no space need stand around it."""
        return script_of(self.phrase) in _IN_A_ROW

    @property
    def word(self) -> str:
        """A regular expression for its longest word; where that is missing, so is the cue."""
        words = re.findall(r"[\w*]*\w[\w*]*", self.phrase)
        longest: str = max(words, key=len)
        return re.escape(longest).replace(r"\*", r"\w*")


@dataclass(frozen=True, slots=True)
class ShipCues:
    """The phrases as patterns."""

    before: re.Pattern[str]
    """At the end of what stands before a name."""
    after: re.Pattern[str]
    """At the beginning of what stands after it."""
    near: re.Pattern[str]
    """Anywhere around it."""
    words: re.Pattern[str]
    """The whole of a word that a cue has."""
    plain: frozenset[str]
    """Those in ASCII, in small letters."""
    parts: re.Pattern[str]
    """A part of letters in a row that has a cue."""


@cache
def cues() -> tuple[Cue, ...]:
    """The phrases of texts."""
    return tuple(
        Cue(row.phrase, row.places) for row in ship_words() if row.places != frozenset({QUERY})
    )


@cache
def ship_cues() -> ShipCues:
    """The phrases as patterns."""
    before, beside, after = (_any(placed) for placed in (BEFORE, RIGHT_BEFORE, AFTER))
    spaced = [cue.word for cue in cues() if not cue.in_a_row]
    return ShipCues(
        before=re.compile(rf"(?:{before}\W{{0,3}}(?:\w+\W{{1,2}}){{0,2}}|{beside}\W{{1,3}})$"),
        after=re.compile(rf"\W{{0,3}}(?:(?:an?|the)\s)?(?:\w+\W)?{after}"),
        near=re.compile(_phrases(cues())),
        words=re.compile(_union(spaced), re.IGNORECASE),
        plain=frozenset(word.lower().translate(_AS_ASCII) for word in spaced),
        parts=re.compile(_union(cue.word for cue in cues() if cue.in_a_row)),
    )


def says_ship(raw: str) -> bool:
    """Whether a stretch of letters may be of a cue."""
    found = ship_cues()
    if raw.isascii():
        return raw.lower() in found.plain
    if found.words.fullmatch(raw):
        return True
    return found.parts.search(raw) is not None


def _any(place: str) -> str:
    return _phrases(cue for cue in cues() if place in cue.places)


def _phrases(some: Iterable[Cue]) -> str:
    """A regular expression for one of some phrases."""
    chosen = list(some)
    spaced = [cue for cue in chosen if not cue.in_a_row]
    parts = [cue.pattern for cue in chosen if cue.in_a_row]
    for exact, option in ((False, "i:"), (True, ":")):
        patterns = [cue.pattern for cue in spaced if cue.exact == exact]
        if patterns:
            parts.append(rf"(?<![^\W_])(?{option}{_union(patterns)})(?![^\W_])")
    return f"(?:{'|'.join(parts)})"


def _union(patterns: Iterable[str]) -> str:
    """One of some patterns: by their first letters, since each that is tried costs the same."""
    by_letter: dict[str, list[str]] = {}
    others = []
    for pattern in dict.fromkeys(patterns):
        if pattern[:1].isalpha():
            by_letter.setdefault(pattern[0], []).append(pattern[1:])
        else:
            others.append(pattern)
    begun = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return f"(?:{'|'.join([*others, *begun])})"
