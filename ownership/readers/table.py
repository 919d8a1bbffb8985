"""The customer's own table of owners: a row for each holding.

The caller opens the file and hands in headings and rows, so every format of a table will do. It is
read twice: the first time for what one row cannot tell (whether shares are fractions or
percentages, and whose number a name has that stands without one elsewhere).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ownership.keys import name_key
from ownership.readers.headings import Columns
from ownership.readers.lines import OwnershipFormatError
from ownership.share import UNKNOWN, Share, percent, share_of
from ownership.statements import Holding, Interest, OwnershipParty, Statement, Unread
from records import Identifier

Row = tuple[str, Sequence[str] | None]
"""Where it stands (``row 3``), and its cells; None for a row that could not be read."""
CountryOf = Callable[[str], str | None]
_INTERESTS = {
    "vote": Interest.VOTES, "voting": Interest.VOTES, "stimm": Interest.VOTES,
    "droits de vote": Interest.VOTES, "голос": Interest.VOTES, "control": Interest.CONTROL,
    "kontroll": Interest.CONTROL, "contrôle": Interest.CONTROL, "контрол": Interest.CONTROL,
    "director": Interest.CONTROL, "board": Interest.CONTROL,
}  # fmt: skip
_FRACTION = re.compile(r"^\s*(?:0|1|[01]?[.,]\d+)\s*$")
_LEI = re.compile(r"^[A-Z0-9]{18}\d\d$")
_ISO = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|[T ])")
_DOTTED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$")
_SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")


@dataclass(slots=True)
class _Known:
    """What the first reading tells."""

    fractions: bool = False
    numbers: dict[int, set[str]] = field(default_factory=dict)
    """The ids that stand beside a name, by the key of the name."""


def holdings(
    columns: Columns, rows: Callable[[], Iterable[Row]], country_of: CountryOf
) -> Iterator[Statement]:
    """Parties and holdings of a table.

    A share that cannot be understood is unknown, never nothing; so is one that is not there.

    Args:
        columns: which column means what.
        rows: reads the rows from the first one; called twice.
        country_of: a country in words as ISO 3166-1 alpha-2 in lower case.

    Raises:
        OwnershipFormatError: there is no row below the headings.
    """
    known = _look(columns, rows())
    seen = False
    for where, cells in rows():
        seen = True
        if cells is None:
            yield Unread(where=where, reason="the row cannot be read")
        else:
            yield from _Reader(columns, known, country_of, where, cells).statements()
    if not seen:
        raise OwnershipFormatError("there is no row below the headings")


def _look(columns: Columns, rows: Iterable[Row]) -> _Known:
    known, shares, plain = _Known(), 0, 0
    for _, cells in rows:
        if cells is None:
            continue
        for role in ("share", "from", "to"):
            if columns.has(role) and (text := _cell(columns, cells, role)):
                shares += 1
                plain += bool(_FRACTION.match(text))
        for side in ("owner", "owned"):
            key = name_key(_cell(columns, cells, side))
            number = _number(columns, cells, side)
            if key is not None and number:
                known.numbers.setdefault(key, set()).add(number)
    # Spreadsheets keep 51 % as 0.51. That all holdings of a table are below 1 % does not happen;
    # and where it did, they would be read as more, not as less.
    known.fractions = shares > 0 and plain == shares
    return known


def _cell(columns: Columns, cells: Sequence[str], role: str) -> str:
    place = columns.places.get(role)
    return "" if place is None or place >= len(cells) else " ".join(cells[place].split())


def _number(columns: Columns, cells: Sequence[str], side: str) -> str:
    roles = (f"{side}_id", f"{side}_lei", f"{side}_registration")
    return next((found for role in roles if (found := _cell(columns, cells, role))), "")


@dataclass(slots=True)
class _Reader:
    """One row."""

    columns: Columns
    known: _Known
    country_of: CountryOf
    where: str
    cells: Sequence[str]
    wrong: list[str] = field(default_factory=list)

    def statements(self) -> Iterator[Statement]:
        owner, owned = self._party("owner"), self._party("owned")
        if owner is None or owned is None:
            side = "owner" if owner is None else "owned party"
            yield Unread(where=self.where, reason=f"it names no {side}")
            return
        yield owner
        yield owned
        interest = self._interest()
        share = UNKNOWN if interest is Interest.CONTROL else self._share()
        source = self._text("source")
        yield Holding(
            owner=owner.key,
            owned=owned.key,
            interest=interest,
            share=share,
            nature=self._text("interest") or interest.name.lower(),
            statement=f"{self.where}: {source}" if source else self.where,
            since=self._day("since"),
            until=self._day("until"),
            joint=self._text("joint") or None,
        )
        for reason in self.wrong:
            yield Unread(where=self.where, reason=reason)

    def _text(self, role: str) -> str:
        return _cell(self.columns, self.cells, role)

    def _party(self, side: str) -> OwnershipParty | None:
        name, number = self._text(side), _number(self.columns, self.cells, side)
        key = name_key(name)
        if key is None and not number:
            return None
        if not number and key is not None:
            numbers = self.known.numbers.get(key, set())
            if len(numbers) > 1:
                self.wrong.append(f"{name!r} may be any of {len(numbers)} parties; give its id")
            number = next(iter(numbers)) if len(numbers) == 1 else f"name:{key}"
        country = self.country_of(self._text(f"{side}_country"))
        return OwnershipParty(
            key=number,
            name=name,
            identifiers=tuple(self._identifiers(side, number, country)),
            country=country,
        )

    def _identifiers(self, side: str, number: str, country: str | None) -> Iterator[Identifier]:
        lei = self._text(f"{side}_lei").upper()
        if lei or _LEI.match(number):
            yield Identifier(type="lei", value=lei or number)
        if registration := self._text(f"{side}_registration"):
            # As Companies House writes them.
            value = registration.upper().zfill(8) if country == "gb" else registration
            yield Identifier(type="registration", value=value, country=country)

    def _interest(self) -> Interest:
        said = self._text("interest").casefold()
        return next((of for word, of in _INTERESTS.items() if word in said), Interest.SHARES)

    def _share(self) -> Share:
        try:
            low, high = self._text("from"), self._text("to")
            if not low and not high:
                return self._percent(self._text("share"))
            lowest = self._percent(low).low if low else 0
            highest = self._percent(high).high if high else UNKNOWN.high
            return Share(lowest, highest)
        except ValueError as error:
            self.wrong.append(f"{error}; taken for unknown")
            return UNKNOWN

    def _percent(self, text: str) -> Share:
        if self.known.fractions and text:
            return percent(Decimal(text.strip().replace(",", ".")) * 100)
        return share_of(text)

    def _day(self, role: str) -> str | None:
        text = self._text(role)
        if not text:
            return None
        found = day_of(text)
        if found is None:
            self.wrong.append(f"{text!r} is not a date (write 2026-01-31); taken for none")
        return found


def day_of(text: str) -> str | None:
    """A date as ISO 8601, as exact as it is clear; None for what is none.

    >>> day_of("31.01.2026"), day_of("1/31/2026"), day_of("02/03/2026"), day_of("2026-01-31 00:00")
    ('2026-01-31', '2026-01-31', '2026', '2026-01-31')
    """
    if found := _ISO.match(text):
        return "-".join(part for part in found.groups() if part)
    if found := _DOTTED.match(text):
        return _iso(found[3], found[2], found[1])
    if found := _SLASHED.match(text):
        one, two, year = int(found[1]), int(found[2]), found[3]
        if one > 12 or one == two:
            return _iso(year, found[2], found[1])
        # Where day and month may be either way round, the year alone is sure.
        return _iso(year, found[1], found[2]) if two > 12 else year
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return f"{year}-{int(month):02}-{int(day):02}" if valid else None
