"""A name that stands twice in one field, as forms with a line for each language have it: *Samus
Shipyard Samus Shipyard*, *Resurs AO, Resurs*; and a word that is said twice, in its language and in
the reader's (*National Iranian Bank Melli*: *melli* is national), or by a hand that lost its place.
"""

from collections.abc import Iterator

from matcher.lexicon.tables import Role
from matcher.names.parser import analyse, form_alone
from matcher.names.word import Name

# Words of a name that are left without what was said twice, and letters of one that a hand wrote
# twice: *Ali Ali* are two names.
_LEAST_LEFT, _LONG = 2, 5


def may_be_twice(name: Name) -> bool:
    """Whether a name or a word may stand twice in a query: a quick look."""
    # (Every query is asked this: by the fields of its words, which costs a third.)
    terms = [concept or form for _, _, form, _, concept, _ in name.words]
    return len(set(terms)) < len(terms)


def once(name: Name) -> Name | None:
    """A query with its name once; None where it is not the same telling words twice.

    Args:
        name: the query.
    """
    text, words = name.text, name.words
    # In the middle a legal form is taken for a word.
    told = [
        place
        for place, word in enumerate(words)
        if word.is_content and form_alone(text[word.start : word.end]) is None
    ]
    half, left = divmod(len(told), 2)
    forms = [words[place].form for place in told]
    if left or not half or forms[:half] != forms[half:]:
        return None
    last, stop = told[half - 1], told[half]
    # *AO Resurs, PAO Resurs*: the form before the second is the second's.
    end = words[last if told[0] else stop - 1].end
    return Name(text, analyse(text[:end]).words)


def said_again(name: Name) -> Iterator[Name]:
    """A query without what its words say twice: each time without the first that says it, then
    without the last.

    Args:
        name: the query.
    """
    again = [*_said_twice(name)]
    if not again:
        return
    for left_out in ({first for first, _ in again}, {last for _, last in again}):
        kept = tuple(word for place, word in enumerate(name.words) if place not in left_out)
        if sum(word.is_content for word in kept) >= _LEAST_LEFT:
            yield Name(name.text, kept)


def _said_twice(name: Name) -> Iterator[tuple[int, int]]:
    """The places of two words that say the same of a party: what it is, where, or, side by side
    and in the same letters, anything of a firm's.
    """
    words = name.words
    firm = any(word.role in (Role.TRADE, Role.LEGAL) for word in words)
    seen = dict[str, int]()
    for place, word in enumerate(words):
        before = seen.get(word.term)
        if before is not None:
            beside = place == before + 1 and len(word.form) >= _LONG and firm
            if word.role in (Role.TRADE, Role.PLACE) or (word.role is Role.WORD and beside):
                yield before, place
        seen[word.term] = place
