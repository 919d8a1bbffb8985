"""Words that say what a party is which is no company, around its name: *Hamas movement*, *Houthi
rebels*, *террористическая организация ИГИЛ* (``data/group_words.tsv``).

Lists have such a party by its name alone, or by initials so short that beside other words they
would be another's.
"""

from functools import cache
from importlib.resources import files
from itertools import pairwise

from matcher.lexicon.folding import tokens
from matcher.lexicon.tables import Role
from matcher.names.word import Name

# Letters of the shortest initials that a group is known by (*ELN*).
_SHORTEST = 3
_TELLING = (Role.WORD, Role.TRADE, Role.NUMBER)


@cache
def _rows() -> dict[str, list[str]]:
    text = (files("matcher") / "data" / "group_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {kind: words.split("|") for kind, words in rows}


@cache
def _latin() -> dict[str, frozenset[str]]:
    return {kind: frozenset(filter(str.isascii, words)) for kind, words in _rows().items()}


@cache
def _every() -> dict[str, frozenset[str]]:
    """Those in other scripts too, folded: what names are read from needs tables that take long."""
    return {kind: frozenset(map(_folded, words)) for kind, words in _rows().items()}


def _folded(text: str) -> str:
    return " ".join(token.form for token in tokens(text))


def may_say_a_group(form: str) -> bool:
    """Whether a word in Latin letters may be one of those that say so: a quick look."""
    forms, first = _latin(), form.split(" ", 1)[0]
    return first in forms["group"] or first in forms["manner"]


def group_words(name: Name) -> set[int]:
    """The places of the words that say what kind of group is named; none in most names."""
    plain = name.text.isascii()
    forms = _latin() if plain else _every()
    words = [
        (word.form if plain else _folded(name.text[word.start : word.end])).split(" ", 1)[0]
        for word in name.words
    ]
    found = {place for place, form in enumerate(words) if form in forms["group"]}
    for place, (one, other) in enumerate(pairwise(words)):
        if any(
            said in forms["manner"] and what in forms["kind"]
            for said, what in ((one, other), (other, one))
        ):
            found |= {place, place + 1}
    if found:
        # *Armed rebels*, *terrorist fighters*.
        found |= {
            place
            for place, form in enumerate(words)
            if form in forms["manner"] and not found.isdisjoint((place - 1, place + 1))
        }
    return found


def without_group_words(name: Name) -> Name | None:
    """A name without them.

    Args:
        name: a query.

    Returns:
        None where it has none, where nothing is left that is a name, or where they stand inside
        of it.
    """
    said = group_words(name)
    if not said:
        return None
    left = [place for place in range(len(name.words)) if place not in said]
    told = [place for place in left if name.words[place].role in _TELLING]
    if not any(
        name.words[place].role is Role.WORD and len(name.words[place].form) >= _SHORTEST
        for place in told
    ):
        return None
    if any(told[0] < place < told[-1] for place in said):
        return None
    return Name(name.text, tuple(name.words[place] for place in left))
