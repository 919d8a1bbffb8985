"""The names that one written string holds.

A published name may have its initials in brackets, a query may name a party twice, in two
languages, with its parent before it and its former name behind. Each is read as a name of its own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matcher.lexicon.look_alikes import in_cyrillic
from matcher.lexicon.tables import Role
from matcher.names.arabic_compounds import Respelling, otherwise_joined
from matcher.names.bare_names import without_surroundings
from matcher.names.eponyms import eponyms, unhonoured
from matcher.names.exonyms import as_listed
from matcher.names.field_lines import in_one_line
from matcher.names.foreign import EVERY_HINT, as_in_english
from matcher.names.group_words import without_group_words
from matcher.names.held import (
    AFTER_COMMA,
    AROUND,
    ARTICLE,
    COUNTED,
    EVERYTHING,
    FORM_INSIDE,
    FOUND,
    IN_ENGLISH,
    IN_LINES,
    KNOWN_AS,
    KOREAN,
    LED,
    LETTERS_AFTER_COMMA,
    LOST,
    MISREAD,
    NAMED,
    NICKNAME,
    OF_A_GROUP,
    ON_THE_WEB,
    OTHER_SCRIPT,
    PARTS,
    SEPARATED,
    TITLED,
    TRADE_JOINED,
    TWICE,
    TWO_KEYBOARDS,
    TYPED,
    WADE_GILES,
    are_letters,
    may_hold,
)
from matcher.names.joined_trades import parted
from matcher.names.korean_persons import korean_readings
from matcher.names.lost_letters import as_written
from matcher.names.misread import as_meant
from matcher.names.native import is_read_by_tables, may_be_native, native_readings
from matcher.names.native_pieces import CutKind
from matcher.names.native_titles import without_titles
from matcher.names.nicknames import full_names
from matcher.names.number_words import otherwise_counted, otherwise_numbered
from matcher.names.parser import analyse
from matcher.names.prefilter import look
from matcher.names.respelt import respelt
from matcher.names.ship_prefixes import as_a_ship
from matcher.names.stretches import ALSO, ALSO_ASKED, by_legal_form, masked, quoted, stretches
from matcher.names.telling import is_a_trade, names_something, telling
from matcher.names.titles import untitled
from matcher.names.typed import as_typed
from matcher.names.wade_giles import in_pinyin
from matcher.names.web_names import of_address
from matcher.names.word import Name, Word, WordKey
from matcher.names.written_twice import once, said_again

_LEGAL, _WORD = Role.LEGAL, Role.WORD


class NameVariant(NamedTuple):
    """A name in a string; offsets of its words are those of the string."""

    name: Name
    letters: bool = False
    """Letters that stand beside the name: short for it, and as weak as any other short name."""
    part: bool = False
    """Other words of the string than legal forms stand beside it."""
    beside: tuple[Word, ...] = ()
    """The numbers and countries among them."""
    others: tuple[Word, ...] | None = None
    """Where it is a listed name that stands whole among other words: those that may make another
    name of it; None for what was read without a list."""
    ordinary: bool = False
    """Whether such a name is a word that is used for many things."""
    native: bool = False
    """Whether it is what Latin letters may write of a name in another script."""
    translated: bool = False
    """Whether it is such a reading, which may hold a name and what stands around it."""
    entire: bool = False
    """Whether such a name is a person's, who has no more and no less names than it."""
    foreign: bool = False
    """Whether it is read as English has the words of its language."""
    exact: bool = False
    """Whether it counts letter by letter only, since other readings say how it may be written."""
    exonym: tuple[int, int] = (0, 0)
    """Where it says what other languages call a party, which is read as lists call it."""
    syllables: bool = False
    """Whether it is a Korean's name by its syllables or characters, however these are spelt."""
    led: bool = False
    """Whether what says that it is a ship's was left out around it: it counts for ships only."""
    group: bool = False
    """Whether words beside it say that it is a movement's or an armed group's."""
    bare: bool = False
    """Whether what was left out of it is sure to be no part of the name."""
    initials: tuple[str, ...] = ()
    """What was left out of it: it counts for persons with such given names only."""


_MUST_AGREE = (Role.NUMBER, Role.PLACE)
# Names that one string is read as. A choice, for time: the whole string is always one.
MOST_VARIANTS = 8


def variants(text: str) -> Iterator[NameVariant]:
    """The names that one published string holds: itself, and what it says in brackets or after
    ``a.k.a.``, ``formerly``, ``trading as``, a slash or a dash, and what is left without
    ``named after`` somebody; in pinyin, too, where it is written in Wade-Giles.

    Args:
        text: one name as published.

    Yields:
        The whole first.
    """
    yield NameVariant(analyse(text))
    for kept, letters, cut in stretches(text, ALSO):
        if letters or cut:
            part = _read(text, kept)
            if letters or not is_a_trade(part):
                yield NameVariant(part, letters)
    for kept in unhonoured(text):
        part = _read(text, kept)
        if not is_a_trade(part):
            yield NameVariant(part)
    read = _read_in_pinyin(text)
    if read is not None:
        yield NameVariant(read)


def asked_variants(name: Name, seen: int | None = None) -> tuple[NameVariant, ...]:
    """The names that a query holds: beside what ``variants`` gives what stands in quotation marks,
    before and after a second legal form, and after ``branch of``, ``или`` and the like.

    Args:
        name: the query as one name.
        seen: what ``look`` says of its text, where that is at hand.

    Returns:
        The whole first, each other name once, at most ``MOST_VARIANTS``; then what is written in
        Wade-Giles in pinyin, and what is in another script as Latin letters may write it.
    """
    held, said = may_hold(name, look(name.text) if seen is None else seen)
    return _held(name, held, said) if held else (_whole(name),)


def _whole(name: Name) -> NameVariant:
    """All of a query. Letters that tables read (no Latin ones) are not misspelt as these are."""
    return NameVariant(name, native=is_read_by_tables(name.text))


def every_variant(name: Name) -> tuple[NameVariant, ...]:
    """What ``asked_variants`` gives, without the quick look that most queries end with."""
    return _held(name, EVERYTHING & ~(IN_ENGLISH * may_be_native(name.text)), EVERY_HINT)


def _held(name: Name, held: int, said: int) -> tuple[NameVariant, ...]:
    """The names that a query holds.

    Args:
        name: the query.
        held: what may be in it; nothing else is looked for.
        said: what its words may say (``look_at_words``).
    """
    text = name.text
    read, written = _read_in_pinyin(text) if held & WADE_GILES else None, _written(name, held)
    english = tuple(as_in_english(name, said)) if held & IN_ENGLISH else ()
    bare = untitled(name) if held & TITLED else None
    ship = as_a_ship(name) if held & LED else None
    single = once(name) if held & TWICE else None
    # *Iranian Iran* is twice the same only in English.
    again = [*said_again(name)] if held & TWICE else []
    again += [one for each in english for one in said_again(each)]
    around = without_surroundings(single or name) if held & AROUND else None
    all_of_it = _all_otherwise(text, held)
    if not (
        around
        or held & FOUND
        or read
        or written
        or english
        or bare
        or ship
        or all_of_it
        or single
        or again
    ):
        # The common case.
        return (_whole(name),)
    # The quick look does not see *имени* glued to what follows.
    held |= NAMED if not held & NAMED and eponyms(text) else 0
    read_natively = [*_native(text)] if held & OTHER_SCRIPT else []
    whole = _whole(name)
    if whole.native and any(one.entire for one in read_natively):
        whole = whole._replace(exact=True)
    found = [whole]
    if held & PARTS:
        found += _parts_of(name, held)
    pinyin = [NameVariant(read)] if read is not None else []
    others = [NameVariant(respelt(text, one)) for one in written]
    # A word that may stand for itself does so in one of them.
    english_names = [one for one in english if one.words != name.words]
    others += [NameVariant(one, foreign=True, translated=True) for one in english_names]
    others += [NameVariant(bare)] if bare is not None else []
    others += [NameVariant(ship, led=True)] if ship is not None else []
    others += [NameVariant(single, native=whole.native)] if single is not None else []
    others += [NameVariant(one, native=whole.native) for one in again]
    if around is not None:
        others.append(NameVariant(around, native=whole.native, part=True, bare=True))
    group = without_group_words(name) if held & OF_A_GROUP else None
    others += [NameVariant(group, part=True, group=True)] if group is not None else []
    if held & KNOWN_AS:
        others += [NameVariant(one, foreign=True, exonym=at) for one, at in as_listed(text)]
    return (*found[:MOST_VARIANTS], *pinyin, *others, *all_of_it, *read_natively)


def _all_otherwise(text: str, held: int) -> list[NameVariant]:
    """All of a query as a Korean's name by its syllables, and as it was meant on other keys."""
    korean = korean_readings(text) if held & KOREAN else ()
    typed = as_typed(text) if held & TYPED else ()
    return [
        *(NameVariant(one, entire=True, syllables=True) for one in korean),
        *(NameVariant(one) for one in typed),
    ]


def _written(name: Name, held: int) -> list[Sequence[Respelling]]:
    """Stretches of a query in other letters, once for each way to read it."""
    text = name.text
    counted = otherwise_counted(name.words) if held & COUNTED else []
    cyrillic = in_cyrillic(text) if held & TWO_KEYBOARDS else []
    joined = parted(name) if held & TRADE_JOINED else []
    lost = as_written(text) if held & LOST else []
    written: list[Sequence[Respelling]] = [one for one in (counted, cyrillic, joined, lost) if one]
    written += otherwise_numbered(name) if held & COUNTED else ()
    written += otherwise_joined(text) if held & ARTICLE else ()
    written += full_names(name) if held & NICKNAME else ()
    written += as_meant(text) if held & MISREAD else ()
    written += in_one_line(text) if held & IN_LINES else ()
    written += of_address(text) if held & ON_THE_WEB else ()
    return written


def _parts_of(name: Name, held: int) -> Iterator[NameVariant]:
    """The stretches of a query that are names of their own, each once."""
    text, whole = name.text, telling(name)
    seen, forms = {whole}, {word.start for word in name.words if word[3] is _LEGAL}
    for kept, letters in _asked_pieces(text, held):
        part = _read(text, kept)
        told = telling(part)
        if letters and forms.issuperset(word.start for word in part.words):
            # *Futebol, SAD*: the legal form, and no letters for the name.
            continue
        if told not in seen and (letters or names_something(part)):
            seen.add(told)
            left_out = [w for w in name.words if w.form not in told and w.role in _MUST_AGREE]
            yield NameVariant(part, letters, told < whole, tuple(left_out))


def _read_in_pinyin(text: str) -> Name | None:
    """The name with what is not written in pinyin read in it; None where all is."""
    found = in_pinyin(text)
    return respelt(text, found) if found else None


def _native(text: str) -> Iterator[NameVariant]:
    """A name in another script, as Latin letters may write it."""
    seen = set[tuple[WordKey, ...]]()
    for found, kind in native_readings(text) if may_be_native(text) else ():
        name = respelt(text, found)
        person = kind in (CutKind.PERSON, CutKind.KOREAN)
        if person:
            # A surname of two letters is some country's legal form or stopword.
            named = [word._replace(role=_WORD, concept=None) for word in name.words]
            name = Name(text, tuple(named))
        words = tuple(word.key for word in name.words)
        if words not in seen and any(word.is_content for word in name.words):
            seen.add(words)
            # A company's Chinese name may be a foreign one, by its sound: no table is sure of that.
            sure = is_read_by_tables(text) and kind is not CutKind.BY_SOUND
            korean = kind is CutKind.KOREAN
            yield NameVariant(
                name, native=sure, translated=not person, entire=person, syllables=korean
            )
    bare = without_titles(text)
    if bare is not None:
        yield NameVariant(_read(text, bare), native=is_read_by_tables(text))


def _read(text: str, kept: str) -> Name:
    return Name(text, analyse(kept).words)


def _asked_pieces(text: str, held: int) -> Iterator[tuple[str, bool]]:
    separated = [*stretches(text, ALSO_ASKED)] if held & SEPARATED else []
    pieces = [(kept, letters) for kept, letters, _ in separated]
    yield from pieces
    if held & (SEPARATED | FORM_INSIDE):
        for kept, letters in pieces or [(text, False)]:
            if not letters:
                yield from ((piece, False) for piece in by_legal_form(kept))
                yield from ((piece, False) for piece in quoted(kept))
    if held & AFTER_COMMA:
        for met in LETTERS_AFTER_COMMA.finditer(text):
            if are_letters(met):
                yield masked(text, met.start(1), met.end(1)), True
    if held & NAMED:
        yield from ((kept, False) for kept in unhonoured(text))
