"""Whether a legal form says that a name of one word is a namesake's: *ARC Group, Inc* is no *ARC
Limited Group*.

Of a few letters the form is a part, as they are many firms'. A word of ordinary language is another
firm's with a form of another law, too (*Orion Srl*), unless it is a group's brand. A word that no
language has is not: with another country's form it is a party's daughter as often as another firm
(*Gazprom GmbH*), and only with a slip besides another word. A form in English says little, since
all others are translated by it: another one than the listed makes another firm of letters and of a
word with a slip, and *Inc* of an ordinary word where it is no law of the party's country.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from importlib.resources import files

from matcher.lexicon.brands import brands
from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, raw
from matcher.mentions.words_met import is_letters, is_usual
from matcher.names.parser import analyse
from matcher.names.word import Name, Word
from matcher.search.finder import Finder

_OWN = frozenset({Role.WORD, Role.NUMBER})
_ENGLISH = "english"


def is_a_namesake(
    place: MentionContext, names: Iterable[str], homes: Callable[[], Set[str]], known: Finder
) -> bool:
    """Whether the form that stands with one word is of a law that none of a party's own forms is.

    Args:
        place: the words, and the listed name that they met.
        names: all names of the party as listed.
        homes: the codes of the countries that its entry has, in small letters.
        known: knows the words of ordinary language.
    """
    own = [word for word in place.query.words if word.role in _OWN]
    if len(own) != 1:
        return False
    there = _written_families(place)
    if not there:
        return False
    found = {family for name in names for family in _families(analyse(name))}
    if found & there:
        return False
    letters, slip = is_letters(place, own[0]), _has_a_slip(place)
    if all(map(_is_english, there)):
        if (letters or slip) and any(map(_is_english, _families(place.name))):
            return True
    elif slip or (letters and not all(map(_is_english, found))):
        # ``Restaro Kft`` is not *Restart LLC*: two differences are too many.
        return True
    elif not all(map(_is_english, found)):
        return _is_ordinary(place, own[0], known)
    return _is_ordinary(place, own[0], known) and _is_law_elsewhere(there, homes())


def _is_english(family: str) -> bool:
    return family.startswith(_ENGLISH)


def _is_ordinary(place: MentionContext, word: Word, known: Finder) -> bool:
    return word.form not in brands() and is_usual(place, word, known)


def _is_law_elsewhere(families: Set[str], homes: Set[str]) -> bool:
    """Whether forms are law in none of a party's countries: *ORION LLC* is a Russian *OOO* that
    somebody translated, and never was an *Srl*.
    """
    countries = _countries()
    return bool(homes) and all(
        countries[family] and not countries[family] & homes for family in families
    )


def _has_a_slip(place: MentionContext) -> bool:
    return any(item.link.how in ("typo", "consonants") for item in place.weighed)


def _written_families(place: MentionContext) -> set[str]:
    """Those of the text's forms, in Latin letters; in others they may be translated."""
    forms = [word for word in place.query.words if word.role is Role.LEGAL]
    if not all(raw(place, word).isascii() for word in forms):
        return set()
    return {family for word in forms for family in _family(word.form)}


def _families(name: Name) -> set[str]:
    forms = (word.form for word in name.words if word.role is Role.LEGAL)
    return {family for form in forms for family in _family(form)}


def _family(form: str) -> frozenset[str]:
    exact, begun = _table()
    found = {family for start, family in begun if form.startswith(start)}
    return exact.get(form, frozenset()) | found


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Where each family is law; read when first needed."""
    return {family: frozenset(codes) for family, _, codes in _rows()}


def _rows() -> Iterator[tuple[str, list[str], list[str]]]:
    text = (files("matcher") / "data" / "legal_form_families.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            family, forms, *codes = line.split("\t")
            yield family, forms.split("|"), codes[0].split("|") if codes else []


@cache
def _table() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    """The families of each form, and of forms that begin so; read when first needed."""
    pairs = [(form, family) for family, forms, _ in _rows() for form in forms]
    exact = dict[str, frozenset[str]]()
    for form, family in pairs:
        exact[form] = exact.get(form, frozenset()) | {family}
    begun = ((form[:-1], family) for form, family in pairs if form.endswith("*"))
    return exact, tuple(begun)
