"""Words of Russian, Ukrainian and Belarusian as other languages than English write them in Latin
letters: *завод* is *Sawod* in German, *zawod* in Polish.

Which letters a language's press, libraries and passports write is told in Duden, Le Petit Robert's
and PWN's rules, ISO 9 and ISO/R 9. The compiled word tables have the words of their Cyrillic
phrases so.
"""

from collections.abc import Iterator
from itertools import product

from matcher.lexicon.scripts import latin


def _letters(pairs: str) -> dict[str, str]:
    """Letters and what is written for them: ``щshch``."""
    return {pair[0]: pair[1:] for pair in pairs.split(" ")}


# What most tables write alike.
_ALIKE = _letters(
    "аa бb вv гg ґg дd еe єe ёe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch"
    " шsh щshch ъ ыy ь эe юyu яya"
)
_GERMAN = _letters("вw ёjo жsch зs хch цz чtsch шsch щschtsch юju яja їji")
_POLISH = _letters("вw ёjo жz хch цc чcz шsz щszcz юju яja йj їji")
_FRENCH = _letters("жj уou чtch шch щchtch юiou яia")
_SCIENTIFIC = _letters("жz хx цc чc шs щsc юju яja йj їji")
_ISO_9 = _SCIENTIFIC | _letters("хh щs юu яa")
_DUTCH = _letters("жzj уoe хch чtsj шsj щsjtsj юjoe яja йj")
_SCANDINAVIAN = _letters("жzj хch чtj шsj щsjtj юju яja йj")
_SPANISH = _letters("хj юiu яia")
_HUNGARIAN = _letters("жzs сsz шs чcs щscs цc хh йj ыi юju яja")
# Each language's letters, and those for which it has more than one way, one choice for all.
_LANGUAGES: tuple[tuple[dict[str, str], dict[str, tuple[str, ...]]], ...] = (
    (_GERMAN, {"е": ("e", "je"), "й": ("j", "i"), "с": ("s", "ss")}),
    (_POLISH, {"е": ("e", "ie")}),
    (_FRENCH, {"с": ("s", "ss")}),
    (_SCIENTIFIC, {"х": ("x", "ch", "h")}),
    (_ISO_9, {}),
    (_DUTCH, {}),
    (_SCANDINAVIAN, {}),
    (_SPANISH, {}),
    (_HUNGARIAN, {}),
)
_VOWELS = frozenset("аеёиіоуыэюяєї")


def romanised(word: str) -> frozenset[str]:
    """How a word in Cyrillic may be written in ``a-z`` by tables that English texts do not use."""
    low = word.lower()
    written = {form for spelled in _endings(low) for form in _by_all(spelled)}
    return frozenset(form for form in written if form.isalpha()) - {latin(low)}


def _endings(word: str) -> Iterator[str]:
    """A word, and an adjective as it is often written: *Uralski*."""
    yield word
    if word.endswith(("ий", "ый")):
        yield word[:-1]


def _by_all(word: str) -> Iterator[str]:
    for letters, ways in _LANGUAGES:
        for choice in product(*ways.values()):
            chosen = _ALIKE | letters | dict(zip(ways, choice, strict=True))
            yield "".join(
                # The sharp s between vowels is written twice, any other once.
                "s" if found == "ss" and not _is_between_vowels(word, place) else found
                for place, found in enumerate(chosen.get(letter, letter) for letter in word)
            )


def _is_between_vowels(word: str, place: int) -> bool:
    return 0 < place < len(word) - 1 and {word[place - 1], word[place + 1]} <= _VOWELS
