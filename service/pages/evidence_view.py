"""The evidence of a hit as pages show it: as short as can be, nothing that weighs left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from records import Hit
from screening.answers.json_lines import hit as as_json
from service.pages.language import country, mark

FACTS = ("identifier", "other identifier", "contact", "country")
_CODES = ("country", "nationality agrees", "nationality near", "nationality differs")
_UNKNOWN = " unknown"
_VERDICTS = (" agrees", " near", " differs")
_SILENT = {
    "birth date unknown": mark("birth date"),
    "birth place unknown": mark("place of birth"),
    "nationality unknown": mark("nationality"),
    "gender unknown": mark("gender"),
    "address unknown": mark("address"),
}
_ASIDE = ("beside", "around")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something of ours beside what it met."""

    ours: str | None
    how: str
    """Its code; "equal" for the same word."""
    theirs: str | None
    score: float
    adds: float | None
    """What it adds to the log odds of the score; None where earlier versions did not say."""
    share: float
    """Of the largest of the hit's rows, in [0, 1]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """Why a hit is one."""

    matched: str
    equal: bool
    """Whether every word of the name is in both: one line says it."""
    facts: tuple[Row, ...]
    """Identifiers, countries, birth dates and the like that were compared."""
    words: tuple[Row, ...]
    aside: str
    """Words that stand beside the name in what was asked for."""
    silent: tuple[str, ...]
    """What we say and the list does not, to be translated: ``birth date``."""


def evidence(found: Hit | Mapping[str, Any]) -> EvidenceView:
    """The evidence of a hit, as it was made or as JSON (docs/reference/json.md)."""
    told: Mapping[str, Any] = as_json(found) if isinstance(found, Hit) else found
    rows = told["evidence"]
    largest = max((abs(row.get("contribution") or 0.0) for row in rows), default=0.0) or 1.0
    facts = [row for row in rows if _is_fact(row["how"])]
    aside = [row for row in rows if row["how"] in _ASIDE]
    silent = [row["how"] for row in rows if row["how"].endswith(_UNKNOWN)]
    words = [row for row in rows if row not in facts and row not in aside]
    words = [row for row in words if not row["how"].endswith(_UNKNOWN)]
    return EvidenceView(
        matched=told["matched_name"],
        equal=bool(words) and all(row["how"] == "equal" for row in words),
        facts=tuple(_rows(facts, largest)),
        words=tuple(_rows(words, largest)),
        aside=" ".join(row["query"] for row in aside),
        silent=tuple(_SILENT.get(how, how.removesuffix(_UNKNOWN)) for how in silent),
    )


def _is_fact(how: str) -> bool:
    return how in FACTS or how.endswith(_VERDICTS)


def _rows(rows: Iterable[Mapping[str, Any]], largest: float) -> Iterable[Row]:
    for row in rows:
        adds = row.get("contribution")
        ours, theirs = row["query"], row["name"]
        if row["how"] in _CODES:
            ours, theirs = _countries(ours), _countries(theirs)
        yield Row(
            ours=ours,
            how=row["how"],
            theirs=theirs,
            score=row["score"],
            adds=adds,
            share=abs(adds or 0.0) / largest,
        )


def _countries(codes: str | None) -> str | None:
    """``ir,iq`` in words."""
    return codes and ", ".join(country(code.strip()) for code in codes.split(","))
