"""The two sides of a listed name that stands in a longer query: the telling words of either. What
does not hang on the other side is worked out once for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.index.sense import LEAST_AMONG_PLACES, may_be_known_alone, may_be_known_led, sense
from matcher.lexicon.tables import Role
from matcher.names.surroundings import Surroundings, forms_of
from matcher.names.term_weights import RARE
from matcher.names.word import Name, Word
from matcher.search.finder import Finder
from records import CRAFT, Kind, NameKind

# Longer names are long enough to be found as what the whole query is like.
LONGEST_RUN = 12
# The information from which on a name of several words is believed among other words.
LEAST_AMONG_WORDS = 0.8
# The same of a single word among places.
LEAST_OF_A_WORD = 0.5


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A listed name that may stand in a query."""

    number: int
    name: Name
    words: tuple[Word, ...]
    """Its telling ones."""
    senses: list[str]
    """Of each of these."""
    in_no_order: list[str]
    """The same, sorted."""
    ordered: bool
    """Whether its words have to be in the same order."""
    kind: Kind
    weak: bool
    forms: frozenset[str | None]
    """The concepts of its legal forms."""
    tells: bool
    """Whether it may be believed in some query: a quick look, since most are words that many names
    have."""
    known_alone: bool
    """Whether it is one word, and may be known by it without its legal form or a ship's prefix."""

    @classmethod
    def of(cls, number: int, finder: Finder) -> "ListedRun":
        """A name of an index."""
        index, name = finder.index, finder.name(number)
        kind = index.entity_kind(int(index.arrays["name_entity"][number]))
        words = tuple([word for word in name.words if word.is_content])
        senses = [sense(word) for word in words]
        alone = len(words) == 1 and kind is not Kind.PERSON and may_be_known_alone(words[0])
        weak = index.name_kind(number) is NameKind.WEAK
        return cls(
            number=number,
            name=name,
            words=words,
            senses=senses,
            in_no_order=sorted(senses),
            ordered=not index.names_of_persons[number],
            kind=kind,
            weak=weak,
            forms=frozenset(forms_of(name)),
            tells=_tells(name, words, kind, finder, weak=weak),
            known_alone=alone,
        )

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return len(self.words) == 1


def listed_run(number: int, finder: Finder) -> ListedRun:
    """A listed name by its number, which is looked at once: some stand in every tenth query."""
    run = finder.runs.get(number)
    if run is None:
        run = finder.runs[number] = ListedRun.of(number, finder)
    return run


def _tells(name: Name, words: tuple[Word, ...], kind: Kind, finder: Finder, *, weak: bool) -> bool:
    if not words or kind is Kind.VESSEL:
        # Behind a ship's prefix it may be, whatever it tells.
        return len(words) > 1 or any(map(may_be_known_led, words))
    told = sum(finder.weight(word) for word in words)
    if len(words) > 1:
        return told >= (LEAST_AMONG_PLACES + LEAST_AMONG_WORDS if weak else LEAST_AMONG_PLACES)
    if weak or kind is Kind.PERSON:
        return False
    if kind is Kind.ORGANIZATION and forms_of(name):
        return True
    if not may_be_known_alone(words[0]):
        return False
    return is_rare(words[0], finder) if kind in CRAFT else told >= LEAST_OF_A_WORD


def is_rare(word: Word, finder: Finder) -> bool:
    """Whether ordinary language does not have a word."""
    return word.role is Role.WORD and finder.zipf_of(word.form) <= RARE


class AskedRuns:
    """A query, every run of whose telling words may be a listed name."""

    def __init__(self, query: Name) -> None:
        self.query, self.surroundings = query, Surroundings(query)
        self._places = [place for place, word in enumerate(query.words) if word.is_content]
        self._senses = [sense(query.words[place]) for place in self._places]

    def may_have(self, listed: ListedRun) -> bool:
        """Whether a name may be believed here for what it is: a quick look, since most are a trade
        word with its party's legal form, which the query has not.
        """
        alone = listed.known_alone or listed.kind is Kind.VESSEL or not listed.single
        return alone or (bool(listed.forms) and self.surroundings.forms <= listed.forms)

    def telling(self, places: range) -> list[Word]:
        """The telling words of a stretch."""
        words = self.query.words[places.start : places.stop]
        return [word for word in words if word.is_content]

    def places_of(self, listed: ListedRun) -> Iterator[range]:
        """Where a name stands whole, from its first telling word to its last, with others beside
        it.
        """
        places, length = self._places, len(listed.senses)
        if not 0 < length < len(places) or length > LONGEST_RUN:
            return
        for first in range(len(places) - length + 1):
            run = self._senses[first : first + length]
            if run == listed.senses or (not listed.ordered and sorted(run) == listed.in_no_order):
                yield range(places[first], places[first + length - 1] + 1)
