"""The calendar of the screening as JSON and as rows."""

from typing import TYPE_CHECKING, Any

from records.as_json import to_json
from screening.answers.shape import Shape

if TYPE_CHECKING:
    # Answers about names should not wait for what reads the audit log.
    from screening.monitoring.calendar import CalendarDay

# Exit codes.
NOTHING, NO_ANSWER = 0, 1


def as_json(day: "CalendarDay") -> dict[str, Any]:
    """A day with its runs and editions."""
    return {
        "date": day.date,
        "state": day.state.value,
        "monitored": day.monitored,
        "screened": day.screened,
        "behind": list(day.behind),
        "runs": [to_json(run) for run in day.runs],
        "editions": [to_json(edition) for edition in day.editions],
        "sha256": day.sha256,
    }


CALENDAR: "Shape[CalendarDay]" = Shape(
    name="calendar",
    as_json=as_json,
    columns=("date", "state", "monitored", "screened", "behind", "runs", "editions", "sha256"),
    as_rows=lambda day: [
        (
            day.date,
            day.state.value,
            day.monitored,
            day.screened,
            "; ".join(day.behind),
            "; ".join(f"{run.screening} {run.at}" for run in day.runs),
            "; ".join(
                f"{one.list} {one.edition or 'undated'} {one.sha256[:12]}" for one in day.editions
            ),
            day.sha256,
        )
    ],
    status=lambda day: NO_ANSWER if day.lacks_a_run else NOTHING,
)
