"""Plain text with marks that nobody reads as letters: emphasis in the middle of a word
(``Sov**com**flot``), commands of TeX and troff, links of wikis, times of subtitles, colours of
terminals. A search of the text as it stands takes them for the ends of words.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

_EMPHASIS = r"\*{1,3}|_{2,3}|'{2,5}|~~|`{1,2}"
_TAGS = "b|i|u|s|em|strong|font|bold|italic|underline|c|v|ruby|rt|lang|span|sup|sub|mark|small"
_TAG = rf"<(?:/?(?:{_TAGS}|{_TAGS.upper()})\b[^<>\n]{{0,80}}|\d\d:[\d:.]{{2,12}})>"
# Not at the edge of a word: there it parts no name.
_TAG_IN_WORD = (
    rf"<(?<=\w<)(?:/?(?:{_TAGS}|{_TAGS.upper()})\b[^<>\n]{{0,80}}>(?=\w)|\d\d:[\d:.]{{2,12}}>)"
)
# Of forums (BBCode).
_CODE = r"/?(?:b|i|u|s|color|size|font|url|quote)(?:=[^\]\n]{1,200})?\]"
_COLOUR = r"\x1b\[[\d;]{0,20}[A-Za-z]"
_OVERSTRUCK = r"[^\n]\x08"
_TROFF = r"\\f(?:[BIPRC]|\(\w\w|\[\w*\])"
_TIMES = r"^(?:\d+:)?\d+:\d+[.,]\d+[ \t]+-->|^\[\d+:\d\d[.:\d]*\]"
_BAR = r"^[|│][ \t][^|│\n]+$"
# Where a text shows that it has such marks. Each begins with a sign of its own, by which they are
# searched for in one go; what stands before the sign is looked at behind it.
_SHOWN = re.compile(
    r"\*(?<=\w\*)\*{0,2}(?=\w)|_(?<=\w_)_{1,2}(?=\w)|'(?<=\w')'{1,4}(?=\w)|~(?<=\w~)~?(?=\w)"
    rf"|`(?<=\w`)`?(?=\w)|\[(?:(?<=\w\[){_CODE}|{_CODE}(?=\w{{1,40}}\[/\w{{1,10}}\]\w))|{_TAG_IN_WORD}|{_COLOUR}|\x08"
    r"|\\(?:[a-zA-Z]{2,20}\*?\s?\{|-(?<=\w\\-)(?=\w)|f[BIPRC(\[]| (?:[*`]|(?<=[*`]\\ )))"
    r"|\{(?:\\[a-z]|(?<=\w\{)\w{1,20}\}(?=\w))|\]\([^()\s]{1,2000}\)|\[\[[^\[\]|\n]{1,200}\|"
)
_SHOWN_BY_LINE = re.compile(f"{_TIMES}|{_BAR}", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]{0,20}(\d{1,4})[ \t.:|)]{1,8}(?=[^\W\d_])", re.MULTILINE)
_IS_TIMED = re.compile(_TIMES, re.MULTILINE)
_CUE = re.compile(
    r"^(?:\d+[ \t]*\r?\n)?(?:\d+:)?\d+:\d+[.,]\d+[ \t]+-->[^\n]*\n|^\[\d+:\d\d[.:\d]*\]",
    re.MULTILINE,
)
_BLANK_LINES = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
_ARGUMENTS = r"(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{0,80}\}"
# What is taken out, and what stands there instead, one after the other.
_OUT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.MULTILINE), instead)
    for pattern, instead in (
        (_COLOUR, ""),
        (_OVERSTRUCK, ""),
        (r"^[|│>][ \t]", ""),
        (r"\[\[[^\[\]|\n]{1,200}\|([^\[\]\n]{1,300})\]\]", r"\1"),
        (r"\[\[([^\[\]\n]{1,300})\]\]", r"\1"),
        (r"!?\[([^\[\]\n]{1,300})\]\([^()\n]{1,2000}\)", r"\1"),
        (_TROFF, ""),
        (r"^\.(?:[BI]|BR|RB|IR|RI|BI|IB|SM|SB)[ \t]+", ""),
        (r"\\N", "\n"),
        (
            r"\\(?:begin|end|documentclass|usepackage)(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{0,80}\}",
            "\n",
        ),
        (r"\{\\[a-z]+\d*\}", ""),
        (r"\\(?:kern|hspace|vspace|hskip)\*?\s?\{?-?[\d.]+\s?[a-z]{2}\}?\s?", " "),
        (r"\\-", ""),
        (r"\\\\", "\n"),
        (r"\\[,;: ]", " "),
        (r"(?<=\w)~(?=\w)", " "),
        (r"\\['\"`^=.]\{?(\w)\}?", r"\1"),
        (r"\{\\[a-z]+\b\s?", ""),
        (r"\\[a-z]{2,20}\*?(?:\[[^\[\]\n]{0,200}\])?\s?\{", ""),
        (r"\\[a-z]{2,20}\b", " "),
        (r"[{}]", ""),
        (_TAG, ""),
        (rf"\[{_CODE}", ""),
        (_EMPHASIS, ""),
    )
)
_RST = re.compile(r"\\ (?=[*`])|(?<=[*`])\\ ")


def without_marks(text: str) -> Iterator[str]:
    """The paragraphs that have such marks, without them; of subtitles the whole text."""
    if ("-->" in text or "\n[" in text or text.startswith("[")) and _IS_TIMED.search(text):
        yield _plain(_BLANK_LINES.sub("\n", _CUE.sub("", text)))
        return
    by_line = "\n| " in text or "\n│ " in text or text.startswith(("| ", "│ "))
    if not (by_line or _SHOWN.search(text) or _NUMBERED.search(text)):
        return
    for paragraph in _BLANK_LINES.split(text):
        shown = _SHOWN.search(paragraph) or (by_line and _SHOWN_BY_LINE.search(paragraph))
        numbered = _without_numbers(paragraph)
        if (shown or numbered != paragraph) and (plain := _plain(numbered)):
            yield plain


def _without_numbers(paragraph: str) -> str:
    """Lines without the numbers that count them, as pleadings and listings have."""
    numbers = [int(found[1]) for found in _NUMBERED.finditer(paragraph)]
    lines = paragraph.strip().count("\n") + 1
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    return _NUMBERED.sub("", paragraph) if 1 < len(numbers) == lines and counted else paragraph


def _plain(text: str) -> str:
    text = _RST.sub("", text)
    for pattern, instead in _OUT:
        text = pattern.sub(instead, text)
    return unescape(text).strip()
