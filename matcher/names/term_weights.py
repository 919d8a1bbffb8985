"""How much a word tells: rare words carry a name, common ones hardly count.

A word's weight is its rarity on the lists (inverse document frequency over listed entities) times
its rarity in ordinary language (Zipf scale of the package wordfreq: 3 is once in a million words,
6 once in a thousand). Both matter: ``Vostok`` is common on the lists, ``Wheel`` in the language.
Both are the engine's own tables (``reference``, wordfreq's release) and not those of the lists that
happen to be loaded: a pair of names has one score everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log10
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from matcher.lexicon.brands import brands
from matcher.lexicon.everyday import NOTHING_EVERYDAY, REMEMBERED, Everyday
from matcher.lexicon.keys import hashed, hashed_all
from matcher.lexicon.scripts import is_han, latin
from matcher.lexicon.tables import Role
from matcher.lexicon.usual_names import usual_names
from matcher.names.reference import PARTIES, reference
from matcher.names.word import Word

Floats = npt.NDArray[Any]
# Languages in which listed companies and the documents about them are written. The second figure
# is taken off the Zipf value: a common Turkish word is rarer to the readers of our documents than
# a common English one.
LANGUAGES = (
    ("en", 0.0),
    ("de", 0.3),
    ("es", 0.3),
    ("fr", 0.3),
    ("it", 0.5),
    ("nl", 0.5),
    ("pl", 0.5),
    ("pt", 0.3),
    ("ru", 0.3),
    ("tr", 0.5),
    ("uk", 0.5),
    ("id", 0.5),
    ("ar", 0.5),
    ("fa", 0.5),
)
# Zipf values up to which a word tells all that it can, and from which on it tells nothing: once
# in a million words, and once in thirty. RARE at 3.4 takes .003 off F1 of labelled companies,
# COMMON at 6.8 takes .003 and .005 (persons) off; 2.6 and 8 change next to nothing.
RARE = 3.0
# English has seldom words, too (*sandpiper*, *borealis*): they tell as much as unknown ones, but
# are what ships are called. From one in ten million on each is written down as this, and so is what
# firms are called in Russian (``lexicon.usual_names``).
SELDOM, LEAST_SELDOM = 2.9, 2.0
COMMON = 7.5
# What a word counts for whatever its rarity, and the share that its role leaves of its rarity.
FLOOR = 0.03
# LEGAL_WEIGHT at .1 takes .003 off F1 of labelled companies; half and double the others, nothing.
LEGAL_WEIGHT = 0.05
STOP_WEIGHT = 0.02
# What is left of a patronymic's weight: the press and forms leave it out.
PATRONYMIC = 0.1
# A trade word is some other party's, too, however short the list or rare its trade.
LEAST_OF_A_TRADE = 50
# Choices: a number or a place is some other party's more often than a word of its own is.
ROLE_SHARE: Mapping[Role, float] = {
    Role.WORD: 1.0,
    Role.NUMBER: 0.6,
    Role.PLACE: 0.7,
    Role.TRADE: 0.9,
}


@dataclass(frozen=True, slots=True)
class Language:
    """Zipf values of common words, by hash; what is not in it is rare."""

    hashes: npt.NDArray[np.uint32]
    """Sorted."""
    zipf: npt.NDArray[np.float32]
    everyday: Everyday = NOTHING_EVERYDAY
    """What texts of any language have; no weight hangs on it."""
    _known: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    """What was asked for: the rules ask for one word a dozen times."""

    def zipf_of(self, form: str) -> float:
        """The word's Zipf value; ``SELDOM`` for a seldom word of English, ``RARE`` for others."""
        zipf = self._known.get(form)
        if zipf is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            zipf = self._known[form] = self._looked_up(form)
        return zipf

    def _looked_up(self, form: str) -> float:
        number = np.uint32(hashed("w", form))
        place = int(self.hashes.searchsorted(number))
        if place < len(self.hashes) and self.hashes[place] == number:
            return float(self.zipf[place])
        return RARE

    def zipf_of_all(self, numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
        """The same of many words at once, by their hashes."""
        places = self.hashes.searchsorted(numbers)
        places[places == len(self.hashes)] = 0
        there = self.hashes[places] == numbers if len(self.hashes) else np.zeros(len(numbers), bool)
        values = np.full(len(numbers), RARE)
        values[there] = self.zipf[places[there]]
        return values


def read_language() -> Language:
    """Collect the common words of ``LANGUAGES`` from wordfreq, read in Latin letters."""
    # 0.2 s to import and a second to collect: only where an index is built or none is at hand.
    from wordfreq import get_frequency_dict

    values: dict[int, float] = {}
    for language, discount in LANGUAGES:
        for word, frequency in get_frequency_dict(language, wordlist="small").items():
            zipf = 9.0 + log10(frequency) - discount
            if zipf <= RARE or is_han(word):
                continue
            form = latin(word)
            if form:
                number = hashed("w", form)
                values[number] = max(values.get(number, 0.0), zipf)
    for word, frequency in get_frequency_dict("en", wordlist="large").items():
        if LEAST_SELDOM <= 9.0 + log10(frequency) <= RARE and word.isascii() and word.isalpha():
            values.setdefault(hashed("w", word), SELDOM)
    for form in usual_names():
        values.setdefault(hashed("w", form), SELDOM)
    for word in brands():
        # The press has them for the parties' sake.
        values.pop(hashed("w", word), None)
    hashes = np.array(sorted(values), dtype=np.uint32)
    return Language(hashes, np.array([values[int(n)] for n in hashes], dtype=np.float32))


class Rarity(Protocol):
    """What is known of the words that are compared."""

    def weight(self, word: Word) -> float:
        """The information in a word, in (0, 1]."""
        ...

    def is_word(self, word: Word) -> bool:
        """Whether the word is met as it is written, on a list or in ordinary language.

        A slip of the pen seldom makes another word: what is no word is more likely a typo.
        """
        ...


@dataclass(frozen=True, slots=True)
class OrdinaryRarity:
    """Rarity where no list is at hand: that of ordinary language alone."""

    language: Language

    def weight(self, word: Word) -> float:
        """The information in a word, in (0, 1]."""
        return weight(word, self.language.zipf_of(word.form), 0)

    def is_word(self, word: Word) -> bool:
        """Whether the word is a common word of ordinary language."""
        return self.language.zipf_of(word.form) > RARE


def ordinary(zipf: float) -> float:
    """How much a word tells by the language alone, in [0, 1]."""
    return min(1.0, max(0.05, (COMMON - zipf) / (COMMON - RARE)))


def listed(count: int) -> float:
    """How much a word tells by the lists alone, in [0, 1]: so many listed parties have it."""
    return 1.0 - log(max(1, count)) / _LOG_OF_PARTIES


_LOG_OF_PARTIES = log(PARTIES + 1)
_ROLES = tuple(Role)
_ROLE_NUMBER = {role: number for number, role in enumerate(_ROLES)}
_WORD, _TRADE = _ROLES.index(Role.WORD), _ROLES.index(Role.TRADE)
_SHARES = np.array([ROLE_SHARE.get(role, 0.0) for role in _ROLES])
_FIXED = {
    _ROLES.index(Role.LEGAL): LEGAL_WEIGHT,
    _ROLES.index(Role.STOP): STOP_WEIGHT,
    _ROLES.index(Role.NUMBER): ROLE_SHARE[Role.NUMBER],
}


class Weight(NamedTuple):
    """What is known of many words; arrays of one length."""

    weight: npt.NDArray[np.float32]
    """The information in each, in (0, 1]."""
    is_word: npt.NDArray[np.bool_]
    """Whether each is met as it is written, on some list or in ordinary language."""
    rare: npt.NDArray[np.bool_]
    """Whether ordinary language does not have it: whether ``Language.zipf_of`` says ``RARE``."""


def weigh(words: Sequence[Word], language: Language) -> Weight:
    """What ``weight`` says of words, for many at once, by the engine's tables."""
    known, hashes = reference(), hashed_all("w", [word.form.encode() for word in words])
    forms = np.array(hashes, dtype=np.uint32)
    written = language.zipf_of_all(forms)
    phrases = [place for place, word in enumerate(words) if word.concept is not None]
    terms, zipf = forms.copy(), written.copy()
    terms[phrases] = hashed_all("w", [words[place].term.encode() for place in phrases])
    zipf[phrases] = known.zipf_of(terms[phrases], zipf[phrases])
    roles = np.array([_ROLE_NUMBER[word.role] for word in words], dtype=np.int64)
    lengths = np.array([len(word.form) for word in words], dtype=np.int64)
    found = weights_of(roles, lengths, zipf, known.counts_of(terms))
    found[(roles == _WORD) & known.are_patronymics(forms)] *= PATRONYMIC
    is_word = (written > RARE) | known.has_forms(forms)
    return Weight(found.astype(np.float32), is_word, written == RARE)


def weights_of(
    roles: Floats, lengths: Floats, zipf: Floats, counts: Floats
) -> npt.NDArray[np.float64]:
    """What ``weight`` says of words, for many at once.

    Args:
        roles: the place of each word's role in ``Role``.
        lengths: of their forms.
        zipf: their frequencies in ordinary language.
        counts: listed parties that have each.
    """
    own = np.minimum(1.0, np.maximum(0.05, (COMMON - zipf) / (COMMON - RARE)))
    least = np.where(roles == _TRADE, LEAST_OF_A_TRADE, 1.0)
    rarity = own * (1.0 - np.log(np.maximum(counts, least)) / _LOG_OF_PARTIES)
    rarity[(roles == _WORD) & (lengths <= 2)] *= 0.5
    found: Floats = np.maximum(FLOOR, _SHARES[roles] * rarity)
    for role, fixed in _FIXED.items():
        found[roles == role] = fixed
    return found


def weight(word: Word, zipf: float, count: int) -> float:
    """The information in one word, in (0, 1].

    Args:
        word: the word with its role.
        zipf: its frequency in ordinary language.
        count: listed parties that have it, or its translation; 0 when lists are not looked at.
    """
    if word.role is Role.LEGAL:
        return LEGAL_WEIGHT
    if word.role is Role.STOP:
        return STOP_WEIGHT
    if word.role is Role.NUMBER:
        return ROLE_SHARE[Role.NUMBER]
    if word.role is Role.TRADE:
        count = max(count, LEAST_OF_A_TRADE)
    rarity = ordinary(zipf) * listed(count)
    if word.role is Role.WORD and len(word.form) <= 2:
        rarity *= 0.5
    return max(FLOOR, ROLE_SHARE[word.role] * rarity)
