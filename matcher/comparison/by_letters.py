"""Two names letter by letter, wherever their spaces are, and though one was cut at a field's end.

``Parsacompany`` is *Parsa Company*, ``DREAMII`` is *DREAM II*, and ``Persian Gulf Petrochem`` is
what a field leaves of *Persian Gulf Petrochemical Industries*.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import AnyStr, NamedTuple

from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role
from matcher.names.word import Name, Word

# Names of fewer letters are the same by chance where they are written with other spaces.
SHORTEST_WHOLE = 5
# Forms have fields of some length: what is shorter was not cut by one.
SHORTEST_CUT = 16
# The beginnings of names by which cut ones are found are so many letters long, in steps, up to so
# many.
STEP, LONGEST_BEGINNING = 4, 64
# So many letters of telling words have to be among them: thousands of names begin with the same
# legal form written out.
LEAST_TELLING = 4
_WORD, _NUMBER = Role.WORD, Role.NUMBER
_CLOSING = ('"', "'", "»", "”", "’", "“", ")", "]", "）", "】")


class LetterRun(NamedTuple):
    """Words of the query and of the listed name that have the same letters."""

    query: tuple[int, ...]
    name: tuple[int, ...]
    cut: bool
    """Whether the name's have more, and the query ends."""


def letters_of(name: Name) -> list[str]:
    """The letters and digits of each word."""
    return [
        # The common case.
        word.form if word.role is _WORD else letters_in(word, name.text)
        for word in name.words
    ]


def letters_in(word: Word, text: str) -> str:
    """The letters and digits of a word of a text."""
    # *II* glued to a word is no number that anybody could tell.
    if word.role is _NUMBER:
        return latin(text[word.start : word.end]) or word.form
    return word.form.replace(" ", "") if " " in word.form else word.form


def beginnings(name: Name) -> Iterator[str]:
    """The beginnings of a listed name by which it is found if it was cut behind them."""
    parts = letters_of(name)
    whole, told = "".join(parts), _told(name, parts)
    for length in range(SHORTEST_CUT, min(len(whole) - 1, LONGEST_BEGINNING) + 1, STEP):
        if told[length]:
            yield whole[:length]


def _told(name: Name, parts: Sequence[str]) -> list[int]:
    """How many letters of telling words are among the first letters of a name, by their number."""
    is_content = [
        word.is_content for word, part in zip(name.words, parts, strict=True) for _ in part
    ]
    return list(accumulate(is_content, initial=0))


def beginning(whole: AnyStr) -> AnyStr:
    """The longest of these that a query of some letters has; empty for none."""
    length = min(len(whole), LONGEST_BEGINNING) // STEP * STEP
    return whole[: length if length >= SHORTEST_CUT else 0]


def runs(query: Name, name: Name) -> tuple[LetterRun, ...]:
    """The words of two names that are the same letter by letter, or as far as the query goes.

    Returns:
        Runs between the places at which both have a space; empty where the names have other
        letters, or the same words.
    """
    # Most names are told apart by their first letters.
    if not (query.words and name.words) or query.words[0].form[0] != name.words[0].form[0]:
        return ()
    mine, its = letters_of(query), letters_of(name)
    asked, listed = "".join(mine), "".join(its)
    if not listed.startswith(asked) or mine == its:
        return ()
    if asked == listed:
        return _between(mine, its) if len(asked) >= SHORTEST_WHOLE else ()
    # What closes with a sign was not cut: *«Бай»* is not *«Байкал»*.
    long = len(asked) >= SHORTEST_CUT and not query.text.rstrip().endswith(_CLOSING)
    told = _told(name, its)
    begun = told[len(beginning(asked))] and told[len(asked)] >= LEAST_TELLING
    return _between(mine, its) if long and begun else ()


def _between(mine: Sequence[str], its: Sequence[str]) -> tuple[LetterRun, ...]:
    """Runs of the words of both from one common edge to the next."""
    left, right = list(accumulate(map(len, mine))), list(accumulate(map(len, its)))
    end = left[-1]
    edges = sorted(set(left) & set(right) | {end})
    found, begin = [], 0
    for edge in edges:
        query = tuple(i for i, stop in enumerate(left) if begin < stop <= edge)
        name = tuple(
            j for j, stop in enumerate(right) if stop > begin and stop - len(its[j]) < edge
        )
        found.append(LetterRun(query, name, cut=right[name[-1]] > edge))
        begin = edge
    return tuple(found)
