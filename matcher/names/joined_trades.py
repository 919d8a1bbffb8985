"""A name and its trade as one word: *Sepahbank*, *Bankmelli*.

The search finds a word that a list has as two in the same order. A list may have them the other way
round (*Bank Sepah*), so such a word is read as two, too.
"""

import re

from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.word import Name

_TRADES = "group|trading|shipping|holding|insurance|exchange|airlines|energy|invest|petroleum"
# Letters of a name beside its trade, at least: shorter ones are others' (*Citigroup*).
_OF_A_BANK, _OWN = "[a-z]{4,}", "[a-z]{5,}"
_BEHIND = re.compile(rf"({_OF_A_BANK}(?=bank$)|{_OWN})(bank|{_TRADES})")
_BEFORE = re.compile(rf"(bank(?={_OF_A_BANK})|(?:{_TRADES})(?={_OWN}))([a-z]+)")


def is_joined(form: str) -> bool:
    """Whether a word may be such a one: a quick look."""
    return (_BEHIND.fullmatch(form) or _BEFORE.fullmatch(form)) is not None


def parted(name: Name) -> list[tuple[int, int, str]]:
    """The words of a query that are a name and its trade, and these as two words.

    A group's brand is a word of its own (*Gazprombank*): what stands before *bank* is another party
    of the group.
    """
    found = list[tuple[int, int, str]]()
    for word in name.words:
        if word.role is not Role.WORD or word.form in brands():
            continue
        for met, own in ((_BEHIND.fullmatch(word.form), 1), (_BEFORE.fullmatch(word.form), 2)):
            if met is not None and _is_own(met[own]):
                found.append((word.start, word.end, f"{met[1]} {met[2]}"))
                break
    return found


def _is_own(form: str) -> bool:
    """Whether it is a name, or the trade word that is a bank's (*Saderat*): *Bankfinancial* is
    another.
    """
    return form in brands() or [word.role for word in analyse(form).words] == [Role.WORD]
