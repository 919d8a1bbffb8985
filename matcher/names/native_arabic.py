"""Arabic and Persian names as Latin letters may write them: known words, the article, compounds,
and words with the vowels that their shape suggests.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, zip_longest

from matcher.lexicon.arabic import PERSIAN_LETTERS, foreign, guesses, short_ways
from matcher.lexicon.english_sounds import english_by_sound, is_surely_english, name_by_sound
from matcher.lexicon.folding import fold
from matcher.lexicon.keys import consonants, skeleton
from matcher.lexicon.letter_names import spelled_out
from matcher.lexicon.native_words import (
    ARTICLE,
    GOD,
    SERVANT,
    native_names,
    native_words,
    own_words,
    place_words,
    without_article,
)
from matcher.lexicon.tables import Role
from matcher.lexicon.vowelless import may_be
from matcher.names.arabic_persons import (
    BEFORE_A_NAME,
    OF_FAITH,
    OF_GOD,
    behind,
    of_faith,
    of_god,
    servant,
    surname,
)
from matcher.names.arabic_words import forms as forms_in
from matcher.names.arabic_words import is_joined, parted
from matcher.names.loan_compounds import arabic_compounds
from matcher.names.native_pieces import Cut, CutKind, Piece, Spaced, spaced_words
from matcher.names.parser import analyse
from matcher.names.persian_surnames import surname_endings, two_names

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


# What the press puts before an armed group's name: ``تنظيم القاعدة``, ``حركة حماس``.
_KINDS_OF_GROUP = frozenset(map(fold, ("تنظيم", "حركة", "جماعة", "ميليشيا", "ميليشيات")))
# Those who are of a people or a family: ``الحوثيون``.
_PLURALS = ("یون", "یین")
# What hangs on the first word of a phrase: and, for, with.
_UNHUNG = re.compile("^[ولب](?=..)")
# Endings of plurals, adjectives and feminines, folded, the longest first.
# What stands around a name is not transliterated with it.
_AROUND = frozenset({"branch", "head office", "representative office"})
# Persian: in, to, from, for. Legal forms and towns stand behind them.
_LITTLE = frozenset(map(fold, ("در", "به", "از", "برای")))
_AND = "و"
# What hangs on a word, and: and, for, with. Persian hangs nothing.
_HUNG, _HUNG_IN_PERSIAN = ("", _AND, "ل", "ب"), ("",)
_ENDINGS = ("هایی", "های", "یات", "ها", "یه", "ات", "ین", "ون", "ی", "ه")
SHORTEST_STEM = 3
# The letter of a long a that ends a word, which Persian and Egypt write for y.
_FINAL_A = "\u0649\ufeef\ufef0"
# What Arabic feminines end with.
_BOUND = "ة"
_SON, MANY_SONS = "بن", 2
# Words of fewer do not meet by their consonants (``comparison.similarity``).
FEWEST_CONSONANTS = 3
# What the article leaves of a word at least.
SHORTEST_BARE = 3
# Words of more letters have consonants enough to be met by.
LONGEST_SHORT = 5
# A long vowel and the y that links it.
_LINKED = ("ای", "وی")
# How Slavs' surnames end, folded: which Arabic and Persian ones do not.
_SLAVIC = re.compile("..(?:وف|یف|اف|سکی|ویچ|نکو|نکا|چوک|ووا|یوا)$")
_MOST_LETTERS = 64
"""Words that are looked at for a name that is spelled out letter by letter."""


def arabic_cuts(text: str) -> Iterator[Cut]:
    """A name in Arabic or Persian: known words as Latin letters write them, others without the
    article, and compounds with ``عبد`` and ``الدین`` as names are made with them.
    """
    forms = [*forms_in(text)]
    words = [
        part
        for word in spaced_words(text, ARABIC)
        if not any(form.start <= word[0] < form.end for form in forms)
        for part in parted(word, text)
    ]
    # Many type Arabic with Persian letters; this one Persian has not.
    persian = PERSIAN_LETTERS.search(text) is not None and _BOUND not in text
    found, english, heard, named = list[Piece](), list[Piece](), list[Piece](), list[Piece]()
    place, readings = 0, [(named, _named), (heard, _heard)]
    if forms or any(_is_a_firms(word) for _, _, word in words):
        readings.append((english, _in_english))  # for hardly any word of a text
    while place < len(words):
        taken, ways = _arabic_word(words[place : place + _MOST_LETTERS], persian=persian)
        if not place and taken < len(words) and words[0][2] in _KINDS_OF_GROUP:
            ways = (*ways[:1], "", *ways[1:])
        if taken == 1 and text[words[place][1] - 1] in _FINAL_A:
            ways = (*ways[:1], *_ending_with_a(words[place][2]), *ways[1:])
        if taken == 1 and place + 1 < len(words) and text[words[place][1] - 1] == _BOUND:
            ways = (*ways[:1], *_bound(words[place][2]), *ways[1:])
        if ways:
            if is_joined(text, words[place][0]):
                ways = tuple([f" {way}" for way in ways])
            found.append(Piece(words[place][0], words[place + taken - 1][1], ways))
            for others, read in readings:
                if ways == (" ",):
                    others.append(found[-1])
                    continue
                alone = read(words[place][2], persian=persian) if taken == 1 else ()
                joined = alone and is_joined(text, words[place][0])
                alone = tuple([f" {way}" for way in alone]) if joined else alone
                others.append(found[-1]._replace(ways=alone or ways))
        place += taken
    seen = list[list[Piece]]()
    for pieces in (found, *(one for one in (english, named, heard) if one not in ([], found))):
        ranked = [piece._replace(ways=_unlike_first(piece.ways)) for piece in pieces]
        for cut in _one_son(text, ranked):
            if cut not in seen and (cut or forms):
                seen.append(cut)
                yield sorted([*cut, *forms]), CutKind.NAME


def _one_son(text: str, cut: list[Piece]) -> Iterator[list[Piece]]:
    """The same with *son of* in one spelling throughout."""
    sons = [number for number, one in enumerate(cut) if fold(text[one.start : one.end]) == _SON]
    if len(sons) < MANY_SONS:
        yield cut
        return
    for way in ("bin", "ben"):
        yield [
            one._replace(ways=(way,)) if number in sons else one for number, one in enumerate(cut)
        ]


def _bound(word: str) -> tuple[str, ...]:
    """A feminine that is not translated, before whose it is: ``مهجة القدس``, *Muhjat al-Quds*."""
    if word in native_words() or word.startswith(ARTICLE):
        return ()
    return guesses(f"{word[:-1]}ت", persian=False)[:1]


def _ending_with_a(word: str) -> tuple[str, ...]:
    """A word of which the last letter may be a long a, as Arabic tells it from y: ``مثنى``."""
    bare = without_article(word)
    read = guesses(f"{bare[:-1]}ا", persian=False)[:2]
    return read if bare == word else tuple([f"al {one}" for one in read])


@lru_cache(maxsize=1 << 12)
def _unlike_first(ways: tuple[str, ...]) -> tuple[str, ...]:
    """The ways of a piece with those first that meet other listed words: those with the same
    consonants, or of few consonants the same coarse spelling, meet the same.
    """
    seen, first, later = set[str](), list[str](), list[str]()
    for way in ways:
        bare = way.removeprefix("al ")
        sounds = consonants(bare)
        # What is joined is joined by its coarse spelling.
        few = " " in bare or len(sounds) < FEWEST_CONSONANTS
        key = f"{bare == way} {skeleton(bare) if few else sounds}"
        (later if key in seen else first).append(way)
        seen.add(key)
    return (*first, *later)


def _is_a_firms(word: str) -> bool:
    """Whether a word is translated, or surely English: a person's name has none such."""
    bare = without_article(word)
    known = own_words().get(word) or own_words().get(bare)
    if known:
        return not may_be(bare, known[0].replace(" ", ""))
    return is_surely_english(word)


def _in_english(word: str, *, persian: bool) -> tuple[str, ...]:
    """The English words that a word of a firm's name writes by their sound, a given name's too
    (``تاب``, *tap*); none for a word that is translated.
    """
    known = (*native_words().get(word, ()), *native_names().get(word, ()))
    if word.startswith(ARTICLE) or (known and not may_be(word, known[0].replace(" ", ""))):
        return ()
    read = (*english_by_sound(word), *arabic_compounds(word))
    return (*read, *(known or _by_sound(word, persian=persian))[:2]) if read else ()


def _heard(word: str, *, persian: bool) -> tuple[str, ...]:
    """A word that tables translate, as it sounds: lists have some names wholly in translation and
    others wholly in transliteration.
    """
    bare = without_article(word)
    known = native_words().get(word) or native_words().get(bare) or ()
    if not known and bare == word and bare not in native_names():
        named = name_by_sound(word) if _SLAVIC.search(word) else ()
        return (*named, *_by_sound(word, persian=persian)[:3]) if named else ()
    if not known or may_be(bare, known[0]) or known[0] in _AROUND:
        return ()
    alike = [way for way in known if may_be(bare, way.replace(" ", ""))]
    read = dict.fromkeys((*alike, *_by_sound(bare, persian=persian)[:3]))
    if word in place_words():
        # It may as well be the town around a name.
        read = dict.fromkeys((*islice(read, 1), known[0], *read))
    return tuple(read) if bare == word else tuple(f"al {one}" for one in read)


def _named(word: str, *, persian: bool) -> tuple[str, ...]:
    """The same of what is no trade, legal form or place: a firm's own name may be a word that is
    not translated beside others that are (``شمس``, *Shams*, *Sun*).
    """
    bare = without_article(word)
    known = native_words().get(word) or native_words().get(bare) or ()
    return () if not known or _is_about(known[0]) else _heard(word, persian=persian)


@lru_cache(maxsize=1 << 12)
def _is_about(way: str) -> bool:
    """Whether words say what a firm does or where."""
    return all(word.role is not Role.WORD for word in analyse(way).words)


def _arabic_word(words: Sequence[Spaced], *, persian: bool) -> tuple[int, tuple[str, ...]]:
    """How many words a known phrase at the beginning has, and how it is written."""
    letters = spelled_out([word for _, _, word in words], "arabic")
    if letters:
        return letters
    for count in range(min(4, len(words)), 1, -1):
        bare = " ".join([without_article(word) for _, _, word in words[:count]])
        ways = _phrases().get(bare) or _phrases().get(_UNHUNG.sub("", bare))
        if not ways and bare.endswith(_LINKED):
            ways = _phrases().get(bare[:-1])
        if ways:
            return count, ways
    first, second = words[0][2], words[1][2] if len(words) > 1 else ""
    if persian and first in _LITTLE:
        return 1, (" ",)
    if first == _AND:
        return 1, ("and",)
    if second and first == SERVANT:
        return 2, servant(second if second == GOD else without_article(second))
    if first in BEFORE_A_NAME and second.startswith(ARTICLE) and len(second) > len(ARTICLE) + 1:
        return 2, behind(first, without_article(second), persian=persian)
    if second in OF_GOD:
        return 2, of_god(first, persian=persian, ending=OF_GOD[second])
    if second in surname_endings() and len(first) >= SHORTEST_STEM:
        return 2, surname(first, second)
    if second in OF_FAITH:
        return 2, of_faith(first, persian=persian, ending=OF_FAITH[second])
    return 1, _ways_of(first, persian=persian)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """The phrases of the tables, their words without articles."""
    return {
        " ".join(map(without_article, phrase.split())): ways
        for phrase, ways in native_words().items()
        if " " in phrase and ARABIC.search(phrase)
    }


def _ways_of(word: str, *, persian: bool) -> tuple[str, ...]:
    """The ways to write one word of Arabic letters."""
    known = native_words()
    ways = known.get(word, ())
    if ways:
        # A town may be a part of a name that is transliterated: ``القدس``, *Quds*.
        bare = without_article(word)
        town = bare != word and word in place_words()
        heard = [f"al {way}" for way in known.get(bare, ())] if town else []
        return tuple(dict.fromkeys((*ways, *heard, *native_names().get(word, ()))))
    if word.startswith(SERVANT) and len(word) > len(SERVANT) + 2:
        return servant(without_article(word).removeprefix(SERVANT))
    for first in BEFORE_A_NAME:
        whose = word.removeprefix(first + ARTICLE)
        if whose != word and len(whose) > 2:
            joined = behind(first, whose, persian=persian)
            return tuple(dict.fromkeys((*native_names().get(word, ()), *joined)))
    for ending, written in OF_FAITH.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return of_faith(word.removesuffix(ending), persian=persian, ending=written)
    for ending, written in OF_GOD.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return of_god(word.removesuffix(ending), persian=persian, ending=written)
    whole = native_names().get(word, ()) if word.startswith(ARTICLE) else ()
    bare = without_article(word)
    for hung in _HUNG_IN_PERSIAN if persian else _HUNG:
        if bare.startswith(hung) and (found := known.get(without_article(bare.removeprefix(hung)))):
            # Some lists write the article of such a name with it: *Alhassan*.
            named = not hung and word == ARTICLE + bare and may_be(bare, found[0])
            return (*found, f"al {found[0]}") if named else found
    read = _by_sound(bare, persian=persian) or (bare,)
    if bare != word and len(bare) < SHORTEST_BARE:
        # No article: *Alba*, *Alpa*.
        return tuple(dict.fromkeys((*guesses(word, persian=persian), *foreign(word)))) or read
    stem = _of_its_stem(bare)
    if stem:
        return tuple(dict.fromkeys((*stem[:2], *read)))
    if bare == word:
        two = two_names(word) if word not in native_names() else ()
        return (*read[:1], *two, *read[1:])
    # Persian has words of its own that begin with these letters: Alborz.
    whole = whole or (guesses(word, persian=persian)[:1] if persian else ())
    return (*whole, *(f"al {one}" for one in read))


def _of_its_stem(bare: str) -> tuple[str, ...]:
    """What tables have for a word without its ending: a plural, an adjective, a feminine."""
    if bare in native_names():
        return ()
    for ending in _ENDINGS:
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) >= SHORTEST_STEM:
            ways = own_words().get(stem) or own_words().get(f"{stem}ه")
            if ways and not may_be(stem, ways[0].replace(" ", "")):
                return ways
    return ()


def _by_sound(bare: str, *, persian: bool) -> tuple[str, ...]:
    """A word that is not translated: as a person's name, as its shape suggests, or as a foreign
    name, which has its vowels; the likeliest of each in turn.
    """
    ways = [native_names().get(bare, ()), guesses(bare, persian=persian), foreign(bare)]
    if persian and bare.endswith(_LINKED):
        # The y that links a word to the next is no part of it: *daryā-ye*.
        ways.insert(0, guesses(bare[:-1], persian=True)[:4])
        ways.append(tuple(f"{one}ye" for one in guesses(bare[:-1], persian=True)[:2]))
    if bare.endswith(_PLURALS) and len(bare) > len(_PLURALS[0]) + 1:
        ways.append(tuple(f"{one}s" for one in guesses(bare[:-2], persian=persian)))
    if len(bare) <= LONGEST_SHORT:
        ways.append(short_ways(bare, persian=persian))
    in_turn = chain.from_iterable(zip_longest(*ways))
    return tuple(dict.fromkeys(one for one in in_turn if one))
