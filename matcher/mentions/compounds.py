"""Whether a hyphen joins a name to another, or but hangs a word or an ending on it."""

import re

from matcher.lexicon.party_words import says_party
from matcher.lexicon.scripts import script_of
from matcher.mentions.cues import MentionContext, begin_of_word_before, told_once
from matcher.mentions.said_behind import says_party_behind

_COMPOUND_BEFORE = re.compile(r"(?:[^\W_a-z][^\W_]*|\d)[-\u2010\u2011]$")
_COMPOUND_AFTER = re.compile(r"[-\u2010\u2011/](?:[^\W_a-z]|\d)|[-\u2010\u2011/]$")
# Who is said so of stands close to a movement, a group or an army, not to anybody's firm.
_CLOSE_TO = re.compile(
    r"[-\u2010\u2011\u2013](?:linked|affiliated|allied|aligned|nah(?:e[mnrs]?|estehend\w*)"
    r"|gelinkte?|gelieerde?|kopplad[ea]?|tilknytted[ea]?)(?!\w)"
)
_JOINED_NOUN = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")


@told_once
def in_a_compound(place: MentionContext) -> bool:
    """Whether a hyphen joins the word to another name: ``Turkmen-bashi``, ``IIb/IIIa``."""
    first = begin_of_word_before(place.text, place.start, 30)
    if _COMPOUND_BEFORE.search(place.text, first, place.start):
        return not _hangs_on_in_other_letters(place, place.start - 2)
    after = _COMPOUND_AFTER.match(place.text, place.end, place.end + 2)
    return after is not None and not _hangs_on_in_other_letters(place, place.end + 1)


def _hangs_on_in_other_letters(place: MentionContext, at: int) -> bool:
    """Whether the letter behind a hyphen is of another script and none of its capitals, so that
    the sentence's language hangs an ending or a particle on the name: ``NIOC-ի``, ``מ-AQIM``.
    """
    letter = place.text[at : at + 1]
    own = place.text[place.end - 1] if at >= place.end else place.text[place.start]
    if not (letter.isalpha() and own.isalpha()) or letter.isupper():
        return False
    return letter.isascii() != own.isascii() and script_of(letter) != script_of(own)


def joins_a_noun(place: MentionContext) -> bool:
    """Whether a word for a party, or for what is one's, hangs on the name: ``die SMIC-Tochter``,
    ``the SMIC-backed maker``.
    """
    after = _JOINED_NOUN.match(place.text, place.end)
    return after is not None and (says_party(after[1]) or says_party_behind(place.text, place.end))


def is_close_to_it(place: MentionContext) -> bool:
    """Whether somebody is said to be close to what the words name: ``a Vega-linked trader``, ``der
    Vega-nahe Händler``.
    """
    return _CLOSE_TO.match(place.text, place.end) is not None
