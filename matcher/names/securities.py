"""The kind of security behind an issuer's name, as statements of custody and tables of holdings
write it: *Topaz Ltd SHS*, *Topaz PJSC-Spon ADR*, *Topaz Common Stock*, *Topaz Ltd Class A*.
"""

from collections.abc import Sequence
from itertools import pairwise

from matcher.lexicon.tables import Role
from matcher.names.surrounding_cues import cues
from matcher.names.word import Word

# What a letter alone follows: *Class A*, *Ser. B*, *Reg S*.
OF_A_LETTER = frozenset({"class", "cl", "ser", "series", "reg"})

# Among so many words at the end is one that says so: two numbers may follow (*ORD USD 0.10*).
_LAST = 4


def security_in(words: Sequence[Word]) -> int:
    """Where the words begin that end a line and say which security it is.

    One word that says nothing else does (*ADR*, *SHS*), or two of those that do together
    (*ordinary shares*, *Class A*).

    Returns:
        The place of the first; the number of words where there is none. The first word of a line
        is always its name's.
    """
    begins, known = len(words), cues()
    while begins > 1 and _goes_with_one(words, begins - 1):
        begins -= 1
    # What goes with a security in front of it (*A SHS*) is its own; a number there is the name's.
    while begins < len(words) and words[begins].form.isdigit():
        begins += 1
    tail = [_without_value(word) for word in words[begins:]]
    said = any(form in known.securities for form in tail) or any(
        _says_together(one, other) for one, other in pairwise(tail)
    )
    return begins if said else len(words)


def may_be_a_security(words: Sequence[Word]) -> bool:
    """Whether ``security_in`` may find one: a quick look at the last words."""
    known = cues()
    return any(
        word.form in known.securities or word.form in known.with_securities
        for word in words[-_LAST:]
    )


def _says_together(one: str, other: str) -> bool:
    if len(other) == 1:
        return one in OF_A_LETTER
    known = cues()
    kinds, all_of_them = known.kinds_of_security, known.with_securities
    return one != other and (
        (one in kinds and other in all_of_them) or (other in kinds and one in all_of_them)
    )


def _goes_with_one(words: Sequence[Word], place: int) -> bool:
    known, form = cues(), _without_value(words[place])
    if len(form) == 1 and form.isalpha():
        # Two letters are initials (*V T B SHS*).
        return words[place].role is not Role.LEGAL and len(words[place - 1].form) > 1
    return not form or form in known.securities or form in known.with_securities


def _without_value(word: Word) -> str:
    """A word without the value that a currency has on it (*HKD0.10*); empty for a number."""
    return word.form.rstrip("0123456789")
