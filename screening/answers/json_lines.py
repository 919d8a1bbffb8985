"""Answers as JSON: the contract of docs/reference/json.md. Every key is always there."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from records import (
    Comparison,
    DerivedHit,
    DocumentAnswer,
    EditionRef,
    Evidence,
    Hit,
    Joint,
    ListedParty,
    ListWarning,
    NameAnswer,
    NamedParty,
    PlaceHit,
    Span,
    SpanHit,
)
from records.as_json import to_json

# JSON lets these stand in a text, but many readers of lines break a line at them.
_LINE_ENDS = tuple((end, f"\\u{ord(end):04x}") for end in "\x85\u2028\u2029")


def write_lines(objects: Iterable[dict[str, Any]], out: TextIO) -> None:
    """One object a line, each written as soon as it is known."""
    out.writelines(map(line, objects))


def line(item: dict[str, Any]) -> str:
    """One object as a line that every reader of lines takes for one."""
    text = json.dumps(item, ensure_ascii=False)
    for end, escaped in _LINE_ENDS:
        text = text.replace(end, escaped)
    return text + "\n"


def write_array(objects: Iterable[dict[str, Any]], out: TextIO) -> None:
    """One array of all objects, indented."""
    before = "[\n"
    for item in objects:
        out.write(before + json.dumps(item, ensure_ascii=False, indent=2))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def name_answer(answer: NameAnswer) -> dict[str, Any]:
    """A ``match`` answer."""
    return {
        "query": answer.query,
        "decision": answer.decision.value,
        "hits": [hit(found) for found in answer.hits],
        **({} if answer.derived is None else {"derived": [derived(one) for one in answer.derived]}),
        **({} if answer.places is None else {"places": [place(one) for one in answer.places]}),
        **_made_with(answer),
    }


def derived(found: DerivedHit) -> dict[str, Any]:
    """A listed entity that owns or controls what was asked for, or may."""
    return {
        "entity_id": found.entity_id,
        "list": found.list,
        "caption": found.caption,
        "programmes": list(found.programmes),
        "countries": list(found.countries),
        "decision": found.decision.value,
        "owner": found.owner,
        "by": found.by,
        "party": found.party,
        "found_by": found.found_by,
        "rules": [
            {
                "rule": one.rule,
                "outcome": one.outcome,
                "total": one.total,
                "accounted": one.accounted,
            }
            for one in found.rules
        ],
        "editions": list(found.editions),
        "reason": found.reason,
        **({} if found.part is None else {"part": found.part}),
    }


def place(found: PlaceHit) -> dict[str, Any]:
    """A restricted place that an address names."""
    return {
        "place_id": found.place,
        "kind": found.kind.value,
        "title": found.title,
        "decision": found.decision.value,
        "found": found.found,
        "how": found.how,
        "town": found.town,
        "written": found.written,
        "basis": [
            {
                "authority": one.authority,
                "act": one.act,
                "since": one.since,
                "address": one.address,
            }
            for one in found.basis
        ],
        "reason": found.reason,
        **({} if found.part is None else {"part": found.part}),
    }


def comparison(answer: Comparison) -> dict[str, Any]:
    """A ``compare`` answer."""
    return {
        "left": answer.left,
        "right": answer.right,
        "score": answer.score,
        "decision": answer.decision.value,
        "evidence": [evidence(item) for item in answer.evidence],
        "reason": answer.reason,
        "base": answer.intercept,
    }


def document_answer(answer: DocumentAnswer) -> dict[str, Any]:
    """A ``screen`` answer: one document."""
    document = answer.document
    return {
        "document": document.path,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "status": document.status.value,
        "reason": document.reason,
        "characters": document.characters,
        "pages": document.pages,
        "hits": [{**span_hit(found), **_boxes(answer, found)} for found in answer.hits],
        **_beside_the_names(answer),
        "names": None if answer.names is None else [_named(item) for item in answer.names],
        **_made_with(answer),
    }


def _beside_the_names(answer: DocumentAnswer) -> dict[str, Any]:
    """Hits by place and by ownership; no keys where there are none, as where nobody looked."""
    places = [{**_span(one.span), **place(one.hit)} for one in answer.places]
    owned = [{**_span(one.span), **derived(one.hit)} for one in answer.derived or ()]
    return {
        **({"places": places} if places else {}),
        **({} if answer.derived is None else {"derived": owned}),
    }


def _boxes(answer: DocumentAnswer, found: SpanHit) -> dict[str, Any]:
    """Where the words stand on the page; no key when it was not asked for."""
    if answer.pictures is None:
        return {}
    return {
        "boxes": [
            {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
            for picture in answer.pictures
            for mark in picture.marks
            if (mark.start, mark.end) == (found.span.start, found.span.end)
            for box in mark.boxes
        ]
    }


def _named(item: NamedParty) -> dict[str, Any]:
    return {**_span(item.span), "how": item.how}


def _span(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "page": span.page,
        "place": span.place,
    }


def span_hit(found: SpanHit) -> dict[str, Any]:
    """A hit in a document: where it stands, then the hit."""
    return {**_span(found.span), "found_by": found.found_by, **hit(found.hit)}


def hit(found: Hit) -> dict[str, Any]:
    """A listed entity with what speaks for it."""
    return {
        "entity_id": found.entity_id,
        "list": found.list,
        "kind": found.kind.value,
        "caption": found.caption,
        "matched_name": found.matched_name,
        "name_kind": found.name_kind.value,
        "score": found.score,
        "decision": found.decision.value,
        "programmes": list(found.programmes),
        "countries": list(found.countries),
        "evidence": [evidence(item) for item in found.evidence],
        "reason": found.reason,
        "base": found.intercept,
        "party": None if found.party is None else party(found.party),
        **({} if found.part is None else {"part": found.part}),
    }


def party(found: ListedParty) -> dict[str, Any]:
    """Whose entry it is: by the smallest id of the entries, and all of these."""
    return {"id": found.id, "members": list(found.members)}


def joint(found: Joint) -> dict[str, Any]:
    """Two entries and why they are one party."""
    return {
        "left": found.left,
        "right": found.right,
        "evidence": [
            {"by": one.by.value, "what": one.what, "value": one.value} for one in found.evidence
        ],
    }


def evidence(item: Evidence) -> dict[str, Any]:
    """One word beside what it met."""
    return {
        "query": item.query,
        "name": item.name,
        "how": item.how,
        "score": item.score,
        "weight": item.weight,
        "contribution": item.contribution,
    }


def _edition(item: EditionRef) -> dict[str, Any]:
    return {"list": item.list, "edition": item.edition, "sha256": item.sha256}


def list_warning(item: ListWarning) -> dict[str, Any]:
    """What is wrong with a list."""
    return {
        "list": item.list,
        "what": item.what,
        "age_days": item.age_days,
        "max_age_days": item.max_age_days,
        "message": item.message,
    }


def _made_with(answer: NameAnswer | DocumentAnswer) -> dict[str, Any]:
    return {
        "screened_against": [_edition(item) for item in answer.screened_against],
        "engine": answer.engine,
        "settings": to_json(answer.settings),
        "warnings": [list_warning(item) for item in answer.warnings],
    }
