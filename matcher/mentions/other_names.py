"""Listed words that are the name of something else where they stand: of a place, of a person, of a
longer name; or that are no name at all there, but words.
"""

import re

from matcher.lexicon.brands import brands
from matcher.lexicon.deal_cues import is_dealt_with
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.known_as import press_words
from matcher.lexicon.tables import Role
from matcher.mentions.cues import (
    in_quotes,
    is_a_venues,
    is_called_a_party,
    is_called_a_place,
    is_set_off,
    names_another,
)
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.only_words import is_everybodys
from matcher.mentions.quoted_names import has_more_in_quotes, may_be_anothers
from matcher.mentions.single_words import has_initials
from matcher.mentions.town_lists import stands_among_towns
from matcher.mentions.whole_place import (
    WholePlace,
    begins_before,
    is_called_of_its_home,
    is_joined_before,
)
from records import CRAFT

# What firms do and sell, as the tables have it: with another such word before it, it is anybody's.
_DONE = frozenset(
    ("TECH", "SERVICE", "SOLUTION", "SYSTEM", "EQUIPMENT", "PROJECT", "ENERGY", "ENG", "SECURITY",
     "MGMT", "DEVELOPMENT", "EDUCATION", "ELECTRONIC", "RESOURCES", "COMMS", "TRANSPORT",
     "MATERIALS", "PRODUCT", "INSTRUMENT", "COMPONENT", "LOGISTICS", "INNOVATION", "CONSULTING",
     "SOFTWARE", "INFORMATION", "DATA", "CONTROL", "TRAINING", "MAINTENANCE", "SUPPLY")
)  # fmt: skip
_LINE = re.compile(r"[ \u00a0]*(?:[\r\n\t]|$)")


def is_another_name(whole: WholePlace) -> bool:
    """Whether a word is the name of something else there; two words and more never are, but for
    everyday ones that are a hotel's, without the party's legal form.
    """
    place = whole.place
    if whole.common >= LEAST and place.kind not in CRAFT and is_a_venues(place):
        return not any(word.role is Role.LEGAL for word in place.query.words)
    if sum(word.is_content for word in place.query.words) > 1:
        return False
    anothers = whole.common >= LEAST or (whole.formless and may_be_anothers(place))
    if anothers and has_more_in_quotes(place):
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
    """Whether words are a person's name that many have, any country's authority, the end of
    another firm's name, or words first that nothing there makes a name of.
    """
    return (
        is_everybodys(whole.place, whole.place.query.words, whole.common)
        or _is_any_countrys(whole)
        or _ends_anothers(whole)
        or ((_is_a_languages(whole) or _is_what_is_done(whole)) and not _is_meant(whole))
    )


def _is_a_languages(whole: WholePlace) -> bool:
    """``Comet``, ``MPEG``: all of a listed name is one word that some language has, and not for
    the party's sake.
    """
    words = whole.place.query.words
    if whole.formless or len(words) != 1 or whole.place.kind in CRAFT or whole.unspaced:
        return False
    if not _has_a_language_it(whole):
        return False
    return words[0].form not in brands() and words[0].form not in press_words()


def _has_a_language_it(whole: WholePlace) -> bool:
    return max(whole.common, whole.everyday) >= LEAST or whole.seldom


def _is_what_is_done(whole: WholePlace) -> bool:
    """``Technical Services``: words for what firms do, without a legal form, and without the
    country that the party is from.
    """
    words = [word for word in whole.place.query.words if word.is_content]
    if len(words) < len(whole.place.query.words) or len(words) == 1 or whole.unspaced:
        return False
    if whole.common < LEAST or words[-1].concept not in _DONE:
        return False
    return all(word.role is Role.TRADE and not whole.home.has(word.form) for word in words)


def _is_meant(whole: WholePlace) -> bool:
    """Whether the text says that words are a party's, or has nothing else on the line."""
    place = whole.place
    if is_set_off(place) or is_called_a_party(place) or is_called_of_its_home(whole):
        return True
    if is_dealt_with(place.text, place.start, place.end):
        return True
    begins = place.start == 0 or place.text[place.start - 1] in "\r\n\t"
    return begins and _LINE.match(place.text, place.end) is not None


def _ends_anothers(whole: WholePlace) -> bool:
    """``Viant Technology LLC``: a capital before words that many firms' names end with."""
    place = whole.place
    words = [word for word in place.query.words if word.is_content]
    if not words or whole.unspaced or place.kind in CRAFT:
        return False
    if place.query.words[0].role is Role.LEGAL or place.query.words[-1].role is not Role.LEGAL:
        return False
    telling = [word for word in words if word.role is not Role.TRADE]
    if len(telling) > (len(words) == 1) or (telling and not _has_a_language_it(whole)):
        return False
    if words[0].form in brands():
        return False
    return begins_before(place, whole.before) or (not telling and is_joined_before(place))


def _is_any_countrys(whole: WholePlace) -> bool:
    """Whether words of trade or everyday ones alone are a part of what was published, which said
    whose: there is a *National Security Agency*, an *Air Force* in many countries, and those of a
    country need not be those of a party in it (*Air Force, IRGC*).
    """
    if whole.bare and whole.common >= POLICY.everyday and _lacks_whose(whole):
        return not in_quotes(whole.place)
    words = (word for word in whole.place.query.words if word.is_content)
    trades = whole.common >= POLICY.everyday or all(word.role is Role.TRADE for word in words)
    return whole.part and trades and not is_called_of_its_home(whole)


def _lacks_whose(whole: WholePlace) -> bool:
    """Whether several words are without a word of its own that the listed name has."""
    place = whole.place
    there = {word.form for word in place.query.words}
    own = any(word.role is Role.WORD and word.form not in there for word in place.name.words)
    return own and sum(word.is_content for word in place.query.words) > 1


def are_but_words(whole: WholePlace) -> bool:
    """``Star Sapphire``: words that languages have, none of them for a trade or a place."""
    return whole.common >= LEAST and has_no_trade(whole)


def has_no_trade(whole: WholePlace) -> bool:
    """Whether no word is for a trade, a place or a legal form."""
    return {word.role for word in whole.place.query.words} <= {Role.WORD, Role.STOP}
