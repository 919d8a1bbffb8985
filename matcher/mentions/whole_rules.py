"""Whether a listed name that stands whole in a text tells enough to be no accident.

Information is that of ordinary language alone (``index.whole_names.information``): about 1 for a
word that hardly any text has, 0.5 for *bank*. In 10.6 million characters of ordinary business
documents in 29 languages, every listed name of several words that stood there by accident told
less than 1.4 (*integrated solutions*), or was a part of a published name.
"""

from dataclasses import dataclass

from matcher.lexicon.tables import COMPANY, Role
from matcher.mentions.cues import Place, is_part_of_a_longer_name, is_set_off, near_a_ship
from matcher.names.parser import Name
from records import Kind, NameKind

# What several words must tell wherever they stand, with the capitals of a name, and set off.
ENOUGH, CAPITALISED, SET_OFF = 1.4, 0.9, 0.5
# What a legal form among them adds, and one that goes with any company.
FORM, ANY_FORM = 0.9, 0.4
# What a weak alias, or a part of what was published, has to tell more.
WEAK, PART = 0.5, 0.6
# A vessel of several words without a word about ships.
VESSEL = 1.8
# A word that ordinary language lacks, from so many letters on, is a name whatever stands beside it.
LONG_WORD = 7
OWN_WORD = 0.99
SHORTEST_WORD = 5
# Characters of a name in a script without spaces; a shorter one has to be set off.
LEAST_UNSPACED = 4


@dataclass(frozen=True, slots=True)
class WholePlace:
    """A listed name that stands whole in a text."""

    place: Place
    information: float
    part: bool
    unspaced: bool


def tells_enough(whole: WholePlace) -> bool:
    """Whether the name is no accident there."""
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.unspaced:
        letters = sum(map(str.isalnum, written))
        return letters >= LEAST_UNSPACED or (letters > 2 and is_set_off(place))
    telling = [word for word in place.name.words if word.tells and word.role is not Role.NUMBER]
    words = sum(len(word.form.split(" ")) for word in place.name.words)
    if not telling and words < 2:
        return False
    told = whole.information + _form(place.name) - WEAK * (place.name_kind is NameKind.WEAK)
    told -= PART * whole.part
    if place.kind in (Kind.VESSEL, Kind.AIRCRAFT):
        return _tells_a_ship(place, words, told)
    if words == 1:
        return _single(place, told)
    if told >= ENOUGH:
        return True
    if not (place.small or _has_capitals(place, written)):
        return False
    if told >= SET_OFF and is_set_off(place):
        return True
    return told >= CAPITALISED and not is_part_of_a_longer_name(place, lambda _: False)


def _form(name: Name) -> float:
    forms = [word.concept for word in name.words if word.role is Role.LEGAL]
    return max([ANY_FORM if form in COMPANY else FORM for form in forms], default=0.0)


def _has_capitals(place: Place, written: str) -> bool:
    """Whether all words that say something begin like names, or are of a script without case."""
    return all(
        not written[word.start : word.start + 1].islower()
        for word in place.query.words
        if word.tells and word.role is not Role.NUMBER
    )


def _tells_a_ship(place: Place, words: int, told: float) -> bool:
    if words > 1 and told >= VESSEL:
        return True
    return near_a_ship(place, close=True) or (told >= OWN_WORD and near_a_ship(place, close=False))


def _single(place: Place, told: float) -> bool:
    """One word: it must be none of ordinary language."""
    written = place.text[place.start : place.end]
    if written[:1].islower() or told < OWN_WORD or len(written) < SHORTEST_WORD:
        return False
    return len(written) >= LONG_WORD or not is_part_of_a_longer_name(place, lambda _: False)
