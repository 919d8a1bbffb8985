"""What a way of writing a name is, and what the ways share."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from records import Kind, NameKind
from screening.assess.listed import ListedRecord

Write = Callable[[ListedRecord, random.Random], str | None]
"""Writes a name in the way; None on a name on which it makes no sense or changes nothing."""
ORGANIZATIONS = (Kind.ORGANIZATION, Kind.UNKNOWN)
PERSONS = (Kind.PERSON,)
VESSELS = (Kind.VESSEL,)
ALL = tuple(Kind)
NO_PERSONS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT, Kind.UNKNOWN)
LONGEST = 120
"""Characters of a name that is written in other ways; longer ones are sentences."""
_TELLING = re.compile(r"[^\W\d_]{4,}")
LITTLE = frozenset(
    [
        "and",
        "the",
        "for",
        "von",
        "van",
        "der",
        "den",
        "des",
        "del",
        "dos",
        "das",
        "with",
        "company",
        "limited",
        "corporation",
        "group",
        "joint",
        "stock",
        "open",
        "public",
        "private",
        "international",
        "trading",
        "general",
        "national",
        "bank",
        "industries",
        "industry",
        "technology",
        "technologies",
        "services",
        "service",
        "shipping",
        "marine",
        "holding",
        "research",
        "institute",
    ]
)
"""Words that say nothing by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A documented way of writing a name."""

    name: str
    group: str
    severity: int
    """1: the same name to any reader; 2: a usual variation; 3: an error or another convention;
    4: a name made hard to find, or one that says less than the listed one."""
    sense: str
    """On which names it makes sense, in words."""
    write: Write
    kinds: tuple[Kind, ...] = ALL
    scripts: tuple[str, ...] = ()
    """ISO 15924 of the names that it is for; empty for any."""
    defensible: str = ""
    """When a miss is defensible, beside weak aliases and names of one short word."""
    may_miss: bool = False
    """Whether any miss is defensible, for what ``defensible`` says."""

    def written(self, record: ListedRecord, rng: random.Random) -> str | None:
        """A name in this way; None where it makes no sense or changes nothing.

        Args:
            record: the name.
            rng: decides where there is a choice.
        """
        if record.kind not in self.kinds or (self.scripts and record.script not in self.scripts):
            return None
        if self.severity > 1 and not tells(record):
            return None
        text = self.write(record, rng)
        if text is None or not text.strip():
            return None
        return text if text != record.name or self.severity == 0 else None

    def excuses(self, record: ListedRecord) -> str:
        """Why a miss of this name written so is defensible; empty where it is not."""
        if self.may_miss:
            return self.defensible
        if self.severity <= 1:
            return ""
        if record.strength is NameKind.WEAK:
            return "a weak alias, changed"
        return "one short word, changed" if is_one_short_word(record.name) else ""


def tells(record: ListedRecord) -> bool:
    """Whether a name has a word that says something, and is no sentence."""
    if len(record.name) > LONGEST:
        return False
    if record.script in ("Hani", "Hang", "Kana"):
        return len(record.name) > 1
    return any(word.lower() not in LITTLE for word in _TELLING.findall(record.name))


def is_one_short_word(name: str) -> bool:
    """Whether a name is one word of at most five letters."""
    words = re.findall(r"\w+", name)
    return len(words) == 1 and len(words[0]) <= 5


def on_text(write: Callable[[str, random.Random], str | None]) -> Write:
    """A way that looks at the name alone."""
    return lambda record, rng: write(record.name, rng)


def changed(name: str, text: str) -> str | None:
    """The text where it is another one."""
    return text if text != name else None
