"""Listed names in running text.

``matcher.mentions.windows`` says where listed names may stand in a document; there the words are aligned
with the name, and the words that met make the span, which is scored like a name that somebody asked
for. Running text is stricter than a query: words must look like a name, and a short name needs a
cue.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matcher.columnar.arrays import Array
from matcher.comparison.model import SAME_WORDS, score
from matcher.mentions.abbreviations import introduced, places_of
from matcher.mentions.anchor_hits import GAP, Search
from matcher.mentions.anchors import Anchors
from matcher.mentions.context import MOST_WORDS, Fit, Scene, fit
from matcher.mentions.cues import Place
from matcher.mentions.document import Text
from matcher.mentions.identifiers import Identified, first_name, identified
from matcher.mentions.rules import looks_like_a_name
from matcher.mentions.whole_names import unbroken, whole_mentions
from matcher.mentions.whole_rules import WholePlace, tells_enough
from matcher.mentions.windows import Candidates, candidates, licensed_candidates
from matcher.mentions.word_cache import UPPER, TextWords
from matcher.names.parser import analyse
from matcher.names.variants import Reading
from matcher.search.evidence import justify, lay
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy
from matcher.search.qualifiers import Circumstances

# Once an entity was found in a document by a full name, its short names are believed from here on.
LICENSED = 0.45
LICENSED_ENOUGH = 0.3
# What letters score that the document introduces for a party.
INTRODUCED = 0.6
# What tells less is no short form of a name.
LEAST_LICENSED = 0.3
LETTERS = range(3, 9)


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text that may name a listed entity."""

    start: int
    end: int
    """Code points of the text."""
    match: Match
    licensed: bool
    """Found below the threshold, because the document names the entity in full elsewhere."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A scored window, before it is explained."""

    start: int
    end: int
    score: float
    entity: int
    name: int


def find(text: str, finder: Finder, policy: Policy) -> list[Found]:
    """Find listed names in one text; see ``find_all``."""
    return find_all([text], finder, policy)[0]


def find_all(texts: Sequence[str], finder: Finder, policy: Policy) -> list[list[Found]]:
    """Find listed names in the texts of one document.

    Args:
        texts: running text, in any script; one for each passage of the document. No name goes
            from one to the next, but a party that one names in full may be short in the others.
        finder: the listed names.
        policy: which names, from which score on, and how many for one span.

    Returns:
        For each text what was found, in the order of the text. Words may name several entities;
        an entity that several overlapping spans name is there once, by the best of them.
    """
    search = finder.search(policy.allowed)
    text = Text.of(texts, search.words)
    sure = list(_spots(text, finder, candidates(text, search), policy.threshold, licensed=False))
    numbers = list(identified(text, finder.index, policy.allowed))
    sure += _whole_spots(text, finder, policy)
    entities = {spot.entity for spot in sure} | {one.listed.entity for one in numbers}
    if entities:
        short = _short_forms(text, finder, policy, entities)
        sure += [*short, *_introduced(text, sure, policy)]
    best = _limited(_without_overlaps(sure), policy.limit)
    found = [_found(text, spot, finder, policy) for spot in best]
    found += [_by_number(one, finder, policy) for one in numbers]
    return _by_text(text, len(texts), found)


def _by_text(text: Text, count: int, found: Iterable[Found]) -> list[list[Found]]:
    """What was found in the whole, for each of its texts."""
    by_text: list[list[Found]] = [[] for _ in range(count)]
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        number = int(np.searchsorted(text.starts, one.start, side="right")) - 1
        first = int(text.starts[number])
        by_text[number].append(replace(one, start=one.start - first, end=one.end - first))
    return by_text


def _short_forms(text: Text, finder: Finder, policy: Policy, entities: set[int]) -> list[_Spot]:
    """Shorter names of the entities that the text has named in full."""
    allowed = finder.names_of_entities(entities)
    if policy.allowed is not None:
        allowed = allowed & policy.allowed
    search = finder.search(policy.allowed)
    anchors = Anchors.of_licensed(
        search.index, search.telling, np.flatnonzero(allowed), LEAST_LICENSED
    )
    short = Search(search.index, search.telling, search.words, anchors)
    found = licensed_candidates(text, short, LICENSED_ENOUGH)
    letters = list(_letters(text, search.words, finder, allowed))
    places = Candidates.of(
        np.r_[found.place, np.array([place for place, _ in letters], dtype=np.int64)],
        np.r_[found.name, np.array([name for _, name in letters], dtype=np.int64)],
    )
    threshold = min(LICENSED, policy.threshold)
    return list(_spots(text, finder, places, threshold, licensed=True))


def _introduced(text: Text, sure: Iterable[_Spot], policy: Policy) -> Iterator[_Spot]:
    """Letters that the document itself introduces for a party that it has named in full."""
    known: set[tuple[str, int]] = set()
    for spot in sure:
        letters = introduced(text.text, spot.start, spot.end)
        if letters is None or (letters, spot.entity) in known:
            continue
        known.add((letters, spot.entity))
        for place in places_of(letters, text):
            start, end = int(text.start[place]), int(text.end[place])
            yield _Spot(start, end, min(INTRODUCED, policy.threshold), spot.entity, spot.name)


def _letters(
    text: Text, words: TextWords, finder: Finder, allowed: Array
) -> Iterator[tuple[int, int]]:
    """Words in capitals that may be the initials of a name of a licensed entity."""
    names: dict[str, list[int]] = {}
    for place in np.flatnonzero((text.signs & UPPER) > 0).tolist():
        raw = text.text[int(text.start[place]) : int(text.end[place])]
        if len(raw) in LETTERS and raw not in names:
            form = words.word(int(text.number[place])).form
            names[raw] = [n for n in finder.names_with_acronym(form).tolist() if allowed[n]]
        yield from ((place, name) for name in names.get(raw, ()))


def _spots(
    text: Text, finder: Finder, places: Candidates, least: float, *, licensed: bool
) -> Iterator[_Spot]:
    """The places that score enough and look like a name."""
    fits: dict[tuple[int, int, str], Fit | None] = {}
    scenes: dict[tuple[int, int], Scene] = {}
    for place, number in zip(places.place.tolist(), places.name.tolist(), strict=True):
        name = finder.name(number)
        reach = min(len(name.words) + GAP, MOST_WORDS)
        scene = scenes.get((place, reach))
        if scene is None:
            scene = scenes[place, reach] = Scene.of(text, place, reach)
        # A column that repeats a word a thousand times is compared once.
        key = number, scene.middle, scene.text
        if key not in fits:
            fits[key] = fit(scene, name, number, finder)
        met = fits[key]
        if met is None or met.score < least:
            continue
        small = bool(text.small[place])
        spot = _spot(text.text, scene.start, met, number, finder, small=small, licensed=licensed)
        if spot is not None:
            yield spot


def _spot(
    text: str, first: int, met: Fit, number: int, finder: Finder, *, small: bool, licensed: bool
) -> _Spot | None:
    index = finder.index
    entity = int(index.arrays["name_entity"][number])
    start, end = first + met.start, first + met.end
    place = Place(
        text=text,
        start=start,
        end=end,
        query=met.query,
        name=finder.name(number),
        weighed=met.weighed,
        kind=index.entity_kind(entity),
        name_kind=index.name_kind(number),
        small=small,
    )
    if not looks_like_a_name(place, finder, licensed=licensed):
        return None
    return _Spot(start, end, met.score, entity, number)


def _whole_spots(text: Text, finder: Finder, policy: Policy) -> Iterator[_Spot]:
    """Listed names that stand whole in the text and tell enough."""
    index, names = finder.index, finder.index.whole_names
    for met in whole_mentions(text.text, text.raws, text.raw_start, names, finder.folded_words):
        number = int(names.name[met.row])
        if not finder.worth_finding[met.row]:
            continue
        inside = np.searchsorted(text.starts, [met.start, met.end - 1], side="right")
        if inside[0] != inside[1] or (policy.allowed is not None and not policy.allowed[number]):
            continue
        entity = int(index.arrays["name_entity"][number])
        query = analyse(unbroken(text.text[met.start : met.end]))
        place = Place(
            text=text.text,
            start=met.start,
            end=met.end,
            query=query,
            name=finder.name(number),
            weighed=(),
            kind=index.entity_kind(entity),
            name_kind=index.name_kind(number),
            small=bool(text.small_at(met.start)),
        )
        part, information = bool(names.is_part[met.row]), float(names.information[met.row])
        if tells_enough(WholePlace(place, information, part, met.unspaced)):
            found = lay(Reading(query), number, finder).found
            value = max(score(found, place.name_kind), SAME_WORDS)
            if value >= policy.threshold:
                yield _Spot(met.start, met.end, value, entity, number)


def _without_overlaps(spots: Iterable[_Spot]) -> list[_Spot]:
    """Each entity once where its spans overlap: by the best score, then the longest span."""
    kept: dict[int, list[_Spot]] = {}
    ranked = sorted(spots, key=lambda s: (-s.score, s.start - s.end, s.start, s.name))
    for spot in ranked:
        others = kept.setdefault(spot.entity, [])
        if all(spot.end <= other.start or other.end <= spot.start for other in others):
            others.append(spot)
    return sorted(
        (spot for spots in kept.values() for spot in spots),
        key=lambda s: (s.start, s.end, -s.score, s.entity),
    )


def _limited(spots: Iterable[_Spot], limit: int) -> Iterable[_Spot]:
    """At most so many entities for one span, the best ones."""
    by_span: dict[tuple[int, int], int] = {}
    for spot in spots:
        count = by_span.get((spot.start, spot.end), 0)
        by_span[spot.start, spot.end] = count + 1
        if count < limit:
            yield spot


def _found(text: Text, spot: _Spot, finder: Finder, policy: Policy) -> Found:
    query = analyse(unbroken(text.text[spot.start : spot.end]))
    evidence, base, reason = justify(Reading(query), spot.name, finder, spot.score, conflicts=False)
    licensed = spot.score < policy.threshold
    if licensed:
        reason += " A short form: the document names the party in full elsewhere."
    found = Match(spot.entity, spot.name, spot.score, evidence, reason, base)
    return Found(spot.start, spot.end, found, licensed)


def _by_number(one: Identified, finder: Finder, policy: Policy) -> Found:
    """An identifier decides, whatever the names around."""
    equal = Circumstances(equal=((one.number, one.listed),))
    name = first_name(finder.index, one.listed.entity, policy.allowed)
    score, reason = equal.score(0.0, identical=False), " ".join(equal.sentences())
    found = Match(one.listed.entity, name, score, equal.evidence(), reason, 0.0)
    return Found(one.start, one.end, found, licensed=False)
