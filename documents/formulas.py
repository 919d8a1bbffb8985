"""What formulas of a sheet say, where the file has not kept their values: programs that write
workbooks leave them to Excel, which works them out when somebody opens the file.

Only texts are put together (ECMA-376 part 1, 18.17): ``=A2&" "&C9``, ``=TEXTJOIN(" ",TRUE,A2:A4)``.
What is counted, looked up or compared says nothing here, and a choice says its first answer.
"""

import re
from collections.abc import Callable, Iterator, Mapping

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")
    |(?:'(?P<quoted>(?:[^']|'')*)'!|(?P<sheet>[^\W\d][\w.]*)!)?
     \$?(?P<first>[A-Za-z]{1,3}\$?\d{1,7})(?::\$?(?P<last>[A-Za-z]{1,3}\$?\d{1,7}))?(?![\w(.])
    |(?P<function>[A-Za-z_][\w.]*)\(
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<sign>.))""",
    re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(r"([A-Z]+)(\d+)")
_DEEPEST, _MOST_CELLS, _LONGEST = 20, 400, 2_000
# Brackets in one formula, and values that are worked out for all formulas of a workbook.
_MOST_BRACKETS, _MOST_VALUES = 64, 200_000
_COUNTED = {"CHAR", "UNICHAR", "CHR"}
_JOINED = {"CONCAT", "CONCATENATE"}
# The number of the argument that is shown, counted from 0, where it is not the first one.
_SHOWN = {"IF": 1, "CHOOSE": 1, "HYPERLINK": 1, "IFS": 1, "SWITCH": 2}
_AS_SHOWN: Mapping[str, Callable[[str], str]] = {
    "UPPER": str.upper, "PROPER": str.title, "LOWER": str.lower, "TRIM": str.strip,
}  # fmt: skip
# What cuts a text and puts texts together, by the texts of its arguments; numbers count from 1.
_CUT: Mapping[str, Callable[..., str]] = {
    "LEFT": lambda text, count="1": text[: int(count)],
    "RIGHT": lambda text, count="1": text[max(0, len(text) - int(count)) :],
    "MID": lambda text, at, count: text[int(at) - 1 :][: int(count)],
    "REPLACE": lambda text, at, count, new: (
        text[: int(at) - 1] + new + text[int(at) - 1 :][int(count) :]
    ),
    "REPT": lambda text, count: text * min(int(count), _LONGEST),
}  # fmt: skip
# Functions that say what they are given; all others are of numbers and dates, or say what is
# looked up somewhere, which is not known here.
_SAYS_ITS_OWN = frozenset((*_SHOWN, *_AS_SHOWN, "T", "CLEAN", "IFERROR", "IFNA", "SUBSTITUTE"))
_OF_NUMBERS = frozenset((
    "SUM", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "SUMIF", "SUMIFS", "SUMPRODUCT", "SUBTOTAL",
    "AVERAGE", "AVERAGEIF", "AVERAGEIFS", "MIN", "MAX", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT",
    "ABS", "MOD", "DATE", "TODAY", "NOW", "YEAR", "MONTH", "DAY", "WEEKDAY", "WEEKNUM", "HOUR",
    "MINUTE", "SECOND", "TIME", "LEN", "ROW", "ROWS", "COLUMN", "COLUMNS", "MATCH", "FIND",
    "SEARCH", "VALUE", "TEXT", "FIXED", "DOLLAR", "DAYS", "EOMONTH", "EDATE", "DATEDIF",
    "DATEVALUE", "NETWORKDAYS", "WORKDAY", "AND", "OR", "NOT", "ISBLANK", "ISERROR", "ISNUMBER",
    "ISTEXT", "ISNA", "TRUE", "FALSE", "RAND", "RANDBETWEEN", "PI", "SQRT", "LARGE", "SMALL",
    "MEDIAN", "RANK", "PRODUCT", "POWER", "CEILING", "FLOOR", "SIGN", "NUMBERVALUE", "CODE",
    "UNICODE", "EXACT", "N", "PMT",
))  # fmt: skip


class Formulas:
    """Works out what formulas of a workbook say."""

    def __init__(self, cells: Mapping[tuple[str, str], str]) -> None:
        """Args:
        cells: by sheet and address (``B7``) the text of a cell, or its formula behind ``=``.
        """
        self._cells = cells
        self._depth = 0
        self._worked_out = 0
        self.unread = self.looked_up = False
        """Whether the last formula puts a text together of which a piece is not known here, and
        whether a piece is looked up somewhere.
        """

    def said(self, sheet: str, formula: str) -> Iterator[str]:
        """Each text that a formula puts together of several.

        Args:
            sheet: on which it stands.
            formula: without ``=``.
        """
        joined: list[str] = []
        self.unread, self.looked_up = not _is_small(formula), False
        if not self.unread:
            reading = _Reading(self, sheet, formula, joined)
            reading.expression()
            self.unread = reading.joins and self.looked_up
        yield from dict.fromkeys(joined)

    def value(self, sheet: str, address: str) -> str:
        """What a cell says."""
        text = self._cells.get((sheet, address.replace("$", "").upper()), "")
        if not text.startswith("="):
            return text
        self._worked_out += 1
        if self._depth >= _DEEPEST or self._worked_out > _MOST_VALUES or not _is_small(text):
            return ""
        self._depth += 1
        said = "".join(_Reading(self, sheet, text[1:], []).expression())
        self._depth -= 1
        return said[:_LONGEST]


def _is_small(formula: str) -> bool:
    return len(formula) <= _LONGEST and formula.count("(") <= _MOST_BRACKETS


class _Reading:
    """Reads one formula from its start."""

    def __init__(self, book: Formulas, sheet: str, formula: str, joined: list[str]) -> None:
        self._book, self._sheet = book, sheet
        self._tokens = list(_TOKEN.finditer(formula))
        self._joined = joined
        self._at = 0
        self.joins = False

    def expression(self) -> list[str]:
        """The texts up to a comma, a bracket or the end; one where they are joined by ``&``."""
        values = self._term()
        while self._sign() not in ("", ",", ";", ")"):
            sign = self._sign()
            self._at += 1
            after = self._term()
            # Of what is compared or counted nothing is shown.
            values = [self._join(values, after)] if sign == "&" else []
        return values

    def _join(self, left: list[str], right: list[str]) -> str:
        self.joins = True
        text = "".join((*left, *right))
        if any(left) and any(right):
            if self._joined and text.startswith(self._joined[-1]):
                self._joined.pop()
            self._joined.append(text)
        return text

    def _sign(self) -> str:
        return str(self._tokens[self._at]["sign"] or "?") if self._at < len(self._tokens) else ""

    def _term(self) -> list[str]:
        if self._at >= len(self._tokens) or self._sign() in (",", ";", ")"):
            return []
        token = self._tokens[self._at]
        self._at += 1
        if token["text"]:
            return [token["text"][1:-1].replace('""', '"')]
        if token["first"]:
            sheet = (token["quoted"] or "").replace("''", "'") or token["sheet"] or self._sheet
            addresses = _between(token["first"], token["last"])
            return [self._book.value(sheet, address) for address in addresses]
        if token["number"]:
            return [token["number"]]
        if token["function"]:
            return self._called(token["function"].upper().removeprefix("_XLFN."))
        return self._arguments()[0] if token["sign"] == "(" else []

    def _arguments(self) -> list[list[str]]:
        found = [self.expression()]
        while self._sign() in (",", ";"):
            self._at += 1
            found.append(self.expression())
        self._at += 1  # the closing bracket
        return found

    def _called(self, name: str) -> list[str]:
        given = self._arguments()
        if name in _COUNTED:
            number = "".join(given[0])
            return [chr(int(number))] if number.isdecimal() and 9 <= int(number) < 0xD800 else []
        if name in _JOINED or name == "TEXTJOIN":
            self.joins = True
            between = "".join(given[0]) if name == "TEXTJOIN" else ""
            pieces = [text for one in given[2 * (name == "TEXTJOIN") :] for text in one if text]
            text = between.join(pieces)
            if len(pieces) > 1:
                self._joined.append(text)
            return [text]
        if name == "SUBSTITUTE" and len(given) >= 3 and any(given[1]):
            text = "".join(given[0]).replace("".join(given[1]), "".join(given[2]))
            self._joined.append(text)
            return [text]
        if name in _CUT:
            return self._cut(name, given)
        self._book.looked_up |= name not in _SAYS_ITS_OWN and name not in _OF_NUMBERS
        shown = _SHOWN.get(name, 0)
        change = _AS_SHOWN.get(name, str)
        return [change(text) for text in given[shown]] if shown < len(given) else []

    def _cut(self, name: str, given: list[list[str]]) -> list[str]:
        """What is left of a text, or the whole of it where a number is worked out elsewhere."""
        try:
            text = _CUT[name](*map("".join, given))[:_LONGEST]
        except (TypeError, ValueError):
            self._book.looked_up = True
            return given[0]
        self._joined.append(text)
        return [text]


def _between(first: str, last: str | None) -> Iterator[str]:
    """The addresses of a range, row by row."""
    if last is None:
        yield first
        return
    (left, top), (right, bottom) = (_place(address) for address in (first, last))
    count = 0
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            count += 1
            if count > _MOST_CELLS:
                return
            yield f"{_letters(column)}{row}"


def _place(address: str) -> tuple[int, int]:
    met = _ADDRESS.fullmatch(address.replace("$", "").upper())
    if met is None:
        return 0, 0
    column = 0
    for letter in met[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column, int(met[2])


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
