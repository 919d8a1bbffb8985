"""What is wrong with the lists is one line for each fault, however many lists have it."""

import pytest

from records import ListWarning
from screening.engine.list_warnings import MISSING, STALE, UNSEALED, in_lines


@pytest.mark.parametrize("what", [STALE, MISSING, UNSEALED])
def test_several_lists_with_one_fault_are_one_line_that_names_them(what: str) -> None:
    some = [
        ListWarning(list=name, what=what, age_days=30, max_age_days=14, message=f"{name}!")
        for name in ("eu_fsf", "un_sc")
    ]
    (line,) = in_lines(some)
    assert "eu_fsf" in line
    assert "un_sc" in line
    assert in_lines(some[:1]) == ["eu_fsf!"]
