"""Birth dates, genders and addresses as people write them.

What may be read in two ways is read in both: ``03/04/1960`` is a day in April or in March. So a
date in the other order never speaks against a match.
"""

import re
from collections.abc import Iterator, Sequence

from lists.particulars import gender_of
from lists.written_dates import british_date
from matcher.particulars.births import ABOUT, birth
from records import Gender, UsageError

_CIRCA = re.compile(
    r"^(?:circa|ca\.?|c\.|about|approx(?:\.|imately)?|around|um|env\.?|vers|~)\s*|~$"
)
_BETWEEN = re.compile(
    r"^(?:between |from )?(\d{4})\s*(?:-|\u2013|/|to|and|bis|à)\s*(\d{4})$", re.IGNORECASE
)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_COMPACT = re.compile(r"((?:18|19|20)\d\d)(\d\d)(\d\d)")
_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_LAST_MONTH = 12


def read_births(text: str) -> tuple[str, ...]:
    """The birth dates in a cell or a field, ISO 8601; empty where none is understood.

    ``1960``, ``May 1960``, ``1.5.1960``, ``05/23/1960``, ``1958-1962``, ``circa 1960``; several
    between semicolons. Of a date that may be read in two ways both are given.
    """
    found = [list(_one(part)) for part in _SEVERAL.split(text) if part.strip()]
    return tuple(dict.fromkeys(day for days in found for day in days))


def _one(text: str) -> Iterator[str]:
    plain = " ".join(text.split())
    bare = _CIRCA.sub("", plain.casefold()).strip()
    mark = ABOUT if bare != plain.casefold() else ""
    for day in _days(bare):
        if birth(day) is not None:
            yield f"{day}{mark}"


def _days(text: str) -> Iterator[str]:
    if years := _BETWEEN.fullmatch(text):
        yield "/".join(sorted(years.groups()))
    elif numbers := _SLASHED.fullmatch(text):
        first, second, year = numbers.groups()
        orders = [(first, second), (second, first)]
        # Where both may be the month nobody can tell; 0 stands for what is not known.
        yield from dict.fromkeys(
            day for one, month in orders if (day := british_date(f"{one}/{month}/{year}"))
        )
    elif together := _COMPACT.fullmatch(text):
        yield british_date("-".join(together.groups()))
    elif words := _AMERICAN.fullmatch(text):
        yield british_date(f"{words[2]} {words[1]} {words[3]}")
    elif re.fullmatch(r"\d{4}-\d{2}", text):
        yield text
    else:
        yield british_date(text)


def births(texts: Sequence[str], where: str = "") -> tuple[str, ...]:
    """Birth dates from somebody who can be asked again.

    Args:
        texts: as written; empty ones say nothing.
        where: what they are, for the refusal.

    Raises:
        UsageError: one of them is not understood.
    """
    found: dict[str, None] = {}
    for text in filter(str.strip, texts):
        days = read_births(text)
        if not days:
            raise UsageError(
                f"{where}{text!r} is not understood as a birth date. Nothing was done. Write "
                "1960-05-23, 1960-05, 1960, 1958/1962 or circa 1960"
            )
        found.update(dict.fromkeys(days))
    return tuple(found)


def gender(text: str | None, where: str = "") -> Gender | None:
    """A gender from somebody who can be asked again; None where nothing is said.

    Raises:
        UsageError: it is not understood.
    """
    if not (text and text.strip()):
        return None
    found = gender_of(text)
    if found is None:
        raise UsageError(f"{where}{text!r} is not understood. Nothing was done. Say male or female")
    return found
