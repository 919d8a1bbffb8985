"""What a listed name that stands whole has to tell, and what its legal form and a word for dealing
with it add.
"""

from matcher.lexicon.deal_cues import is_dealt_with
from matcher.lexicon.tables import COMPANY, Role
from matcher.mentions.compounds import in_a_compound
from matcher.mentions.cues import MentionContext, is_shouted
from matcher.mentions.whole_place import followed_by_a_capital
from matcher.names.word import Name

# Set by hand. One at a time, a tenth to a third up or down, they change nothing in the 19 labelled
# documents or in 90 ordinary ones, but: ENOUGH at 1.2 finds twelve places more, PART at .4 two;
# CAPITALISED at 1.1 loses one of 293, OWN_WORD at .9 three.

# What several words must tell wherever they stand, with the capitals of a name, and set off.
ENOUGH, CAPITALISED, SET_OFF = 1.4, 0.9, 0.5
# The same in a text without capitals, where nothing says that they are a name.
SMALL = 1.1
# What a legal form among them adds, and one that goes with any company.
FORM, ANY_FORM = 0.9, 0.4
# What a weak alias, or a part of what was published, has to tell more.
WEAK, PART = 0.5, 0.6
# A weak alias in capitals: letters that stand for the party, mostly.
WEAK_LETTERS = 0.05
# What a name of several words has to tell that the text writes without its legal form. In 13.6
# million characters of ordinary documents and press releases six such names stood with capitals
# on all words and none beside, whatever they told; four of them had everyday words only (*Lake
# Forest*, *City Plaza*), so one has to be rarer (``POLICY.everyday``), and none an initial.
FORMLESS = 0.5
# So many words of a longer name that tell so much together are it, however common each is.
LONG_PART, LONG_PART_TELLS = 4, 2.0
# What a word with a slip, or that a scanner misread, tells less.
SLIP = 0.3
# What one word must tell that begins with a capital; in a line of capitals, or where it has only
# as many letters as initials have, hardly any text may have it.
OWN_WORD, RARE_WORD = 0.8, 0.95
# What a name has to tell in a document that names other listed parties, and the letters of one in
# capitals.
AMONG_OTHERS, SHORTEST_AMONG_OTHERS = 0.7, 3
# So many different names of listed parties make a document one about such parties.
OTHERS = 2
# Capitals of the shortest name of one word.
SHORTEST_CAPITALS = 4
# The same in quotation marks, where somebody pays or sells.
SHORTEST_QUOTED = 3
# Characters of a name in a script without spaces; a shorter one has to be set off.
LEAST_UNSPACED, LEAST_SET_OFF = 4, 3
# And one without its legal form.
LEAST_FORMLESS = 5


def is_dealt_with_there(place: MentionContext, told: float) -> bool:
    """``Payment was received from Vega Bank``: a name with capitals, and none behind that makes a
    longer name of it; where capitals say nothing, the words have to say more.
    """
    plain = place.small or is_shouted(place)
    if told < (CAPITALISED if plain else SET_OFF):
        return False
    if not is_dealt_with(place.text, place.start, place.end):
        return False
    return plain or not (followed_by_a_capital(place) or in_a_compound(place))


def form_tells(name: Name) -> float:
    """What the legal form of a name adds."""
    forms = [word.concept for word in name.words if word.role is Role.LEGAL]
    return max([ANY_FORM if form in COMPANY else FORM for form in forms], default=0.0)
