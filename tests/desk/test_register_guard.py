"""A register that broke off removes nobody."""

import pytest
from support.desk_work import party

from records import ShrunkRegisterError
from screening.archive.audit import audit_records
from screening.monitoring.register import import_parties, monitored
from store import Home

TWENTY = [party(f"C{number}", f"Acme {number} Holding") for number in range(20)]


def put(home: Home, count: int, *, allow_shrunk: bool = False) -> int:
    done = import_parties(
        home,
        TWENTY[:count],
        complete=True,
        allow_shrunk=allow_shrunk,
        author="ann",
        source="crm.csv",
    )
    return done.removed


def test_a_register_that_lost_more_than_a_tenth_changes_nothing(home: Home) -> None:
    put(home, 20)
    with pytest.raises(ShrunkRegisterError, match="17 of 20 monitored counterparties") as caught:
        put(home, 3)
    assert "--allow-shrunk" in str(caught.value)
    assert caught.value.exit_code == 1
    assert len(list(monitored(home))) == 20
    assert len(list(audit_records(home))) == 1


def test_a_tenth_may_go_and_more_when_it_is_said(home: Home) -> None:
    put(home, 20)
    assert put(home, 18) == 2
    assert put(home, 1, allow_shrunk=True) == 17
