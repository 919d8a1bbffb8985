"""Words of a name: their order, their number, joined, split, shortened, to their first letters."""

import random
import re
from functools import cache

from records import Kind
from screening.assess.data import rows
from screening.assess.listed import ListedRecord
from screening.assess.ways.way import LITTLE, NO_PERSONS, ORGANIZATIONS, Way, changed, on_text

_ADDED = ("Group", "Trading", "International", "Holding", "Services", "Global", "New", "Export")
_FORMS = frozenset(
    "llc ooo oao pao zao jsc ojsc pjsc cjsc fze fzco dmcc plc gmbh ltd inc corp the and for "
    "sarl spa srl sal sae bhd sdn pte pvt fsue fgup".upper().split()
)


@cache
def _shortened() -> dict[str, list[str]]:
    return {row[0]: row[1].split("|") for row in rows("abbreviations.tsv")}


def _first_last(name: str, _rng: random.Random) -> str | None:
    words = name.split()
    return " ".join([*words[1:], words[0]]) if len(words) > 2 else None


def _reversed(name: str, _rng: random.Random) -> str | None:
    words = name.split()
    return changed(name, " ".join(reversed(words))) if len(words) > 1 else None


def _dropped(name: str, rng: random.Random) -> str | None:
    words = name.split()
    places = [
        place
        for place, word in enumerate(words)
        if len(word) >= 4 and word.lower() not in LITTLE and word.isalpha()
    ]
    if len(places) < 3:
        return None
    place = rng.choice(places)
    return " ".join([*words[:place], *words[place + 1 :]])


def _little_dropped(name: str, _rng: random.Random) -> str | None:
    short = re.sub(r"(?i)\b(?:of the|of|the|and|for|&|de la|de|del|des|du)\b ?", "", name)
    return changed(name, " ".join(short.split()))


def _added(name: str, rng: random.Random) -> str:
    return f"{name} {rng.choice(_ADDED)}"


def _pairs(words: list[str]) -> list[int]:
    return [
        place
        for place in range(len(words) - 1)
        if all(word.isalpha() and len(word) > 2 for word in words[place : place + 2])
    ]


def _two_joined(name: str, rng: random.Random) -> str | None:
    words = name.split()
    places = _pairs(words)
    if not places:
        return None
    place = rng.choice(places)
    joined = words[place] + (
        words[place + 1] if words[place].isupper() else words[place + 1].lower()
    )
    return " ".join([*words[:place], joined, *words[place + 2 :]])


def _all_joined(name: str, _rng: random.Random) -> str | None:
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(word.isalpha() for word in words):
        return None
    return "".join(words)


def _split(name: str, rng: random.Random) -> str | None:
    words = [m for m in re.finditer(r"[^\W\d_]{9,}", name) if m.group().lower() not in LITTLE]
    if not words:
        return None
    word = rng.choice(words)
    at = rng.randrange(word.start() + 4, word.end() - 3)
    return f"{name[:at]} {name[at].upper()}{name[at + 1 :]}"


def _abbreviated(name: str, rng: random.Random) -> str | None:
    short = _shortened()

    def one(word: str) -> str:
        known = short.get(word.lower().strip(",."))
        if known is None:
            return word
        found = rng.choice(known)
        return found.upper() if word.isupper() else found.capitalize()

    words = name.split()
    return changed(name, " ".join(map(one, words))) if len(words) > 1 else None


def _initials(name: str, between: str, after: str = "") -> str | None:
    if name.isupper():
        return None
    found = [m for m in re.finditer(r"\b[A-Z]{3,5}\b", name) if m.group() not in _FORMS]
    if not found:
        return None
    one = found[0]
    return name[: one.start()] + between.join(one.group()) + after + name[one.end() :]


def _initials_joined(name: str, _rng: random.Random) -> str | None:
    return changed(name, re.sub(r"\b(?:[A-Z]\.[ ]?){2,}", lambda m: _closed(m[0]), name))


def _closed(text: str) -> str:
    return text.replace(".", "").replace(" ", "") + (" " if text.endswith(" ") else "")


def _acronym(record: ListedRecord, _rng: random.Random) -> str | None:
    words = [word for word in re.findall(r"[^\W\d_]+", record.name) if word.lower() not in _SKIPPED]
    if not 4 <= len(words) <= 7:
        return None
    letters = "".join(word[0].upper() for word in words)
    # The list itself has to know the letters; else nobody could.
    known = any(letters in re.findall(r"\w+", other) for other in record.others)
    return letters if known else None


_SKIPPED = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "la",
        "del",
        "des",
        "du",
        "et",
        "y",
        "von",
        "im",
        "in",
        "on",
        "to",
    ]
)

WAYS = (
    Way(name="first word last", group="word order", severity=2, sense="names of three words",
        write=on_text(_first_last)),
    Way(name="words reversed", group="word order", severity=3, sense="names of two words",
        write=on_text(_reversed)),
    Way(name="word dropped", group="words", severity=4, sense="names of three telling words",
        kinds=NO_PERSONS, may_miss=True,
        defensible="what is left may be another party's name", write=on_text(_dropped)),
    Way(name="little words dropped", group="words", severity=2, sense="names with of, the, and …",
        write=on_text(_little_dropped)),
    Way(name="word added", group="words", severity=3, sense="organisations",
        kinds=ORGANIZATIONS, defensible="where the word makes another company of it",
        write=on_text(_added)),
    Way(name="two words joined", group="joined and split", severity=2,
        sense="names with two words of three letters side by side", write=on_text(_two_joined)),
    Way(name="all words joined", group="joined and split", severity=3,
        sense="names of two to four words of letters", write=on_text(_all_joined)),
    Way(name="word split", group="joined and split", severity=3,
        sense="names with a word of nine letters", scripts=("Latn", "Cyrl"),
        write=on_text(_split)),
    Way(name="ordinary words abbreviated", group="abbreviations", severity=2,
        sense="organisations with an ordinary word", kinds=ORGANIZATIONS,
        write=on_text(_abbreviated)),
    Way(name="initials spaced", group="abbreviations", severity=2,
        sense="names with letters in capitals among other words", kinds=NO_PERSONS,
        write=on_text(lambda name, _: _initials(name, " "))),
    Way(name="initials dotted", group="abbreviations", severity=2,
        sense="names with letters in capitals among other words", kinds=NO_PERSONS,
        write=on_text(lambda name, _: _initials(name, ".", "."))),
    Way(name="initials joined", group="abbreviations", severity=2,
        sense="names with dotted letters", write=on_text(_initials_joined)),
    Way(name="acronym alone", group="abbreviations", severity=4,
        sense="organisations whose entry has the acronym as another name",
        kinds=(Kind.ORGANIZATION,), may_miss=True,
        defensible="letters alone may be anybody's", write=_acronym),
)  # fmt: skip
