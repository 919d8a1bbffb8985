"""Persons' names that a field cut: *Vadim Vladimirovich BELO* of *Belousov*.

What is left of a surname may be a name of its own (*Haddad*, *Haddadin*). Behind two names that are
whole it is one only if somebody is called so; behind one any word counts as one.
"""

from collections.abc import Sequence

import numpy as np

from matcher.comparison.by_letters import LetterRun
from matcher.lexicon.family_names import is_family_name
from matcher.lexicon.keys import hashed, is_given_name, skeleton
from matcher.lexicon.tables import Role
from matcher.names.reference import reference
from matcher.names.word import Name
from matcher.search.finder import Finder

# Names before what is left, and letters of that, from which on a word of some language is no name.
_WHOLE, _SHORTEST = 2, 2
# Listed parties that are called so.
_SOME = 2


def ends_in_a_name(query: Name, listed: Name, spelled: Sequence[LetterRun], finder: Finder) -> bool:
    """Whether what may be the beginning of a person's name, cut at a field's end, ends in a name of
    its own. Where a list does not say who is a person, trade words do.

    Args:
        query: what was asked.
        listed: the listed name.
        spelled: their words of the same letters (``by_letters.runs``), of which there are some.
        finder: the listed names.
    """
    if not spelled[-1].cut or any(word.role is Role.TRADE for word in listed.words):
        return False
    left = query.words[spelled[-1].query[-1]]
    whole = [word for word in query.words[: spelled[-1].query[-1]] if word.is_content]
    if len(whole) < _WHOLE or len(left.form) < _SHORTEST:
        return finder.is_word(left)
    return _is_a_name(left.form)


def _is_a_name(form: str) -> bool:
    """Whether somebody is called so."""
    if is_given_name(form) or is_family_name(form):
        return True
    forms = np.array([hashed("w", form), hashed("w", skeleton(form))])
    return bool(reference().counts_of(forms).max() >= _SOME)
