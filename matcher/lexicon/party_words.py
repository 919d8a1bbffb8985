"""Words that say that the name right behind them is a party's: *the refiner*, *Rüstungskonzern*."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

# German writes them with a capital and makes longer words of them.
_ENDING = "-"


class PartyWords(NamedTuple):
    """The words of ``data/party_cues.tsv``, in small letters."""

    words: frozenset[str]
    endings: tuple[str, ...]
    """What German words end with, the words themselves among them."""


@cache
def party_words() -> PartyWords:
    """The table, read when a name first needs it."""
    text = (files("matcher") / "data" / "party_cues.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    every = [word for line in lines for word in line.partition("\t")[2].split("|")]
    endings = tuple(word[1:] for word in every if word.startswith(_ENDING))
    return PartyWords(frozenset(every) - {_ENDING + end for end in endings}, endings)


def says_party(written: str) -> bool:
    """Whether a word as a text has it says that what follows is a party."""
    words, endings = party_words()
    if written[:1].isupper():
        return written[1:].islower() and written.lower().endswith(endings)
    return written in words
