"""Names as scanners and forms leave them: digits that were letters (*MIRAN 1LC*, *A0 Topaz*), and
letters with a space between each two (*S A F I D Shipping*). A query is read as they were, too.
"""

import re

from matcher.names.arabic_compounds import Respelling

# Digits that a scanner takes letters for, in two ways where one is taken for two letters.
_WAYS = (str.maketrans("0158", "olsb"), str.maketrans("0158", "oisb"))
_MISREAD = re.compile(r"(?<![^\W_])(?=[0158A-Za-z]*[A-Za-z])(?=[A-Za-z]*[0158])[0158A-Za-z]{2,}"
                      r"(?![^\W_])|(?<![^\W_])000(?![^\W_])")  # fmt: skip
# So many letters in a row are one word; of three the parser knows.
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])")


def may_be_misread(stretch: str) -> bool:
    """Whether a stretch without spaces may have digits for letters, or be a letter: a quick look.

    Args:
        stretch: as it is written.
    """
    return len(stretch) == 1 or _MISREAD.search(stretch) is not None


def as_meant(text: str) -> list[list[Respelling]]:
    """The ways to read a text in which digits were letters, or letters one word; none for most."""
    apart = [(met.start(), met.end(), met[0].replace(" ", "")) for met in _APART.finditer(text)]
    misread = [met for met in _MISREAD.finditer(text) if _may_be_letters(met[0])]
    if not misread:
        return [apart] if apart else []
    ways = []
    for way in _WAYS:
        read = [(met.start(), met.end(), met[0].lower().translate(way)) for met in misread]
        found = sorted([*apart, *read])
        if found not in ways:
            ways.append(found)
    return ways


def _may_be_letters(word: str) -> bool:
    """Whether a word has no more digits than letters, or is *ООО* by its shape."""
    digits = sum(map(str.isdigit, word))
    return word == "000" or digits <= len(word) - digits
