"""Searches texts for the names of an index."""

from functools import cached_property

import numpy as np

from matcher.columnar.arrays import Array
from matcher.index.organizations import organizations
from matcher.mentions.anchor_hits import Search
from matcher.mentions.anchors import Anchors, TermStats
from matcher.mentions.context import Fitted
from matcher.mentions.folded_words import FoldedWords
from matcher.mentions.home_cues import Home, home_of
from matcher.mentions.loan_spots import LoanNames
from matcher.mentions.native_names import NativeNames
from matcher.mentions.native_units import NativeWords
from matcher.mentions.whole_place import WholePlace
from matcher.mentions.whole_rules import worth_finding
from matcher.mentions.word_cache import TextWords
from matcher.search.finder import Finder
from records import Kind

# Sets of names that texts are searched for and that are kept ready, the last ones used.
MOST_SEARCHES = 8


class Searcher(Finder):
    """A finder that also knows what to look for in texts, and remembers the texts' words."""

    @cached_property
    def _searches(self) -> list[tuple[Array | None, Search]]:
        # A mask is known by itself, so it is kept with what was worked out for it.
        return []

    def search(self, allowed: Array | None) -> Search:
        """What texts are searched for.

        Args:
            allowed: for every listed name whether it may be found; None for all. The same array
                each time finds what was worked out before.
        """
        for mask, search in self._searches:
            if mask is allowed:
                return search
        names = np.flatnonzero(np.ones(self.index.name_count) if allowed is None else allowed)
        anchors = Anchors.of(self.index, self._telling, names)
        search = Search(self.index, self._telling, self._text_words, anchors)
        self._searches[:] = [*self._searches[1 - MOST_SEARCHES :], (allowed, search)]
        return search

    @cached_property
    def fits(self) -> dict[tuple[str, int], Fitted]:
        """Words of texts that were laid beside listed names (``spots``)."""
        return {}

    @cached_property
    def meetings(self) -> dict[tuple[int, int, str], tuple[int, tuple[int, int] | None]]:
        """Words of texts around one that points to a listed name: which of them it is, and from
        where to where they met the name (``spots``).
        """
        return {}

    @cached_property
    def can_be_whole(self) -> dict[tuple[int, str, int, bool, bool], WholePlace | None]:
        """Words of texts that are a whole name in some surroundings, as if nothing stood around
        them; None for those that are one in none (``whole_spots``).
        """
        return {}

    @cached_property
    def whole_scores(self) -> dict[tuple[str, int], float]:
        """What words score that stand whole in a text beside the listed name (``whole_spots``)."""
        return {}

    @cached_property
    def folded_words(self) -> FoldedWords:
        """Words of texts, folded within their script."""
        return FoldedWords(self.index.whole_names, self.index.language)

    def worth_finding(self, allowed: Array | None) -> Array:
        """For each row of the index's whole names whether it may be found in a text.

        Args:
            allowed: as ``search`` takes it.
        """
        for mask, found in self._worth:
            if mask is allowed:
                return found
        found = self._worth_finding
        if allowed is not None:
            found = found & allowed[self.index.whole_names.name]
        self._worth[:] = [*self._worth[1 - MOST_SEARCHES :], (allowed, found)]
        return found

    @cached_property
    def _worth(self) -> list[tuple[Array | None, Array]]:
        return []

    @cached_property
    def _worth_finding(self) -> Array:
        return worth_finding(self.index, self.organizations)

    @cached_property
    def organizations(self) -> Array:
        """For each entity whether it is an organisation in a text."""
        return organizations(self.index.arrays)

    def mention_kind(self, entity: int) -> Kind:
        """What a listed party is in a text: its names may say that it is an organisation."""
        return Kind.ORGANIZATION if self.organizations[entity] else self.index.entity_kind(entity)

    def home(self, number: int) -> Home:
        """Where the party of a listed name is from."""
        known = self._homes.get(number)
        if known is None:
            entity = int(self.index.arrays["name_entity"][number])
            known = self._homes[number] = home_of(self.index, entity, self.name(number).words)
        return known

    @cached_property
    def _homes(self) -> dict[int, Home]:
        return {}

    @cached_property
    def native_names(self) -> NativeNames:
        """What texts in other scripts are searched for by translation and sound."""
        return NativeNames.of(self.index)

    @cached_property
    def native_words(self) -> NativeWords:
        """Words of texts in other scripts, by what they may be of such a name."""
        return NativeWords(self.native_names.wanted)

    @cached_property
    def loan_names(self) -> LoanNames:
        """What texts in other scripts are searched for by sound alone."""
        return LoanNames.of(self.index)

    @cached_property
    def _telling(self) -> TermStats:
        return TermStats.of(self.index)

    @cached_property
    def _text_words(self) -> TextWords:
        return TextWords(self.index)
