"""Words that meet several of a listed name's and are plainly somebody else's: a kind of work for
another in a longer name, a word in Chinese glued to the first of a Latin name, another sound.
"""

import re

from matcher.comparison.features import Weighed
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.scripts import is_han
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, raw
from matcher.mentions.quoted_names import has_more_in_quotes
from matcher.mentions.ship_lists import is_called_a_ship
from matcher.mentions.whole_place import followed_by_a_capital
from matcher.mentions.words_met import lacking
from matcher.names.word import Name
from records import CRAFT

# What is left without vowels and the signs between syllables are the consonants.
_VOWELS = re.compile(r"[aeiouvy '’-]")
_OWN = frozenset({Role.WORD, Role.STOP})
_LATIN = re.compile(r"[A-Za-z][\w'’.-]*$")


def is_anothers(place: MentionContext) -> bool:
    """Whether any of these is so."""
    if (
        _is_another_kind(place)
        or _is_a_ships(place)
        or any(sounds_otherwise(item, place.query, place.name) for item in place.weighed)
    ):
        return True
    return _goes_on_in_latin(place)


def _is_another_kind(place: MentionContext) -> bool:
    """``АО «Кондитерский комбинат Коломенский»`` is not *AO Коломенский завод*: the words for what
    both are mean the same, and the name in quotation marks has more.
    """
    hows = [item.link.how for item in place.weighed]
    return "translation" in hows and len(hows) > 1 and has_more_in_quotes(place)


def _is_a_ships(place: MentionContext) -> bool:
    """``Vessel: SILVER BAY`` is not *Silver Bay Partners FZE*, of which it has neither form nor
    trade.
    """
    if place.kind in CRAFT or not any(word.role is Role.TRADE for word in lacking(place)):
        return False
    return is_called_a_ship(place) and all(word.role in _OWN for word in place.query.words)


def _goes_on_in_latin(place: MentionContext) -> bool:
    """``船舶Orient Jade`` is a ship and not *Orient Shipping*: the Chinese word is none of the
    name, which goes on behind its first word.
    """
    first = place.query.words[0]
    written = place.text[place.start : place.end]
    if not has_unspaced(raw(place, first)) or _LATIN.search(written) is None:
        return False
    return followed_by_a_capital(place)


def sounds_otherwise(item: Weighed, query: Name, name: Name) -> bool:
    """``祥阁`` is read *Xiangge* and not *Xianghe*: what romanisations of other scripts write for
    one another are two syllables in Chinese.
    """
    if item.link.how != "spelling" or len(item.link.query) != 1 or len(item.link.name) != 1:
        return False
    word, listed = query.words[item.link.query[0]], name.words[item.link.name[0]]
    written = query.text[word.start : word.end]
    if not (is_han(written) and has_unspaced(written)) or not name.text.isascii():
        return False
    return _VOWELS.sub("", word.form) != _VOWELS.sub("", listed.form)
