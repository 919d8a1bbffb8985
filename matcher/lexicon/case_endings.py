"""What a word of a text may be in its first case: *Garantexu*, *Мегафона*, *Севмаше*.

By the shape of folded words alone, so what is no word at all comes out, too: no list has it.
"""

from collections.abc import Iterator

from matcher.lexicon.scripts import is_cyrillic

# Letters that are left of a word without its ending.
SHORTEST_STEM = 5
# What cases hang on a name that ends in a consonant, or put for its last vowel: in Slavic languages
# in Latin letters, Finnish, Hungarian, Estonian, Baltic and Turkic languages, German, Swedish and
# Romanian; and in Cyrillic ones, folded. Source: these languages' school grammars.
_LATIN: tuple[str, ...] = (
    "a", "u", "e", "y", "i", "em", "om", "owi", "ovi", "ie", "ou", "ami", "ach", "s", "es", "n",
    "in", "lle", "lla", "lta", "ssa", "sta", "ille", "illa", "ilta", "issa", "ista", "t", "ot",
    "at", "nak", "nek", "ban", "ben", "ul", "ului", "as", "is", "o", "ui", "ga", "ka", "ni",
    "ning", "da", "dan", "den", "le", "lt",
)  # fmt: skip
_CYRILLIC: tuple[str, ...] = (
    "а", "у", "е", "и", "ы", "ом", "ем", "ою", "ои", "ию", "ью", "ю", "я", "ові", "і", "ами", "ах",
    "ат", "та",
)  # fmt: skip
# What may stand in the place of an ending in the first case.
_FIRST_LATIN: tuple[str, ...] = ("", "a")
_FIRST_CYRILLIC: tuple[str, ...] = ("", "а", "ь", "и", "я")


def first_cases(form: str) -> Iterator[str]:
    """The words of which a folded word may be a case, but for itself."""
    if not form.isalpha():
        return
    if form.isascii():
        endings, first = _LATIN, _FIRST_LATIN
    elif is_cyrillic(form):
        endings, first = _CYRILLIC, _FIRST_CYRILLIC
    else:
        return
    for ending in endings:
        if len(form) - len(ending) >= SHORTEST_STEM and form.endswith(ending):
            stem = form[: len(form) - len(ending)]
            yield from (stem + other for other in first if other != ending)
