"""The two sides of a listed name that stands in a longer query: the telling words of either. What
does not hang on the other side is worked out once for each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.index.sense import LEAST_AMONG_PLACES, may_be_known_alone, may_be_known_led, sense
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.keys import is_given_name
from matcher.lexicon.tables import Role
from matcher.names.speaking_words import speaking_words
from matcher.names.surroundings import Surroundings, forms_of
from matcher.names.term_weights import RARE
from matcher.names.wade_giles import pinyin_syllables
from matcher.names.word import Name, Word
from matcher.search.finder import Finder
from matcher.search.to_the_letter import LEAST_TO_THE_LETTER, may_tell_to_the_letter
from records import CRAFT, Kind, NameKind

# The information from which on a person's name is believed among other words.
LEAST_OF_A_PERSON = 1.4
# Longer names are long enough to be found as what the whole query is like.
LONGEST_RUN = 12
# The information from which on a name of several words is believed among other words.
LEAST_AMONG_WORDS = 0.8
# The same of a single word among places.
LEAST_OF_A_WORD = 0.5
_TWO = 2
# Before a trade word they are nobody's name: *The Base*, *Al-Khair*.
_LITTLE_WORDS = "the a an al el il la le lo las les los der die das de het een"
_ARTICLES = frozenset(_LITTLE_WORDS.split())


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
    traded: bool
    """Whether it is one word of its own and words of trade: *Bank Saderat*, *Saderat Bank*."""
    kind: Kind
    weak: bool
    forms: frozenset[str | None]
    """The concepts of its legal forms."""
    tells: bool
    """Whether it may be believed in some query: a quick look, since most are words that many names
    have."""
    among_words: bool
    """Whether it may be believed where other words stand around it that say something."""
    known_alone: bool
    """Whether it is one word, and may be known by it without its legal form or a ship's prefix."""
    by_letter: bool
    """Whether little is enough if it is written letter by letter (``to_the_letter``)."""
    little: tuple[str, ...] = ()
    """The forms of the little words with which it begins, where there is but a trade word behind
    them, and no article: *EN BANK*. They are its name."""

    @classmethod
    def of(cls, number: int, finder: Finder) -> "ListedRun":
        """A name of an index."""
        index, name = finder.index, finder.name(number)
        kind = index.entity_kind(int(index.arrays["name_entity"][number]))
        words = tuple([word for word in name.words if word.is_content])
        if kind is Kind.UNKNOWN and len(words) > 1 and all(is_given_name(w.form) for w in words):
            # *Tariq Ahmed*: a list that does not say what a party is.
            kind = Kind.PERSON
        senses = [sense(word) for word in words]
        alone = len(words) == 1 and kind is not Kind.PERSON and may_be_known_alone(words[0])
        weak = index.name_kind(number) is NameKind.WEAK
        roles = [word.role for word in words]
        by_letter = may_tell_to_the_letter(name, words, kind, weak=weak)
        traded = roles.count(Role.WORD) == 1 and roles.count(Role.TRADE) == len(words) - 1 > 0
        return cls(
            number=number,
            name=name,
            words=words,
            senses=senses,
            in_no_order=sorted(senses),
            ordered=not (index.names_of_persons[number] or traded),
            traded=traded,
            kind=kind,
            weak=weak,
            forms=frozenset(forms_of(name)),
            tells=_tells(name, words, kind, finder, weak=weak),
            among_words=(alone or len(words) > 1)
            and _tells_among_words(words, kind, finder, weak=weak, by_letter=by_letter),
            known_alone=alone,
            by_letter=by_letter,
            little=_little(name),
        )

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return len(self.words) == 1


def _little(name: Name) -> tuple[str, ...]:
    roles = [word.role for word in name.words if word.role is not Role.LEGAL]
    if roles[-1:] != [Role.TRADE] or len(roles) == 1 or set(roles[:-1]) != {Role.STOP}:
        return ()
    forms = tuple(word.form for word in name.words if word.role is Role.STOP)
    return () if _ARTICLES.issuperset(forms) else forms


def listed_run(number: int, finder: Finder) -> ListedRun:
    """A listed name by its number, which is looked at once: some stand in every tenth query."""
    run = finder.runs.get(number)
    if run is None:
        run = finder.runs[number] = ListedRun.of(number, finder)
    return run


def _tells(name: Name, words: tuple[Word, ...], kind: Kind, finder: Finder, *, weak: bool) -> bool:
    if _little(name) and kind is not Kind.PERSON and not weak:
        return True
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


def _tells_among_words(
    words: tuple[Word, ...], kind: Kind, finder: Finder, *, weak: bool, by_letter: bool
) -> bool:
    if len(words) == 1:
        return not weak and kind not in CRAFT and is_unheard(words[0], finder)
    least = LEAST_OF_A_PERSON if kind is Kind.PERSON else LEAST_AMONG_WORDS
    least = LEAST_TO_THE_LETTER if by_letter else least
    told = sum(finder.weight(word) for word in words)
    # Sums are rounded.
    return told >= (least + LEAST_AMONG_WORDS if weak else least) - 1e-6


def is_unheard(word: Word, finder: Finder) -> bool:
    """Whether a word is a name that no language has."""
    return word.role is Role.WORD and finder.zipf_of(word.form) == RARE


def is_rare(word: Word, finder: Finder) -> bool:
    """Whether ordinary language does not have a word."""
    return word.role is Role.WORD and finder.zipf_of(word.form) <= RARE


def are_other_parties(query: Name, runs: Sequence[ListedRun]) -> bool:
    """Whether words stand around each of some listed names, wherever it stands, that make another
    name of it: a quick look, since most are a trade word that many queries have.

    A name among such words is believed only if it is ``among_words``, or if another that is sure
    has these words; and of those that are not, none is the first.
    """
    if any(run.among_words for run in runs):
        return False
    return speaking_words(query) > max(len(run.words) for run in runs)


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
        if listed.known_alone or listed.kind is Kind.VESSEL or not listed.single or listed.little:
            return True
        asked = self.surroundings.forms
        # One in the middle of a line is read as a word.
        return bool(listed.forms) and not (asked and asked.isdisjoint(listed.forms))

    def has_trade(self, places: Iterable[int]) -> bool:
        """Whether some words say what a party does, and make a longer name of one beside them."""
        return any(self.query.words[place].role is Role.TRADE for place in places)

    def telling(self, places: range) -> list[Word]:
        """The telling words of a stretch."""
        words = self.query.words[places.start : places.stop]
        return [word for word in words if word.is_content]

    def pairs(self, places: range, listed: ListedRun) -> Iterator[tuple[Word, Word]]:
        """The telling words of a stretch in which a name stands, each with that of the name that it
        stands for; in the name's order.
        """
        told = self.telling(places)
        if listed.ordered:
            yield from zip(told, listed.words, strict=True)
            return
        left = [(sense(word), word) for word in told]
        for meaning, word in zip(listed.senses, listed.words, strict=True):
            place = next(i for i, (other, _) in enumerate(left) if other == meaning)
            yield left.pop(place)[1], word

    def places_of(self, listed: ListedRun) -> Iterator[range]:
        """Where a name stands whole, from its first telling word to its last, with others beside
        it.
        """
        places, length = self._places, len(listed.senses)
        if not 0 < length < len(places) or length > LONGEST_RUN:
            return
        for first in range(len(places) - length + 1):
            run = self._senses[first : first + length]
            stands = run == listed.senses
            stands = stands or (not listed.ordered and sorted(run) == listed.in_no_order)
            if stands and self._is_led(places[first], listed.little):
                yield range(places[first], places[first + length - 1] + 1)

    def _is_led(self, place: int, little: tuple[str, ...]) -> bool:
        """Whether the little words of a name stand before it, if it has any."""
        before = self.query.words[max(0, place - len(little)) : place]
        return not little or tuple(word.form for word in before) == little


def is_another_in_signs(query: Name, asked: Word, listed: Word) -> bool:
    """Whether a word in Chinese, Japanese or Korean is another that only sounds like it, more or
    less: such words are read by their syllables, of which there are few.
    """
    if asked.form == listed.form or asked.concept is not None or asked.role is Role.NUMBER:
        return False
    return has_unspaced(query.text[asked.start : asked.end]) is not None


def is_of_two_syllables(words: Sequence[Word]) -> bool:
    """Two syllables behind a town are another company's, too (*Shaanxi Xinghua Chemistry*)."""
    return len(words) == 1 and pinyin_syllables(words[0].form) == _TWO
