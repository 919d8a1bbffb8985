"""Listed words that are the name of something else where they stand: of a place, of a person, of a
longer name in quotation marks.
"""

from matcher.lexicon.everyday import LEAST
from matcher.lexicon.tables import Role
from matcher.mentions.cues import (
    goes_on_in_quotes,
    in_quotes,
    is_a_venues,
    is_called_a_place,
    names_another,
)
from matcher.mentions.only_words import is_everybodys
from matcher.mentions.single_words import has_initials
from matcher.mentions.town_lists import stands_among_towns
from matcher.mentions.whole_place import WholePlace, is_called_of_its_home
from records import CRAFT


def is_another_name(whole: WholePlace) -> bool:
    """Whether a word is the name of something else there; two words and more never are, but for
    everyday ones that are a hotel's, without the party's legal form.
    """
    place = whole.place
    if whole.common >= LEAST and place.kind not in CRAFT and is_a_venues(place):
        return not any(word.role is Role.LEGAL for word in place.query.words)
    if sum(word.is_content for word in place.query.words) > 1:
        return False
    if whole.common >= LEAST and goes_on_in_quotes(place):
        return True
    if whole.formless and names_another(place):
        return True
    if place.kind in CRAFT:
        return False
    # A town of a list (*Argos, Tripoli*) may be the party's name elsewhere in the document.
    town = stands_among_towns(place) and not in_quotes(place)
    return town or is_a_places(whole) or has_initials(place)


def is_a_places(whole: WholePlace) -> bool:
    """Whether one word is a lake's, a street's or a town's name there: *Lake Baikal*."""
    place = whole.place
    if place.kind in CRAFT or sum(word.is_content for word in place.query.words) > 1:
        return False
    return is_called_a_place(place) and not in_quotes(place)


def is_anybodys(whole: WholePlace) -> bool:
    """Whether words are a person's name that many have, or any country's authority."""
    return is_everybodys(whole.place, whole.place.query.words, whole.common) or _is_any_countrys(
        whole
    )


def _is_any_countrys(whole: WholePlace) -> bool:
    """Whether words of trade alone are a part of what was published, which said whose: there is a
    *National Security Agency* in many countries.
    """
    words = (word for word in whole.place.query.words if word.is_content)
    trades = whole.part and all(word.role is Role.TRADE for word in words)
    return trades and not is_called_of_its_home(whole)


def are_but_words(whole: WholePlace) -> bool:
    """``Star Sapphire``: words that languages have, none of them for a trade or a place."""
    roles = {word.role for word in whole.place.query.words}
    return whole.common >= LEAST and roles <= {Role.WORD, Role.STOP}
