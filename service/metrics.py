"""What an operator watches, in Prometheus' form.

With several processes prometheus_client adds their counts up through files in
``PROMETHEUS_MULTIPROC_DIR``, which ``namewarden serve`` sets.
"""

import math
import os
from typing import Any

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from screening.cases.figures import Figures

REQUESTS = Counter("namewarden_requests", "Requests answered", ("method", "path", "status"))
SECONDS = Histogram(
    "namewarden_request_seconds",
    "Time to answer",
    ("path",),
    buckets=(0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
NAMES = Counter("namewarden_names_screened", "Names screened", ("decision",))
DOCUMENTS = Counter("namewarden_documents_screened", "Documents screened", ("status",))
LIST_AGE = Gauge(
    "namewarden_list_age_days",
    "Days since a list was last current",
    ("list",),
    multiprocess_mode="mostrecent",
)
_NEWEST: dict[str, Any] = {"multiprocess_mode": "mostrecent"}
ALERTS_OPEN = Gauge(
    "namewarden_alerts_open", "Alerts that wait for a decision", ("list",), **_NEWEST
)
CASES_OPEN = Gauge(
    "namewarden_cases_open", "Counterparties with an alert that waits, by age", ("age",), **_NEWEST
)
OVERDUE = Gauge(
    "namewarden_alerts_overdue",
    "Alerts that have waited for longer than the team's rule says",
    **_NEWEST,
)
DECIDED = Gauge(
    "namewarden_alerts_decided",
    "Decisions of the last twelve weeks",
    ("list", "state"),
    **_NEWEST,
)
DECISION_HOURS = Gauge(
    "namewarden_decision_hours",
    "Hours within which so many decisions of the last twelve weeks were made",
    ("quantile",),
    **_NEWEST,
)
SWITCHES = Counter("namewarden_edition_switches", "New list editions taken up")
MULTIPROCESS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


def set_figures(found: Figures) -> None:
    """Take over the figures of the alert work."""
    for each in found.lists:
        ALERTS_OPEN.labels(each.list).set(each.open)
        DECIDED.labels(each.list, "true_match").set(each.true)
        DECIDED.labels(each.list, "false_positive").set(each.false)
        if each.age_days is not None:
            LIST_AGE.labels(each.list).set(each.age_days)
    for age in found.ages:
        CASES_OPEN.labels(age.age).set(age.cases)
    OVERDUE.set(found.overdue)
    for quantile, hours in (("0.5", found.times.median_hours), ("0.9", found.times.most_hours)):
        DECISION_HOURS.labels(quantile).set(math.nan if hours is None else hours)


def exposition() -> tuple[bytes, str]:
    """All metrics of all processes, and their media type."""
    registry = REGISTRY
    if MULTIPROCESS_VARIABLE in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry), CONTENT_TYPE_LATEST
