"""Names of words that others have, too, among other words: ``Zorkin Bank Melli Iran``.

*Bank*, *national* and *Iran* tell little each. In a listed name's order, letter by letter, with its
country, its legal form or three of them, they are that name's; in any other way they are anybody's.
"""

from collections.abc import Sequence

from matcher.lexicon.tables import Role
from matcher.names.nationalities import countries_named
from matcher.names.surroundings import forms_of
from matcher.names.word import Name, Word
from records import Kind

# The information from which on such a name is believed.
LEAST_TO_THE_LETTER = 0.35
# So many words need neither a country nor a legal form.
_ENOUGH = 3


def may_tell_to_the_letter(name: Name, words: Sequence[Word], kind: Kind, *, weak: bool) -> bool:
    """Whether a listed name may be one of these.

    Args:
        name: as listed.
        words: its telling ones.
        kind: what has the name.
        weak: whether it is a weak alias.
    """
    if weak or kind is not Kind.ORGANIZATION or len(words) == 1:
        return False
    return _is_enough(words) or bool(forms_of(name))


def is_to_the_letter(
    pairs: Sequence[tuple[Word, Word]], before: Word | None, *, formed: bool
) -> bool:
    """Whether such a name is written so.

    Args:
        pairs: the query's telling words and those of the name that they stand for, in its order.
        before: the word right before it: *Ondry Unico Shipping Ltd* is not *Unico Shipping Ltd*.
        formed: whether its legal form is with it.
    """
    if any(asked.form != listed.form for asked, listed in pairs):
        return False
    if formed and (before is None or before.role is not Role.WORD):
        return True
    return _is_enough([listed for _, listed in pairs])


def _is_enough(words: Sequence[Word]) -> bool:
    return len(words) >= _ENOUGH or any(countries_named(word) for word in words)
