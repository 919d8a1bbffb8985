"""Phrases of the word tables with some of their words cut short: ``Res and Prodn Assn``, ``Comml
Bk``, ``Open Joint Stock Co``.

A word by itself is known by its abbreviation when two names are compared (``abbreviations``); a
phrase is one word only if all its words are known, so its short forms are written down.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

# What words of legal forms are usually cut to.
_OF_FORMS = {
    "company": ("co",),
    "corporation": ("corp", "corpn"),
    "limited": ("ltd",),
    "private": ("pvt",),
    "liability": ("liab",),
    "enterprise": ("ent",),
    "institution": ("inst",),
    "partnership": ("pship",),
}
# Words of the longest phrase that is cut short, and so many ways of it: a choice, for size.
_LONGEST, _MOST = 5, 48
# Letters of a word that is worth cutting.
_SHORTEST_LONG = 4
# Words of the longest phrase that is written with two of them as one: a choice, for size. Shorter
# words than these make another word together, or one that is near theirs.
_LONGEST_JOINED, _SHORTEST_JOINED = 5, 4


def of_form(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ways in which a legal form of several words is cut short, without itself."""
    yield from _ways(words, _OF_FORMS)


def of_trade(words: Sequence[str], short: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The same of a trade phrase; ``short`` has the usual abbreviations of its words."""
    kept = {
        word: [one for one in short.get(word, ()) if _is_of(one, word)]
        for word in words
        if len(word) >= _SHORTEST_LONG
    }
    yield from _ways(words, kept)


def run_together(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A legal form of several words, once for each two of them that may be written as one
    (``Jointstock Company``), its other words cut short or not.
    """
    if 1 < len(words) <= _LONGEST_JOINED:
        for way in (tuple(words), *of_form(words)):
            for place, two in enumerate(pairwise(way)):
                if min(map(len, two)) >= _SHORTEST_JOINED:
                    yield (*way[:place], "".join(two), *way[place + 2 :])


def _ways(words: Sequence[str], short: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    if not 1 < len(words) <= _LONGEST:
        return
    written = [(word, *short.get(word, ())) for word in words]
    for count, way in enumerate(product(*written)):
        if count > _MOST:
            return
        if count:
            yield way


def _is_of(short: str, word: str) -> bool:
    """Whether letters stand in a word, in their order, from its first one on."""
    rest = iter(word)
    return short[0] == word[0] and all(letter in rest for letter in short)
