"""Names against the lists, and names against names, for people."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from matcher.search.query import NO_WORD, unsearchable
from records import Comparison, Decision, EditionRef, ListWarning, NameAnswer, Query
from records.profile import in_words
from screening.report.tables.pieces import (
    DECISION_STYLES,
    clean,
    count,
    derived_block,
    editions,
    evidence_table,
    hit_block,
    indent,
    place_block,
    print_warnings,
    words,
)


def print_names(answers: Iterable[NameAnswer], console: Console) -> None:
    """Each name with its hits, then what was found in all and on which editions."""
    total = found = unread = 0
    screened: tuple[EditionRef, ...] = ()
    warnings: tuple[ListWarning, ...] = ()
    profile: str | None = None
    for answer in answers:
        total += 1
        found += bool(answer.hits or answer.derived or answer.places)
        unread += _is_unread(answer)
        screened, warnings = answer.screened_against, answer.warnings
        profile = in_words(answer.settings)
        _print_name(answer, console)
    summary = f"{count(total, 'name')}: {found:,} with hits, {total - found - unread:,} without"
    summary += f", {unread:,} NOT SCREENED." if unread else "."
    console.print(Text(f"{summary} Screened against {editions(screened)}.", style="dim"))
    if profile:
        console.print(Text(f"By {profile}.", style="dim"))
    print_warnings(warnings, console)


def _print_name(answer: NameAnswer, console: Console) -> None:
    state = count(len(answer.hits), "hit") if answer.hits else "no match"
    style = DECISION_STYLES[answer.decision]
    if _is_unread(answer):
        state = f"NOT SCREENED: {unsearchable(Query(name=answer.query)) or NO_WORD}"
    elif answer.derived or answer.places:
        others = [
            *([count(len(answer.derived), "listed owner")] if answer.derived else []),
            *([count(len(answer.places), "restricted place")] if answer.places else []),
        ]
        state = ", ".join([state, *others] if answer.hits else others)
    elif not answer.hits:
        style = DECISION_STYLES[Decision.NO_MATCH]
    query = clean(answer.query) or "(empty line)"
    console.print(Text.assemble((query, "bold"), "  ", (state, style)))
    explained: set[str] = set()
    for hit in answer.hits:
        # Two lists often have the same name; the same reasons are printed once.
        new = hit.matched_name not in explained
        console.print(indent(hit_block(hit, reason=new, evidence=new)))
        console.print()
        explained.add(hit.matched_name)
    for derived in answer.derived or ():
        console.print(indent(derived_block(derived)))
        console.print()
    for place in answer.places or ():
        console.print(indent(place_block(place)))
        console.print()


def _is_unread(answer: NameAnswer) -> bool:
    """Whether something was asked that could not be looked for; an empty line asks nothing."""
    return answer.decision is Decision.NOT_SCREENED and bool(answer.query.strip())


def print_comparisons(answers: Iterable[Comparison], console: Console) -> None:
    """Two names, the score, and the words that made it."""
    for answer in answers:
        style = DECISION_STYLES[answer.decision]
        score = Text(f"{answer.score:.2f} {words(answer.decision)}", style=style)
        left, right = clean(answer.left) or "(empty)", clean(answer.right) or "(empty)"
        console.print(Text.assemble((left, "bold"), " = ", (right, "bold"), " ? ", score))
        if answer.reason:
            console.print(indent(Text(clean(answer.reason), style="italic")))
        if answer.evidence:
            console.print(indent(evidence_table(answer.evidence)))
        console.print()
