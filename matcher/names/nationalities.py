"""Words for a country's people and what is theirs: *Iranian*, *syrische*."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.lexicon.tables import Role
from matcher.names.word import Word

_NONE: frozenset[str] = frozenset()


@cache
def nationalities() -> Mapping[str, frozenset[str]]:
    """The codes of countries, in small letters, by folded words for their people."""
    text = (files("matcher") / "data" / "nationalities.tsv").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            code, _, words = line.partition("\t")
            for word in words.split("|"):
                found[word] = found.get(word, _NONE) | {code.lower()}
    return found


def countries_named(word: Word) -> frozenset[str]:
    """The countries that a word of a name may say: *Iran*, *Iran's*, *iranisch*, *иранский*."""
    if word.role is Role.PLACE and word.concept:
        return frozenset({word.concept.lower()})
    by_people = nationalities()
    found = by_people.get(word.form)
    if found is None and word.role is Role.TRADE and word.concept:
        # Trade words have the senses of their English ones.
        found = by_people.get(word.concept.lower())
    return found or _NONE
