"""A name that stands twice in one field, as forms with a line for each language have it: *Samus
Shipyard Samus Shipyard*, *Resurs AO, Resurs*.
"""

from matcher.names.parser import analyse, form_alone
from matcher.names.word import Name


def may_be_twice(name: Name) -> bool:
    """Whether a name may stand twice in a query: a quick look."""
    # (Every query is asked this: by the fields of its words, which costs a third.)
    forms = [form for _, _, form, _, _, _ in name.words]
    return len(set(forms)) < len(forms)


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
