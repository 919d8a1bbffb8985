"""The words of a text that met those of a listed name, and what each is."""

import re
from collections.abc import Iterator, Sequence

from matcher.comparison.features import Weighed
from matcher.comparison.similarity import is_one_slip
from matcher.lexicon.brands import brands
from matcher.lexicon.everyday import LEAST
from matcher.lexicon.keys import skeleton, stem
from matcher.lexicon.scripts import is_cyrillic
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, is_shouted, raw
from matcher.mentions.longer_names import is_part_of_a_longer_name
from matcher.names.parser import words_of
from matcher.names.surrounding_cues import cues, regions
from matcher.names.term_weights import RARE, Language
from matcher.names.word import Word
from matcher.search.finder import Finder

# So many capitals are as often the letters of somebody else.
MOST_LETTERS = 4
# The number of a document behind its kind.
_NUMBER_BEHIND = re.compile(
    r"[ \u00a0]*(?:№|#|(?:no|nr|n|núm|num|numer|č|br|sz|бр|ref|rif)(?![^\W\d_])[.:°º]?|[°º:])?"
    r"[ \u00a0]*[\w/-]*\d",
    re.IGNORECASE,
)
_LINE_ENDS = re.compile(r"[ \u00a0#*]*(?:[\r\n]|$)")
# This share of a listed name's words makes others of them that party.
THEIRS = 0.5
# Words of so many letters are many names' in other orders.
SHORT_WORD = 3


def are_short(words: Sequence[Word]) -> bool:
    """Whether words are such that many names have them in other orders."""
    return all(len(word.form) <= SHORT_WORD for word in words)


def met(place: MentionContext) -> list[Word]:
    """The words of the text that met one of the name's and tell something."""
    places = sorted({i for item in place.weighed for i in item.link.query})
    words = (place.query.words[i] for i in places)
    return [word for word in words if word.is_content and word.role is not Role.NUMBER]


def lacking(place: MentionContext) -> list[Word]:
    """The listed name's words that tell something and met none."""
    there = {j for item in place.weighed for j in item.link.name}
    return [word for j, word in enumerate(place.name.words) if j not in there and word.is_content]


def agreed(place: MentionContext) -> float:
    """What the words tell that both have."""
    return sum(
        item.link.score * item.name_weight
        for item in place.weighed
        if place.query.words[item.link.query[0]].is_content
    )


def commonness(place: MentionContext, word: Word, known: Finder) -> float:
    """The Zipf value of a word of the text, in the language that has it most often."""
    spelled = min(map(known.zipf_of, word.form.split(" ")))
    written = raw(place, word)
    if is_abbreviation(place, written):
        return spelled
    everyday = known.index.language.everyday
    return max(spelled, min(map(everyday.zipf_of, written.split()), default=0.0))


def is_abbreviation(place: MentionContext, written: str) -> bool:
    """Whether text and list have capitals only: four and more are no word of another language,
    unless they are what a document is called: ``FATTURA n. 12``.
    """
    return (
        len(written) >= MOST_LETTERS
        and written.isupper()
        and written in place.name.text
        and not is_shouted(place)
        and not _is_a_heading(place)
    )


def _is_a_heading(place: MentionContext) -> bool:
    """Whether the words begin a line and its number follows, or nothing does."""
    before = place.text[max(0, place.start - 2) : place.start]
    if before.strip(" #*\n\r"):
        return False
    alone = _LINE_ENDS.match(place.text, place.end) is not None
    return alone or _NUMBER_BEHIND.match(place.text, place.end) is not None


def is_usual(place: MentionContext, word: Word, known: Finder) -> bool:
    """Whether a word of the text is one of some language: a town, a surname, a thing."""
    return word.role is Role.PLACE or commonness(place, word, known) > max(RARE, LEAST)


def is_usual_form(word: Word, known: Finder) -> bool:
    """The same of a word by its form alone, in the languages that lists are written in."""
    if word.role is Role.PLACE:
        return True
    return all(known.zipf_of(part) > RARE for part in word.form.split(" "))


def is_seldom(form: str, known: Finder | Language) -> bool:
    """Whether English has a word now and then (*hydrographic*, *intercom*): it tells as much as one
    that nobody has, but texts have it without meaning a party, unless it is a group's brand.
    """
    return known.zipf_of(form) < RARE and form not in brands()


def is_a_town(word: Word) -> bool:
    """``Hangzhou`` is no short form of *Hangzhou Hikvision*."""
    return word.form in cues().towns or word.form in regions()


def is_part(place: MentionContext, known: Finder) -> bool:
    """Whether a capitalised word beside it makes it a part of a longer name."""
    return is_part_of_a_longer_name(
        place,
        lambda word: is_usual_form(word, known),
        lambda word: known.zipf_of(word.form) == RARE,
    )


def is_letters(place: MentionContext, word: Word) -> bool:
    """Whether a word of the text is a few capitals."""
    written = raw(place, word)
    return len(written) <= MOST_LETTERS and written.isupper()


def listed_form(place: MentionContext, item: Weighed) -> str:
    """The words of the listed name that met, as one."""
    return "".join(place.name.words[j].form for j in item.link.name)


def differs_by_one_slip(place: MentionContext, item: Weighed) -> bool:
    """Whether the words of the text are those of the listed name but for one slip."""
    written = "".join(place.query.words[i].form for i in item.link.query)
    return is_one_slip(written, listed_form(place, item))


def is_a_case(place: MentionContext, item: Weighed) -> bool:
    """Whether the words of the text are Cyrillic and the listed ones but for their endings:
    ``Мотовилихинских`` of *Motovilikhinskie*.
    """
    written = "".join(place.query.words[i].form for i in item.link.query)
    return is_cyrillic(place.query.text) and stem(written) == stem(listed_form(place, item))


def shares_words(written: str, listed: str) -> bool:
    """Whether half of a listed name's words are among some words, however they are spelled."""
    there = {skeleton(form) for form in _forms(written)}
    own = [skeleton(form) for form in _forms(listed) if len(form) > 1]
    return len(own) > 1 and sum(form in there for form in own) >= THEIRS * len(own)


def _forms(name: str) -> Iterator[str]:
    return (part for word in words_of(name) if word.is_content for part in word.form.split(" "))
