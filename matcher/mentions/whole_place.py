"""A listed name that stands whole in a text, and what its capitals and those beside it say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.lexicon.everyday import LEAST
from matcher.lexicon.party_labels import is_party_label
from matcher.lexicon.party_words import says_party
from matcher.lexicon.tables import Role
from matcher.mentions.compounds import in_a_compound, joins_a_noun
from matcher.mentions.cues import (
    MentionContext,
    begin_of_word_before,
    is_shouted,
    told_once,
)
from matcher.mentions.document import HYPHENS
from matcher.mentions.home_cues import NOWHERE, Home, is_at_home, is_followed_by_its_home
from matcher.mentions.words_met import is_a_town
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import cues, is_addressee

_BEFORE = re.compile(r"([^\W\d_][\w'’&.-]*)[ \u00a0]$")
# Letters of a word that is seldom cut short.
_LAST = re.compile(r"[^\W\d_]{7,}\.")
_OPENING = re.compile(r"(?:^|[.!?:;]\s{1,2}|\n\s*)[^\W\d_][\w'’&.-]*[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_])")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_AFTER_CAPITAL = re.compile(r"[ \u00a0-][^\W\d_a-zа-яё]")
# ``Board for Digital Services``: what is somebody's is part of the somebody's name.
OWNER = re.compile(r"(?:['’]s|s['’])[ \u00a0]$")

_JOINED = re.compile(r"([^\W\d_a-zа-яё][\w'’.-]*)[ \u00a0](?:and|&|und|et|y|e|и)[ \u00a0]$")
_ITEM = re.compile(r"(?:^|[\n\r\t|;/])[ \u00a0>]*(?:[*•·–-]|\(?\w{1,3}[.)])?[ \u00a0]*[\"'«„“]?$")
_ITEM_ENDS = re.compile(r"[\"'»”“]?[;,.]?[ \u00a0]*(?:[\r\n\t|;/]|$)")

# ``al-Qaeda``: the Arabic article has a small letter in the middle of a sentence.
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|ul)[-\u2010\u2011 ](?=[^\W\d_a-z])")
# Code points before a name in which the word before it stands.
REACH = 30
# Words that may be the end of another firm's name.
PAIR = 2
# Zipf value from which a word with a capital at a sentence's beginning is no name's first: *Ask*.
OPENS = 4.1
# What leads to a party's name, in a line of capitals too: ``TRF TO VEGA SA``. An *of* or a *for*
# may be part of a longer one.
_LEADS = frozenset(
    (
        "to",
        "from",
        "by",
        "via",
        "out",
        "an",
        "von",
        "bei",
        "para",
        "por",
        "pour",
        "chez",
        "debit",
        "credit",
    )
)
ARTICLE = "The"
# What contracts and courts call parties of one name: ``the BADICA Defendants``.
_BEFORE_A_COURT = frozenset(
    ("Defendant", "Defendants", "Plaintiff", "Plaintiffs", "Respondent", "Respondents", "Claimant",
     "Claimants", "Debtor", "Debtors", "Appellant", "Appellants", "Entities", "Parties")
)  # fmt: skip
# What stands before a person's name, though a line or a sentence may begin so: ``Mr Bahman``.
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "herr", "herrn", "frau"})


class WholePlace(NamedTuple):
    """A listed name that stands whole in a text. (A tuple: it is moved for each place.)"""

    place: MentionContext
    information: float
    part: bool
    unspaced: bool
    common: float
    """Zipf value of the rarest word that says something, in the language that has it most often; 0
    where none has it.
    """
    formless: bool = False
    """Whether it is the listed name as texts shorten it: without its legal form."""
    bare: bool = False
    """Whether it is the name's own words alone, without those that many names have."""
    slips: int = 0
    """How many words have a slip or are misread."""
    respelt: bool = False
    """Whether a word is spelt as another language spells it, or in another case."""
    exonym: bool = False
    """Whether it is what another language calls the party."""
    seldom: bool = False
    """Whether it is one word that English has now and then."""
    home: Home = NOWHERE
    """Where the party is from."""
    everyday: float = 0.0
    """Zipf value of all its letters as one word, capitals or not."""
    before: float = 0.0
    """Zipf value of the word right before, in the language that has it most often."""


def has_capitals(place: MentionContext, written: str) -> bool:
    """Whether all words that say something begin like names, or are of a script without case."""
    return (
        all(
            # ``iFrst``: two letters changed their places.
            written[word.start : word.start + 1] in "01"
            # ``Era-media``.
            or written[word.start - 1 : word.start] in HYPHENS
            or not written[word.start : word.start + 2].islower()
            or _ARTICLE.match(written, word.start)
            for word in place.query.words
            if word.is_content and word.role is not Role.NUMBER
        )
        or _is_called_by_its_trade(place, written)
    )


def begins_with_a_capital(written: str) -> bool:
    """Whether words begin as names do, behind an Arabic article or not."""
    return written[:1].isupper() or _ARTICLE.match(written) is not None


def _is_called_by_its_trade(place: MentionContext, written: str) -> bool:
    """``la banque Rossiya``: a word of trade without a capital beside the name's own words."""
    first, *rest = [word for word in place.query.words if word.is_content]
    if first.role is not Role.TRADE or not rest:
        return False
    return all(
        word.role is not Role.TRADE and written[word.start : word.start + 1].isupper()
        for word in rest
    )


@told_once
def stands_alone(place: MentionContext) -> bool:
    """Whether capitals say that the words are a name by themselves."""
    if place.small or is_shouted(place) or beside_a_capital(place):
        return False
    return not in_a_compound(place) or joins_a_noun(place)


def is_an_item(place: MentionContext) -> bool:
    """Whether nothing else stands in its line, its cell or its point of a list: ``* IRIB``,
    ``PKK/IFIC``. What
    capitals the lines around it have says nothing of it.
    """
    before = place.text[max(0, place.start - REACH) : place.start]
    return _ITEM.search(before) is not None and _ITEM_ENDS.match(place.text, place.end) is not None


def is_called_of_its_home(whole: WholePlace) -> bool:
    """Whether the text says right there that the party is from where it is from, and no capital
    behind the words makes a longer name of them, but that of the very place: ``Vega Bank Moscow``,
    or ``Vega Moscow`` where no language has the word.
    """
    place = whole.place
    if place.small or is_shouted(place):
        return False
    if _AFTER_CAPITAL.match(place.text, place.end):
        word = len(place.query.words) == 1 and whole.common >= LEAST
        return not word and is_followed_by_its_home(place.text, place.end, whole.home)
    if in_a_compound(place) and not joins_a_noun(place):
        return False
    if not is_at_home(place.text, place.start, place.end, whole.home):
        return False
    # ``PHNOM PENH, Cambodia``: what is left of a hotel's name is a town.
    return not (whole.formless or whole.bare) or not is_a_towns_name(place)


def is_a_towns_name(place: MentionContext) -> bool:
    """Whether the words are all of a town's name."""
    return " ".join(word.form for word in place.query.words) in cues().towns


def goes_on(place: MentionContext) -> bool:
    """Whether a word of trade with a capital follows, so that the words are another firm's:
    ``bendrovė Pegasus Prekyba``. Capitals of other words say nothing in German, nor any in a line
    of them.
    """
    after = _WORD_AFTER.match(place.text, place.end)
    if after is None or not after[1][0].isupper() or is_shouted(place):
        return False
    return any(word.role is Role.TRADE for word in analyse(after[1]).words)


def word_before(place: MentionContext) -> re.Match[str] | None:
    """The word right before a name; in the first group without the space."""
    first = begin_of_word_before(place.text, place.start, REACH)
    before = _BEFORE.search(place.text, first, place.start)
    return None if before is None or _ends_a_sentence(before[1]) else before


def _ends_a_sentence(word: str) -> bool:
    """Whether a word with a stop is the last of a sentence, and nothing that is cut short: ``in
    Dushanbe. Vega said``, but not ``Messrs. Vega``.
    """
    if not _LAST.fullmatch(word):
        return False
    return not any(one.role is Role.LEGAL or is_addressee(word) for one in analyse(word).words)


@told_once
def opens_a_sentence(place: MentionContext) -> bool:
    """Whether the word right before a name is the first of its sentence or line."""
    return _OPENING.search(place.text, max(0, place.start - REACH), place.start) is not None


def begins_before(place: MentionContext, common: float) -> bool:
    """Whether a capital right before words begins a firm's name that goes on with them: ``Viant
    Technology LLC``; not the label or the word for a party that stands there.

    Args:
        place: the words.
        common: the Zipf value of the word before, in the language that has it most often.
    """
    before = word_before(place)
    if before is None or not before[1][0].isupper():
        return False
    written = before[1]
    if says_party(written) or says_party(written.lower()) or is_party_label(written):
        return False
    if written.isupper() and written.lower() in _LEADS:
        return False
    if is_addressee(written) or OWNER.search(place.text, max(0, place.start - REACH), place.start):
        return False
    words = [word for word in analyse(written).words if word.is_content]
    if opens_a_sentence(place) and common >= OPENS and not any(map(is_a_town, words)):
        return False
    return bool(words)


def is_joined_before(place: MentionContext) -> bool:
    """Whether a name with a capital and an *and* stand before two words, which may be the end of
    it: ``CG Power and Industrial Solutions Limited``; a legal form before the *and* ends it.
    """
    if sum(word.is_content for word in place.query.words) > PAIR:
        return False
    joined = _JOINED.search(place.text, max(0, place.start - REACH), place.start)
    if joined is None:
        return False
    return any(word.role is not Role.LEGAL for word in analyse(joined[1]).words)


@told_once
def beside_a_capital(place: MentionContext) -> bool:
    """Whether a word right before or after begins with a capital, so that both may be one name."""
    return any(letter.isupper() for letter in _neighbours(place))


def followed_by_a_capital(place: MentionContext) -> bool:
    """Whether the word right behind begins with one: ``Quantum Corporation``."""
    after = _AFTER.match(place.text, place.end)
    return after is not None and after[1].isupper()


def _neighbours(place: MentionContext) -> Iterator[str]:
    """The first letters of the words right before and after, but for a sentence's first word."""
    first = begin_of_word_before(place.text, place.start, REACH)
    before = word_before(place)
    # ``Myanmar's MEHL``: who owns a name is no part of it.
    owner = OWNER.search(place.text, first, place.start)
    opens = opens_a_sentence(place)
    # A word in capitals does not have them from the beginning of a sentence: ``ERES NICO``.
    opens &= before is not None and not (before[1].isupper() and len(before[1]) > 1)
    # ``der Rüstungskonzern Rostec``, ``INV NALU``.
    said = before is not None and (says_party(before[1]) or is_addressee(before[1]))
    titled = before is not None and before[1].rstrip(".").lower() in TITLES
    # ``"The Wagner Group never left," he said``: the article has its capital from what is said.
    said |= before is not None and before[1] == ARTICLE
    if before is not None and owner is None and (titled or not (opens or said)):
        yield before[1][0]
    after = _WORD_AFTER.match(place.text, place.end)
    if after is not None and after[1] not in _BEFORE_A_COURT:
        yield after[1][0]
