"""Slips of the pen, of the keyboard and of scanners: one letter at a place, or two."""

import random
import re
from collections.abc import Callable

from screening.assess.ways.way import LITTLE, Way, Write, changed, on_text

LEAST = 6
"""Letters of a word that a slip is made in: in shorter ones it makes another word."""
# Letters of a word with two slips; the search, too, allows two from here on (``deletion_keys``).
LEAST_FOR_TWO = 8
_LATIN = "aeionrstlkmdpbg"
_CYRILLIC = "аеионрстлкмдпбг"
_NEAR = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "kp", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "x",
}  # fmt: skip
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("o", "0"), ("s", "5"), ("b", "8"),
    ("cl", "d"), ("d", "cl"), ("u", "v"), ("e", "c"), ("g", "q"), ("vv", "w"), ("z", "2"),
    ("h", "b"), ("n", "ri"),
)  # fmt: skip
Slip = Callable[[str, int, random.Random], str | None]


def _like(letter: str, other: str) -> str:
    return other.upper() if letter.isupper() else other


def _others(letter: str) -> str:
    return _CYRILLIC if "а" <= letter.lower() <= "я" else _LATIN


def left_out(word: str, at: int, _rng: random.Random) -> str | None:
    """Without the letter."""
    return word[:at] + word[at + 1 :]


def put_in(word: str, at: int, rng: random.Random) -> str | None:
    """With a letter more, before it; behind it where it is the last."""
    more = _like(word[at], rng.choice(_others(word[at])))
    at += at == len(word) - 1
    return word[:at] + more + word[at:]


def _changed(word: str, at: int, rng: random.Random) -> str | None:
    other = rng.choice([c for c in _others(word[at]) if c != word[at].lower()])
    return word[:at] + _like(word[at], other) + word[at + 1 :]


def _swapped(word: str, at: int, _rng: random.Random) -> str | None:
    at = min(at, len(word) - 2)
    first, second = word[at], word[at + 1]
    if first.lower() == second.lower():
        return None
    pair = _like(first, second.lower()) + _like(second, first.lower())
    return word[:at] + pair + word[at + 2 :]


def _next_key(word: str, at: int, rng: random.Random) -> str | None:
    near = _NEAR.get(word[at].lower())
    return word[:at] + _like(word[at], rng.choice(near)) + word[at + 1 :] if near else None


def _doubled(word: str, at: int, _rng: random.Random) -> str | None:
    return word[:at] + word[at] + word[at].lower() + word[at + 1 :]


def _at(place: str, word: str, rng: random.Random) -> int:
    last = len(word) - 1
    return {"first": 0, "last": last}.get(place, rng.randrange(1, max(2, last)))


def _word(name: str, rng: random.Random, least: int) -> re.Match[str] | None:
    found = [
        m for m in re.finditer(rf"[^\W\d_]{{{least},}}", name) if m.group().lower() not in LITTLE
    ]
    return rng.choice(found) if found else None


def slip(how: Slip, place: str) -> Write:
    """A way that makes one slip in a long word, at its first, middle or last letter."""

    def write(name: str, rng: random.Random) -> str | None:
        word = _word(name, rng, LEAST)
        if word is None:
            return None
        text = how(word.group(), _at(place, word.group(), rng), rng)
        return None if text is None else name[: word.start()] + text + name[word.end() :]

    return on_text(write)


def _two(name: str, rng: random.Random) -> str | None:
    for _ in range(2):
        word = _word(name, rng, LEAST_FOR_TWO)
        if word is None:
            return None
        how = rng.choice([left_out, put_in, _changed])
        text = how(word.group(), _at("middle", word.group(), rng), rng)
        name = name[: word.start()] + (text or word.group()) + name[word.end() :]
    return name


def _misread(name: str, rng: random.Random) -> str | None:
    if _word(name, rng, LEAST - 1) is None:
        return None
    low = name.lower()
    places = [(m.start(), a, b) for a, b in _MISREAD for m in re.finditer(a, low)]
    if not places:
        return None
    at, before, after = rng.choice(places)
    return name[:at] + _like(name[at], after) + name[at + len(before) :]


def _digits(name: str, _rng: random.Random) -> str | None:
    swapped = re.sub(r"(?<=\w)[oOlI](?=\w)", lambda m: "0" if m[0] in "oO" else "1", name, count=2)
    return changed(name, swapped)


_SENSE = f"names with a word of {LEAST} letters"
_DEFENCE = "where the word is then another listed or ordinary one"
_SLIPS: tuple[tuple[str, Slip], ...] = (
    ("left out", left_out), ("put in", put_in), ("changed", _changed), ("next key", _next_key),
    ("swapped", _swapped),
)  # fmt: skip
WAYS = (
    *(
        Way(name=f"{'letters' if called == 'swapped' else 'letter'} {called}, {place}",
            group="letters", severity=3, sense=_SENSE, scripts=("Latn", "Cyrl"),
            defensible=_DEFENCE, write=slip(how, place))
        for called, how in _SLIPS
        for place in ("first", "middle", "last")
    ),
    Way(name="letter doubled", group="letters", severity=3, sense=_SENSE,
        scripts=("Latn", "Cyrl"), write=slip(_doubled, "middle")),
    Way(name="two letters", group="letters", severity=4,
        sense=f"names with a word of {LEAST_FOR_TWO} letters", scripts=("Latn", "Cyrl"),
        defensible=_DEFENCE, write=on_text(_two)),
    Way(name="misread by a scanner", group="scanner", severity=3, sense=_SENSE,
        scripts=("Latn",), write=on_text(_misread)),
    Way(name="digits for letters", group="scanner", severity=4, sense="names with o, l or I inside",
        scripts=("Latn",), write=on_text(_digits)),
)  # fmt: skip
