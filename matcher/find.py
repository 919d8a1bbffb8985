"""Listed names in running text.

``matcher.windows`` says where a listed name may stand; there the words are aligned with the name,
and the words that met make the span, which is scored like a name that somebody asked for. Running
text is stricter than a query: words must look like a name, and a short name needs a cue.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.align import align
from matcher.candidates import Finder
from matcher.features import Weighed, features, weigh_links
from matcher.name import Name, Word, analyse
from matcher.pipeline import Match, Policy, justify
from matcher.scoring import score
from matcher.tables import Role
from matcher.text_rules import QUOTES, Place, looks_like_a_name
from matcher.windows import GAP, Text, Window, windows

# Once an entity was found in a text by a full name, its short names are believed from here on.
LICENSED = 0.45
LICENSED_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text that may name a listed entity."""

    start: int
    end: int
    """Code points of the text."""
    match: Match
    licensed: bool
    """Found below the threshold, because the text names the entity in full elsewhere."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A scored window, before it is explained."""

    start: int
    end: int
    score: float
    entity: int
    name: int


def find(text: str, finder: Finder, policy: Policy) -> list[Found]:
    """Find listed names in a text.

    Args:
        text: running text, in any script.
        finder: the listed names.
        policy: which names, from which score on, and how many for one span.

    Returns:
        In the order of the text. Words may name several entities; an entity that several
        overlapping spans name is there once, by the best of them.
    """
    cut = Text.of(text)
    places = windows(cut, finder, policy.allowed)
    sure = list(_spots(cut, finder, places, policy.threshold, licensed=False))
    licensed = {spot.entity for spot in sure}
    if licensed:
        sure += _short_forms(cut, finder, policy, licensed)
    best = _without_overlaps(sure)
    return [_found(text, spot, finder, policy) for spot in _limited(best, policy.limit)]


def _short_forms(text: Text, finder: Finder, policy: Policy, licensed: set[int]) -> list[_Spot]:
    """Shorter names of the entities that the text has named in full."""
    allowed = finder.names_of_entities(licensed)
    if policy.allowed is not None:
        allowed = allowed & policy.allowed
    places = list(windows(text, finder, allowed, LICENSED_ENOUGH))
    threshold = min(LICENSED, policy.threshold)
    places = [*places, *_letters(text, finder, licensed)]
    return list(_spots(text, finder, places, threshold, licensed=True))


def _letters(text: Text, finder: Finder, licensed: set[int]) -> Iterable[Window]:
    """Words in capitals that may be the initials of a name of a licensed entity."""
    for place, word in enumerate(text.words):
        raw = text.raw(word)
        if raw.isupper() and 2 < len(raw) <= 8:
            for name in finder.names_with_acronym(word.form).tolist():
                if int(finder.index.arrays["name_entity"][name]) in licensed:
                    yield Window(name, place, place)


def _spots(
    text: Text, finder: Finder, places: Iterable[Window], least: float, *, licensed: bool
) -> Iterator[_Spot]:
    """The windows that score enough and look like a name."""
    fits: dict[tuple[int, int, str], _Fit | None] = {}
    for window in places:
        around, core = _around(text, window)
        first = around[0].start
        # A column that repeats a word a thousand times is compared once.
        key = window.name, core.start, text.text[first : around[-1].end]
        if key not in fits:
            fits[key] = _fit(text.text, around, core, window.name, finder)
        fit = fits[key]
        if fit is None or fit.score < least:
            continue
        spot = _spot(text, first, fit, window.name, finder, licensed=licensed)
        if spot is not None:
            yield spot


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the words of a window meet a listed name, wherever the window stands."""

    start: int
    end: int
    """From the first of the window's characters."""
    query: Name
    weighed: Sequence[Weighed]
    score: float


def _fit(
    text: str, around: Sequence[Word], core: range, number: int, finder: Finder
) -> _Fit | None:
    name = finder.name(number)
    span = _span(text, around, core, name)
    if span is None:
        return None
    start, end = span
    query = analyse(text[start:end])
    weighed = weigh_links(query, name, align(query, name), finder)
    value = score(features(query, name, weighed, finder), finder.index.name_kind(number))
    first = around[0].start
    return _Fit(start - first, end - first, query, weighed, value)


def _spot(
    text: Text, first: int, fit: _Fit, number: int, finder: Finder, *, licensed: bool
) -> _Spot | None:
    index = finder.index
    entity = int(index.arrays["name_entity"][number])
    start, end = first + fit.start, first + fit.end
    place = Place(
        text=text.text,
        start=start,
        end=end,
        query=fit.query,
        name=finder.name(number),
        weighed=fit.weighed,
        kind=index.entity_kind(entity),
        name_kind=index.name_kind(number),
        small=text.small,
    )
    if not looks_like_a_name(place, finder, licensed=licensed):
        return None
    return _Spot(start, end, fit.score, entity, number)


def _around(text: Text, window: Window) -> tuple[Sequence[Word], range]:
    """The window's words with their neighbours in the same phrase, and where among them the
    window is.
    """
    words, phrase = text.words, text.phrase
    first = max(0, window.first - GAP)
    last = min(len(words) - 1, window.last + GAP)
    while phrase[first] != phrase[window.first]:
        first += 1
    while phrase[last] != phrase[window.last]:
        last -= 1
    return words[first : last + 1], range(window.first - first, window.last - first + 1)


def _span(text: str, around: Sequence[Word], core: range, name: Name) -> tuple[int, int] | None:
    """From the first to the last word that met one of the name's, with the legal form beside."""
    # The window's own words come first, so that of two equal words the nearer one meets.
    order = [*core, *range(core.stop, len(around)), *range(core.start)]
    links = align(Name(text, tuple(around[place] for place in order)), name)
    met = [order[number] for link in links for number in link.query]
    telling = [place for place in met if around[place].tells]
    if not telling:
        return None
    first, last = min(telling), max(telling)
    while first > 0 and _touches(text, around[first - 1], around[first]):
        first -= 1
    while last + 1 < len(around) and _touches(text, around[last + 1], around[last]):
        last += 1
    return around[first].start, around[last].end


def _touches(text: str, legal: Word, beside: Word) -> bool:
    """Whether a legal form stands right beside a word, as part of the name."""
    if legal.role is not Role.LEGAL:
        return False
    raw = text[legal.start : legal.end]
    if (raw.islower() and legal.start < beside.start) or (len(raw) < 3 and not raw.isupper()):
        return False
    if legal.start < beside.start:
        # ``Trading Corporation (KOMID)``: a bracket after a legal form begins another name.
        return not text[legal.end : beside.start].strip(" ,.\n\t" + QUOTES)
    return not text[beside.end : legal.start].strip(" ,.\n\t(" + QUOTES)


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


def _found(text: str, spot: _Spot, finder: Finder, policy: Policy) -> Found:
    query, name = analyse(text[spot.start : spot.end]), finder.name(spot.name)
    evidence, reason = justify(query, name, finder)
    licensed = spot.score < policy.threshold
    if licensed:
        reason += " A short form: the text names the party in full elsewhere."
    found = Match(spot.entity, spot.name, spot.score, evidence, reason)
    return Found(spot.start, spot.end, found, licensed)
