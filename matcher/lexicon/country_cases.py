"""Countries in the cases of Cyrillic languages: *Србије* is of *Србија*, *Қазақстанның* of
*Қазақстан*.
"""

import re
from functools import lru_cache

from matcher.lexicon.native_words import native_words, place_words
from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role, tables, word_key

# Endings of the genitive and other cases, folded (й and ї are и and і): Kazakh and Kyrgyz, Uzbek,
# Mongolian, then Slavic languages, with what the first case has in their place.
_CASES = tuple(
    (re.compile(f"(?<=....){ending}$"), first)
    for ending, first in (
        ("[нтд][ыиіуү]н[г]?|[нтд][ыі]ң", ("",)),
        ("нинг", ("",)),
        ("ы?ин|ын", ("", "а")),
        ("и?ом|и?ою", ("", "а", "я")),
        ("[еиіуыюя]", ("", "а", "я", "ь")),
    )
)


@lru_cache(maxsize=1 << 12)
def country_in_any_case(word: str) -> tuple[str, ...]:
    """How Latin letters write a country or town that the tables have in the first case; empty for
    none.

    Args:
        word: in Cyrillic letters, folded.
    """
    for ending, firsts in _CASES:
        met = ending.search(word)
        if met is not None:
            for first in firsts:
                form = word[: met.start()] + first
                if form != word and form in place_words():
                    return native_words()[form]
                if form != word and _reads_as_a_place(form):
                    return (latin(form),)
    return ()


def _reads_as_a_place(form: str) -> bool:
    """Whether a word is a country as it is spelt: *Кыргызстан* is not in the table of others."""
    meaning = tables().phrases.get((word_key(latin(form), cyrillic=True),))
    return meaning is not None and meaning.role is Role.PLACE
