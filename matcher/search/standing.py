"""Listed names that stand whole in a longer query: ``Sberbank Kazan``, ``Attn: Bank Melli Iran``,
two names side by side.

The search for names like a query asks how much of the query a name has; of a query with an address,
a branch or another party around a name the name has little. Here every run of a query's words is
looked up as a name of its own. A word stands for another if both mean the same, count the same or
are one but for what transliteration tables disagree on; no slips of the pen, for which a run of a
few words is too short.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from matcher.columnar.arrays import Array, distinct, pair_key
from matcher.columnar.grouping import explode
from matcher.index.sense import (
    INITIALS,
    LEAST_AMONG_PLACES,
    is_short_respelt,
    is_written_so,
    may_be_known_led,
)
from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import without_article
from matcher.lexicon.tables import Role
from matcher.lexicon.vowelless import may_be
from matcher.names.ship_prefixes import is_led_as_a_ship
from matcher.names.surroundings import is_second_of_two
from matcher.names.variants import NameVariant
from matcher.names.word import Name, Word
from matcher.search.around_a_name import (
    names_another_country,
    names_its_country,
    own_country,
    what_follows,
)
from matcher.search.chance import is_of_another_form
from matcher.search.finder import Finder
from matcher.search.standing_run import (
    LEAST_AMONG_WORDS,
    LEAST_OF_A_PERSON,
    LEAST_OF_A_WORD,
    LONGEST_RUN,
    AskedRuns,
    ListedRun,
    are_other_parties,
    is_another_in_signs,
    is_of_two_syllables,
    is_rare,
    is_unheard,
    listed_run,
)
from matcher.search.surnames_beside import is_a_surname, surnames_beside
from matcher.search.to_the_letter import LEAST_TO_THE_LETTER, is_to_the_letter
from matcher.search.vocabulary import Vocabulary
from records import CRAFT, Kind

_VESSEL, _PERSON, _ORGANIZATION = Kind.VESSEL, Kind.PERSON, Kind.ORGANIZATION
_LEGAL, _NUMBER, _TRADE, _WORD = Role.LEGAL, Role.NUMBER, Role.TRADE, Role.WORD

# How often ordinary language has a word that is used for many things (Zipf scale).
ORDINARY = 4.0
# Names that tell so much speak for themselves, and against no other name beside them.
SURE = 1.0
# The letters of a single word that does.
SHORTEST_AMONG_WORDS, SHORTEST_RESPELT = 5, 8
TWO = 2
# Places of a listed name in one query that are looked at.
_MOST_STRETCHES = 50
_ALL_BITS = np.uint64((1 << 32) - 1)


def standing(queries: Sequence[Name], vocabulary: Vocabulary) -> list[list[int]]:
    """Find the listed names that may stand whole in queries, with other words beside them.

    Returns:
        For each query the numbers of names, rising.
    """
    index = vocabulary.index
    found: list[list[int]] = [[] for _ in queries]
    with vocabulary.in_use():
        query, name = _runs_found(queries, vocabulary)
    for pair in distinct(pair_key(query, index.name_count, name)).tolist():
        place, number = divmod(pair, index.name_count)
        found[place].append(number)
    return found


def _runs_found(queries: Sequence[Name], vocabulary: Vocabulary) -> tuple[Array, Array]:
    """Queries, by their places, and the names that are like a run of their words."""
    number = vocabulary.numbers_of(queries)
    # What was learned may have been forgotten for these words.
    index, facts = vocabulary.index, vocabulary.facts
    every = np.arange(len(queries)).repeat([len(query.words) for query in queries])
    content = facts.is_content.values[number]
    query, number = every[content], number[content]
    before = np.zeros(len(number) + 1, dtype=np.uint64)
    facts.sense.values[number].cumsum(dtype=np.uint64, out=before[1:])
    count = np.bincount(query, minlength=len(queries))
    # Runs of each first word: as long as the query goes on, but not all of it, which is no part.
    left = count.cumsum()[query] - np.arange(len(query))
    most = np.minimum(np.minimum(left, count[query] - 1), LONGEST_RUN)
    start, behind = explode(np.arange(1, len(query) + 1), most)
    sums = (before[behind] - before[start]) & _ALL_BITS
    place, name = index.names_by_sense.find_each(sums.astype(np.uint32))
    return query[start[place]], name


@dataclass(frozen=True, slots=True)
class Standing:
    """A listed name that stands whole in a query."""

    run: ListedRun
    places: range
    """Where, among the query's words."""
    others: tuple[int, ...]
    """The words around it that may make another name of it (``surroundings``)."""
    information: float
    """In its telling words that are written so in the query."""
    words: tuple[tuple[Word, Word], ...]
    """The query's telling words and those that they stand for."""
    rare: bool
    """Whether it is one word that ordinary language does not have."""
    ordinary: bool
    """Whether it is one word that is used for many things."""
    is_led: bool
    """Whether a ship's prefix stands before it."""
    unheard: bool
    """Whether it has a word that no language has."""
    framed: bool
    """Whether places make a longer name of it."""
    second: bool
    """Whether it is the second name of a company whose legal form its party never has."""
    formed: bool
    """Whether it has its legal form with it, and nothing between."""
    turned: bool
    """Whether its own word and its words of trade have changed places."""
    to_the_letter: bool
    """Whether it is written letter by letter, and no word of trade makes a longer name of it."""

    @property
    def listed(self) -> int:
        """Its number."""
        return self.run.number

    @property
    def is_sure(self) -> bool:
        """Whether its words are no others' whatever stands around it."""
        return self.information >= SURE or self.rare

    def is_told_by_reading(self, query: Name, finder: Finder) -> bool:
        """Whether it is believed where the query was read from another script, for which tables
        give many readings. Words of trade alone have to sound so, or say its country: what means
        *national bank* is one in every country.
        """
        if len(self.words) < TWO or self.others:
            return False
        text = query.text
        return names_its_country(query.words, self.listed, finder) or any(
            listed.role is _WORD
            or may_be(without_article(fold(text[asked.start : asked.end])), listed.form)
            for asked, listed in self.words
            if not _is_common(listed, finder)
        )

    def beside(self, named: Set[int]) -> "Standing":
        """The same where some of the query's words are known to be others' names."""
        others = tuple(place for place in self.others if place not in named)
        return replace(self, others=others)

    def reading(self, query: Name) -> NameVariant:
        """It and the legal forms beside it as a name of their own."""
        words, first, stop = query.words, self.places.start, self.places.stop
        while first > 0 and words[first - 1].role is _LEGAL:
            first -= 1
        while stop < len(words) and words[stop].role is _LEGAL:
            stop += 1
        others = tuple(words[place] for place in self.others)
        name = Name(query.text, words[first:stop])
        return NameVariant(name, part=True, others=others, ordinary=self.ordinary)


def standing_names(query: Name, listed: Iterable[int], finder: Finder) -> list[Standing]:
    """Which of some listed names stand whole in a query, and are named by it for all that stands
    around them.

    A name among other words is believed if it tells enough to be no part of another's, one among
    places and the like if it tells anything. Names that are believed do not speak against a third.
    """
    runs = [run for run in (listed_run(number, finder) for number in listed) if run.tells]
    if not runs or are_other_parties(query, runs):
        return []
    asked = AskedRuns(query)
    found = [
        one for run in runs if asked.may_have(run) for one in _all_standing(asked, run, finder)
    ]
    if not found:
        # The common case.
        return []
    kept: dict[int, Standing] = {}
    for one in _believed(found):
        kept.setdefault(one.listed, one)
    return list(kept.values())


def _believed(found: Sequence[Standing]) -> list[Standing]:
    """The names that are named; each that is sure leaves less that speaks against the others."""
    believed: list[Standing] = []
    while True:
        sure = [one for one in believed if one.is_sure]
        named = {place for one in sure for place in one.places}
        now = [one for one in (each.beside(named) for each in found) if _is_believed(one)]
        if now == believed:
            return believed
        believed = now


def _all_standing(asked: AskedRuns, listed: ListedRun, finder: Finder) -> Iterator[Standing]:
    """Where a listed name stands in a query, if it would be believed there among places."""
    for places in islice(asked.places_of(listed), _MOST_STRETCHES):
        one = _alone(asked, listed, places, finder)
        if one is None or not _is_believed(one):
            continue
        own = own_country(asked.query.words, places, listed.number, finder)
        if not own and asked.surroundings.make_a_longer_name(places):
            told = [word for word, _ in one.words]
            unheard = one.unheard and not is_of_two_syllables(told)
            # That bank in another country may be this one's (*Alfa-Bank Kazakhstan JSC*).
            common = any(_is_common(w, finder) for _, w in one.words if w.role is _WORD)
            traded = listed.traded and not (unheard or common)
            ordinary = one.ordinary or traded
            one = replace(one, framed=not traded, unheard=unheard, ordinary=ordinary)
            if not _is_believed(one):
                continue
        others, second = asked.surroundings.others(places), False
        # In capitals they look like letters of a name.
        led = own or range(places.start - len(listed.little), places.start)
        behind = what_follows(asked.query, places, listed.number, finder, formed=one.formed)
        kept = tuple(place for place in others if place not in led and place not in behind)
        beside = listed.words, listed.kind, asked.surroundings, places
        kept = tuple(sorted(surnames_beside(asked.query, *beside).union(kept)))
        if listed.single and is_a_surname(asked.query, places, kept, listed.kind):
            continue
        if kept and is_second_of_two(asked.query, places):
            second = is_of_another_form(asked.query, listed.number, finder)
        ordinary = one.ordinary or bool(own) or not set(others).isdisjoint(behind)
        if all(word.role is _TRADE for _, word in one.words):
            # What means *foreign trade bank* is one in every country.
            near = asked.query.words, places, listed.number, finder
            ordinary = ordinary or names_another_country(*near)
        exact = one.to_the_letter and not asked.has_trade(kept)
        one = replace(one, others=kept, second=second, ordinary=ordinary, to_the_letter=exact)
        if not (one.run.single and _are_loose_initials(one, asked.query)):
            yield one


def _alone(asked: AskedRuns, listed: ListedRun, places: range, finder: Finder) -> Standing | None:
    """A listed name in a query as if nothing but places stood around it; None where never meant."""
    query, single = asked.query, listed.single
    is_led = listed.kind is _VESSEL and is_led_as_a_ship(query, places)
    formed = asked.surroundings.has_form(places, listed.forms)
    if single and not (is_led or formed or listed.known_alone or listed.little):
        # The common case: a trade word, or a ship's name.
        return None
    words = tuple(asked.pairs(places, listed))
    if any(is_another_in_signs(query, mine, word) for mine, word in words):
        return None
    rare = single and all(is_rare(word, finder) for word in words[0])
    if single and listed.kind is _VESSEL and not (rare or is_led):
        return None
    turned = listed.traded and [mine for mine, _ in words] != asked.telling(places)
    before = query.words[places.start - 1] if places.start else None
    return Standing(
        run=listed,
        places=places,
        others=(),
        information=sum(finder.weight(word) for mine, word in words if is_written_so(mine, word)),
        words=words,
        rare=rare,
        ordinary=single and (listed.kind in CRAFT or _is_common(listed.words[0], finder)),
        is_led=is_led,
        # *Октябрь* is a word of everybody's, however a list writes it in Latin letters.
        unheard=any(is_unheard(mine, finder) and is_unheard(word, finder) for mine, word in words),
        framed=False,
        second=False,
        formed=formed,
        turned=turned,
        to_the_letter=listed.by_letter and is_to_the_letter(words, before, formed=formed),
    )


def _are_loose_initials(one: Standing, query: Name) -> bool:
    """Whether a word of three letters is no capitals, or has more than places around it: so short,
    it is named by *PIJ Gaza*, and not by *PIJ Gaza Solar*.
    """
    ((asked, word),) = one.words
    if len(word.form) > INITIALS or one.is_led or one.formed:
        return False
    capitals = asked.form == word.form and query.text[asked.start : asked.end].isupper()
    return bool(one.others) or one.framed or not capitals


def _is_common(word: Word, finder: Finder) -> bool:
    return finder.zipf_of(word.form) > ORDINARY


def _is_believed(one: Standing) -> bool:
    """Whether a name is named, for all that stands around it."""
    if any(is_short_respelt(asked, listed) for asked, listed in one.words):
        return False
    if one.turned and (one.others or any(asked.form != word.form for asked, word in one.words)):
        return False
    if one.is_led and not one.others:
        # Who writes *M/V* before a ship's name says that it is one, be it weak or a trade word.
        return len(one.words) > 1 or may_be_known_led(one.words[0][1])
    if len(one.words) == 1:
        return not one.run.weak and _is_a_name(one)
    least = LEAST_AMONG_PLACES
    if one.others and one.second and not one.unheard:
        return False
    if one.others or (one.framed and not one.unheard):
        least = LEAST_OF_A_PERSON if one.run.kind is _PERSON else LEAST_AMONG_WORDS
        least = LEAST_TO_THE_LETTER if one.to_the_letter and not one.framed else least
    return one.information >= (least + LEAST_AMONG_WORDS if one.run.weak else least)


def _is_a_name(one: Standing) -> bool:
    """Whether one word is a party's name: among other words none that ordinary language has."""
    ((asked, word),) = one.words
    if one.run.little:
        return asked.form == word.form and not (one.others or one.framed)
    if one.formed and not (one.others or one.framed) and one.run.kind is _ORGANIZATION:
        # As it would be if it were all that was asked.
        return asked.concept is None or asked.form == word.form
    if not one.run.known_alone:
        return False
    if one.framed and not one.unheard:
        return False
    if one.others:
        least = SHORTEST_AMONG_WORDS if asked.form == word.form else SHORTEST_RESPELT
        known = one.unheard and not one.second
        return known and len(word.form) >= least and one.run.kind not in CRAFT
    if one.run.kind in CRAFT and not one.rare:
        return one.is_led
    return one.information >= LEAST_OF_A_WORD
