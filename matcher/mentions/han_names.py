"""Names in a text of Chinese or Japanese characters.

Read in Latin letters without tones, most Chinese words sound like some others. So the words of
such a text are compared with listed names by their characters, traditional and simplified as one;
by their sound only where the list knows the party in other scripts alone, and the text writes the
name as one, with a legal form or set off.
"""

from collections.abc import Iterable
from itertools import chain

from matcher.lexicon.folding import fold
from matcher.lexicon.scripts import is_han
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, has_agreeing_form, in_quotes
from matcher.names.word import Word

# Characters of its own that a name has to have to be read by its sound: with a legal form, and
# where it is only set off.
WITH_FORM, SET_OFF = 2, 3


def by_characters(text: str) -> bool:
    """Whether a word has characters or kana."""
    return is_han(text) or any("\u3040" <= sign <= "\u30ff" for sign in text)


def agrees_in_characters(place: MentionContext, names: Iterable[str]) -> bool:
    """Whether what met in a text of characters is the listed name, and not only sounds like it.

    Args:
        place: the words; those in other scripts agree anyway.
        names: all listed names of the party.
    """
    if place.query.text.isascii() or not by_characters(place.query.text):
        return True
    own = 0
    for item in place.weighed:
        mine = [place.query.words[i] for i in item.link.query]
        listed = [place.name.words[j] for j in item.link.name]
        if not any(word.role is Role.WORD for word in chain(mine, listed)):
            continue
        written = _written(place.query.text, mine)
        if not by_characters(written):
            continue
        there = _written(place.name.text, listed)
        if not by_characters(there):
            own += len(written)
        elif fold(written) != fold(there):
            return False
    return not own or (_stands_alone(place, own) and not any(map(by_characters, names)))


def _written(text: str, words: Iterable[Word]) -> str:
    return "".join(text[word.start : word.end] for word in words)


def _stands_alone(place: MentionContext, own: int) -> bool:
    if has_agreeing_form(place):
        return own >= WITH_FORM
    return own >= SET_OFF and in_quotes(place)
