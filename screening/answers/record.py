"""Screenings that are kept, so that they can be repeated and shown to an auditor."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from records import (
    DocumentAnswer,
    NameAnswer,
    Query,
    Settings,
    canonical,
    digest,
    screening_id,
)
from records.as_json import to_json
from screening.answers import place_hits
from screening.answers.derived_hits import as_hits
from screening.answers.json_lines import hit, span_hit
from screening.engine.engine import ENGINE, Engine
from screening.engine.index_cache import Notify
from store import audit, screenings
from store.database import Database
from store.home import Home


def recorded_names(
    home: Home,
    engine: Engine,
    queries: Sequence[Query],
    answers: Iterable[NameAnswer],
    settings: Settings,
    author: str,
    notify: Notify,
) -> Iterator[NameAnswer]:
    """Answers to queries, kept before the first of them is given on."""
    found = list(answers)
    id_ = record_names(home, engine, queries, found, settings, author=author)
    notify(f"kept as {id_}")
    return iter(found)


def recorded_documents(
    home: Home,
    engine: Engine,
    answers: Iterable[DocumentAnswer],
    settings: Settings,
    author: str,
    notify: Notify,
) -> Iterator[DocumentAnswer]:
    """Answers to documents, kept before the first of them is given on."""
    found = list(answers)
    notify(f"kept as {record_documents(home, engine, found, settings, author=author)}")
    return iter(found)


def record_names(
    home: Home,
    engine: Engine,
    queries: Sequence[Query],
    answers: Sequence[NameAnswer],
    settings: Settings,
    *,
    author: str,
) -> str:
    """Keep a screening of names.

    Returns:
        Its id.
    """
    asked = [to_json(query) for query in queries]
    said = [
        [
            *map(hit, answer.hits),
            *as_hits(engine, answer.derived or ()),
            *place_hits.as_hits(answer.places or ()),
        ]
        for answer in answers
    ]
    return keep(home, engine, settings, kind="match", input_=asked, answer=said, author=author)


def record_documents(
    home: Home,
    engine: Engine,
    answers: Sequence[DocumentAnswer],
    settings: Settings,
    *,
    author: str,
) -> str:
    """Keep a screening of documents: what they were by path and SHA-256, not the documents.

    Returns:
        Its id.
    """
    asked = [
        {"document": answer.document.path, "sha256": answer.document.sha256} for answer in answers
    ]
    said = [
        {
            "status": answer.document.status.value,
            "reason": answer.document.reason,
            "hits": [span_hit(found) for found in answer.hits],
        }
        for answer in answers
    ]
    return keep(home, engine, settings, kind="screen", input_=asked, answer=said, author=author)


def keep(
    home: Home,
    engine: Engine,
    settings: Settings,
    *,
    kind: str,
    input_: Any,
    answer: Any,
    author: str,
    input_sha256: str | None = None,
) -> str:
    """Keep a screening of any kind, and say so in the audit log.

    Args:
        home: where it is kept.
        engine: what it was made with.
        settings: what was asked for.
        kind: ``match``, ``screen`` or ``batch``.
        input_: what was screened, of JSON's kinds; None where it is too large to keep.
        answer: what was found, of JSON's kinds.
        author: who screened.
        input_sha256: of an input that is not kept; None to work it out.

    Returns:
        Its id.
    """
    sha256 = input_sha256 or digest(canonical(input_))
    with Database.of(home).writing() as connection:
        number = screenings.add(
            connection,
            kind=kind,
            author=author,
            engine=ENGINE,
            settings=settings,
            screened_against=engine.screened_against,
            input_sha256=sha256,
            input_=input_,
            answer=answer,
        )
        audit.append(
            connection,
            author=author,
            action=kind,
            subject=screening_id(number),
            input_sha256=sha256,
            answer_sha256=digest(canonical(answer)),
        )
    return screening_id(number)
