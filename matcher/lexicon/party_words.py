"""Words that say that the name right behind them is a party's: *the refiner*, *Rüstungskonzern*."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# German writes them with a capital and makes longer words of them.
_ENDING = "-"
# What stands before a name without a space.
_JOINED = "+"
# What hangs on another word: ``state-owned``, ``Kremlin-linked``.
_HANGING = "*"
# Characters of it and a space.
REACH = 16


class PartyWords(NamedTuple):
    """The words of ``data/party_cues.tsv``, in small letters."""

    words: frozenset[str]
    endings: tuple[str, ...]
    """What German words end with, the words themselves among them."""
    hanging: tuple[str, ...]
    """What words before a party's name end with, whatever it hangs on."""
    joined: re.Pattern[str]
    """At the end of what stands before a name, with a space or without."""
    phrases: tuple[str, ...]
    """Several words that say so together, with a space on both sides: *trading house*."""


@cache
def party_words() -> PartyWords:
    """The table, read when a name first needs it."""
    text = (files("matcher") / "data" / "party_cues.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    every = [word for line in lines for word in line.partition("\t")[2].split("|")]
    endings = tuple(word[1:] for word in every if word.startswith(_ENDING))
    joined = [re.escape(word[1:]) for word in every if word.startswith(_JOINED)]
    hanging = tuple(word[1:] for word in every if word.startswith(_HANGING))
    words = frozenset(word for word in every if word[:1] not in (_ENDING, _JOINED, _HANGING))
    phrases = tuple(f" {word} " for word in sorted(words) if " " in word)
    pattern = re.compile(rf"(?:{'|'.join(joined)})[ \u00a0]?$")
    return PartyWords(words, endings, hanging, pattern, phrases)


def ends_with_a_party_word(text: str, end: int) -> bool:
    """Whether a word of a script without spaces, or several words, that say so stand right before
    a place.
    """
    before = text[max(0, end - REACH) : end]
    if before.endswith(party_words().phrases):
        return True
    return not before.isascii() and party_words().joined.search(before) is not None


def says_party(written: str) -> bool:
    """Whether a word as a text has it says that what follows is a party."""
    words, endings, hanging, *_ = party_words()
    if written.endswith(hanging):
        return True
    if written[:1].isupper():
        return written[1:].islower() and written.lower().endswith(endings)
    return written in words
