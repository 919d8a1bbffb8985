"""Greek words in Latin letters: ELOT 743 (ISO 843) first, then as passports and the press write
them, with two letters that are one sound (ΝΤ, ΜΠ, ΓΚ, ΟΥ).
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_HARD = "θκξπσςτφχψ"
# Ways beside ELOT's: the first sound of ΜΠ, ΝΤ, ΓΚ; χ as h; υ as i; φ as ph; αι as e; β as b.
_OTHERWISE = (
    (("^mp", "b"), ("^nt", "d"), ("^gk", "g"), ("mp", "b"), ("nt", "d"), ("gk", "g")),
    (("^mp", "b"), ("^nt", "d"), ("^gk", "g")),
    (("ch", "h"), ("y", "i"), ("gk", "g")),
    (("f", "ph"),),
    (("ai", "e"), ("oi", "i"), ("ei", "i")),
    (("y", "u"), ("^v", "b")),
)


@lru_cache(maxsize=1 << 13)
def spellings(word: str) -> tuple[str, ...]:
    """How Latin letters may write a word, the likeliest first."""
    official = _elot(word)
    found = [official]
    for changes in _OTHERWISE:
        other = official
        for what, by in changes:
            other = re.sub(what, by, other)
        found.append(other)
    return tuple(dict.fromkeys(found))


def _elot(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower())
    # A diaeresis parts two vowels, other marks are stress.
    plain = re.sub("[\u0300-\u0307\u0309-\u036f]", "", plain)
    plain = plain.replace("ου", "\uf001")
    read = ""
    for place, letter in enumerate(plain):
        if letter == "\uf001":
            read += "ou"
        elif letter == "υ" and place and plain[place - 1] in "αεη":
            following = plain[place + 1 : place + 2]
            read += "f" if not following or following in _HARD else "v"
        elif letter == "γ" and plain[place + 1 : place + 2] in ("γ", "ξ", "χ"):
            read += "n"
        else:
            read += _LETTERS.get(letter, "")
    return read
