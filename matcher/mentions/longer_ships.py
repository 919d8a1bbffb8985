"""Whether a ship's name is something else's there: of one word a part of another ship's (*Ocean
Harmony* is not the *Harmony*), of two whom the ship is named after (*Yevgeny Primakov*).
"""

import re
from collections.abc import Iterator

from matcher.comparison.persons import person_names
from matcher.lexicon.keys import skeleton
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, is_shouted, near_a_ship
from matcher.mentions.document import QUOTES
from matcher.mentions.ship_cues import BESIDE, says_ship, ship_cues
from matcher.names.parser import analyse

# Capitals of up to so many letters beside a name are a prefix or a reference: ``MT``, ``ETA``.
PREFIX = 3
# Capitals that a fleet puts before the names of all its ships.
FLEET = range(2, 5)
_BEFORE = re.compile(r"([^\W\d_][\w'’.&/-]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_LAST_WORD = re.compile(r"[^\W\d_][\w/.]*\W{1,3}$")
_OPENING = re.compile(r"(?:^|[.!?:;]\s{1,2}|\n\s*)$")
_OF = re.compile(r"[ \u00a0](?:of|de|di|do|da|du|del|al|el)[ \u00a0](?:the[ \u00a0])?([^\W\d_])")


def is_part_of_a_ships_name(place: MentionContext) -> bool:
    """Whether a word right beside the name is written as the name is, and says nothing of ships."""
    written = place.text[place.start : place.end]
    if place.small or is_shouted(place) or not written[:1].isupper():
        return False
    of = _OF.match(place.text, place.end)
    if of is not None and of[1].isupper() and not written.isupper():
        return True
    if _has_its_fleet_before(place, written):
        return True
    return any(_goes_with(neighbour, written) for neighbour in _neighbours(place))


def _has_its_fleet_before(place: MentionContext, written: str) -> bool:
    """Whether a fleet's letters stand between a ship's prefix and the name: ``m/v ONE Apus``."""
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    if before is None or written.isupper() or not before[1].isupper():
        return False
    if len(before[1]) not in FLEET or not before[1].isalpha() or says_ship(before[1]):
        return False
    # ``Cargo per M/V Toba``: only what stands right before the letters is the prefix.
    first = place.text[max(0, before.start() - BESIDE) : before.start()].rstrip(QUOTES)
    prefix = _LAST_WORD.search(first)
    return prefix is not None and ship_cues().before.search(prefix[0]) is not None


def is_rather_a_person(place: MentionContext) -> bool:
    """Whether a given name and another word stand in a sentence that speaks of no ship."""
    words = [word for word in place.query.words if word.is_content]
    if len(words) != len(place.query.words) or len(words) != 2:
        return False
    if words[1].role is not Role.WORD or skeleton(words[0].form) not in person_names().groups:
        return False
    before = place.text[max(0, place.start - 30) : place.start]
    after = place.text[place.end : place.end + 30]
    beside = (_BEFORE.search(before), _AFTER.match(after))
    in_a_sentence = any(word is not None and word[1].islower() for word in beside)
    return in_a_sentence and not near_a_ship(place, close=False)


def _neighbours(place: MentionContext) -> Iterator[str]:
    before = _BEFORE.search(place.text, max(0, place.start - 30), place.start)
    if before is not None:
        opens = _OPENING.search(place.text, max(0, before.start() - 3), before.start())
        if opens is None or before[1].isupper():
            yield before[1]
    after = _AFTER.match(place.text, place.end)
    if after is not None:
        yield after[1]


def _goes_with(neighbour: str, written: str) -> bool:
    """Whether both have capitals alike, and the neighbour is no word about ships, no country, no
    legal form and no abbreviation.
    """
    if not neighbour[:1].isupper() or neighbour.isupper() != written.isupper():
        return False
    if neighbour.isupper() and len(neighbour) <= PREFIX:
        return False
    parts = [neighbour, *re.split(r"[-./]", neighbour)]
    if any(map(says_ship, parts)) or neighbour.endswith(("'s", "’s")):
        return False
    words = analyse(neighbour).words
    return any(word.role in (Role.WORD, Role.TRADE) for word in words)
