"""What an operator watches, in Prometheus' form.

With several processes prometheus_client adds their counts up through files in
``PROMETHEUS_MULTIPROC_DIR``, which ``namewarden serve`` sets.
"""

import os

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
SWITCHES = Counter("namewarden_edition_switches", "New list editions taken up")
MULTIPROCESS_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


def exposition() -> tuple[bytes, str]:
    """All metrics of all processes, and their media type."""
    registry = REGISTRY
    if MULTIPROCESS_VARIABLE in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry), CONTENT_TYPE_LATEST
