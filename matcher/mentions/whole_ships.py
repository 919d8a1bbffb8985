"""Whether a ship's or an aircraft's name that stands whole in a text is one there."""

from matcher.lexicon.everyday import LEAST
from matcher.mentions.cues import MentionContext, is_called_a_place, near_a_ship
from matcher.mentions.longer_ships import (
    begins_a_firms_name,
    is_part_of_a_ships_name,
    is_rather_a_person,
)
from matcher.mentions.ship_lists import (
    follows_another_ship,
    is_a_forms_label,
    is_listed_under_ships,
    stands_under_ships,
)
from matcher.mentions.whole_place import WholePlace

# Set by hand, as the cuts of ``whole_rules``.

# A vessel of several words without a word about ships.
VESSEL = 1.8
# Letters and figures of a ship's name that is no word but a number or a form: *Premier*, *GP-23*.
SHORTEST_CRAFT = 4


def is_but_a_word(whole: WholePlace, written: str) -> bool:
    """``A hajó neve``: a word of some language in small letters; ships' names have capitals."""
    listed = whole.place.name.text
    return (
        whole.common >= LEAST and written.islower() and not (whole.place.small or listed.islower())
    )


def tells_a_ship(whole: WholePlace, words: int, told: float, *, rare: bool) -> bool:
    """Whether the text says enough of a ship there, whose name may be an ordinary word."""
    place = whole.place
    if words > 1 and told >= VESSEL:
        return not (is_rather_a_person(place) or begins_a_firms_name(place))
    if words == 1 and (is_part_of_a_ships_name(place, whole.before) or is_a_forms_label(place)):
        return False
    if near_a_ship(place, close=True) or is_listed_under_ships(place):
        return True
    if stands_under_ships(place):
        return True
    # ``la batalla del mar de Barents`` speaks of ships, and of none that is called so.
    return rare and not is_called_a_place(place) and near_a_ship(place, close=False)


def is_the_next_ship(whole: WholePlace) -> bool:
    """``the tanker Vega and the Neptun``: a word that the text has besides a listed party."""
    place = whole.place
    if not place.text[place.start : place.end][:1].isupper() or place.small:
        return False
    if is_part_of_a_ships_name(place, whole.before) or is_called_a_place(place):
        return False
    return follows_another_ship(place) and near_a_ship(place, close=False)


def is_a_ship_by_its_place(place: MentionContext, written: str) -> bool:
    """A name without words of its own: the words beside it have to say that it is a ship's."""
    if sum(map(str.isalnum, written)) < SHORTEST_CRAFT or written.islower():
        return False
    return near_a_ship(place, close=True) and not is_part_of_a_ships_name(place)
