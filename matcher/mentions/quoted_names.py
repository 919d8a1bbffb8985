"""Words that are a part of a longer name in quotation marks: ``«Транспортная компания Вектор»``."""

import re

from matcher.lexicon.brands import brands
from matcher.lexicon.known_as import press_words
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, goes_on_in_quotes, told_once
from matcher.mentions.mention_policy import POLICY
from matcher.names.parser import analyse

# Code points before a name in which its quotation marks open.
REACH = 60
_BEGUN = re.compile(r"[«“„]([^\n()«»“”„\"「」]{2,40})[ \u00a0]$")
_CLOSED = re.compile(r"[»”]")
# *Вологодский*: of Vologda, as every firm there may be.
_ADJECTIVE = re.compile(r"\w{3,}[сц][ьк]?к(?:ий|ой|ая|ое|ие|ого|ому|им|ом|ую|их|а|е|і)")


@told_once
def has_more_in_quotes(place: MentionContext) -> bool:
    """Whether the quotation marks have other words that say something before or behind."""
    if goes_on_in_quotes(place):
        return True
    if _CLOSED.match(place.text, place.end) is None:
        return False
    begun = _BEGUN.search(place.text, max(0, place.start - REACH), place.start)
    return begun is not None and any(
        word.is_content and word.role is not Role.LEGAL for word in analyse(begun[1]).words
    )


def may_be_anothers(place: MentionContext) -> bool:
    """Whether one word, which is not all that was published, is such that other firms' names have
    it beside other words: a short one, which no group is known by, or an adjective of a town.
    """
    word = next((word for word in place.query.words if word.is_content), None)
    if word is None or word.form in brands() or word.form in press_words():
        return False
    written = place.text[place.start : place.end]
    short = len(word.form) < POLICY.long_among_capitals
    return short or _ADJECTIVE.fullmatch(written.lower()) is not None
