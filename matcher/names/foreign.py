"""Names in Latin letters as English has their words: *Moskauer Börse*, *Banque centrale de Syrie*.

Lists mostly have a party's own name and an English one; the press of other languages translates it.
So countries, towns, their adjectives and the common words of authorities, armed groups, banks and
trades are read as the English ones, too; and a country for its adjective, which one name of a party
has in the other's place. Only queries are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from matcher.lexicon.press_spelling import (
    EVERY_SIGN,
    MAY_BE_SPELT,
    english_spellings,
    press_spellings,
    signs_of,
)
from matcher.lexicon.tables import Role, tables
from matcher.names.native_pieces import Piece, combined
from matcher.names.respelt import respelt
from matcher.names.word import Name, Word

# Words of a foreign name of a place or body. A choice, for time.
LONGEST = 5
# Words that tell something beside which a country is its adjective, with it.
_FEWEST = 2
# Combinations of the words' ways that are looked for.
MOST_READINGS = 12
# Words of its own of a name that is read by other languages' tables: longer ones are found by most
# of them.
_MOST_SPELT = 4
# Legal forms of Russia in Latin letters: names that have them are transliterated throughout.
_RUSSIAN_FORMS = frozenset(
    [
        *("ooo", "ao", "oao", "pao", "zao", "sao", "nao", "mkao", "ano", "npo"),
        *("fgup", "fgau", "fgbu", "fgbou", "gup", "mup"),
    ]
)
# What English has for some of them, and for forms of other countries.
_ENGLISH_FORMS = frozenset(
    [
        *("jsc", "pjsc", "ojsc", "cjsc", "joint stock company", "public joint stock company"),
        *("open joint stock company", "closed joint stock company"),
    ]
)
# The same in full, by any table: *Obschtschjestwo s …*, *Akcionernoe obščestvo*.
_IN_FULL = re.compile(
    r"(?:ob(?:s|ch)|a[kc](?:ts|[czs])[ij]|otkr|[zs]akr|publi[tc][chsz]?n).* ", re.DOTALL
)
_ADJECTIVE = "~"
_ENDINGS = ("", "e", "er", "es", "en", "em")
_PLACES = "place_names_latin.tsv"
# A town's or country's genitive in German: *Zentralbank Syriens*.
_GENITIVE, _SHORTEST_PLACE = "s", 5


# What words say at a quick look, beside the signs of spelling tables.
_BEGINS, _RUSSIAN = EVERY_SIGN + 1, (EVERY_SIGN + 1) << 1
EVERY_HINT = (EVERY_SIGN + 1 << 2) - 1


def hints_of(form: str) -> int:
    """What a word says of whether its name is read otherwise in English; those of a name are its
    words' together, for which legal forms, stopwords and trade words have no ``EVERY_SIGN``.
    """
    russian = _is_russian(form) or form in _ENGLISH_FORMS
    found = signs_of(form) | (_RUSSIAN if russian else 0)
    return found | (_BEGINS if form.split(" ", 1)[0] in _longest() else 0)


def _is_russian(form: str) -> bool:
    """Whether a word, or a phrase that is one word, is a Russian legal form in Latin letters, or
    has a Russian word of the tables as other texts than English ones write it (*Sawod*).
    """
    if form in _RUSSIAN_FORMS or _IN_FULL.match(form) is not None:
        return True
    return any(map(tables().romanised.__contains__, form.split(" ")))


def may_be_foreign(hints: int) -> bool:
    """Whether ``as_in_english`` may find anything, by the hints of a name's words."""
    return bool(hints & (_BEGINS | _RUSSIAN)) or hints & EVERY_SIGN in MAY_BE_SPELT


def as_in_english(name: Name, hints: int = EVERY_HINT) -> Iterator[Name]:
    """A name in Latin letters with the words of other languages as English has them, and as English
    texts spell it, the likeliest first; nothing for most names.

    Args:
        name: a query's.
        hints: those of its words; by default everything is looked for.
    """
    if hints & _BEGINS:
        yield from _translated(name)
    if hints & _RUSSIAN or hints & EVERY_SIGN in MAY_BE_SPELT:
        yield from _spelt(name)


def _translated(name: Name) -> Iterator[Name]:
    pieces = [*_foreign_words(name.words)]
    if sum(word.is_content for word in name.words) < _FEWEST:
        # *Argentine* alone is no *Argentina S.A.*
        pieces = [one for one in pieces if one.ways[0] not in _adjectives().get(one.ways[-1], ())]
    last = _bare_end(name.words)
    pieces = [_without_adjectives(one) if one.start == last else one for one in pieces]
    pieces = [one for one in pieces if one.ways]
    for found in combined(pieces, MOST_READINGS):
        yield respelt(name.text, found)


def _bare_end(words: Sequence[Word]) -> int:
    """Where a name's last word begins, if it stands there by itself and not behind *of*; else -1.
    *National Tanker Company of Iran* is the Iranian one.
    """
    at = max((place for place, word in enumerate(words) if word.is_content), default=0)
    if at and words[at - 1].role is Role.STOP:
        return -1
    return words[at].start if words else -1


def _foreign_words(words: Sequence[Word]) -> Iterator[Piece]:
    place, longest = 0, _longest()
    while place < len(words):
        most = longest.get(words[place].form.split(" ", 1)[0])
        count, ways = (1, ()) if most is None else _phrase(words[place : place + most])
        if ways:
            yield Piece(words[place].start, words[place + count - 1].end, ways)
        place += count


def _spelt(name: Name) -> Iterator[Name]:
    """A short name as English texts spell it, by the tables of other languages."""
    telling = [word for word in name.words if word.is_content]
    own = [word for word in telling if word.role is not Role.TRADE]
    russian = any(_is_russian(word.form) for word in name.words)
    # A name of trade words alone is told by their letters: *PAO Energija*, *PAO Energiia*.
    by_letters = not own and (russian or any(word.form in _ENGLISH_FORMS for word in name.words))
    if by_letters:
        own = [word for word in telling if " " not in word.form]
    if len(own) <= _MOST_SPELT + russian and all(word.form.isalpha() for word in own):
        forms = [word.form for word in own]
        reads = press_spellings(forms, russian=russian or by_letters)
        for read in reads + english_spellings(forms) if by_letters else reads:
            changed = [one for one in zip(own, read, strict=True) if one[0].form != one[1]]
            yield respelt(name.text, [(word.start, word.end, form) for word, form in changed])


def _phrase(words: Sequence[Word]) -> tuple[int, tuple[str, ...]]:
    """How many words the longest known phrase at the beginning has, and what English has for it;
    a word that may stand for itself comes last.
    """
    table = _table()
    for count in range(len(words), 0, -1):
        form = " ".join([word.form for word in words[:count]])
        ways = table.get(form)
        if ways:
            return count, ways if count > 1 else (*ways, form)
    return 1, ()


@cache
def _longest() -> Mapping[str, int]:
    """How many words the longest phrase has that begins with a word."""
    longest: dict[str, int] = {}
    for form in _table():
        first, _, rest = form.partition(" ")
        count = min(rest.count(" ") + 2, LONGEST) if rest else 1
        if count > longest.get(first, 0):
            longest[first] = count
    return longest


def is_known_abroad(form: str) -> bool:
    """Whether a place, by its English name in ``a-z``, is known well enough to have other names in
    other languages.
    """
    return form in _known_abroad()


@cache
def _known_abroad() -> frozenset[str]:
    return frozenset(english for _, english in _rows(_PLACES))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """Words and phrases in ``a-z``, and what English has for them, the likeliest first."""
    table: dict[str, tuple[str, ...]] = {}
    for form, english in _rows(_PLACES):
        table[form] = (english,)
        if len(form) >= _SHORTEST_PLACE and not form.endswith(_GENITIVE):
            table.setdefault(form + _GENITIVE, (english,))
    for form, english in _rows("foreign_words_own.tsv"):
        ways = tuple(english.split("|"))
        for written in _inflected(form):
            # A town or country by the same name is the other way to read it.
            table[written] = tuple(dict.fromkeys((*ways, *table.get(written, ()))))
    for written, other in _adjectives().items():
        table[written] = tuple(dict.fromkeys((*table.get(written, ()), *other)))
    return table


@cache
def _adjectives() -> Mapping[str, tuple[str, ...]]:
    """Countries and their adjectives: *Iran Tractor Company*, *Iranian Tractor Company*."""
    found: dict[str, tuple[str, ...]] = {}
    for country, people in _rows("country_adjectives.tsv"):
        for written, other in ((country, people), (people, country)):
            found[written] = (*found.get(written, ()), other)
    return found


def _without_adjectives(piece: Piece) -> Piece:
    """A country at a name's end is no adjective, which stands before what it is said of: *Banco
    Santander México* is no *Banco Santander*.
    """
    ways = tuple(way for way in piece.ways if way not in _people())
    return piece._replace(ways=ways)


@cache
def _people() -> frozenset[str]:
    return frozenset(people for _, people in _rows("country_adjectives.tsv"))


def _inflected(form: str) -> Iterator[str]:
    stem, sign, rest = form.partition(_ADJECTIVE)
    yield from (stem + ending + rest for ending in _ENDINGS) if sign else (form,)


def _rows(file: str) -> Iterator[tuple[str, str]]:
    text = (files("matcher") / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            forms, _, english = line.partition("\t")
            for form in forms.split("|"):
                yield form, english
