"""Words that say that somebody deals with whom the text names there: ``payment from Vega``,
``Vertrag mit Vega``, ``von der Vega gezahlt``.
"""

import re
from functools import cache
from importlib.resources import files

# Words between what is dealt in and the little word right before the name: ``Payment was received
# from``.
_MOST_BETWEEN = 3
# Code points before the name.
_REACH = 80
# What hangs before a word: the Arabic and the Hebrew article, *and*, *in*, *for*, *with*.
_HANGING = {"ar": "[وفبك]?(?:ال|لل|ل)?", "he": "[והבלמש]{0,2}"}
# ``Payment from «Vega»``.
_OPENING, _CLOSING = '[«“„‘"「]?', '[»”“’"」]?'
# A sentence's end parts them.
_BETWEEN = rf"[ \u00a0](?:[\w$€£/.-]+[ \u00a0]){{0,{_MOST_BETWEEN}}}"


def is_dealt_with(text: str, start: int, end: int) -> bool:
    """Whether the words around a place of a text say so.

    Args:
        text: running text.
        start: where the name begins, in code points.
        end: where it ends.
    """
    if _deals().search(text, max(0, start - _REACH), start):
        return True
    return any(
        behind.match(text, end) and before.search(text, max(0, start - _REACH), start)
        for before, behind in _verbs()
    )


@cache
def _deals() -> re.Pattern[str]:
    """The phrases of ``data/deal_cues.tsv`` before a name, whatever their capitals."""
    phrases = "|".join(
        f"{_HANGING.get(row[0], '')}{_any(row[1])}{_BETWEEN}{_any(row[2])}" for row in _rows()
    )
    return re.compile(rf"\b(?:{phrases})\s{_OPENING}$", re.IGNORECASE)


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Of languages whose verb ends the sentence, what stands before a name and behind it."""
    return tuple(
        (
            re.compile(rf"(?<!\w){_any(row[3])}\s{_OPENING}$", re.IGNORECASE),
            re.compile(rf"{_CLOSING}{_BETWEEN}{_any(row[4])}(?!\w)", re.IGNORECASE),
        )
        for row in _rows()
        if len(row) > 4
    )


def _rows() -> list[list[str]]:
    text = (files("matcher") / "data" / "deal_cues.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def _any(words: str) -> str:
    found = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split("|"))
    return f"(?:{found})"
