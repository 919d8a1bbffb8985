"""What an assessment found, kept in one file, so that two can be laid side by side."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from records import Kind, NameKind, UsageError
from screening.assess.listed import ListedRecord
from screening.assess.outcomes import Outcome
from screening.assess.trials import Trial

FORM = "namewarden assess 1"
_RECORD = ("entity_id", "list", "kind", "name", "strength", "programme", "country", "weight")
_TRIAL = ("channel", "way", "group", "severity", "written", "excuse", "text", "start", "end")
_OUTCOME = (
    "score", "rank", "matched_name", "reason", "first_id", "first_name", "first_score", "by_list",
)  # fmt: skip
COLUMNS = (*_TRIAL[:4], *_RECORD, *_TRIAL[4:], *_OUTCOME)
"""Of a trial, in a file of results and in the CSV."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """An assessment."""

    facts: Mapping[str, Any]
    """What it was made of: ``engine``, ``editions`` (list, edition, sha256), ``threshold``,
    ``limit``, ``kinds``, ``lists``, ``as_of``, ``sample``, ``seed``, ``per_way``, ``published``
    (names on the lists), ``ordinary``."""
    outcomes: Sequence[Outcome]

    @property
    def threshold(self) -> float:
        """The least score of a hit."""
        return float(self.facts["threshold"])

    def at(self, threshold: float) -> "Results":
        """The same trials at another threshold."""
        return Results(facts={**self.facts, "threshold": threshold}, outcomes=self.outcomes)


def row(one: Outcome) -> list[Any]:
    """An outcome as the cells of ``COLUMNS``."""
    trial, record = one.trial, one.trial.record
    cells = {name: getattr(trial, name) for name in _TRIAL}
    cells |= {name: getattr(record, name) for name in _RECORD}
    cells |= {name: getattr(one, name) for name in _OUTCOME}
    cells |= {"kind": record.kind.value, "strength": record.strength.value}
    cells["by_list"] = "; ".join(f"{source} {score:.6f}" for source, score in one.by_list)
    return [round(cell, 6) if isinstance(cell, float) else cell for cell in map(cells.get, COLUMNS)]


def save(results: Results, path: Path, summary: Mapping[str, Any]) -> None:
    """Write results with their summary as one JSON file; equal results make equal files."""
    head = {"form": FORM, "facts": results.facts, "summary": summary, "columns": COLUMNS}
    text = json.dumps(head, ensure_ascii=False, indent=1)
    with path.open("w", encoding="utf-8") as file:
        file.write(text.removesuffix("\n}") + ',\n "trials": [\n')
        lines = (json.dumps(row(one), ensure_ascii=False) for one in results.outcomes)
        file.write(",\n".join(lines) + "\n]}\n")


def load(path: Path) -> Results:
    """Read what ``save`` wrote.

    Raises:
        UsageError: it cannot be read, or is no file of results.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not the results of an assessment ({error})") from error
    if not isinstance(data, dict) or data.get("form") != FORM:
        raise UsageError(
            f"{path}: not the results of an assessment. Give the assess.json that namewarden "
            "assess --output FOLDER writes"
        )
    columns = data["columns"]
    return Results(
        facts=data["facts"],
        outcomes=[_outcome(dict(zip(columns, cells, strict=True))) for cells in data["trials"]],
    )


def _outcome(cells: dict[str, Any]) -> Outcome:
    about = {name: cells[name] for name in _RECORD}
    about |= {"kind": Kind(cells["kind"]), "strength": NameKind(cells["strength"])}
    record = ListedRecord(**about)
    trial = Trial(record=record, **{name: cells[name] for name in _TRIAL})
    # Results that an earlier version kept do not have it.
    lists = filter(None, cells.get("by_list", "").split("; "))
    told = {name: cells[name] for name in _OUTCOME if name != "by_list"}
    return Outcome(trial=trial, **told, by_list=tuple(map(_list_and_score, lists)))


def _list_and_score(text: str) -> tuple[str, float]:
    source, _, score = text.partition(" ")
    return source, float(score)
