"""Names by which the press knows listed parties: what other languages call them, and brands."""

import re

from matcher.comparison.brand import brand_of
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.known_as import not_behind
from matcher.lexicon.party_words import says_party
from matcher.mentions.cues import is_called_a_party
from matcher.mentions.mention_policy import POLICY
from matcher.mentions.whole_place import WholePlace, beside_a_capital, stands_alone, word_before

# What the one word of a name must tell that has words of trade beside it: no English text has it.
# At .9 *Eurasia*, *Xinjiang* and *Prius* are found in ordinary documents.
BRAND = 1.0
# Zipf value up to which one word may be what another language calls the party: news have *حماس*
# (4.7), while every text may have *داعش* (5.1) and *طالبان* (5.2).
COMMON_EXONYM = 4.8
# The same where the script has capitals, but for four capitals and more: *Газпром* (4.2) and *PKK*
# (4.7) stand in four of 866 ordinary documents. There another listed party has to be named.
COMMON_CASED = 3.9
# Such a name of no more letters is an acronym.
LETTERS = 4
# Three letters are anybody's.
ANYBODYS = 3
# What no name in another language goes over.
_PARTED = re.compile(r"[、：。！？；|]|[,.،;؛:!?؟]\s|\n\s*\n|\t")


def is_called_so(whole: WholePlace) -> bool:
    """Whether what another language calls the party is a name there: with the capital that its
    script gives one of its words, and characters that make no other word with the one before.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if whole.slips or _PARTED.search(written):
        return False
    if place.text[max(0, place.start - 1) : place.start] in not_behind(written):
        return False
    if len(written) <= LETTERS and written.isascii():
        # ``VTB``, but not *Gru*.
        return written.isupper() and not beside_a_capital(place)
    return place.small or not all(word[:1].islower() for word in written.split())


def is_rarely_a_word(whole: WholePlace) -> bool:
    """Whether what another language calls the party is seldom anything else there, whatever the
    document is about.
    """
    place = whole.place
    written = place.text[place.start : place.end]
    if len(written.split()) > 1:
        return True
    if written.lower() == written.upper():
        return whole.common <= COMMON_EXONYM
    letters = sum(map(str.isalpha, written))
    if letters <= ANYBODYS:
        return is_called_a_party(place)
    acronym = written.isupper() and letters <= LETTERS
    return whole.common <= (COMMON_EXONYM if acronym else COMMON_CASED)


def is_a_brand(whole: WholePlace) -> bool:
    """``Tinkoff`` of *Tinkoff Bank JSC*: a word that no language has, where the listed name has
    but one or two words of trade beside it.
    """
    place = whole.place
    if whole.common >= LEAST or whole.information < BRAND:
        return False
    if place.text[place.start].islower() or place.end - place.start < POLICY.shortest_word:
        return False
    if brand_of(place.name) != place.query.words[0].form:
        return False
    # *Commercial Intertech*: the first word of a sentence may be the name's.
    before = word_before(place)
    opens = before is not None and before[1][0].isupper() and not says_party(before[1])
    return is_called_a_party(place) or (not opens and stands_alone(place))
