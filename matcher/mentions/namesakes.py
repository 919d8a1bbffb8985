"""Whether a legal form says that a name of one word is a namesake's: *ARC Group, Inc* is no *ARC
Limited Group*.

Of a few letters the form is a part, as they are many firms'. Of a longer word it is not: with
another country's form it is a party's daughter as often as another firm (*Gazprom GmbH*), and only
with a slip besides another word. A form in English says nothing but of letters, since all others
are translated by it.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from matcher.lexicon.tables import Role
from matcher.mentions.cues import MentionContext, raw
from matcher.mentions.words_met import is_letters
from matcher.names.parser import analyse
from matcher.names.word import Name

_OWN = frozenset({Role.WORD, Role.NUMBER})
_ENGLISH = "english"


def is_a_namesake(place: MentionContext, names: Iterable[str]) -> bool:
    """Whether the form that stands with one word is of a law that none of a party's own forms is.

    Args:
        place: the words, and the listed name that they met.
        names: all names of the party as listed.
    """
    own = [word for word in place.query.words if word.role in _OWN]
    if len(own) != 1:
        return False
    there = _written_families(place)
    if not there:
        return False
    if all(family.startswith(_ENGLISH) for family in there):
        listed = _families(place.name)
        english = {family for family in listed if family.startswith(_ENGLISH)}
        return is_letters(place, own[0]) and bool(english) and not english & there
    found = {family for name in names for family in _families(analyse(name))}
    laws = {family for family in found if not family.startswith(_ENGLISH)}
    if laws & there:
        return False
    # ``Restaro Kft`` is not *Restart LLC*: two differences are too many.
    return _has_a_slip(place) or (bool(laws) and is_letters(place, own[0]))


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
def _table() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    """The families of each form, and of forms that begin so; read when first needed."""
    text = (files("matcher") / "data" / "legal_form_families.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    pairs = [(form, family) for family, forms in rows for form in forms.split("|")]
    exact = dict[str, frozenset[str]]()
    for form, family in pairs:
        exact[form] = exact.get(form, frozenset()) | {family}
    begun = ((form[:-1], family) for form, family in pairs if form.endswith("*"))
    return exact, tuple(begun)
