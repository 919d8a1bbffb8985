"""What around and inside a span of a text says that it is a name, or that it is not."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from string import ascii_letters, ascii_uppercase
from typing import TypeVar, cast

from matcher.comparison.acronyms import stands_for
from matcher.comparison.features import Weighed
from matcher.lexicon.folding import has_unspaced
from matcher.lexicon.keys import initials
from matcher.lexicon.party_words import ends_with_a_party_word, says_party
from matcher.lexicon.place_cues import place_cues
from matcher.lexicon.scripts import APOSTROPHES, is_han
from matcher.lexicon.tables import COMPANY, Role
from matcher.mentions.document import QUOTES
from matcher.mentions.said_behind import says_party_behind
from matcher.mentions.ship_cues import BESIDE, DISTANCE, FORMER, ship_cues
from matcher.names.parser import analyse
from matcher.names.roles import STOPWORDS
from matcher.names.word import Name, Word
from records import Kind, NameKind

_T = TypeVar("_T")
# So many characters on either side are looked at, and one more for where a word begins or ends.
_LINE = 80
MOST_AROUND = _LINE + 1
# Legal forms of up to so many letters are everyday words of some language.
LONGEST_SHORT_FORM = 4
# A legal form of so many letters is one by its capitals only.
SHORT_FORM = 2
_SHOUTED_AFTER = re.compile(r"[ \u00a0][^\W\d_a-z]{2}(?![^\W\d_]*[^\W\d_A-Z])")
OPENING = re.compile(r"(?:^|[.!?:]\s{1,2}|\n)$")
WORD_BEFORE = re.compile(r"([^\W\d_](?:[\w'’&-]*|\w\.))[ \u00a0]$")
_THE = frozenset(("the", "The", "its", "their"))
_SMALL_AFTER = re.compile(r"[ \u00a0]([a-z]{3,})")
# ``the rivers Don and``: the word before the first of two places is the second's, too.
_ANDS = ("and", "und", "et", "y", "e", "en", "og", "och", "i", "и", "та", "і", "й", "ve")
_AND = tuple(f"{word}{space}" for word in _ANDS for space in " \u00a0")
_BESIDES = re.compile(
    rf"(?<=[ \u00a0])[^\W\d_a-zа-яё][\w’'-]*[ \u00a0](?:{'|'.join(_ANDS)})[ \u00a0]$"
)
# Beside a name, where capitals say that the word is none of it.
_LOWER_BEFORE = re.compile(r"([^\W\d_]{2,})[ \u00a0]$")
_ELIDED = re.compile(rf"^\w{{1,2}}[{APOSTROPHES}]")
_QUOTE = re.compile('[«»“”„"「」]')
_TWO_NAMES = re.compile(r"[»”]\s*[,;]\s*[«“„]|、")
_NAMED = re.compile(r"[ \u00a0][«„][^\W\d_]")
_GOES_ON = re.compile(r"[ \u00a0-]([^\n()«»“”„\"「」]{1,40})[»”“\"」]")
_OWNED = re.compile(r"([^\W\d_])[\w'’&.-]*[ \u00a0](?:of|for)(?:[ \u00a0]the)?[ \u00a0]$")
# Characters that legal forms in Chinese and Japanese are made of: company, society, limited, group.
_HAN_FORM = re.compile("[司社限株团團厂廠]")
# No ship of a list flies: ``nave spaziale Voyager``.
_IN_SPACE = re.compile(
    r"\b(?:space ?(?:ship|craft|probe)|nav[ei]s? (?:spazial|espacia)|vaisseau(?:x)? spati"
    r"|nau? espacia|stat(?:ek|ku|ki) kosmiczn|космическ\w+ (?:кораб|апп?арат|зонд|станци)"
    r"|космічн\w+ (?:кораб|апарат)|uzay (?:gemi|arac))|宇宙船|飞船|飛船|우주선|سفينة فضا|سفینه فضا",
    re.IGNORECASE,
)
_CAPITALS, _LETTERS = ascii_uppercase.encode(), ascii_letters.encode()
_BRACKETS = {"(": 1, "（": 1, ")": -1, "）": -1}


@dataclass(frozen=True, slots=True)
class MentionContext:
    """Words of a text beside the listed name that they may be."""

    text: str
    start: int
    end: int
    query: Name
    """The words from ``start`` to ``end``, taken apart."""
    name: Name
    weighed: Sequence[Weighed]
    kind: Kind
    """What the listed party is."""
    name_kind: NameKind
    """What the publisher says of the listed name."""
    small: bool
    """Whether the whole text has no capitals."""
    told: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What rules answered that go by the text alone (``told_once``): the same for every listed
    name that the words may be."""

    def moved(
        self, text: str, start: int, end: int, told: dict[str, object] | None = None
    ) -> "MentionContext":
        """The same words at another place, or in another text.

        Args:
            text: has them there.
            start: from where.
            end: to where.
            told: what was answered about that place already.
        """
        rest = self.query, self.name, self.weighed, self.kind, self.name_kind, self.small
        return MentionContext(text, start, end, *rest, {} if told is None else told)


def told_once(rule: Callable[[MentionContext], _T]) -> Callable[[MentionContext], _T]:
    """A rule that goes by what stands in the text alone, asked once of each place."""
    name = f"{rule.__module__}.{rule.__name__}"

    @wraps(rule)
    def told(place: MentionContext) -> _T:
        answers = place.told
        if name not in answers:
            answers[name] = rule(place)
        return cast(_T, answers[name])

    return told


def begin_of_word_before(text: str, start: int, reach: int) -> int:
    """From where on a word can begin that stands right before a place, at most so far from it."""
    first = max(0, start - reach)
    return max(first, text.rfind(" ", first, max(first, start - 1)) + 1)


def near_a_ship(place: MentionContext, *, close: bool) -> bool:
    """Whether the text speaks of a ship there, or right beside the name."""
    cues = ship_cues()
    around = place.text[max(0, place.start - DISTANCE) : place.end + DISTANCE]
    if _IN_SPACE.search(around):
        return False
    after = place.text[place.end : place.end + BESIDE]
    before = place.text[max(0, place.start - BESIDE) : place.start]
    if cues.before.search(before) or cues.after.match(after) or FORMER.match(after):
        return True
    return not close and cues.near.search(around) is not None


def legal_forms(name: Name) -> frozenset[str | None]:
    """The kinds of legal forms that a name has; ``company`` says none."""
    found = (word.concept for word in name.words if word.role is Role.LEGAL)
    return frozenset(concept for concept in found if concept != "COMPANY")


def has_agreeing_form(place: MentionContext) -> bool:
    """Whether a legal form stands with the name that is no other than the listed one's."""
    there = [
        word
        for word in place.query.words
        if word.role is Role.LEGAL and _is_written_as_a_form(raw(place, word), small=place.small)
    ]
    first = min((word.start for word in place.query.words if word.role is Role.WORD), default=0)
    there = [w for w in there if w.start > first or not is_a_little_word(raw(place, w))]
    listed = legal_forms(place.name)
    if not listed or is_shouted(place):
        # ``WE ACT AS AGENT``.
        there = [word for word in there if word.form not in STOPWORDS]
    if not listed and _SHOUTED_AFTER.match(place.text, place.end):
        # ``HUAWEI IS NOT LIABLE``: capitals go on, so they say nothing.
        there = [word for word in there if len(word.form) > SHORT_FORM]
    return bool(there) and (not listed or bool(legal_forms(place.query) & listed))


def lacks_its_form(place: MentionContext) -> bool:
    """Whether the listed name has a legal form that does not stand there."""
    formed = any(word.role is Role.LEGAL for word in place.name.words)
    return formed and not has_agreeing_form(place)


def _is_written_as_a_form(written: str, *, small: bool) -> bool:
    """Whether a legal form is written as one: *son* and *سال* are words, *SON* is a form."""
    if has_unspaced(written) and is_han(written) and not _HAN_FORM.search(written):
        # ``利益密切`` only sounds like *limited*.
        return False
    cased = written.upper() != written.lower()
    if (
        (small and cased)
        or has_unspaced(written)
        or sum(map(str.isalpha, written)) > LONGEST_SHORT_FORM
    ):
        return True
    return written != written.lower() or "." in written


@told_once
def is_set_off(place: MentionContext) -> bool:
    """Whether quotation marks or brackets stand around the name."""
    before = place.text[max(0, place.start - 1) : place.start]
    after = place.text[place.end : place.end + 1]
    if before == "(" and after == ")":
        return not _introduced_here(place)
    return in_quotes(place)


@told_once
def in_quotes(place: MentionContext) -> bool:
    """Whether quotation marks stand around the name, or around its own words inside it."""
    before = place.text[max(0, place.start - 1) : place.start]
    after = place.text[place.end : place.end + 1]
    if before and after and before in QUOTES and after in QUOTES:
        return True
    return _is_in_french_quotes(place) or _quoted_inside(place)


def _is_in_french_quotes(place: MentionContext) -> bool:
    """``« Vega »``: French has a space inside its quotation marks."""
    before = place.text[max(0, place.start - 2) : place.start]
    after = place.text[place.end : place.end + 2]
    return before[:1] == "«" and after[1:] == "»" and (before[1:] + after[:1]).isspace()


def goes_on_in_quotes(place: MentionContext) -> bool:
    """Whether the words begin a name in quotation marks that has more: ``ООО «Вектор плюс»``,
    ``«Вектор-М»``.
    """
    goes_on = _GOES_ON.match(place.text, place.end)
    if goes_on is None:
        return False
    signs = _QUOTE.findall(place.text[max(0, place.start - 1) : place.end])
    if not signs or signs[-1] in "»”」":
        return False
    return any(word.is_content for word in analyse(goes_on[1]).words)


def names_another(place: MentionContext) -> bool:
    """Whether the words are for the kind of what is named behind them: ``Редуктор «Мир»``."""
    return _NAMED.match(place.text, place.end) is not None


@told_once
def is_called_a_company(place: MentionContext) -> bool:
    """Whether the text says right before the name that it is a company's: ``the company Vega``."""
    first = begin_of_word_before(place.text, place.start, 40)
    before = _LOWER_BEFORE.search(place.text, first, place.start)
    return before is not None and any(
        word.role is Role.LEGAL and word.concept in COMPANY for word in analyse(before[1]).words
    )


def is_owned(place: MentionContext) -> bool:
    """Whether the words are the end of a longer name: ``Directorate of the National Lottery``."""
    owner = _OWNED.search(place.text, max(0, place.start - 40), place.start)
    return owner is not None and owner[1].isupper()


@told_once
def is_called_a_place(place: MentionContext) -> bool:
    """Whether the word right beside the name says that it is a place's: ``Lake Baikal``."""
    cues = place_cues()
    before = place.text[max(0, place.start - 60) : place.start]
    if before.endswith(_AND):
        before = _BESIDES.sub("", before)
    after = place.text[place.end : place.end + 40]
    return cues.before.ends(before) or cues.after.begins(after)


@told_once
def is_a_venues(place: MentionContext) -> bool:
    """Whether the words right beside say that it is a house's that is open to everybody, in
    quotation marks or not: ``the Golden Star hotel``, ``магазин «Звезда»``.
    """
    cues = place_cues()
    before = place.text[max(0, place.start - 40) : place.start].rstrip(QUOTES)
    after = place.text[place.end : place.end + 40].lstrip(QUOTES)
    return cues.venue_before.ends(before) or cues.venue_after.begins(after)


@told_once
def is_called_a_party(place: MentionContext) -> bool:
    """Whether the word right before the name says that it is a party's: ``steelmaker NLMK``, ``der
    Rüstungskonzern Rostec``.
    """
    if says_party_behind(place.text, place.end) or ends_with_a_party_word(place.text, place.start):
        return True
    first = begin_of_word_before(place.text, place.start, 40)
    before = WORD_BEFORE.search(place.text, first, place.start)
    if before is None:
        return is_called_a_company(place)
    if before[1] in _THE:
        # ``the Sevmash shipyard``.
        kind = _SMALL_AFTER.match(place.text, place.end)
        return kind is not None and says_party(kind[1])
    said = _ELIDED.sub("", before[1])
    if OPENING.search(place.text, max(0, before.start() - 3), before.start()):
        # ``Компания Вега``, ``L'entreprise Vega``.
        said = said if says_party(said) or said.isupper() else said.lower()
    return says_party(said) or is_called_a_company(place)


def _quoted_inside(place: MentionContext) -> bool:
    """``ООО «Вега»``: the name in quotation marks, the legal form before them."""
    inside = place.text[place.start : place.end]
    after = place.text[place.end : place.end + 1]
    opens = any(sign in inside for sign in QUOTES)
    return opens and bool(after) and (after in QUOTES or inside[-1] in QUOTES)


def _introduced_here(place: MentionContext) -> bool:
    """Whether letters in brackets are short for the words before them, which are the name then:
    ``Administration for Children's Services (ACS)``.
    """
    before = analyse(place.text[max(0, place.start - _LINE) : place.start - 1]).words
    parts = [part for word in before if word.role is not Role.STOP for part in initials(word.form)]
    letters = place.query.words[0].form
    return stands_for(letters, parts[-len(letters) :])


def crosses_a_bracket(place: MentionContext) -> bool:
    """Whether the words are on two sides of a bracket, or of two names of a list:
    ``Services) in Chula Vista``, ``Центральная», «Вымпел``, ``科技有限公司、宏图``.
    """
    if _TWO_NAMES.search(place.text, place.start, place.end):
        return True
    depth = 0
    for sign in place.text[place.start : place.end]:
        depth += _BRACKETS.get(sign, 0)
        if depth < 0:
            return True
    return False


def is_a_little_word(written: str) -> bool:
    """Whether a word in front of a name has as few letters as some legal forms and is none, since
    there these are in capitals: ``Ad Specs and Requirements``.
    """
    return (
        len(written) <= SHORT_FORM
        and written.istitle()
        and any(word.role is Role.LEGAL for word in analyse(written).words)
    )


@told_once
def is_shouted(place: MentionContext) -> bool:
    """Whether the line around is in capitals anyway."""
    around = place.text[max(0, place.start - _LINE) : place.start]
    around += place.text[place.end : place.end + _LINE]
    if around.isascii():
        # The same in a tenth of the time.
        plain = around.encode()
        letters = len(plain) - len(plain.translate(None, _LETTERS))
        return len(plain) - len(plain.translate(None, _CAPITALS)) > 0.5 * max(1, letters)
    return sum(map(str.isupper, around)) > 0.5 * max(1, sum(map(str.isalpha, around)))


def raw(place: MentionContext, word: Word) -> str:
    """A word of the span as the text has it."""
    return place.query.text[word.start : word.end]
