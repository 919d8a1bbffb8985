"""Figures of the alert work as JSON and as rows: what, of what, how much."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from screening.answers.shape import Cell, Shape

if TYPE_CHECKING:
    # Answers about names should not wait for what counts alerts.
    from screening.cases.figures import Figures, Times

Row = tuple[str, str, Cell]


def as_json(found: "Figures") -> dict[str, Any]:
    """All figures."""
    return {
        "at": found.at,
        "since": found.since,
        "until": found.until,
        "open_by_age": [
            {"age": each.age, "alerts": each.alerts, "cases": each.cases} for each in found.ages
        ],
        "overdue": {"after_days": found.overdue_after_days, "alerts": found.overdue},
        "time_to_decision": _times(found.times),
        "weeks": [
            {
                "begins": week.begins,
                "opened": week.opened,
                "reopened": week.reopened,
                "closed": week.closed,
                "screened": dict(week.screened),
            }
            for week in found.weeks
        ],
        "lists": [
            {
                "list": each.list,
                "open": each.open,
                "true_match": each.true,
                "false_positive": each.false,
                "true_share": each.true_share,
                "age_days": each.age_days,
                "stale": each.stale,
            }
            for each in found.lists
        ],
        "people": [
            {
                "author": each.author,
                "true_match": each.true,
                "false_positive": each.false,
                "escalated": each.escalated,
                "proposed": each.proposed,
                **_times(each.times),
            }
            for each in found.people
        ],
    }


def _times(times: "Times") -> dict[str, Any]:
    return {
        "decided": times.decided,
        "median_hours": times.median_hours,
        "within_hours_90_percent": times.most_hours,
    }


def as_rows(found: "Figures") -> Iterator[Row]:
    """Each figure in a row: ``opened``, of the week, how many."""
    told = as_json(found)
    for age in told["open_by_age"]:
        yield "open_alerts", age["age"], age["alerts"]
        yield "open_cases", age["age"], age["cases"]
    yield "overdue_alerts", f"after {found.overdue_after_days} days", found.overdue
    period = f"{found.since}/{found.until}"
    yield from ((key, period, value) for key, value in told["time_to_decision"].items())
    for week in told["weeks"]:
        for key in ("opened", "reopened", "closed"):
            yield key, week["begins"], week[key]
        for kind, count in week["screened"].items():
            yield f"screened_{kind}", week["begins"], count
    for key, of in (("lists", "list"), ("people", "author")):
        for each in told[key]:
            for name, value in each.items():
                if name != of:
                    yield f"{of}_{name}", each[of], _cell(value)


def _cell(value: Cell | bool) -> Cell:
    return ("yes" if value else "no") if isinstance(value, bool) else value


FIGURES: "Shape[Figures]" = Shape(
    name="figures",
    as_json=as_json,
    columns=("figure", "of", "value"),
    as_rows=as_rows,
    status=lambda _: 0,
)
