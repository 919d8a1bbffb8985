"""Words that say that somebody deals with whom the text names next: ``payment from Vega``,
``Vertrag mit Vega``.
"""

import re
from functools import cache
from importlib.resources import files

# Words between what is dealt in and the little word right before the name: ``Payment was received
# from``.
_MOST_BETWEEN = 3
# Code points before the name.
_REACH = 80
# A sentence's end parts them.
_BETWEEN = rf"[ \u00a0](?:[\w/.-]+[ \u00a0]){{0,{_MOST_BETWEEN}}}"


def is_dealt_with(text: str, start: int) -> bool:
    """Whether the words before a place of a text say so.

    Args:
        text: running text.
        start: where the name begins, in code points.
    """
    return _deals().search(text, max(0, start - _REACH), start) is not None


@cache
def _deals() -> re.Pattern[str]:
    """The phrases of ``data/deal_cues.tsv``, whatever their capitals."""
    text = (files("matcher") / "data" / "deal_cues.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    phrases = "|".join(f"{_any(things)}{_BETWEEN}{_any(little)}" for _, things, little in rows)
    return re.compile(rf"\b(?:{phrases})\s$", re.IGNORECASE)


def _any(words: str) -> str:
    found = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split("|"))
    return f"(?:{found})"
