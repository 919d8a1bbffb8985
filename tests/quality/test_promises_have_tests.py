"""Every promise of docs/security.md names the tests that keep it, and they are there."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "security.md"
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
HEADING = "| promise | tests |"


def promises() -> list[str]:
    """The rows of the tables of promises."""
    tables = PAGE.read_text("utf-8").split(HEADING)[1:]
    rows = [table.partition("\n\n")[0].strip().splitlines()[1:] for table in tables]
    return [row for table in rows for row in table]


def test_every_promise_has_tests_that_are_there() -> None:
    rows = promises()
    assert len(rows) > 20
    for row in rows:
        named = NAMED.findall(row)
        assert named, row
        for file, test in named:
            assert f"def {test}(" in (TESTS / file).read_text("utf-8"), (file, test)
