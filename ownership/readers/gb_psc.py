"""Companies House, people with significant control (snapshot, JSON lines).

Natures of control are words with bands in them: ``ownership-of-shares-25-to-50-percent`` is more
than 25 and not more than 50 %, ``-50-to-75-percent`` more than 50 and less than 75, ``-75-to-100-
percent`` 75 and more. Source: Companies House, PSC data product; Companies Act 2006, Schedule 1A.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from ownership.readers.lines import Row, day, json_lines, row, text
from ownership.share import UNKNOWN, Share, percent
from ownership.statements import (
    Gap,
    Holding,
    Interest,
    OwnershipParty,
    PartyKind,
    Statement,
    Unread,
)
from records import Identifier

_BANDS = {
    "25-to-50": percent(25, 50, above=True),
    "50-to-75": percent(50, 75, above=True, below=True),
    "75-to-100": percent(75, 100),
    "more-than-25": percent(25, 100, above=True),
}
_BAND = re.compile(r"25-to-50|50-to-75|75-to-100|more-than-25")
_KINDS = {
    "individual": PartyKind.PERSON,
    "corporate-entity": PartyKind.COMPANY,
    "legal-person": PartyKind.STATE,
    "super-secure": PartyKind.PERSON,
}
_OTHERS = ("totals#", "persons-with-significant-control-statement", "exemptions")
_UK = {"united kingdom", "england", "england & wales", "england and wales", "wales", "scotland",
       "northern ireland", "great britain", "uk"}  # fmt: skip


def people(file: BinaryIO) -> Iterator[Statement]:
    """Companies and who has significant control of them; what has ceased keeps its end."""
    for line, record in json_lines(file):
        data = row(None if record is None else record.get("data"))
        kind = text(data.get("kind"))
        if record is None or not data:
            yield Unread(where=f"line {line}", reason="not a JSON object with data")
        elif "statement" in data and kind.startswith(_OTHERS[1]):
            number = text(record.get("company_number"))
            yield _company(number)
            if day(data.get("ceased_on")) is None:
                yield Gap(owned=_key(number), reason=text(data["statement"]))
        elif not kind.startswith(_OTHERS):
            yield from _record(line, text(record.get("company_number")), data, kind)


def _record(line: int, number: str, data: Row, kind: str) -> Iterator[Statement]:
    of = next((of for prefix, of in _KINDS.items() if kind.startswith(prefix)), None)
    natures = [text(nature) for nature in data.get("natures_of_control") or ()]
    if of is None or not number:
        yield Unread(where=f"line {line}", reason=f"unknown kind {kind!r}")
        return
    yield _company(number)
    owner = _owner(data, of, number, line)
    if owner is None or not natures:
        yield Gap(owned=_key(number), reason=kind)
        return
    yield owner
    for nature in natures:
        interest, share = _interest(nature)
        yield Holding(
            owner=owner.key,
            owned=_key(number),
            interest=interest,
            share=share,
            nature=nature,
            statement=text(row(data.get("links")).get("self")) or f"line {line}",
            since=day(data.get("notified_on")),
            until=day(data.get("ceased_on")),
        )


def _interest(nature: str) -> tuple[Interest, Share]:
    band = _BAND.search(nature)
    if nature.startswith(("ownership-of-shares", "part-right-to-share-surplus", "right-to-share")):
        return Interest.SHARES, _BANDS[band[0]] if band else UNKNOWN
    if nature.startswith("voting-rights"):
        return Interest.VOTES, _BANDS[band[0]] if band else UNKNOWN
    return Interest.CONTROL, UNKNOWN


def _key(number: str) -> str:
    """Numbers are padded to eight, as the register writes them."""
    return f"gb:{number.strip().upper().zfill(8)}"


def _company(number: str) -> OwnershipParty:
    value = _key(number).removeprefix("gb:")
    return OwnershipParty(
        key=_key(number),
        name="",
        kind=PartyKind.COMPANY,
        identifiers=(Identifier(type="registration", value=value, country="gb"),),
        country="gb",
    )


def _owner(data: Row, kind: PartyKind, number: str, line: int) -> OwnershipParty | None:
    name = text(data.get("name"))
    if not name:
        return None
    known_as = row(data.get("identification"))
    register = text(known_as.get("registration_number"))
    where = text(known_as.get("country_registered")).casefold()
    place = text(known_as.get("place_registered")).casefold()
    at_home = where in _UK or "companies house" in place
    if register and at_home and kind is PartyKind.COMPANY:
        own = Identifier(type="registration", value=_key(register)[3:], country="gb")
        return OwnershipParty(
            key=_key(register), name=name, kind=kind, identifiers=(own,), country="gb"
        )
    self_link = text(row(data.get("links")).get("self"))
    born = row(data.get("date_of_birth"))
    month = f"{born['year']}-{born['month']:02}" if {"year", "month"} <= born.keys() else None
    return OwnershipParty(
        key=self_link or f"{_key(number)}#{line}",
        name=name,
        kind=kind,
        identifiers=(Identifier(type="registration", value=register),) if register else (),
        birth_date=month,
    )
