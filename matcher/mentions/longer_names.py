"""Capitals beside words of a text that make a longer name of them: ``Santa Ana``."""

import re
from collections.abc import Callable, Iterator

from matcher.lexicon.party_labels import is_party_label
from matcher.lexicon.party_words import says_party
from matcher.lexicon.tables import Role
from matcher.mentions.cues import (
    OPENING,
    WORD_BEFORE,
    MentionContext,
    begin_of_word_before,
    has_agreeing_form,
    is_a_little_word,
    is_shouted,
)
from matcher.names.parser import analyse
from matcher.names.word import Word

_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_POSSESSIVE = re.compile(r"['’]s?$")
# ``The KNA takes a cut``: at the beginning of a sentence these have their capital from there.
_ARTICLES = frozenset(("The", "Its", "Their", "Both", "Der", "Die", "Das", "Le", "Les"))


def is_part_of_a_longer_name(
    place: MentionContext, usual: Callable[[Word], bool], unheard: Callable[[Word], bool]
) -> bool:
    """A capitalised word right before or after: ``Santa Ana``, ``Safety Technology, Inc``.

    Args:
        place: the words.
        usual: whether a word is one of ordinary language. Such a one says nothing in a line of
            capitals, and beside a name of its own with its legal form (``OOO Vega Ivan Petrov``,
            not ``Small Finance Bank Limited``).
        unheard: whether a word is one that no language has.
    """
    shouted = is_shouted(place)
    own = [word for word in place.query.words if word.role is Role.WORD]
    formed = bool(own) and has_agreeing_form(place)
    known = bool(own) and not any(map(unheard, own))
    for neighbour in _neighbours(place):
        before = neighbour.end() <= place.start
        if before and is_a_little_word(neighbour[1]):
            return True
        begins = before and known and _begins(neighbour[1], place)
        lenient = shouted or (formed and not begins)
        for word in analyse(neighbour[1]).words:
            plain = lenient and word.role is Role.WORD and usual(word)
            if word.is_content and not plain and not neighbour[1][0].islower():
                return True
    return False


def _begins(written: str, place: MentionContext) -> bool:
    """Whether a word in front begins a name that ends with its legal form: ``Sun Microsystems,
    Inc.``, but not ``Buyer Orion LLC`` nor ``Buyer OOO Orion``.
    """
    own = min(word.start for word in place.query.words if word.role is Role.WORD)
    if any(word.role is Role.LEGAL and word.start < own for word in place.query.words):
        return False
    return not (says_party(written) or says_party(written.lower()) or is_party_label(written))


def _neighbours(place: MentionContext) -> Iterator[re.Match[str]]:
    first = begin_of_word_before(place.text, place.start, 30)
    before = WORD_BEFORE.search(place.text, first, place.start)
    # ``Iran's Marine Industries``: who owns a name is no part of it.
    if before is not None and not _POSSESSIVE.search(before[1]):
        # ``Ask Era-Media TOV``: the first word of a sentence has its capital from there.
        opens = OPENING.search(place.text, max(0, before.start() - 3), before.start())
        if not (opens and (before[1] in _ARTICLES or has_agreeing_form(place))):
            yield before
    after = _AFTER.match(place.text, place.end)
    if after is not None:
        yield after
