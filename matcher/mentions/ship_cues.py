"""What says in a text that a ship is spoken of: one file for the rule and for what comes before it.

``cues`` asks of the characters around a name, ``windows`` of a document's words, thousands at
once. Both read the same phrases, so that what the rule would take for a cue is never passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.scripts import INVISIBLE, MARKS
from matcher.lexicon.ship_words import AFTER, BEFORE, NEAR, QUERY, ship_words
from matcher.lexicon.ship_words import BESIDE as RIGHT_BEFORE

# Characters of the text in which a cue stands: right beside a name, and around one.
BESIDE, DISTANCE = 40, 60
# As many words as the characters around a name may have; words have a letter, and a space.
REACH = DISTANCE // 2 + 1
# ``the Neptun (ex-Ocean Star)``: ships keep their former names so; people have been something.
FORMER = re.compile(r"[ \u00a0]?[(（](?:ex|EX)[-.\u2010\u2011 ]{1,2}[^\W\d_a-z]")
# ``SHIP TO:``, ``Ship date:``: labels of an invoice.
_NO_VERB = r"(?![ \u00a0](?i:to|from|via|date|by)[ \u00a0]?[:\n])"
# What a text's words are cut at, but for the apostrophes inside them.
_BETWEEN = re.compile(rf"[^\w*'{MARKS}{INVISIBLE}]+")
# ``m.v.`` is one word of a text.
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_LAST_MARKS = re.compile(r"[^\w*]+$")
# Letters, and the signs for vowels that scripts from Devanagari to Khmer write between them.
_LETTER = r"[\w\u0900-\u109f\u1780-\u17ff]"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a text."""

    phrase: str
    places: frozenset[str]

    @property
    def exact(self) -> bool:
        """Whether its capitals matter."""
        return self.phrase.startswith("=")

    @property
    def in_a_row(self) -> bool:
        """Whether no space need stand around it: a part of what stands between two spaces."""
        return has_unspaced(self.phrase) is not None

    @property
    def pattern(self) -> str:
        """A regular expression that finds it, whatever touches it."""
        return _with_any_letters(self.phrase.lstrip("=")).replace(r"\ ", r"\s+")

    @property
    def word(self) -> str:
        """Its longest word; where that is missing, so is the cue."""
        if _INITIALS.fullmatch(self.phrase):
            return self.phrase.rstrip(".")
        words = _BETWEEN.split(self.phrase.lstrip("="))
        return _LAST_MARKS.sub("", max(words, key=len))


@dataclass(frozen=True, slots=True)
class ShipCues:
    """The phrases as patterns."""

    before: re.Pattern[str]
    """At the end of what stands before a name."""
    after: re.Pattern[str]
    """At the beginning of what stands after it."""
    near: re.Pattern[str]
    """Anywhere around it."""
    words: frozenset[str]
    """The longest words of cues, in small letters."""
    open_words: re.Pattern[str]
    """The same of those with any letters in them."""
    open_parts: tuple[str, ...]
    """What each of these has in ASCII, in small letters, without which it need not be tried."""
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
    words = [cue.word for cue in cues() if not cue.in_a_row]
    return ShipCues(
        before=re.compile(
            rf"(?:{before}\W{{0,3}}(?:{_LETTER}+\W{{1,2}}){{0,2}}|{beside}\W{{1,3}})$"
        ),
        after=re.compile(rf"\W{{0,3}}(?:(?:an?|the)\s)?(?:\w+\W)?{after}"),
        near=re.compile(_any(NEAR)),
        words=frozenset(word.lower() for word in words if "*" not in word),
        open_words=re.compile(
            _union(_with_any_letters(word) for word in words if "*" in word), re.IGNORECASE
        ),
        open_parts=tuple(
            max(word.split("*"), key=len).lower()
            for word in words
            if "*" in word and word.isascii()
        ),
        parts=re.compile(_union(re.escape(cue.word) for cue in cues() if cue.in_a_row)),
    )


def says_ship(raw: str) -> bool:
    """Whether a stretch of letters may be of a cue."""
    found = ship_cues()
    lowered = raw.lower()
    if lowered in found.words:
        return True
    if raw.isascii() and not any(part in lowered for part in found.open_parts):
        return False
    if found.open_words.fullmatch(raw):
        return True
    return not raw.isascii() and found.parts.search(raw) is not None


def _with_any_letters(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*")


def _any(place: str) -> str:
    """A regular expression for any cue that may stand there; of *near* all may."""
    some = [cue for cue in cues() if place == NEAR or place in cue.places]
    whole = [cue for cue in some if not cue.in_a_row]
    exact = _union(cue.pattern for cue in whole if cue.exact)
    other = _union(cue.pattern for cue in whole if not cue.exact)
    # Where words begin is asked once for all of them, not of each.
    found = [rf"(?<![^\W_])(?:{exact}|(?i:{other}))(?![^\W_]){_NO_VERB}"]
    return f"(?:{'|'.join([*found, *(cue.pattern for cue in some if cue.in_a_row)])})"


def _union(patterns: Iterable[str]) -> str:
    """A regular expression for any of some. Those that begin alike are together, since a text is
    laid beside each branch: there are a thousand phrases.
    """
    by_first = dict[str, list[str]]()
    for pattern in dict.fromkeys(patterns):
        first = pattern[:1] if pattern[:1].isalpha() else ""
        by_first.setdefault(first, []).append(pattern.removeprefix(first))
    branches = (
        first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})")
        for first, rest in by_first.items()
    )
    return f"(?:{'|'.join(branches) or '(?!)'})"
