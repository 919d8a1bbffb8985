"""Answers as CSV for spreadsheets: one row a hit, and one for an input without a hit, so that every
input is seen in the result.
"""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from records import Comparison, DerivedHit, DocumentAnswer, Hit, NameAnswer, PlaceHit, Span
from records.profile import in_words
from screening.answers.place_hits import PLACE, PLACES, acts
from screening.answers.shape import Cell
from screening.engine.list_warnings import in_short

_HIT = (
    "entity_id", "list", "kind", "caption", "matched_name", "name_kind", "score", "hit_decision",
    "programmes", "countries", "hit_reason", "party", "party_members",
)  # fmt: skip
_NO_HIT: tuple[Cell, ...] = (None,) * len(_HIT)
_NO_SPAN: tuple[Cell, ...] = (None,) * 5
NAME_COLUMNS = ("query", "decision", *_HIT, "list_warnings", "profile")
COMPARISON_COLUMNS = ("left", "right", "score", "decision", "reason")
DOCUMENT_COLUMNS = (
    "document", "status", "reason", "start", "end", "text", "page", "place", *_HIT,
    "list_warnings", "profile",
)  # fmt: skip

# Spreadsheets take cells that begin so for formulas, and names come from strangers' documents:
# https://owasp.org/www-community/attacks/CSV_Injection
# A program that expects another separator parts cells within ours, in spite of their quotation
# marks, so what stands behind any separator is made text as well.
_FORMULA = re.compile(r"^(?=[=+\-@\t\r])|(?<=[;,\t\r\n|])( *)(?=[=+\-@])")


def write_csv(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], out: TextIO) -> None:
    """Write a header and the rows. A text that a spreadsheet would run gets an apostrophe before
    it, as spreadsheets themselves mark text.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(inert(cell) for cell in row)


def name_rows(answer: NameAnswer) -> Iterable[tuple[Cell, ...]]:
    """The hits of a ``match`` answer."""
    head = (answer.query, answer.decision.value)
    found = [_hit(hit) for hit in answer.hits]
    found += [_derived(hit) for hit in answer.derived or ()]
    found += [_place(hit) for hit in answer.places or ()]
    found = found or [_NO_HIT]
    return [(*head, *hit, *_made_with(answer)) for hit in found]


def comparison_rows(answer: Comparison) -> Iterable[tuple[Cell, ...]]:
    """A ``compare`` answer."""
    return [(answer.left, answer.right, answer.score, answer.decision.value, answer.reason)]


def document_rows(answer: DocumentAnswer) -> Iterable[tuple[Cell, ...]]:
    """The hits of a ``screen`` answer."""
    document = answer.document
    head = (document.path, document.status.value, document.reason)
    rows = [(*_span(found.span), *_hit(found.hit)) for found in answer.hits]
    rows += [(*_span(found.span), *_derived(found.hit)) for found in answer.derived or ()]
    rows += [(*_span(found.span), *_place(found.hit)) for found in answer.places]
    return [(*head, *row, *_made_with(answer)) for row in rows or [(*_NO_SPAN, *_NO_HIT)]]


def _span(span: Span) -> tuple[Cell, ...]:
    return (span.start, span.end, span.text, span.page, span.place)


def _made_with(answer: NameAnswer | DocumentAnswer) -> tuple[Cell, ...]:
    return in_short(answer.warnings), in_words(answer.settings)


def _hit(hit: Hit) -> tuple[Cell, ...]:
    return (
        hit.entity_id,
        hit.list,
        hit.kind.value,
        hit.caption,
        hit.matched_name,
        hit.name_kind.value,
        hit.score,
        hit.decision.value,
        "; ".join(hit.programmes),
        "; ".join(hit.countries),
        hit.reason,
        hit.party.id if hit.party else None,
        "; ".join(hit.party.members) if hit.party else None,
    )


def _derived(hit: DerivedHit) -> tuple[Cell, ...]:
    """By ownership: no name was met, so there is no score."""
    values: dict[str, Cell] = {
        "entity_id": hit.entity_id,
        "list": hit.list,
        "kind": "derived",
        "caption": hit.caption,
        "hit_decision": hit.decision.value,
        "programmes": "; ".join(hit.programmes),
        "countries": "; ".join(hit.countries),
        "hit_reason": hit.reason,
    }
    return tuple(values.get(name) for name in _HIT)


def _place(hit: PlaceHit) -> tuple[Cell, ...]:
    """By an address: no party was met."""
    values: dict[str, Cell] = {
        "entity_id": hit.place,
        "list": PLACES,
        "kind": PLACE,
        "caption": hit.title,
        "matched_name": hit.found,
        "hit_decision": hit.decision.value,
        "programmes": "; ".join(acts(hit)),
        "hit_reason": hit.reason,
    }
    return tuple(values.get(name) for name in _HIT)


def inert(cell: Cell) -> Cell:
    """The cell as a spreadsheet may have it."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell
