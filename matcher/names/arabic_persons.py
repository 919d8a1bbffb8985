"""Parts of Arabic and Persian persons' names that are made of two words: *servant of*, *of the
faith*, *of God*, *father of*, and surnames of two words.
"""

from matcher.lexicon.arabic import guesses
from matcher.lexicon.native_words import (
    ARTICLE,
    FAITH,
    FATHER,
    GOD,
    SERVANT,
    native_names,
    native_words,
    without_article,
)
from matcher.lexicon.vowelless import may_be
from matcher.names.persian_surnames import surname_endings

# What ``... الله`` becomes, with the endings of surnames made of it.
OF_GOD = {GOD: "", "اله": "", "للاه": "", "اللهی": "i", "الهی": "i", "اللهیان": "ian"}
# God's name as it is written behind ``عبد`` and without its first letter: ``عبدلله``.
OF_GOD_ALONE = frozenset({"لله", "اله"})
# What ``... الدين`` becomes, with the ending of surnames made of it: ``علاءالدینی``, *Alaeddini*.
OF_FAITH = {ARTICLE + FAITH: "", ARTICLE + FAITH + "ی": "i"}
# Before these the article is heard as they are.
_SUN_LETTERS = frozenset("تثدذرزسشصضطظن")
# Spellings of a name inside a compound. A choice, for time.
MOST_NAMES = 4
# What stands before a name and its article: *father of*, *he who has*.
BEFORE_A_NAME = {
    FATHER: ("abu al ", "abol", "abul", "abu "),
    "ذو": ("zol", "zul", "dhu al ", "dhul"),
}


def _plain(word: str, *, persian: bool) -> tuple[str, ...]:
    """A part of a compound: as a name, not as what it means (``شمس الدين`` is *Shamsuddin*)."""
    bare = without_article(word)
    known = (*native_words().get(word, ()), *native_words().get(bare, ()))
    named = (*(way for way in known if may_be(bare, way)), *native_names().get(bare, ()))
    read = guesses(bare, persian=persian)
    found = (*named, *read[:2]) if named else read or known or (word,)
    # Persians and Afghans hear an s there: *Ghiasuddin*.
    hissed = [found[0].replace("th", "s")] if "ث" in bare else []
    return tuple(dict.fromkeys((*found[:2], *hissed, *found[2:])))


def servant(of_whom: str) -> tuple[str, ...]:
    """``عبد`` and whose servant: ``عبد العزيز``, *Abdul Aziz*."""
    if of_whom == GOD or of_whom in OF_GOD_ALONE:
        return "abdullah", "abdallah", "abd allah", "abdollah", "abdulla"
    names = _plain(of_whom, persian=False)
    known = native_words().get(SERVANT + of_whom, ())
    servants = "abdul", "abd al", "abdel", "abdol"
    made = [f"{servant} {name}" for name in names[:2] for servant in servants]
    others = [f"{servants[0]} {name}" for name in names[2:MOST_NAMES]]
    # The article as it is heard: *Abdurrahman*, *Abdus Salam*.
    others += [f"abdu{name[0]} {name}" for name in names[:2] if of_whom[0] in _SUN_LETTERS]
    return tuple(dict.fromkeys((*known, *made, *others)))


def of_faith(whose: str, *, persian: bool, ending: str = "") -> tuple[str, ...]:
    """``... الدين``: *Nureddin*, *Nur al-Din*; with the ending of a surname that is made of it."""
    name, *others = _plain(whose, persian=persian)
    ways = [f"{name} al din", f"{name}uddin", f"{name}eddin", f"{name} eddine", f"{name}oddin"]
    more = [one + faith for one in others[: MOST_NAMES - 1] for faith in (" al din", "uddin")]
    return tuple([way + ending for way in (*ways, *more)])


def of_god(whose: str, *, persian: bool, ending: str = "") -> tuple[str, ...]:
    """``... الله``: *Saifullah*, with the ending of a surname that is made of it."""
    names = _plain(whose, persian=persian)
    ways = [name + of_god for name in names[:5] for of_god in ("ullah", "ollah", " allah")]
    return tuple([way + ending for way in ways])


def behind(first: str, whose: str, *, persian: bool) -> tuple[str, ...]:
    """``ابو القاسم``, *Abu al-Qasim*, *Abolghassem*; ``ذو القدر``, *Zolqadr*."""
    names = _plain(whose, persian=persian)
    return tuple([way + name for way in BEFORE_A_NAME[first] for name in names[:3]])


def surname(first: str, ending: str) -> tuple[str, ...]:
    """A surname of two words as one, and as two."""
    ways, ends = _plain(first, persian=True)[:4], surname_endings()[ending]
    joined = [way + end for way in ways for end in ends]
    return (*joined, *(f"{way} {ends[0]}" for way in ways[:2]))
