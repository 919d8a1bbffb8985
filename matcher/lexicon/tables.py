"""The word tables: legal forms, trade words, places, ordinals and stopwords over many languages.

Every row of ``matcher/data/*.tsv`` is a phrase as people write it; it is looked up by the coarse
spelling of its words, so one row covers every transliteration of it. Origin of the rows:
docs/decisions/0001-word-tables.md. Reading the rows takes half a second, which a cold start cannot
spare: ``tools/compile_word_tables.py`` writes them down as they are looked up, a test compares.
"""

import json
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from matcher.lexicon.edit_index import OneEdit
from matcher.lexicon.keys import skeleton, stem
from matcher.lexicon.respelling import may_be_respelt, telling_readings


class Role(StrEnum):
    """What a word does in a name."""

    WORD = "word"
    TRADE = "trade word"
    PLACE = "place"
    NUMBER = "number"
    LEGAL = "legal form"
    STOP = "stopword"

    # An Enum's own hash is worked out in Python, and words are looked up by the million. (So does
    # Python 3.11 look ``Role.WORD`` up: where it is asked for each word, modules keep it at hand.)
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of the tables stands for."""

    role: Role
    concept: str
    """One name for all its translations: ``TECH``, ``JSC``, ``CN``, ``9``."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All phrases."""

    phrases: dict[tuple[str, ...], Meaning]
    """By the keys of their words."""
    lengths: dict[str, tuple[int, ...]]
    """How many words the phrases have that begin with a key, longest first."""
    heads: frozenset[tuple[str, ...]]
    """The first two keys of every phrase of several words."""
    firsts: frozenset[str]
    """The first of these."""
    seconds: frozenset[str]
    """The second of them."""
    han: dict[str, Meaning]
    """Phrases of Chinese characters, which stand without spaces."""
    inflected: dict[str, str]
    """Keys of words of Cyrillic phrases, and the key that all their forms share."""
    stems: frozenset[str]
    """Those shared keys."""
    written: dict[str, str]
    """Long words of legal forms letter by letter, and their keys."""
    in_phrases: dict[str, str]
    """Long words of phrases letter by letter, and their keys."""
    one_word: frozenset[str]
    """Legal forms of one word as they are written."""
    romanised: dict[str, str]
    """Words of Cyrillic phrases in Latin letters by other tables than English ones (``sawod``), and
    the key that all their forms share."""


# Words for "company" say as little as a legal form does.
COMPANY = frozenset({"COMPANY", "CO", "CORP"})
COMPILED = "compiled.json"
# Letters of a word that is looked up by its coarse spelling, too: of three, others meet.
SHORTEST_MISSPELT = 4
# Letters of a word of a phrase with a letter wrong, as it is written.
SHORTEST_SLIPPED = 5
# Words are looked up by their coarse spelling from so many letters on.
COARSE = 5
# Letters of a word whose case ending is taken off, in Cyrillic and in Latin letters. A choice.
SHORTEST_STEMMED, SHORTEST_STEMMED_LATIN = 5, 6
# In Latin letters a short stem is one of other languages' words, too.
SHORTEST_STEM_LATIN = 5
STEM_SIGN = "~"
# Words of legal forms are known with one letter wrong from so many letters on.
SHORTEST_CORRECTED = 5
# Words of phrases are known with two letters in each other's place from so many letters on.
SHORTEST_SWAPPED = 6
# Legal forms of more letters are no other words; shorter ones are, in some language.
LONG_LEGAL_FORM = 6
_SLAVIC_ENDINGS = (*"aiyujeo", "ykh", "ikh", "yh", "ih", "om", "em", "im", "ym", "ov", "ev")


def key(form: str) -> str:
    """The spelling by which a word of a phrase is looked up: coarse for long words only, because
    coarse short words collide (``co`` and ``ko``).
    """
    return skeleton(form) if len(form) >= COARSE else form


def shared_key(form: str) -> str:
    """The key of all forms of a Slavic word."""
    return STEM_SIGN + stem(form)


@lru_cache(maxsize=1 << 15)
def word_key(form: str, *, cyrillic: bool) -> str:
    """The spelling by which a word of a name is looked up.

    Args:
        form: the word in ``a-z0-9``.
        cyrillic: whether it is written in Cyrillic.
    """
    foreign = None if cyrillic else tables().romanised.get(form)
    if foreign is not None:
        return foreign
    exact = _key_as_read(form, cyrillic=cyrillic)
    if may_be_respelt(form) and not cyrillic and not _is_known(exact):
        for other in telling_readings(form):
            respelled_share = _key_as_read(other, cyrillic=False)
            if _is_known(respelled_share):
                return respelled_share
    return exact


def _is_known(spelled: str) -> bool:
    return spelled in tables().stems or spelled in _keys()


@cache
def _keys() -> frozenset[str]:
    return frozenset([word for phrase in tables().phrases for word in phrase])


def _key_as_read(form: str, *, cyrillic: bool) -> str:
    known, exact = tables(), key(form)
    shared = known.inflected.get(exact)
    if shared is not None:
        return shared
    if (exact,) in known.phrases or not may_be_inflected(form, cyrillic=cyrillic):
        return exact
    stemmed = shared_key(form)
    long = cyrillic or len(stemmed) > SHORTEST_STEM_LATIN
    return stemmed if long and stemmed in known.stems else exact


def may_be_inflected(form: str, *, cyrillic: bool) -> bool:
    """Whether a word may be a case of a Slavic word."""
    if cyrillic:
        return len(form) >= SHORTEST_STEMMED
    return len(form) >= SHORTEST_STEMMED_LATIN and form.endswith(_SLAVIC_ENDINGS)


@cache
def tables() -> Tables:
    """The compiled tables, read once."""
    data = json.loads((files("matcher") / "data" / COMPILED).read_text(encoding="utf-8"))
    meanings = [Meaning(Role(role), concept) for role, concept in data["meanings"]]
    phrases = {
        tuple(phrase.split(" ")): meanings[number] for phrase, number in data["phrases"].items()
    }
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    longest_first = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    han = {phrase: meanings[number] for phrase, number in data["han"].items()}
    heads = frozenset([phrase[:2] for phrase in phrases if len(phrase) > 1])
    inflected = data["inflected"]
    return Tables(
        phrases,
        longest_first,
        heads,
        frozenset([first for first, _ in heads]),
        frozenset([second for _, second in heads]),
        han,
        inflected,
        frozenset(inflected.values()),
        data["written"],
        data["in_phrases"],
        frozenset(data["one_word"]),
        {form: shared for shared, forms in data["romanised"].items() for form in forms.split(" ")},
    )


@lru_cache(maxsize=1 << 14)
def near_words(wanted: str) -> tuple[str, ...]:
    """Words of the tables that are one edit away from a word.

    Args:
        wanted: the key of a word, of the tables or not.

    Returns:
        Keys, sorted, without the word itself; empty for short words.
    """
    return _near(wanted, _all_words())


def near_legal_form(wanted: str) -> str:
    """The key of a long legal form of one word that is one edit away from a word; empty for none.

    Args:
        wanted: the key of a word, of the tables or not.
    """
    found = _near(wanted, _long_legal_forms())
    return found[0] if found else ""


def _near(wanted: str, words: OneEdit) -> tuple[str, ...]:
    spelled = wanted.removeprefix(STEM_SIGN)
    if len(spelled) < SHORTEST_MISSPELT:
        return ()
    found = words.near(spelled)
    if may_be_inflected(wanted, cyrillic=False):
        found |= {word for word in words.near(stem(wanted)) if word.startswith(STEM_SIGN)}
    if not found:
        # The common case.
        return ()
    found.discard(wanted)
    return tuple(sorted(found))


def near_as_written(form: str) -> set[str]:
    """Long words of legal forms and phrases, letter by letter, that are one edit away from a word;
    what ``corrected`` and ``slipped`` go by. Most words are near none.
    """
    return set() if len(form) < SHORTEST_CORRECTED - 1 else _as_written().near(form)


def corrected(form: str, near: Set[str]) -> str | None:
    """The key of a legal form's word that is written with one letter wrong; None for others.

    ``near_words`` goes by the coarse spelling, in which one letter may change two (``liqbility``).

    Args:
        form: the word in ``a-z0-9``.
        near: what ``near_as_written`` says of it.
    """
    known = tables()
    legal = [word for word in near if word in known.written]
    if not legal or form in known.written or key(form) in _all_words():
        return None
    return known.written[min(legal)]


def unswapped(form: str) -> str | None:
    """The key of a phrase's word that is written with two letters in each other's place; None for
    others.
    """
    known = tables()
    if len(form) < SHORTEST_SWAPPED or form in known.in_phrases:
        return None
    for word in _by_letters().get("".join(sorted(form)), ()):
        if OSA.distance(word, form, score_cutoff=1) == 1:
            return None if key(form) in _keys() else known.in_phrases[word]
    return None


def slipped(form: str, near: Set[str]) -> str | None:
    """The key of a phrase's word that is written with one letter wrong, where the coarse spelling
    makes more than one of it (*macoine*, *estae*); None for others.

    Args:
        form: the word in ``a-z0-9``.
        near: what ``near_as_written`` says of it.
    """
    known = tables()
    meant = [word for word in near if word in known.in_phrases]
    if not meant or len(form) < SHORTEST_SLIPPED or form in known.in_phrases:
        return None
    return known.in_phrases[min(meant)] if key(form) not in _keys() else None


@cache
def _as_written() -> OneEdit:
    return OneEdit([*tables().in_phrases, *tables().written])


@cache
def _by_letters() -> dict[str, list[str]]:
    """The long words of phrases by their letters in the alphabet's order."""
    found: dict[str, list[str]] = {}
    for word in tables().in_phrases:
        found.setdefault("".join(sorted(word)), []).append(word)
    return found


@cache
def _all_words() -> OneEdit:
    return OneEdit((word for phrase in tables().phrases for word in phrase), STEM_SIGN)


@cache
def _long_legal_forms() -> OneEdit:
    legal = (phrase for phrase, of in tables().phrases.items() if of.role is Role.LEGAL)
    alone = (phrase[0] for phrase in legal if len(phrase) == 1)
    return OneEdit((word for word in alone if len(word) >= LONG_LEGAL_FORM), STEM_SIGN)


def is_country(meaning: Meaning) -> bool:
    """Whether a place is a whole country. A region's row names its capital too (武汉 under Hubei),
    so regions are known as words, not as one concept.
    """
    return meaning.role is Role.PLACE and "-" not in meaning.concept and meaning.concept != "ZZ"
