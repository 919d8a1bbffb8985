"""How long decisions took, from the opening that each answers."""

from records import AlertState
from screening.cases.figures import _Tally, _times
from store.figures import OPENED, Step


def step(at: str, action: str, state: AlertState = AlertState.OPEN, alert: int = 1) -> Step:
    return Step(at=at, alert=alert, list="un_sc", action=action, state=state, author="ann")


def test_half_and_nine_in_ten_are_the_least_times_that_hold_so_many() -> None:
    times = _times([float(hours) for hours in range(1, 11)])
    assert (times.decided, times.median_hours, times.most_hours) == (10, 5.0, 9.0)
    assert (_times([]).median_hours, _times([7.0]).most_hours) == (None, 7.0)


def test_a_time_counts_from_the_last_opening_even_before_the_period() -> None:
    tally = _Tally("2026-11-01T00:00:00Z")
    for one in (
        step("2026-10-01T00:00:00Z", OPENED),
        step("2026-10-02T00:00:00Z", "decide", AlertState.FALSE_POSITIVE),
        step("2026-10-31T00:00:00Z", "reopen"),
        step("2026-11-01T06:00:00Z", "propose", AlertState.TRUE_MATCH),
        step("2026-11-02T00:00:00Z", "approve", AlertState.TRUE_MATCH),
        step("2026-11-02T01:00:00Z", "decide", AlertState.FALSE_POSITIVE),
    ):
        tally.add(one)
    assert tally.hours == [48.0]
    assert dict(tally.closed) == {"2026-11-02": 1}
    (ann,) = tally.people()
    assert (ann.true, ann.false, ann.proposed, ann.times.median_hours) == (1, 1, 1, 48.0)
