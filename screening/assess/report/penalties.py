"""Published penalties in words: what they are, who wrote the spelling, where it stands."""

from collections.abc import Sequence

from screening.assess.enforcement import EnforcementCase, Verdict


def about(penalties: Sequence[Verdict]) -> str:
    """What the cases are, and how many of them are found."""
    quoted = [verdict for verdict in penalties if verdict.case.quoted]
    return (
        "Names of published penalties, against the parties of all of them: "
        f"{_found(penalties)} are found. Of the spellings that a firm had, as they are published, "
        f"{_found(quoted)} are found; the others are ours, of the same parties."
    )


def _found(verdicts: Sequence[Verdict]) -> str:
    return f"{sum(verdict.found for verdict in verdicts)} of {len(verdicts)}"


def spelling(case: EnforcementCase) -> str:
    """Who wrote the name so."""
    return "as published" if case.quoted else "ours"


def source(case: EnforcementCase) -> str:
    """The authority's publication, the penalty, and where its facts were read."""
    doubt = "" if case.verified else "NOT VERIFIED. "
    return f"{case.source}: {case.penalty}. {doubt}{case.checked} {', '.join(case.address)}"
