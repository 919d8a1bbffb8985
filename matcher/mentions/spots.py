"""Places of a text that score enough against a listed name and look like one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from matcher.comparison.features import LOOSE
from matcher.lexicon.scripts import is_cyrillic
from matcher.mentions.anchor_hits import GAP
from matcher.mentions.context import MOST_WORDS, Context, Fitted, SpanAlignment, fit, meeting
from matcher.mentions.cues import MOST_AROUND, MentionContext
from matcher.mentions.document import Text
from matcher.mentions.han_names import agrees_in_characters
from matcher.mentions.namesakes import is_a_namesake
from matcher.mentions.rules import looks_like_a_name
from matcher.mentions.searcher import Searcher
from matcher.mentions.windows import Candidates
from matcher.mentions.words_met import lacking
from matcher.mentions.work_budget import AGAIN, Work
from matcher.names.parser import analyse
from matcher.names.variants import NameVariant
from matcher.names.word import Name, Word
from matcher.search.match import score_of
from matcher.search.query import ParsedQuery
from records import FoundBy, Query

# What the rules cost of a comparison, and what is found: it has to be told, too.
RULES, HIT = 0.2, 1.0
# Words in Cyrillic letters that score less as they stand are read in all ways, at such a cost.
POOR, READ = 0.5, 8.0
# Places whose words are looked up together.
AT_ONCE = 256
# Words beside a name that are kept; some 30 MB.
REMEMBERED = 1 << 14


class Spot(NamedTuple):
    """A scored window, before it is explained."""

    start: int
    end: int
    """Code points of the text."""
    score: float
    entity: int
    name: int
    found_by: FoundBy = FoundBy.SIMILAR_NAME
    respaced: str = ""
    """The words with their spaces put right, where the text has them wrong."""
    others: int = 0
    """How many other listed parties the document has to name for it."""
    brand: bool = False
    """Whether it is the one word by which everybody calls the party."""
    licenses: bool = True
    """Whether the party is named in full, so that its short forms are looked for."""
    complete: bool = False
    """Whether all that the listed name tells is there, without a slip."""
    called: bool = False
    """Whether it is what others call the party, and not a name of the list."""
    reading: NameVariant | None = None
    """What Latin letters write of words in another script, where these met the name."""


_Met = tuple[int, int, str]
"""A listed name, a word of a stretch of text, and the stretch."""


@dataclass(slots=True)
class Spotter:
    """Compares places of one text with names; what repeats is compared once: a column that has a
    word a thousand times, a list of payments to one party.
    """

    text: Text
    finder: Searcher
    work: Work
    _scenes: dict[tuple[int, int], Context] = field(default_factory=dict)
    _spans: dict[_Met, tuple[int, int] | None] = field(default_factory=dict)
    _fits: dict[_Met, SpanAlignment | None] = field(default_factory=dict)
    _spots: dict[tuple[object, ...], Spot | None] = field(default_factory=dict)

    def spots(
        self, places: Candidates, least: float, *, by_short_form: bool
    ) -> tuple[list[Spot], int]:
        """Compare places with names.

        Args:
            places: both, in the order of the text.
            least: the score that they must reach.
            by_short_form: whether the text names the parties in full elsewhere, so that a part is
                enough.

        Returns:
            Those that are a name, and the word of the text before which all were compared.
        """
        found: list[Spot] = []
        for first in range(0, len(places.place), AT_ONCE):
            some = slice(first, first + AT_ONCE)
            scenes = self._scenes_of(places.place[some].tolist(), places.name[some].tolist())
            for place, scene, key in scenes:
                if not self.work.compare(AGAIN):
                    return found, place
                number, met = key[0], self._fit(scene, key)
                if met is None or met.score < least:
                    continue
                small = bool(self.text.small[place])
                spot = self._spot(
                    scene.start, met, number, small=small, by_short_form=by_short_form
                )
                if spot is not None:
                    self.work.compare(HIT)
                    found.append(spot)
        return found, places.until

    def _scenes_of(
        self, places: Sequence[int], names: Sequence[int]
    ) -> list[tuple[int, Context, _Met]]:
        """Places, the words around each, and what they are beside a name; the words that met are
        looked up together, which costs a tenth of one by one.
        """
        found, words, fits = [], list[Word](), self.finder.fits
        for place, number in zip(places, names, strict=True):
            name = self.finder.name(number)
            scene = self._scene(place, name)
            middle, span = self._meeting(scene, number, name)
            key = number, middle, scene.text
            found.append((place, scene, key))
            if key not in self._spans:
                self._spans[key] = span
                written = scene.text[slice(*span)] if span is not None else ""
                if written and (written, number) not in fits:
                    words += analyse(written).words
        self.finder.look_up(words)
        return found

    def _meeting(
        self, scene: Context, number: int, name: Name
    ) -> tuple[int, tuple[int, int] | None]:
        """How the words of a scene meet a name; the same words are laid beside it once, whatever
        document they stand in: forms and letters repeat each other's.
        """
        known, key = self.finder.meetings, (number, scene.inside, scene.text)
        found = known.get(key)
        if found is None:
            if len(known) >= REMEMBERED:
                known.clear()
            found = known[key] = scene.middle, meeting(scene, name)
        return found

    def _scene(self, place: int, name: Name) -> Context:
        reach = min(len(name.words) + GAP, MOST_WORDS)
        scene = self._scenes.get((place, reach))
        if scene is None:
            # Names come by their place: the scenes of those before are not asked for again.
            if len(self._scenes) > MOST_WORDS:
                self._scenes.clear()
            scene = self._scenes[place, reach] = Context.of(self.text, place, reach)
        return scene

    def _fit(self, scene: Context, key: _Met) -> SpanAlignment | None:
        if key not in self._fits:
            self.work.compare(1)
            self._fits[key] = self._fitted(scene, key[0], self._spans[key])
        return self._fits[key]

    def _fitted(
        self, scene: Context, number: int, span: tuple[int, int] | None
    ) -> SpanAlignment | None:
        """How the words of a span meet a name; the same words are laid beside it once, whatever
        document they stand in.
        """
        if span is None:
            return None
        written, fits = scene.text[slice(*span)], self.finder.fits
        fitted = fits.get((written, number))
        if fitted is None:
            if len(fits) >= REMEMBERED:
                fits.clear()
            fitted = fit(written, self.finder.name(number), number, self.finder)
            if fitted[2] < POOR and is_cyrillic(written) and self.work.compare(READ):
                fitted = max(fitted, self._read(written, number), key=itemgetter(2))
            fits[written, number] = fitted
        query, weighed, value = fitted
        return SpanAlignment(*span, query, weighed, value)

    def _read(self, written: str, number: int) -> Fitted:
        """Words in Cyrillic letters beside a name by the best of their readings, as a query's:
        ``Магнитогорского металлургического комбината``.
        """
        asked = ParsedQuery.of(Query(name=written.replace("\n", " ")))
        every = (score_of(asked, one, number, self.finder) for one in range(len(asked.names)))
        best = max(every, key=lambda one: one.score)
        return asked.names[best.asked].name, best.aligned.weighed, best.score

    def _spot(
        self, first: int, met: SpanAlignment, number: int, *, small: bool, by_short_form: bool
    ) -> Spot | None:
        start, end = first + met.start, first + met.end
        around = self.text.text[max(0, start - MOST_AROUND) : end + MOST_AROUND]
        key = number, min(start, MOST_AROUND), end - start, around, small, by_short_form
        if key not in self._spots:
            self.work.compare(RULES)
            self._spots[key] = self._judged(
                first, met, number, small=small, by_short_form=by_short_form
            )
        spot = self._spots[key]
        return None if spot is None else spot._replace(start=start, end=end)

    def _judged(
        self, first: int, met: SpanAlignment, number: int, *, small: bool, by_short_form: bool
    ) -> Spot | None:
        index = self.finder.index
        entity = int(index.arrays["name_entity"][number])
        start, end = first + met.start, first + met.end
        place = MentionContext(
            text=self.text.text,
            start=start,
            end=end,
            query=met.query,
            name=self.finder.name(number),
            weighed=met.weighed,
            kind=index.entity_kind(entity),
            name_kind=index.name_kind(number),
            small=small,
        )
        if not agrees_in_characters(place, self._names(entity)):
            return None
        if not looks_like_a_name(place, self.finder, by_short_form=by_short_form):
            return None
        if not by_short_form and is_a_namesake(
            place, self._names(entity), lambda: index.countries(entity), self.finder
        ):
            return None
        how = FoundBy.SHORT_FORM if by_short_form else FoundBy.SIMILAR_NAME
        complete = not lacking(place) and not any(item.link.how in LOOSE for item in met.weighed)
        return Spot(start, end, met.score, entity, number, how, complete=complete)

    def _names(self, entity: int) -> Iterator[str]:
        """All names of a party as listed."""
        index = self.finder.index
        return (index.name(number).text for number in index.names_of_entity(entity))


def without_overlaps(spots: Iterable[Spot]) -> list[Spot]:
    """Each entity once where its spans overlap: by the best score, then the longest span."""
    kept: dict[int, list[Spot]] = {}
    ranked = sorted(spots, key=lambda s: (-s.score, s.start - s.end, s.start, s.name))
    for spot in ranked:
        # None of these overlaps another, so only the two beside the spot can overlap it.
        others = kept.setdefault(spot.entity, [])
        place = bisect_left(others, spot.end, key=lambda other: other.start)
        if not place or others[place - 1].end <= spot.start:
            others.insert(place, spot)
    return sorted(
        (spot for spots in kept.values() for spot in spots),
        key=lambda s: (s.start, s.end, -s.score, s.entity),
    )


def limited(spots: Iterable[Spot], limit: int) -> Iterator[Spot]:
    """At most so many entities for one span, the best ones; but all whose whole name it is: none of
    them is likelier than another.
    """
    by_span: dict[tuple[int, int], int] = {}
    for spot in spots:
        count = by_span.get((spot.start, spot.end), 0)
        by_span[spot.start, spot.end] = count + 1
        if count < limit or spot.found_by is FoundBy.WHOLE_NAME:
            yield spot
