"""Answers as pages: one file each, without anything from outside, to keep or to send."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from records import Delta, DocumentAnswer
from records.profile import in_words
from screening.engine.list_warnings import in_lines
from screening.report.deltas import counts, dated
from screening.report.pages.marked import sheets
from screening.report.shortened import difference


@cache
def _environment() -> Environment:
    # Names and remarks come from strangers: everything that is put into a page is escaped.
    environment = Environment(
        loader=PackageLoader(__name__), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals |= {"counts": counts, "dated": dated, "difference": difference}
    environment.globals |= {"in_lines": in_lines, "profile_in_words": in_words}
    return environment


def _deltas(deltas: Iterable[Delta]) -> str:
    return _environment().get_template("deltas.html").render(deltas=list(deltas))


def _documents(answers: Iterable[DocumentAnswer]) -> str:
    return _environment().get_template("documents.html").render(sheets=sheets(answers))


PAGES: dict[str, Callable[[Iterable[Any]], str]] = {"deltas": _deltas, "documents": _documents}
"""By the name of the shape."""
