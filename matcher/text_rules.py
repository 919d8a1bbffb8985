"""What running text asks of words before they count as a name.

A query is a name because somebody typed it as one. In a text ``September``, ``Santa Ana`` and
``Technology, Inc`` are words first: the fewer words of a name are there, the more must say that
they are a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.align import stands_for
from matcher.features import LOOSE, Weighed
from matcher.keys import initials
from matcher.name import Name, Word, analyse
from matcher.rarity import Rarity
from matcher.tables import Role
from matcher.text_cut import QUOTES
from records import Kind, NameKind

# A single word without a cue must be as rare as this. Surnames and towns reach 0.8.
RARE_WORD = 0.85
# The rarest word that is missing may be this much as rare as the rarest that is there.
RARER = 0.75
# Where no word is rare, no more than this share of the name may be missing.
MOST_MISSING = 0.3
# A single word may stand for a name with trade words beside it when nobody else has it.
UNIQUE_WORD = 0.95
# A single word that is only nearly the listed one must be as long as this.
LONG_WORD = 8
_SHIP_CUES = re.compile(
    r"\b(?:m/?[vt]|vessels?|ships?|tankers?|imo|flag(?:ged)?|carriers?|freighters?|cargo|"
    r"aircraft|tail number|судно|танкер)\b",
    re.IGNORECASE,
)
_CUE_DISTANCE = 60
_BEFORE = re.compile(r"([^\W\d_](?:[\w'’&-]*|\w\.))[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_COMMON_SHORT_FORMS = frozenset({"ag", "sa", "nv", "bv", "ao", "oy", "kg", "se", "as", "lp"})


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a text beside the listed name that they may be."""

    text: str
    start: int
    end: int
    query: Name
    """The words from ``start`` to ``end``, taken apart."""
    name: Name
    weighed: Sequence[Weighed]
    kind: Kind
    """What the listed party is."""
    name_kind: NameKind
    """What the publisher says of the listed name."""
    small: bool
    """Whether the whole text has no capitals."""


def looks_like_a_name(place: Place, rarity: Rarity, *, licensed: bool) -> bool:
    """Whether the words stand in the text as a name does.

    Args:
        place: where, and what they met.
        rarity: the information in a word.
        licensed: whether the text has named the entity in full, so that a part will do.
    """
    met = _met(place)
    if not met:
        return False
    rarest = max(met, key=rarity.weight)
    raw = place.query.text[rarest.start : rarest.end]
    if raw[:1].islower() and not place.small:
        return False
    if not licensed and not _few_mistakes(place, rarity):
        return False
    own = any(word.role is Role.WORD for word in met)
    if len(met) > 1 and (own or len(met) > 2 or _has_strong_cue(place) or _complete(place)):
        return licensed or _enough_is_there(place, met, rarity)
    return _single(place, rarest, raw, rarity, licensed=licensed)


def _complete(place: Place) -> bool:
    """Whether every word of the listed name is there, letter by letter: ``Bank Melli Iran`` has
    no word of its own, but nobody else is called so.
    """
    met = {j for item in place.weighed for j in item.link.name if item.link.how == "equal"}
    return all(j in met for j, word in enumerate(place.name.words) if word.tells)


def _met(place: Place) -> list[Word]:
    """The words of the text that met one of the name's and tell something."""
    places = sorted({i for item in place.weighed for i in item.link.query})
    words = (place.query.words[i] for i in places)
    return [word for word in words if word.tells and word.role is not Role.NUMBER]


def _few_mistakes(place: Place, rarity: Rarity) -> bool:
    """Of two words one must be right, and a wrong one must be no word by itself: ``Thanh Huong``
    is not ``Thinh Cuong``.
    """
    telling = [w for w in place.weighed if place.query.words[w.link.query[0]].tells]
    wrong = [item for item in telling if item.link.how in LOOSE]
    if len(telling) > 2 or not wrong:
        return True
    if len(telling) == len(wrong) == 2:
        return False
    return not any(rarity.is_word(place.query.words[i]) for item in wrong for i in item.link.query)


def _enough_is_there(place: Place, met: Sequence[Word], rarity: Rarity) -> bool:
    """The name's rarest words must be among those that met: ``Santa Monica`` is not its Dairy,
    ``Law Enforcement`` not ``Iran's Law Enforcement Forces``.
    """
    met_in_name = {j for item in place.weighed for j in item.link.name}
    missing = [
        rarity.weight(word)
        for j, word in enumerate(place.name.words)
        if j not in met_in_name and word.tells
    ]
    there = sum(item.link.score * item.name_weight for item in place.weighed)
    loose = any(item.link.how in LOOSE for item in place.weighed)
    if len(met) == 2 and loose and missing:
        return False
    rarest = max(map(rarity.weight, met))
    if rarest < RARE_WORD and sum(missing) > MOST_MISSING * (there + sum(missing)):
        return False
    return max(missing, default=0.0) < RARER * rarest


def _single(place: Place, word: Word, raw: str, rarity: Rarity, *, licensed: bool) -> bool:
    if place.kind in (Kind.VESSEL, Kind.AIRCRAFT):
        near = place.text[max(0, place.start - _CUE_DISTANCE) : place.end + _CUE_DISTANCE]
        return _SHIP_CUES.search(near) is not None
    if _part_of_a_longer_name(place):
        return False
    if licensed or _has_strong_cue(place):
        return True
    if place.name_kind is NameKind.WEAK or word.role is not Role.WORD:
        return False
    if not _whole_name(place, word, rarity):
        return False
    if rarity.weight(word) >= RARE_WORD and len(word.form) > 3:
        return True
    return raw.isupper() and len(raw) >= 3 and not _shouting(place)


def _whole_name(place: Place, word: Word, rarity: Rarity) -> bool:
    """Whether the word is all that the listed name says of itself, letter by letter or nearly."""
    says = [w for w in place.name.words if w.tells]
    equal = all(item.link.how == "equal" for item in place.weighed)
    if len(says) > 1:
        own = sum(w.role is not Role.TRADE for w in says) == 1
        return own and equal and rarity.weight(word) >= UNIQUE_WORD
    return equal or len(word.form) >= LONG_WORD


def _has_strong_cue(place: Place) -> bool:
    """A legal form, or quotation marks or brackets around the name."""
    for word in place.query.words:
        if word.role is Role.LEGAL and (len(word.form) > 2 or word.form in _COMMON_SHORT_FORMS):
            return True
    before = place.text[max(0, place.start - 1) : place.start]
    after = place.text[place.end : place.end + 1]
    if before == "(" and after == ")":
        return not _introduced_here(place)
    return bool(before and after) and before in QUOTES and after in QUOTES


def _introduced_here(place: Place) -> bool:
    """Whether letters in brackets are short for the words before them, which are the name then:
    ``Administration for Children's Services (ACS)``.
    """
    before = analyse(place.text[max(0, place.start - 80) : place.start - 1]).words
    parts = [part for word in before if word.role is not Role.STOP for part in initials(word.form)]
    letters = place.query.words[0].form
    return stands_for(letters, parts[-len(letters) :])


def _part_of_a_longer_name(place: Place) -> bool:
    """A capitalised word right before or after: ``Santa Ana``, ``Safety Technology, Inc``."""
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    after = _AFTER.match(place.text, place.end)
    return any(met is not None and _says_something(met[1]) for met in (before, after))


def _says_something(neighbour: str) -> bool:
    return not neighbour[0].islower() and any(word.tells for word in analyse(neighbour).words)


def _shouting(place: Place) -> bool:
    """Whether the line around is in capitals anyway."""
    around = place.text[max(0, place.start - 80) : place.start]
    around += place.text[place.end : place.end + 80]
    return sum(map(str.isupper, around)) > 0.5 * max(1, sum(map(str.isalpha, around)))
