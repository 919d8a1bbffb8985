"""Countries named by somebody who can be asked again: understood, or refused.

A row of a table cannot be asked (``screening.tables.rows`` leaves out what it does not
understand, and looks everywhere); the sender of a request and the person at a form can.
"""

from collections.abc import Sequence

from lists.country_names import Countries, understood
from records import UsageError


def countries(texts: Sequence[str], where: str = "") -> tuple[str, ...]:
    """The codes of countries, ISO 3166-1 alpha-2 in lower case.

    Args:
        texts: names or codes, one or several in each; empty ones say nothing.
        where: what they are, for the refusal: ``countries``.

    Raises:
        UsageError: one of them is not understood.
    """
    said = understood(texts)
    if said.unknown:
        raise UsageError(_not_understood(said, where))
    return said.codes


def country(text: str | None, where: str = "") -> str | None:
    """The code of one country; None where nothing is said.

    Raises:
        UsageError: it is not understood, or may be several.
    """
    codes = countries([text] if text else [], where)
    if len(codes) > 1:
        raise UsageError(
            f"{where}{text!r} may be {', '.join(codes)}. Nothing was done. Say which by its code"
        )
    return codes[0] if codes else None


def _not_understood(said: Countries, where: str) -> str:
    words = ", ".join(map(repr, said.unknown))
    return (
        f"{where}{words} is not understood as a country. Nothing was done. Write its name or its "
        "ISO 3166-1 code (ru, RUS), or leave it out to look everywhere"
    )
