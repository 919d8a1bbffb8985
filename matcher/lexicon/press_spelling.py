"""Russian, Arabic and Persian names as German, French, Spanish, Dutch, Scandinavian and Hungarian
texts spell them, read as English ones do: *Lukaschenko*, *Loukachenko*, *Jamenei*, *Sjojgoe*.

``lexicon.respelling`` compares long words letter for letter table; here a whole name is read by one
table, which its letters have to show: so short words and the given name are read with it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple


class _Table(NamedTuple):
    shown: re.Pattern[str]
    """What a name has that is hardly English, so that the table may be at work."""
    unlike: re.Pattern[str]
    """What other tables have and this one has not."""
    letters: tuple[tuple[re.Pattern[str], str], ...]
    """What it writes, and English texts for it; in this order."""


def _table(shown: str, unlike: str, letters: Sequence[tuple[str, str]]) -> _Table:
    written = tuple((re.compile(one), other) for one, other in letters)
    return _Table(re.compile(shown), re.compile(unlike), written)


# ``ch`` at a long word's beginning is х, at that of a short one it may be English or Chinese. What
# is read already is marked with a 0.
_GERMAN_SHOWS = (
    r"tsch|dsch|sch[aeiou]|sch[nmlk]|\b[a-z]{2,}(?:[oe]wa?|wski|[aeo]j|ije)\b|\bch[aeou][a-z]{5,}"
    r"|\bwl|wj|[dtnlrs]j[aeu]|yje\b|\bjew|(?:oje|[ns]k?aja)\b|[aeiou]ju[^n]|wsk|[aeiou]sw[aeiy]"
)
_GERMAN = (
    ("schtsch", "shch0"),
    ("tsch", "ch0"),
    ("dsch", "j0"),
    ("sch", "sh"),
    ("(?<!s)ch(?!0)", "kh"),
    ("w", "v"),
    ("tz|z(?!0)", "ts"),
    (r"\bje", "ye"),
    ("ije\\b", "ie"),
    # English has no y between a consonant and е: *Enjergija*.
    ("(?<=[bdfghklmnprstv0])je", "e"),
    ("j(?!0)", "y"),
    ("0", ""),
)
# In German s is z before a vowel or a voiced consonant, and at a word's end.
_VOICED = r"(?<=[aeioumnlr])s(?=[aeioubdgwmnlr]|\b)"
# English words that end like Russian names by the German table.
_ENGLISH = (
    r"ou|c(?!h)|th|q|llow\b|rrow\b|\b(?:window|shadow|meadow|know|snow|show|slow|flow|glow|blow|grow"
    r"|below|elbow|rainbow|andrew|view|review|crew|brew|drew|stew|screw|nephew|hebrew)\b"
)
_TABLES = (
    # In German s before a vowel is с or з (*Ramsan*).
    _table(_GERMAN_SHOWS, _ENGLISH, _GERMAN),
    _table(
        rf"\A(?=.*?(?:{_GERMAN_SHOWS})).*?(?:{_VOICED})",
        _ENGLISH,
        ((_VOICED, "z0"), *_GERMAN),
    ),
    # French.
    _table(
        r"tch|ou(?![rsntl]\b)|dj|(?<=[a-z])ch[aeiounm]|ch\b|gu[eiy]|[jkt]ine\b|\bcho",
        "w|sch|sh",
        (
            ("chtch", "s0h0c0h0"),
            ("tch", "c0h0"),
            ("ch(?!0)", "sh"),
            ("dj", "j0"),
            ("j(?!0)", "zh"),
            ("gu(?=[eiy])", "g"),
            ("ou", "u"),
            (r"(?<=[a-z]{2})ine\b", "in"),
            ("0", ""),
        ),
    ),
    # Spanish.
    _table(
        r"(?<=[a-z])j[aeiou]|\bja[mtk]|gu[ei]",
        r"w|sch|sh|zh|kh|ou|[td]j|ije\b",
        (("gu(?=[ei])", "g"), ("j", "kh")),
    ),
    # Dutch and Scandinavian.
    _table(
        r"tsj|[sz]j[aeiou]|[sz]j\b|(?:\b|[aeiou])tj(?:[aeiou]|\b)|joe[a-z]|[bdfgklmnprstvz]oe[bdfgjklmnprstvz]",
        "sch|sh|zh|tch|ou|oo|ee|w",
        (
            ("sjts?j", "s0h0c0h0"),
            ("ts?j", "c0h0"),
            ("([sz])j", r"\g<1>0h0"),
            ("ch(?!0)", "kh"),
            ("oe", "u"),
            ("j", "y"),
            ("0", ""),
        ),
    ),
    # Hungarian.
    _table(
        r"zs|cs|sz",
        "w|sh|cz|rz|sch|tch|ou|oo|ee",
        (
            ("scs", "s0h0c0h0"),
            ("cs", "c0h0"),
            ("zs", "z0h0"),
            ("sz", "s0"),
            ("s(?!0)", "s0h0"),
            ("c(?!0)", "ts"),
            ("j", "y"),
            ("0", ""),
        ),
    ),
)


# Tables of which short words show nothing: Polish, the scientific one with ``x`` and ``c``, French.
_OTHERS_OF_RUSSIAN = tuple(
    tuple((re.compile(one), other) for one, other in letters)
    for letters in (
        (
            ("szcz", "shch0"),
            ("cz", "c0h0"),
            ("sz", "s0h0"),
            ("ch(?!0)|x", "kh"),
            ("c(?!0)", "ts"),
            ("w", "v"),
            ("j", "y"),
            ("0", ""),
        ),
        (("tch", "c0h0"), ("ch(?!0)", "sh"), ("j", "zh"), ("ou", "u"), ("0", "")),
    )
)


# What English tables write in two ways or three, one way at a time.
_YA = r"(?<=[bdgklmnprstvz])i[iy]?a\b"
_ENGLISH_OF_RUSSIAN = tuple(
    tuple((re.compile(one), other) for one, other in letters)
    for letters in (
        ((_YA, "iya"), (r"(?<=[aou])ia\b", "ya"), (r"(?<=[iy])i\b", "y"), ("iu", "yu")),
        ((_YA, "iia"), (r"(?<=[aou])ya\b", "ia"), (r"(?<=[iy])y\b", "i"), ("yu", "iu")),
        ((_YA, "ia"), (r"(?<=[iy])[iy]\b", ""), ("iu", "yu")),
    )
)


# The tables that words show by themselves: the second one only where the first does, too.
_SHOWN_ALONE = (_TABLES[0], *_TABLES[2:])
_SHOWN, _SIGNS = 1, 2
NO_SIGNS, EVERY_SIGN = 0, (1 << _SIGNS * len(_SHOWN_ALONE)) - 1
# Russian initials by the German table: *BAS* is БАЗ as well as БАС.
MOST_INITIALS = 4


def signs_of(form: str) -> int:
    """What a word shows of the tables and what is unlike them, two bits for each: the signs of a
    name are those of its words together.
    """
    found = NO_SIGNS
    for place, table in enumerate(_SHOWN_ALONE):
        shown, unlike = table.shown.search(form), table.unlike.search(form)
        found |= (bool(shown) | bool(unlike) << 1) << _SIGNS * place
    return found


def _may_be(signs: int) -> bool:
    each = [signs >> _SIGNS * place & 3 for place in range(len(_SHOWN_ALONE))]
    return _SHOWN in each


MAY_BE_SPELT = frozenset(filter(_may_be, range(EVERY_SIGN + 1)))
"""The signs with which ``press_spellings`` may find anything, if there is no Russian form."""


def press_spellings(forms: Sequence[str], *, russian: bool = False) -> list[tuple[str, ...]]:
    """A name's words as English texts spell them, once for each table that may have been at work.

    Args:
        forms: words in ``a-z``.
        russian: whether the name has a Russian legal form in Latin letters, so that the German,
            Polish, scientific or French table may be at work whatever the words show.
    """
    found, text = dict[str, None](), " ".join(forms)
    if russian:
        german = _read(text, _TABLES[0].letters)
        found[german] = None
        found[_read(text, _TABLES[1].letters)] = None
        found[
            " ".join(
                one.replace("s", "z") if len(one) <= MOST_INITIALS else one
                for one in german.split(" ")
            )
        ] = None
        found |= dict.fromkeys(_read(text, letters) for letters in _OTHERS_OF_RUSSIAN)
    for shown, unlike, letters in _TABLES:
        if shown.search(text) and not unlike.search(text):
            found[_read(text, letters)] = None
    found.pop(text, None)
    return [tuple(read.split(" ")) for read in found]


def english_spellings(forms: Sequence[str]) -> list[tuple[str, ...]]:
    """Russian words by the other tables of English texts: passports write *Energiia*, the press
    *Energia*, others *Energiya*.

    Args:
        forms: words in ``a-z``.
    """
    found = {tuple(_read(form, letters) for form in forms) for letters in _ENGLISH_OF_RUSSIAN}
    return sorted(found - {tuple(forms)})


def _read(text: str, letters: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for one, other in letters:
        text = one.sub(other, text)
    return text
