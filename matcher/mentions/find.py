"""Listed names in running text.

``windows`` says where listed names may stand in a document; there (``spots``) the words are aligned
with the name, and the words that met make the span, which is scored like a name that somebody
asked for. Running text is stricter than a query: words must look like a name, and a short name
needs a cue.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

import numpy as np

from matcher.columnar.arrays import Array
from matcher.lexicon.folding import fold
from matcher.mentions.abbreviations import introduced, places_by_letters
from matcher.mentions.anchor_hits import Search
from matcher.mentions.anchors import Anchors
from matcher.mentions.document import Text
from matcher.mentions.folded_words import SUFFIX
from matcher.mentions.foreign_letters import Introductions, without_foreign
from matcher.mentions.identifiers import Identified, first_name, identified
from matcher.mentions.native_spots import NativeSpotter
from matcher.mentions.outdone import without_outdone
from matcher.mentions.own_words import called_by_own_words
from matcher.mentions.respaced_spots import respaced_spots
from matcher.mentions.searcher import Searcher
from matcher.mentions.spots import Spot, Spotter, limited, without_overlaps
from matcher.mentions.whole_cuts import OTHERS
from matcher.mentions.whole_names import unbroken
from matcher.mentions.whole_spots import WholeSpotter
from matcher.mentions.windows import Candidates, candidates, licensed_candidates
from matcher.mentions.word_cache import TextWords
from matcher.mentions.word_flags import WordFlag, has
from matcher.mentions.work_budget import AGAIN, Work
from matcher.names.parser import analyse
from matcher.names.variants import NameVariant
from matcher.search.evidence import justify
from matcher.search.match import Match, Policy
from matcher.search.qualifiers import Circumstances
from records import FoundBy

# At .3 three places more are found in the 19 labelled documents (293), at .6 one fewer.
# Once an entity was found in a document by a full name, its short names are believed from here on.
LICENSED = 0.45
# The share of what a name's words tell that a short form has to tell. A choice: less is a common
# word of it.
LICENSED_ENOUGH = 0.3
# What letters score that the document introduces for a party.
INTRODUCED = 0.6
# What tells less is no short form of a name.
LEAST_LICENSED = 0.3
# Letters that may stand for a name: two are anybody's initials, nine are a word.
LETTERS = range(3, 9)
# So many times a document has a brand of which it is believed without other listed parties.
OFTEN = 2
# So many whole names that begin before a place may go on over it.
NEAR = 32
_SUREST = (FoundBy.WHOLE_NAME, FoundBy.SIMILAR_NAME, FoundBy.SHORT_FORM)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that may name a listed entity."""

    start: int
    end: int
    """Code points of the text."""
    match: Match
    by_short_form: bool
    """Found below the threshold, because the document names the entity in full elsewhere."""
    found_by: FoundBy = FoundBy.SIMILAR_NAME


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the texts of a document."""

    text: int
    """Which text."""
    offset: int
    """Code points of it before the place."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What was found in the texts of a document, and what was not searched."""

    found: list[list[Mention]]
    """For each text, in its order."""
    stopped: Point | None
    """From where on the work did not suffice; None where all was searched."""
    too_long: tuple[Point, ...]
    """Where runs of letters begin that are too long for a word, and were not searched."""


def find(text: str, finder: Searcher, policy: Policy) -> list[Mention]:
    """Find listed names in one text; see ``find_all``."""
    return find_all([text], finder, policy)[0]


def find_all(texts: Sequence[str], finder: Searcher, policy: Policy) -> list[list[Mention]]:
    """What ``search_all`` finds, for texts that somebody knows to be small."""
    return search_all(texts, finder, policy).found


def search_all(
    texts: Sequence[str], finder: Searcher, policy: Policy, work: Work | None = None
) -> Searched:
    """Find listed names in the texts of one document.

    Args:
        texts: running text, in any script; one for each passage of the document. No name goes
            from one to the next, but a party that one names in full may be short in the others.
        finder: the listed names.
        policy: which names, from which score on, and how many for one span.
        work: how much it may cost to find names, and as much again to find short ones; what every
            document may where it is None.

    Returns:
        For each text what was found, in the order of the text. Words may name several entities;
        an entity that several overlapping spans name is there once, by the best of them.
    """
    allowed_work = work or Work()
    search = finder.search(policy.allowed)
    search.words.make_room()
    text = Text.of(texts, search.words)
    spotter = Spotter(text, finder, replace(allowed_work))
    places = candidates(text, search, spotter.work)
    sure, until = spotter.spots(places, policy.threshold, by_short_form=False)
    numbers = list(identified(text, finder.index, policy.allowed))
    whole_spotter = WholeSpotter(text, finder, policy, replace(allowed_work))
    whole, whole_until = whole_spotter.spots()
    known = Introductions(text.text)
    mended = respaced_spots(text, finder, policy, allowed_work)
    native, native_until = NativeSpotter(text, finder, policy, replace(allowed_work)).spots()
    sure = without_foreign([*sure, *whole, *mended, *native], known, finder)
    sure = whole_spotter.without_places(without_outdone(sure, finder, text.text))
    licensing = (spot for spot in sure if spot.licenses)
    entities = {*_named_in_full(licensing), *(one.listed.entity for one in numbers)}
    if entities:
        spotter.work = replace(allowed_work)
        short, short_until = _short_forms(spotter, policy, entities)
        sure += short
        until = min(until, short_until)
    if sure:
        sure += _introduced(spotter, sure, policy)
        sure += _by_own_words(spotter, sure, policy)
        sure = without_foreign(sure, known, finder)
    others = whole_spotter.without_places(_among(whole_spotter.among_others, sure, text))
    # Beside the others: ``Arbeiterpartei Kurdistans (PKK)``.
    ours = without_foreign([*sure, *others], known, finder)
    sure = [*sure, *_uncovered((spot for spot in ours if spot.others), sure)]
    best = limited(_told_apart(without_overlaps(sure), sure), policy.limit)
    found = _explained(text, best, finder, policy)
    found += [_by_number(one, finder, policy) for one in numbers]
    ends = [int(text.start[until])] if until < len(text.start) else []
    ends += [place for place in (whole_until, native_until) if place is not None]
    stopped = _point(text, min(ends)) if ends else None
    too_long = tuple(_point(text, place) for place in text.too_long.tolist())
    return Searched(_by_text(text, len(texts), found), stopped, too_long)


def _among(others: Sequence[Spot], sure: Iterable[Spot], text: Text) -> list[Spot]:
    """Those of which the document names enough listed parties besides, and brands that it has
    often. Words that overlap name one party: *the Central Bank of Iran*, *Bank of Iran*.
    """
    named, last = set[str](), 0
    for spot in sorted(sure, key=lambda spot: (spot.start, -spot.end)):
        if spot.start >= last:
            named.add(fold(text.text[spot.start : spot.end]))
        last = max(last, spot.end)
    forms = [fold(SUFFIX.sub("", text.text[spot.start : spot.end])) for spot in others]
    places = {(spot.start, form) for spot, form in zip(others, forms, strict=True) if spot.brand}
    often = Counter(form for _, form in places)
    beside = {form: _besides(form, named) for form in set(forms)}
    return [
        spot
        for spot, form in zip(others, forms, strict=True)
        if beside[form] >= spot.others or often[form] >= OFTEN
    ]


def _besides(form: str, named: Iterable[str]) -> int:
    """How many of some names are another's: *Huawei Technologies (UK)* is whom *Huawei* means. At
    most ``OTHERS`` are counted.
    """
    return sum(1 for _ in islice((name for name in named if form not in name), OTHERS))


def _uncovered(others: Iterable[Spot], sure: Iterable[Spot]) -> list[Spot]:
    """Those whose words are no other name already."""
    ranked = sorted((spot.start, spot.end) for spot in sure)
    ends = list(accumulate((end for _, end in ranked), max))
    found = []
    for spot in others:
        before = bisect_left(ranked, (spot.end, 0))
        if not before or ends[before - 1] <= spot.start:
            found.append(spot)
    return found


def _named_in_full(sure: Iterable[Spot]) -> Iterator[int]:
    """The parties of which short forms may come: where a name stands whole, those that have it,
    not all whose names are like it (*Huawei Technologies (UK)*, *Huawei Technologies*).
    """
    ranked = sorted(sure, key=lambda spot: (spot.start, -spot.end))
    whole = [spot for spot in ranked if spot.found_by is FoundBy.WHOLE_NAME]
    starts = [spot.start for spot in whole]
    for spot in ranked:
        place = bisect_right(starts, spot.start)
        covers = (other.end >= spot.end for other in whole[max(0, place - NEAR) : place])
        if spot.found_by is FoundBy.WHOLE_NAME or not any(covers):
            yield spot.entity


def _point(text: Text, place: int) -> Point:
    number = int(np.searchsorted(text.starts, place, side="right")) - 1
    return Point(number, place - int(text.starts[number]))


def _by_text(text: Text, count: int, found: Iterable[Mention]) -> list[list[Mention]]:
    """What was found in the whole, for each of its texts."""
    by_text: list[list[Mention]] = [[] for _ in range(count)]
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        first = _point(text, one.start)
        end = first.offset + one.end - one.start
        by_text[first.text].append(replace(one, start=first.offset, end=end))
    return by_text


def _short_forms(spotter: Spotter, policy: Policy, entities: set[int]) -> tuple[list[Spot], int]:
    """Shorter names of the entities that the text has named in full, and the word of the text
    before which all were looked for.
    """
    text, finder = spotter.text, spotter.finder
    allowed = finder.names_of_entities(entities)
    if policy.allowed is not None:
        allowed = allowed & policy.allowed
    search = finder.search(policy.allowed)
    anchors = Anchors.of_licensed(
        search.index, search.telling, np.flatnonzero(allowed), LEAST_LICENSED
    )
    short = Search(search.index, search.telling, search.words, anchors)
    found = licensed_candidates(text, short, LICENSED_ENOUGH, spotter.work)
    letters = list(_letters(text, search.words, finder, allowed))
    places = Candidates.of(
        np.r_[found.place, np.array([place for place, _ in letters], dtype=np.int64)],
        np.r_[found.name, np.array([name for _, name in letters], dtype=np.int64)],
        found.until,
    )
    return spotter.spots(places, min(LICENSED, policy.threshold), by_short_form=True)


def _introduced(spotter: Spotter, sure: Iterable[Spot], policy: Policy) -> Iterator[Spot]:
    """Letters that the document itself introduces for a party that it has named in full."""
    text = spotter.text
    known: dict[tuple[str, int], Spot] = {}
    for spot in sure:
        letters = introduced(text.text, spot.start, spot.end)
        if letters is not None:
            known.setdefault((letters, spot.entity), spot)
    places = places_by_letters({letters for letters, _ in known}, text)
    for (letters, _), spot in known.items():
        for place in places[letters]:
            if not spotter.work.compare(AGAIN):
                return
            start, end = int(text.start[place]), int(text.end[place])
            least = min(INTRODUCED, policy.threshold)
            how = FoundBy.SHORT_FORM
            yield spot._replace(start=start, end=end, score=least, found_by=how)


def _by_own_words(spotter: Spotter, sure: Sequence[Spot], policy: Policy) -> list[Spot]:
    """Where the document calls parties by their own words, as far as the work goes."""
    least = min(INTRODUCED, policy.threshold)
    found = list[Spot]()
    for spot in called_by_own_words(spotter.text.text, sure, spotter.finder):
        if not spotter.work.compare(AGAIN):
            break
        found.append(spot._replace(score=least))
    return found


def _letters(
    text: Text, words: TextWords, finder: Searcher, allowed: Array
) -> Iterator[tuple[int, int]]:
    """Words in capitals that may be the initials of a name of a licensed entity."""
    upper = np.flatnonzero(has(text.flags, WordFlag.UPPER))
    names: dict[int, list[int]] = {}
    # The same word is written alike, wherever it stands.
    for number, first in zip(*np.unique(text.number[upper], return_index=True), strict=True):
        place = upper[first]
        if int(text.end[place] - text.start[place]) in LETTERS:
            found = finder.names_with_acronym(words.form(int(number)))
            names[int(number)] = [name for name in found.tolist() if allowed[name]]
    for place, number in zip(upper.tolist(), text.number[upper].tolist(), strict=True):
        yield from ((place, name) for name in names.get(number, ()))


def _explained(
    text: Text, spots: Iterable[Spot], finder: Searcher, policy: Policy
) -> list[Mention]:
    """Why each is a hit; the same words beside the same name are explained once."""
    found: list[Mention] = []
    known: dict[tuple[str, int, float], Mention] = {}
    for spot in spots:
        key = text.text[spot.start : spot.end], spot.name, spot.score
        if key not in known:
            known[key] = _found(text, spot, finder, policy)
        how = spot.found_by
        found.append(replace(known[key], start=spot.start, end=spot.end, found_by=how))
    return found


def _told_apart(best: Iterable[Spot], every: Iterable[Spot]) -> Iterator[Spot]:
    """The best spots, each by the surest way in which its words were found: a whole name may be
    like another of the party's names, which scores more.
    """
    surest: dict[tuple[int, int, int], FoundBy] = {}
    for spot in every:
        key = spot.entity, spot.start, spot.end
        surest[key] = min(surest.get(key, spot.found_by), spot.found_by, key=_SUREST.index)
    for spot in best:
        yield spot._replace(found_by=surest[spot.entity, spot.start, spot.end])


def _found(text: Text, spot: Spot, finder: Searcher, policy: Policy) -> Mention:
    query = spot.reading or NameVariant(
        analyse(spot.respaced or unbroken(text.text[spot.start : spot.end]))
    )
    evidence, intercept, reason = justify(query, spot.name, finder, spot.score, conflicts=False)
    by_short_form = spot.score < policy.threshold
    if by_short_form:
        reason += " A short form: the document names the party in full elsewhere."
    found = Match(spot.entity, spot.name, spot.score, evidence, reason, intercept)
    return Mention(spot.start, spot.end, found, by_short_form)


def _by_number(one: Identified, finder: Searcher, policy: Policy) -> Mention:
    """An identifier decides, whatever the names around."""
    equal = Circumstances(equal=((one.number, one.listed),))
    name = first_name(finder.index, one.listed.entity, policy.allowed)
    score, reason = equal.score(0.0, identical=False), " ".join(equal.sentences())
    found = Match(one.listed.entity, name, score, equal.evidence(), reason, 0.0)
    return Mention(one.start, one.end, found, by_short_form=False, found_by=FoundBy.IDENTIFIER)
