"""Lines of a running text that are fields of a form: ``Beneficiary: ISIS``, ``Получатель: Вега``.

Of a word of everyday language running text asks that something says it is a name; here the label
says it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.lexicon.party_labels import party_label
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse

# A label as long as this is a clause; a value of more words is prose.
MOST_LABEL, MOST_WORDS = 40, 8
# ``B4.``, ``2.1)``: the number of a line of a form.
_ITEM = r"(?:[A-Z]?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?[ \u00a0]+)?"
_LINE = re.compile(
    rf"(?:^|[\n\r;|\t])[ \u3000>*•·-]*{_ITEM}([^\W\d_][^\n\r:：;|\t]{{1,{MOST_LABEL}}}?)"
    r"[ \u00a0]*[:：]"
    r"[ \t\u00a0\u3000]*(?:\r?\n[ \t]*)?([^\s:：;|][^\n\r:：;|\t\u3000]*)"
)
_LABEL = re.compile(
    rf"(?:(?:ultimate|final|name of(?: the)?) )?{party_label()}(?: (?:name|customer|bank))?",
    re.IGNORECASE,
)
# Where a value ends and something else of the line begins.
_END = re.compile(r"\s+[-–—]\s|\s{3}|[.!?。](?:\s|$)")
_COMMA = re.compile(r"[,،，、]")

_QUOTES = " \u00a0\"'«»„“”‘’「」"


class PartyLine(NamedTuple):
    """The value of such a line, in code points of the text."""

    start: int
    end: int


def party_lines(text: str) -> Iterator[PartyLine]:
    """The values of the lines of a text whose label says that they are a party's name."""
    for line in _LINE.finditer(text):
        if not _LABEL.fullmatch(line[1].strip()):
            continue
        value = _without_the_rest(_END.split(line[2], maxsplit=1)[0])
        start = line.start(2) + len(value) - len(value.lstrip(_QUOTES))
        end = line.start(2) + len(value.rstrip(_QUOTES + ".,"))
        if _is_a_name(text[start:end]):
            yield PartyLine(start, end)


def _without_the_rest(value: str) -> str:
    """A value up to the first comma behind which no legal form stands: ``Foo Co., Ltd, Minsk``."""
    for comma in _COMMA.finditer(value):
        words = analyse(value[comma.end() :]).words
        if not words or words[0].role is not Role.LEGAL:
            return value[: comma.start()]
    return value


def _is_a_name(value: str) -> bool:
    """Whether a value is no prose: letters, few words, and no small letter first."""
    return (
        sum(map(str.isalpha, value)) > 1
        and len(value.split()) <= MOST_WORDS
        and not value[:1].islower()
    )
