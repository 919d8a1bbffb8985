"""Documents with the listed names marked in their passages, for people."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text

from records import (
    Document,
    DocumentAnswer,
    DocumentStatus,
    EditionRef,
    ListWarning,
    NamedParty,
    Span,
    SpanHit,
)
from records.profile import in_words
from screening.report.tables.pieces import (
    clean,
    count,
    derived_block,
    editions,
    hit_block,
    indent,
    place_block,
    print_warnings,
)

# Characters of the text around a hit: a line of a terminal.
_CONTEXT = 90
_STATUS = {
    DocumentStatus.SCREENED: ("screened", "green"),
    DocumentStatus.PARTLY_SCREENED: ("PARTLY SCREENED", "bold yellow"),
    DocumentStatus.NOT_SCREENED: ("NOT SCREENED", "bold red"),
}


def print_documents(answers: Iterable[DocumentAnswer], console: Console) -> None:
    """Each document with its marked passages, then what was found in all."""
    totals: Counter[str] = Counter()
    screened: tuple[EditionRef, ...] = ()
    warnings: tuple[ListWarning, ...] = ()
    profile: str | None = None
    for answer in answers:
        totals.update(_counts(answer))
        screened, warnings = answer.screened_against, answer.warnings
        profile = in_words(answer.settings)
        print_document(answer, console)
    parts = [count(totals["documents"], "document"), f"{totals['found']:,} with hits"]
    parts += [
        f"{totals[key]:,} {key}" for key in ("partly screened", "not screened") if totals[key]
    ]
    line = f"{', '.join(parts)}. Screened against {editions(screened)}."
    if totals["found"]:
        line += ' Word by word: namewarden compare "MARKED WORDS" "LISTED NAME"'
    console.print(Text(line, style="dim"))
    if profile:
        console.print(Text(f"By {profile}.", style="dim"))
    print_warnings(warnings, console)


def _counts(answer: DocumentAnswer) -> dict[str, int]:
    status = answer.document.status.value.replace("_", " ")
    found = bool(answer.hits or answer.derived or answer.places)
    return {"documents": 1, "found": int(found), status: 1}


def print_document(answer: DocumentAnswer, console: Console) -> None:
    """One document: its state, and each marked passage with the entries that it may name."""
    console.print(_heading(answer))
    if answer.document.reason:
        console.print(indent(Text(clean(answer.document.reason))))
    explained: set[str] = set()
    if answer.hits:
        console.print()
    for span, found in groupby(answer.hits, key=lambda item: item.span):
        console.print(indent(_marked(answer.document, span)))
        for item in found:
            # The sentence alone: word by word, fifteen marks fill six screens.
            block = hit_block(item.hit, reason=_is_new(item, explained), evidence=False)
            console.print(indent(block, by=6))
            console.print()
    _print_beside_the_names(answer, console)
    if not (answer.hits or answer.derived or answer.places):
        console.print()
    if answer.names is not None and answer.document.passages:
        _print_names(answer.names, console)


def _print_beside_the_names(answer: DocumentAnswer, console: Console) -> None:
    """Owners of the parties, and restricted places, each below the words that name it."""
    found = [(one.span, derived_block(one.hit)) for one in answer.derived or ()]
    found += [(one.span, place_block(one.hit)) for one in answer.places]
    if found and not answer.hits:
        console.print()
    for span, block in found:
        console.print(indent(_marked(answer.document, span)))
        console.print(indent(block, by=6))
        console.print()


def _print_names(names: tuple[NamedParty, ...], console: Console) -> None:
    """Each organisation once, with how often it stands there."""
    times = Counter(clean(item.span.text) for item in names)
    words = [f"{name} ({number}×)" if number > 1 else name for name, number in times.items()]
    title = f"Organisations named, listed or not ({len(words):,}): "
    line = Text.assemble((title, "dim"), " · ".join(words) or "none")
    console.print(indent(line))
    console.print()


def _heading(answer: DocumentAnswer) -> Text:
    document = answer.document
    words, style = _STATUS[document.status]
    parts = [Text.assemble((clean(document.path), "bold"), "  ", (words, style))]
    if document.status is not DocumentStatus.NOT_SCREENED:
        if not document.passages:
            return Text(" · ").join([*parts, Text("its files follow")])
        spans = len({item.span for item in answer.hits})
        parts.append(Text(count(document.characters, "character")))
        marked = {one.span for one in answer.derived or ()} | {one.span for one in answer.places}
        spans += len(marked - {item.span for item in answer.hits})
        parts.append(Text(f"{count(spans, 'passage')} marked" if spans else "nothing found"))
    return Text(" · ").join(parts)


def _is_new(item: SpanHit, explained: set[str]) -> bool:
    """Whether these words have not met this name before: the reasons are printed once, also when
    two lists have the name.
    """
    key = f"{item.hit.matched_name}\n{item.span.text.casefold()}"
    if key in explained:
        return False
    explained.add(key)
    return True


def _marked(document: Document, span: Span) -> Text:
    """The passage around a span, the span between arrows: they are there without colour too."""
    before, after = _around(document, span)
    place = " ".join(filter(None, (f"p. {span.page}" if span.page else None, span.place)))
    return Text.assemble(
        (f"{span.start}–{span.end}{' ' + clean(place) if place else ''}  ", "dim"),
        before,
        ("»", "dim"),
        (clean(span.text), "bold reverse"),
        ("«", "dim"),
        after,
    )


def _around(document: Document, span: Span) -> tuple[str, str]:
    number = bisect_right(document.passages, span.start, key=lambda passage: passage.start)
    for passage in document.passages[max(0, number - 1) : number]:
        start, end = span.start - passage.start, span.end - passage.start
        if start < len(passage.text):
            before = passage.text[max(0, start - _CONTEXT) : start]
            after = passage.text[end : end + _CONTEXT]
            if start > _CONTEXT:
                before = "… " + before.partition(" ")[2]
            if end + _CONTEXT < len(passage.text):
                after = after.rpartition(" ")[0] + " …"
            return clean(before), clean(after)
    return "", ""
