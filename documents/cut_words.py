"""Words of narrow columns that are cut where the line is full, without a hyphen: browsers and
programs for reports cut a word that is wider than its cell, some wherever the line ends.
"""

import re
from collections.abc import Iterator

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-ÞА-ЯЁ", "a-zß-öø-ÿа-яё"
# A name's word and its rest in small letters, or both in capitals.
_CUT = re.compile(
    rf"(?<![^\W_])(?:[{_CAPITAL}][{_SMALL}]+\n(?=[{_SMALL}])|[{_CAPITAL}]{{2,}}\n(?=[{_CAPITAL}]{{2}}))"
)
# Characters of a line of such a column, and lines on either side that a name may take.
_WIDEST, _AROUND = 28, 2
# Stands where the halves meet, and in no other text of a page: nobody sees it.
MEET = "\u2060"
CUT = "cut words as one"
# Places of one page that are looked at.
_MOST = 400


def cut_words(text: str) -> Iterator[str]:
    """The lines around each place where a word may be cut, with its two halves as one.

    Args:
        text: of a page.
    """
    text = text.replace(MEET, "")
    cuts = list(_CUT.finditer(text))
    if not cuts or len(cuts) > _MOST:
        return
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for cut in cuts:
        while starts[at + 1] < cut.end():
            at += 1
        if _is_full(lines, at):
            first = max(0, at - _AROUND)
            before = [line for line in lines[first:at] if len(line) <= _WIDEST]
            after = [line for line in lines[at + 2 : at + 2 + _AROUND] if len(line) <= _WIDEST]
            yield "\n".join((*before, lines[at] + MEET + lines[at + 1], *after))


def _is_full(lines: list[str], at: int) -> bool:
    """Whether a line and the next are of a narrow column, and no word in capitals found room."""
    line, after = lines[at], lines[at + 1]
    if len(line) > _WIDEST or len(after) > _WIDEST:
        return False
    return not after[:1].isupper() or len(line) >= len(after)
