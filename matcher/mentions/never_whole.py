"""Words that are a listed name in no surroundings, told by the words alone.

Most words of a text that some list has are such: *center* of *LLC Center*, *regulatory*. To ask
``whole_rules`` about them costs as much as to read a line, in each of the surroundings anew. Every
way in which those rules make a name of one word asks something of the word itself, too; where it
has none of that, they need not be asked. So who gives them another way looks here, too
(``tests/matcher/test_quick_texts.py`` holds one against the other).
"""

from matcher.lexicon.brands import brands
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.press_rules import BRAND, is_all_of_a_group
from matcher.mentions.whole_cuts import RARE_WORD
from matcher.mentions.whole_place import WholePlace, begins_with_a_capital
from matcher.mentions.whole_ships import is_but_a_word
from records import CRAFT

# What the tables call a group.
_GROUP = "GRP"


def is_one_nowhere(whole: WholePlace) -> bool:
    """Whether a listed name is none whatever stands around it; False where that is not known.

    Args:
        whole: the words. Of what stands around them nothing is looked at.
    """
    place = whole.place
    words, written = place.query.words, place.query.text
    if len(words) != 1 or " " in words[0].form or " " in written:
        return False
    if whole.unspaced or whole.exonym or whole.respelt:
        return False
    if place.kind in CRAFT:
        return not whole.slips and is_but_a_word(whole, written)
    if words[0].role is Role.LEGAL or (whole.slips and not (whole.formless and whole.bare)):
        return False
    if written[0].islower() and not begins_with_a_capital(written):
        return _is_no_name_in_small_letters(whole, written)
    if not whole.formless or words[0].form in brands():
        return False
    if not whole.bare or _is_a_groups(place):
        # Where somebody is said to be close to *Wagner*, it is no surname.
        return whole.common >= POLICY.everyday
    if is_all_of_a_group(whole):
        return False
    if written.isupper() and not whole.slips:
        return whole.common >= POLICY.common_word
    return whole.common >= LEAST or whole.information < RARE_WORD


def _is_a_groups(place: MentionContext) -> bool:
    """Whether the listed name has but the word for a group besides."""
    others = [word for word in place.name.words if word.form != place.query.words[0].form]
    return all(word.concept == _GROUP for word in others)


def _is_no_name_in_small_letters(whole: WholePlace, written: str) -> bool:
    """The same where neither the brand of a group nor a word among listed parties is written so."""
    if not whole.formless:
        short = len(written) < POLICY.long_among_capitals
        return not whole.place.small and (whole.common >= LEAST or short)
    own = whole.information >= BRAND and len(written) >= POLICY.long_word
    return whole.bare or whole.seldom or whole.common >= LEAST or not own
