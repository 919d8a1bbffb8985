"""Names in generated documents: a sentence of one of many languages, one document each."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from records import Kind, NameKind
from screening.assess.data import rows
from screening.assess.listed import ListedRecord
from screening.assess.trials import DOCUMENT, Trial

KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
"""Those that ``screen`` looks for when it is not asked for others."""
_SHORTEST, _LONGEST = 4, 80
"""Characters of names that are put into sentences."""
_SPACED = ("Latn", "Cyrl", "Arab", "Hebr")
Change = Callable[[str, random.Random], str]


def write_documents(
    sample: Sequence[ListedRecord], everything: Sequence[ListedRecord], *, seed: int, per_set: int
) -> list[Trial]:
    """Put names into sentences, set by set.

    Args:
        sample: the names.
        everything: all names, for sets of which the sample has few.
        seed: the same one gives the same documents.
        per_set: at most so many names for one set.
    """
    made: list[Trial] = []
    for label, script, what, change, sentences in rows("sentences.tsv"):
        rng = random.Random(f"{seed} {label}")
        names = [record for record in sample if _fits(record, script, what)]
        if len(names) < per_set:
            names = [
                replace(each, weight=1.0) for each in everything if _fits(each, script, what)
            ] or names
        texts = sentences.replace("\\n", "\n").split("|")
        for number, record in enumerate(rng.sample(names, min(per_set, len(names)))):
            made.append(_document(label, change, texts[number % len(texts)], record, rng))
    return made


def _fits(record: ListedRecord, script: str, what: str) -> bool:
    if record.listed and record.strength is NameKind.WEAK:
        return False
    if record.script != script or not _SHORTEST <= len(record.name) <= _LONGEST:
        return False
    if record.kind is not (Kind.VESSEL if what == "vessel" else Kind.ORGANIZATION):
        return False
    if what == "vessel" or script not in _SPACED:
        return True
    return (len(record.name.split()) == 1) == (what == "single")


def _document(
    label: str, change: str, sentence: str, record: ListedRecord, rng: random.Random
) -> Trial:
    written = _CHANGES[change](record.name, rng)
    start = sentence.index("{n}")
    return Trial(
        channel=DOCUMENT,
        way=f"document {label}",
        group="documents",
        severity=1,
        record=record,
        written=written,
        text=sentence.replace("{n}", written),
        start=start,
        end=start + len(written),
    )


def _wrapped(name: str, rng: random.Random) -> str:
    if " " in name:
        places = [place for place, letter in enumerate(name) if letter == " "]
    else:
        places = [n for n in range(1, len(name)) if name[n - 1].isalpha() and name[n].isalpha()]
    if not places:
        return name
    place = rng.choice(places)
    return f"{name[:place]}\n{name[place:].lstrip(' ')}"


def _wide(name: str, _rng: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)


_JOINS_BACK_ONLY = frozenset("اأإآدذرزوؤةىء")


def _presentation(name: str, _rng: random.Random) -> str:
    """Letters in the shapes of their places, as some PDF files hold them."""
    out = []
    for place, letter in enumerate(name):
        before = name[place - 1] if place else " "
        after = name[place + 1] if place + 1 < len(name) else " "
        joined = before.isalpha() and before not in _JOINS_BACK_ONLY
        goes_on = after.isalpha() and letter not in _JOINS_BACK_ONLY
        out.append(_shape(letter, joined, goes_on))
    return "".join(out)


def _shape(letter: str, joined: bool, goes_on: bool) -> str:
    form = {(True, True): "MEDIAL", (True, False): "FINAL", (False, True): "INITIAL"}
    where = form.get((joined, goes_on), "ISOLATED")
    try:
        return unicodedata.lookup(f"{unicodedata.name(letter, '')} {where} FORM")
    except KeyError:
        return letter


_CHANGES: dict[str, Change] = {
    "-": lambda name, _: name,
    "lower": lambda name, _: name.lower(),
    "upper": lambda name, _: name.upper(),
    "wrap": _wrapped,
    "wide": _wide,
    "presentation": _presentation,
}
