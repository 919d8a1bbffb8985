"""What a measurement was made on, and where its figures are kept."""

import json
import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from screening.engine.engine import ENGINE

RESULTS = Path(__file__).parent / "results"


def circumstances() -> dict[str, Any]:
    """When, with which build and on what machine something is measured."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": ENGINE,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
    }


def keep(name: str, result: Mapping[str, Any]) -> Path:
    """Write a result, which has its date, as ``results/NAME-DAY.json``."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}-{result['date'][:10]}.json"
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
