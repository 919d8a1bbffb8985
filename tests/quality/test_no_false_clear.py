"""A listed party is never answered as clear, however and wherever it is asked for.

The reduced form of ``bench/one_party.py``, on the excerpts: every fifth name, document and file.
"""

from pathlib import Path

import pytest
from asking.question import FAULTS
from asking.subjects import drawn
from one_party import ask

from screening.engine.engine import Engine
from store import Home

KNOWN = frozenset(
    f"{kind}: {way}"
    for way, kinds in {
        # HTML's escapes in a name are taken for words of it.
        "& escaped as in HTML": (
            "match --file", "match NAME", "compare", "monitor", "desk: search",
            "API: match", "API: yente match", "API: yente search",
        ),
        # Told on standard error alone, while its JSON says no_match.
        "letters in circles": ("match --file",),
        # Places that no reader looks at yet.
        "JSON-LD": ("documents: HTML",),
        "comment": ("documents: XML",),
        "attachment's name": ("documents: mail",),
        "line of a mailbox that begins with From": ("documents: mail",),
        "paragraph of a mailbox that begins with From": ("documents: mail",),
        "sheet's name": ("documents: XLSX",),
        "choices of a cell": ("documents: XLSX",),
        "bookmark": ("documents: PDF",),
        "name of a file in a ZIP": ("documents: archives",),
        "name of a folder in a ZIP": ("documents: archives",),
        "comment of a ZIP": ("documents: archives",),
    }.items()
    for kind in kinds
)  # fmt: skip
"""What is answered as clear today and should not be: kind and way. Nothing may be added."""


@pytest.mark.slow
@pytest.mark.parametrize("door", ["match", "compare", "screen", "batch", "monitor", "service"])
def test_no_way_of_asking_for_a_listed_party_is_answered_as_clear(
    excerpts_home: Home, tmp_path: Path, door: str
) -> None:
    engine = Engine.open(excerpts_home)
    subjects = drawn(engine, seed=0)
    engine.close()
    asked = list(ask(excerpts_home, subjects, (door,), tmp_path, every=5))
    faults = {f"{one.kind}: {one.way}" for one in asked if one.answer in FAULTS}
    assert len(asked) >= 5
    assert {fault.replace("API: documents: ", "") for fault in faults} <= KNOWN
