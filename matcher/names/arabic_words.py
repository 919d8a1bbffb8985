"""Words and legal forms in Arabic letters, as they stand in a name: parted, glued, or by their
letters.
"""

import re
from collections.abc import Iterator, Sequence

from matcher.lexicon.folding import fold
from matcher.lexicon.native_words import native_names, native_words
from matcher.names.arabic_slips import as_meant, glued
from matcher.names.native_pieces import Piece, Spaced

_LETTERS = re.compile(
    r"(?<![^\W_])[\u0621-\u064a\u06a9\u06cc](?:[. ]{1,2}[\u0621-\u064a\u06a9\u06cc](?![^\W_]))+\.?"
)
# One of several such runs.
_DOTTED = re.compile(r"\S+")
# Legal forms by their letters, as the registers of the Arab states abbreviate them.
_FORMS = {
    "ذمم": "llc", "شذمم": "llc", "شمم": "llc", "مم": "llc", "شمل": "sal", "شمح": "fzco",
    "ممح": "fze",
    "مدمس": "dmcc", "شمک": "ksc", "شمکع": "ksc", "شمب": "bsc", "شمق": "qsc", "شمع": "jsc",
    "شمعم": "saog", "شمج": "fzco", "مح": "fze", "شم": "jsc", "شممح": "fzco", "ممد": "dmcc",
    "شمس": "jsc",
}  # fmt: skip
# What a sign for joining no letters parts, and kinds of bodies that are glued to a name.
_JOINERS = "\u200b\u200c"
_BETWEEN_JOINERS = re.compile(f"[^{_JOINERS}]+")
_GLUED_BEHIND = re.compile("(?<=...)(?:للتجاره|للتجارة|للشحن|للملاحة)$")
_GLUED = re.compile("بانک|بنك|شرکت|شركة|مصرف|هواپیمایی|پتروشیمی|دانشگاه|سازمان|وزارت")
# Letters that are left of a word beside what is glued to it, at least.
SHORTEST_STEM = 3


def forms(text: str) -> Iterator[Piece]:
    """Legal forms by their letters, one or several in a row."""
    for met in _LETTERS.finditer(text):
        whole = _form(met[0])
        if whole:
            yield Piece(met.start(), met.end(), (f" {whole} ",))
            continue
        for one in _DOTTED.finditer(text, met.start(), met.end()):
            form = _form(one[0])
            if form:
                yield Piece(one.start(), one.end(), (f" {form} ",))


def _form(letters: str) -> str:
    return _FORMS.get(fold(letters.replace(" ", "").replace(".", "")), "")


def parted(word: Spaced, text: str) -> Sequence[Spaced]:
    """The words that are written as one: parted by a sign that joins no letters where tables know
    each of them (``بانک‌ملی‌ایران``), or a body's kind glued to its name (``بانکملت``).
    """
    start, end, folded = word
    if folded in native_words() or folded in native_names():
        return (word,)
    parts = [
        (met.start(), met.end(), fold(met[0]))
        for met in _BETWEEN_JOINERS.finditer(text, start, end)
    ]
    if len(parts) > 1 and all(form in native_words() for _, _, form in parts):
        return parts
    kind, behind = _GLUED.match(text, start, end), _GLUED_BEHIND.search(text[start:end])
    at = kind.end() if kind else start + behind.start() if behind else end
    if len(parts) > 1:
        return (word,)
    begun = (
        (start, at) if end - at >= SHORTEST_STEM else [start + n for n in glued(text[start:end])]
    )
    ends = (*begun[1:], end)
    return [(a, b, as_meant(fold(text[a:b]))) for a, b in zip(begun, ends, strict=True)]


def is_joined(text: str, start: int) -> bool:
    """Whether a word is written together with the one before it."""
    return start > 0 and (text[start - 1] in _JOINERS or text[start - 1].isalpha())
