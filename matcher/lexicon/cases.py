"""The cases of names: *Роснефть*, *Роснефти*; *Islamischer Staat*, *Islamischen Staates*.

By the shape of folded words alone, so what is no case of anything comes out, too: no text has it.
"""

from collections.abc import Iterator, Sequence

# What each ending of a noun's first case becomes in the others; the first that fits counts. Folded,
# so й is и. Source: the declensions of Russian and Ukrainian school grammars.
_NOUNS = (
    ("ия", ("ии", "ию", "иеи", "ією")),
    ("ія", ("ії", "ію", "ією")),
    ("ие", ("ия", "ию", "ием", "ии")),
    ("ь", ("и", "ью", "я", "ю", "ем", "е", "і")),
    ("а", ("ы", "и", "е", "у", "ои", "ою")),
    ("я", ("и", "е", "ю", "еи")),
    ("о", ("а", "у", "ом", "е")),
    ("и", ("я", "ю", "ем", "е", "ев", "ям", "ями")),
    ("ы", ("ов", "ам", "ами", "ах")),
    *((letter, ("а", "у", "ом", "е", "ем", "ові", "і")) for letter in "бвгджзклмнпрстфхцчшщ"),
)
# Those of adjectives, in the order of these cases: whose, to whom, by whom, of whom.
_ADJECTIVES = (
    ("ая", ("ои", "ои", "ую", "ои")),
    ("яя", ("еи", "еи", "юю", "еи")),
    ("ое", ("ого", "ому", "ым", "ом")),
    ("ее", ("его", "ему", "им", "ем")),
    ("ыи", ("ого", "ому", "ым", "ом")),
    ("кии", ("кого", "кому", "ким", "ком")),
    ("ые", ("ых", "ым", "ыми", "ых")),
    ("кие", ("ких", "ким", "кими", "ких")),
)
# What other languages hang on a name of one word: German, Polish and Czech, Finnish, Hungarian.
_LATIN = ("s", "a", "u", "em", "om", "owi", "in", "ille", "nak", "nek", "ban", "ben")
_SHORTEST = 5
_GERMAN = {"ischer": ("ischen", "ischem"), "ische": ("ischen",)}


def cases(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A name in its other cases.

    Args:
        forms: its words as ``folding`` folds them, in the first case.
    """
    if all(_is_cyrillic(form) for form in forms):
        yield from _cyrillic(tuple(forms))
    elif all(form.isascii() and form.isalpha() for form in forms):
        yield from _latin(tuple(forms))


def _is_cyrillic(form: str) -> bool:
    return all("\u0400" <= letter <= "\u052f" for letter in form)


def _cyrillic(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Adjectives change together with the noun behind them; what follows that stays as it is."""
    place = next((i for i, form in enumerate(forms) if not _adjective(form)), len(forms) - 1)
    before = [_adjective(form) for form in forms[:place]]
    adjectives = list(zip(*before, strict=True)) if before else [()]
    for noun in _noun(forms[place]):
        for some in adjectives:
            yield (*some, noun, *forms[place + 1 :])
    if place < len(forms) - 1:
        # *Аль-Каида*, *Газпром нефть*.
        yield from ((*forms[:-1], last) for last in _noun(forms[-1]))


def _adjective(form: str) -> tuple[str, ...]:
    for ending, others in _ADJECTIVES:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form.removesuffix(ending)
            return tuple(stem + other for other in others)
    return ()


def _noun(form: str) -> tuple[str, ...]:
    for ending, others in _NOUNS:
        if form.endswith(ending):
            stem = form if ending in "бвгджзклмнпрстфхцчшщ" else form.removesuffix(ending)
            return tuple(stem + other for other in others)
    return ()


def _latin(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(forms) == 1 and len(forms[0]) >= _SHORTEST:
        yield from ((forms[0] + ending,) for ending in _LATIN)
    for ending, others in _GERMAN.items():
        if len(forms) == 2 and forms[0].endswith(ending):
            stem = forms[0].removesuffix(ending)
            for other in others:
                yield from ((stem + other, forms[1] + last) for last in ("", "s", "es"))
