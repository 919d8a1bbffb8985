"""What of an entry may say whose it is: references, numbers, names, days of birth."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.identifiers.recognise import UNIQUE, normal_of, refined
from matcher.lexicon.folding import tokens
from matcher.lexicon.scripts import script_of
from records import Entity, Kind, NameKind

Reference = tuple[str, str]
"""What kind of number it is, and the number."""
Number = tuple[str, str, str | None]
"""Refined type, value in normal form, country."""
NameKey = tuple[str, str]
"""Script, and the folded words in alphabetical order."""

# Where a publisher has no field for the UN's number, a remark begins with it or names it so. A
# number in the middle of a sentence is mostly somebody else's: "son-in-law of … (TAi.109)".
_UN = r"(?P<number>[A-Z]{2}[ie]\.\d{3})\b"
_UN_REFERENCE = re.compile(
    rf"(?:^|\b(?:UN|UNSC) (?:ref(?:erence)?|list(?:ing)?)\.?(?: (?:number|no)\.?)?:? ?){_UN}",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(_UN, re.IGNORECASE)
_FIELDS = ("un_reference", "eu_reference")
_OFAC = "us_ofac"
_NO_NUMBER = frozenset(
    {*_FIELDS, "uk_reference", "ofsi_group_id", "unlocode", "ticker", "bik", "kpp", "okpo"}
)
"""Publishers' own numbers, places, offices and shares: none of them is the party's alone."""
SHORTEST = 5
_LABEL = re.compile(r"^(?:TIN|INN|OGRN|P?SRN|REG|VAT|IMO|LEI)(?=[0-9A-Z]{5})|KPP\d{9}$")
"""What publishers write into the number itself: ``TIN7813252159``, ``7726700943KPP772601001``."""
_DIGIT = re.compile(r"\d")
_FIRST_OF_A_YEAR = re.compile(r"-01-01$")
_SHORT_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What is compared of one entry."""

    id: str
    list: str
    kind: Kind
    references: frozenset[Reference]
    numbers: frozenset[Number]
    names: frozenset[NameKey]
    """Of two words and more beside initials, weak ones left out; Chinese ones of three letters."""
    words: frozenset[str]
    """All words of all names, folded."""
    births: frozenset[str]
    countries: frozenset[str]

    def unique(self, kind: str) -> frozenset[str]:
        """The entry's numbers of a type of which a party has but one."""
        return frozenset(value for type_, value, _ in self.numbers if type_ == kind)


def clues(entity: Entity) -> Clues:
    """What may say whose entry it is."""
    named = [(name.kind, script_and_words(name.text)) for name in entity.names]
    return Clues(
        id=entity.id,
        list=entity.source,
        kind=entity.kind,
        references=frozenset(_references(entity)),
        numbers=frozenset(_numbers(entity)),
        names=frozenset(
            (script, " ".join(sorted(words)))
            for kind, (script, words) in named
            if kind is not NameKind.WEAK and _is_telling(script, words)
        ),
        words=frozenset(word for _, (_, words) in named for word in words),
        births=frozenset(entity.birth_dates),
        countries=frozenset(entity.countries),
    )


def script_and_words(text: str) -> tuple[str, tuple[str, ...]]:
    """The script of a name and its words, folded within it."""
    words = tuple(token.form for token in tokens(text))
    return script_of(text), words


def whole_days(births: Iterable[str]) -> frozenset[str]:
    """The days of birth; the first of January stands for a year of which no more is known."""
    return frozenset(
        day for day in births if len(day) == len("1952-10-07") and not _FIRST_OF_A_YEAR.search(day)
    )


def _is_telling(script: str, words: tuple[str, ...]) -> bool:
    if script == "Hani":
        return len("".join(words)) > _SHORT_NAME
    return sum(len(word) > 1 for word in words) >= _SHORT_NAME


def _references(entity: Entity) -> Iterable[Reference]:
    for item in entity.identifiers:
        if item.type == "un_reference":
            yield from (_un(met["number"]) for met in _FIELD.finditer(item.value))
        elif item.type == "eu_reference":
            yield "eu_reference", item.value
    texts = (*entity.remarks, *(note.text for note in entity.notes))
    for text in texts:
        yield from (_un(met["number"]) for met in _UN_REFERENCE.finditer(text))
    if entity.source.startswith(_OFAC):
        yield "ofac_number", entity.id.partition(":")[2]


def _un(number: str) -> Reference:
    return "un_reference", f"{number[:2].upper()}{number[2:].lower()}"


def _numbers(entity: Entity) -> Iterable[Number]:
    for item in entity.identifiers:
        if item.type in _NO_NUMBER:
            continue
        value = _LABEL.sub("", normal_of(item.type, item.value))
        if len(value) >= SHORTEST and len(set(value)) > 1 and _DIGIT.search(value):
            kind = refined(item.type, value)
            yield kind, value, None if kind in UNIQUE else item.country
