"""What the fits of the models share: their arguments, the labelled rows, where the result goes."""

import argparse
import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

SCORE = Path(__file__).resolve().parent.parent / "matcher" / "data" / "score.json"
FOLDS = 5
SCORE_AT_THRESHOLD = 0.8
Numbers = np.ndarray[Any, Any]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def folds_by_party(pairs: Sequence[tuple[str, str]], draw: int) -> list[Numbers]:
    """Folds of labelled pairs, so that names of one party are learned from or tested, never both.

    Args:
        pairs: two names each; pairs that have a name in common, written in any case, are of one
            party, and so on.
        draw: the seed by which parties are dealt to folds.

    Returns:
        For each of ``FOLDS`` folds the places of its pairs, rising.
    """
    party: dict[str, str] = {}

    def of(name: str) -> str:
        while party.setdefault(name, name) != name:
            name = party[name]
        return name

    for left, right in pairs:
        party[of(left.casefold())] = of(right.casefold())
    parties = [of(left.casefold()) for left, _ in pairs]
    names = sorted(set(parties))
    dealt = np.random.default_rng(draw).permutation(len(names)) % FOLDS
    fold_of = dict(zip(names, dealt, strict=True))
    folds = np.array([fold_of[each] for each in parties])
    return [np.flatnonzero(folds == fold) for fold in range(FOLDS)]


def as_json(
    intercept: float,
    names: Sequence[str],
    weights: Numbers,
    provenance: Mapping[str, object],
) -> dict[str, object]:
    """A model as ``score.json`` keeps it."""
    return {
        "intercept": round(float(intercept), 4),
        "weights": {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        "provenance": dict(provenance),
    }


def run(description: str | None, fitted: Callable[[Path], Mapping[str, object]]) -> None:
    """Fit a model, print what came out, and keep it where ``--write`` is given.

    Args:
        description: of the program.
        fitted: given the folder of the labelled names, the parts of ``score.json`` that it
            replaces.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    result = fitted(arguments.data)
    print(json.dumps(result, indent=1))  # noqa: T201
    if arguments.write:
        kept = json.loads(SCORE.read_text(encoding="utf-8"))
        SCORE.write_text(json.dumps(kept | dict(result), indent=1) + "\n", encoding="utf-8")
