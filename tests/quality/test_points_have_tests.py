"""Every way in which the program once answered clear, and must not have, keeps its test."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_every_point_of_the_table_has_tests_that_are_there() -> None:
    table = (TESTS / "no_false_clear.md").read_text("utf-8").splitlines()[6:]
    assert [row.split("|")[1].strip() for row in table] == [*map(str, range(17)), "21.9"]
    for row in table:
        named = NAMED.findall(row)
        assert named, row
        for file, test in named:
            assert f"def {test}(" in (TESTS / file).read_text("utf-8"), (file, test)
