"""The words around a place of a text, and how they meet a listed name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from matcher.comparison.align import Link, align
from matcher.comparison.features import Weighed, features
from matcher.comparison.model import score
from matcher.lexicon.tables import Role
from matcher.mentions.anchor_hits import GAP
from matcher.mentions.document import QUOTES, Text
from matcher.names.parser import analyse, words_of
from matcher.names.roles import STOPWORDS
from matcher.names.word import Name, Word
from matcher.search.finder import Finder

# No name has more words than this on either side of the one that it was found by.
MOST_WORDS = 14
# Little words that are often legal forms after a name.
_FORMS = frozenset({"as", "se"})
_NEXT_NAME = re.compile(r"[ \u00a0]?[«„“‘\"「]")


@dataclass(frozen=True)
class Context:
    """Words of one phrase around one of them."""

    start: int
    """Code points of the whole text before it."""
    text: str
    inside: int
    """Code points of ``text`` before that word."""

    @classmethod
    def of(cls, text: Text, place: int, reach: int) -> "Context":
        """Cut out so many words on either side; fewer where the phrase ends."""
        at = int(text.at[place])
        first = int(text.at.searchsorted(at - reach))
        last = int(text.at.searchsorted(at + reach, side="right")) - 1
        start = int(text.start[first])
        around = text.text[start : int(text.end[last])]
        return cls(start, around, int(text.start[place]) - start)

    @cached_property
    def words(self) -> Sequence[Word]:
        """Phrases of the tables are one word; read where they are asked for."""
        return words_of(self.text)

    @cached_property
    def middle(self) -> int:
        """Which of them it is."""
        last = len(self.words) - 1
        return next((i for i, word in enumerate(self.words) if self.inside < word[1]), last)


Fitted = tuple[Name, Sequence[Weighed], float]
"""Words of a text as a name, how they meet a listed one, and the score."""


@dataclass(frozen=True, slots=True)
class SpanAlignment:
    """How words of a scene meet a listed name."""

    start: int
    end: int
    """Code points of the scene's text."""
    query: Name
    weighed: Sequence[Weighed]
    score: float


def meeting(scene: Context, name: Name) -> tuple[int, int] | None:
    """From the first to the last word around a place that met one of a listed name's, with the
    legal form beside; None where they do not meet.
    """
    words = scene.words
    links = _links(scene, name, range(len(words)), runs=False)
    met = _chain(_met(links, words), scene.middle)
    if not _all_met(links, name):
        first, last = (met[0], met[-1]) if met else (scene.middle, scene.middle)
        near = range(max(0, first - GAP), min(len(words), last + GAP + 1))
        links = _links(scene, name, near, runs=True)
        met = _chain(_met(links, words), scene.middle)
    if not met:
        return None
    first, last = _with_forms(scene, met[0], met[-1], links)
    return words[first].start, words[last].end


def fit(written: str, name: Name, number: int, finder: Finder) -> Fitted:
    """Lay the words that met beside the listed name."""
    query = analyse(written)
    weighed = finder.align_listed(query, number)
    value = score(features(query, name, weighed, finder), finder.index.name_kind(number))
    return query, weighed, value


def _with_forms(scene: Context, first: int, last: int, links: Iterable[Link]) -> tuple[int, int]:
    """The span with the article that the name begins with, and the legal forms beside it."""
    words = scene.words
    articles = {place for link in links for place in link.query if words[place].role is Role.STOP}
    if first - 1 in articles and words[first].start - words[first - 1].end == 1:
        first -= 1
    while first > 0 and touches(scene.text, words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and touches(scene.text, words[last + 1], words[last]):
        last += 1
    return first, last


def _links(scene: Context, name: Name, places: range, *, runs: bool) -> list[Link]:
    """How some words of a scene meet the name's, by their places in the scene."""
    order = _nearest_first(places, scene.middle)
    words = tuple([scene.words[place] for place in order])
    return [
        Link(tuple([order[number] for number in query]), listed, how, score)
        for query, listed, how, score in align(Name(scene.text, words), name, runs=runs)
    ]


@lru_cache(maxsize=1 << 12)
def _nearest_first(places: range, middle: int) -> tuple[int, ...]:
    """Places in a scene, so that of two equal words the nearer one to the middle meets."""
    return tuple(sorted(places, key=lambda place: (abs(place - middle), -place)))


def _all_met(links: Iterable[Link], name: Name) -> bool:
    met = {place for link in links for place in link.name}
    return all(place in met for place, word in enumerate(name.words) if word.is_content)


def _met(links: Iterable[Link], words: Sequence[Word]) -> list[int]:
    places = sorted(place for link in links for place in link.query)
    return [place for place in places if words[place].is_content]


def _chain(met: Sequence[int], middle: int) -> list[int]:
    """Those that hang together with the middle: no more than ``GAP`` words stand between two."""
    chain: list[int] = []
    for place in met:
        if chain and place - chain[-1] > GAP + 1:
            if chain[-1] >= middle:
                break
            chain = []
        chain.append(place)
    return chain if chain and chain[0] - GAP <= middle <= chain[-1] + GAP else []


def touches(text: str, legal: Word, beside: Word) -> bool:
    """Whether a legal form stands right beside a word, as part of the name."""
    if legal.role is not Role.LEGAL:
        return False
    raw = text[legal.start : legal.end]
    if (raw.islower() and legal.start < beside.start) or (len(raw) < 3 and not raw.isupper()):
        return False
    if legal.form in STOPWORDS and (legal.start < beside.start or legal.form not in _FORMS):
        # ``IN OCTOBER`` in a line of capitals.
        return False
    if legal.start < beside.start:
        # ``Trading Corporation (KOMID)``, ``Co. Ltd., Global Supply``: a bracket or a comma after a
        # legal form begins another name.
        return not text[legal.end : beside.start].strip(" .\n\t" + QUOTES)
    between = text[beside.end : legal.start]
    if "(" in between and text[legal.end : legal.end + 1] != ")":
        # ``Institute of Engines (JSC NIID)``: likewise.
        return False
    if between.strip() and _NEXT_NAME.match(text, legal.end):
        # ``ООО «Вега», ООО «Орион»``: the form in front of the next name.
        return False
    return not between.strip(" ,.\n\t(" + QUOTES)
