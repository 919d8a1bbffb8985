"""The picture of a bench: recall over false alarms, and the time for a name over the list's size.

``python bench/picture.py`` draws the newest result of ``bench/results`` again.
"""

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, NullFormatter

HERE = Path(__file__).parent
PAPER, GRID = "#ffffff", "#d9dee3"
TICKS = (50, 100, 150, 200, 300, 500, 1000, 2000, 5000)
WAYS = (
    ("ours", "Namewarden", "#0b6e4f", "-", "o"),
    ("trigrams", "letter trigrams (sparse_dot_topn)", "#b8621b", "--", "s"),
    ("brute_force", "token sort (rapidfuzz), sample", "#5b6770", ":", "^"),
)


def draw(result: dict[str, Any], path: Path) -> None:
    """Draw a result as an SVG; the same result gives the same file."""
    mpl.rc("svg", hashsalt="namewarden", fonttype="none")
    mpl.rc("font", size=10, family="sans-serif")
    figure, (left, right) = plt.subplots(1, 2, figsize=(9.6, 3.9), facecolor=PAPER)
    _recall(left, result["accuracy"])
    _time(right, result["sizes"])
    figure.tight_layout(w_pad=3)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _recall(axes: Axes, accuracy: dict[str, Any]) -> None:
    rates = [100 * rate for rate in accuracy["rates"]]
    for key, label, colour, line, mark in WAYS:
        axes.plot(rates, accuracy[key], line, marker=mark, color=colour, label=label, ms=4)
    axes.set(xscale="log", ylim=(0.3, 1), xticks=rates)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g} %"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    _finish(axes, "Listed parties found", "ordinary company names that alarm", "share found")
    axes.legend(frameon=False, fontsize=8.5, loc="lower right")


def _time(axes: Axes, sizes: list[dict[str, float]]) -> None:
    listed = [of["names_listed"] / 1000 for of in sizes]
    for key, label, colour, line, mark in WAYS[:2]:
        times = [of[f"{key}_us"] for of in sizes]
        axes.plot(listed, times, line, marker=mark, color=colour, label=label, ms=4)
    axes.set(xscale="log", yscale="log", xticks=listed)
    low, high = axes.get_ylim()
    axes.set_yticks([tick for tick in TICKS if low <= tick <= high])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}k"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_formatter(NullFormatter())
    _finish(axes, "Time for a name, one core", "names on the lists", "microseconds")
    axes.legend(frameon=False, fontsize=8.5, loc="upper left")


def _finish(axes: Axes, title: str, below: str, beside: str) -> None:
    axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
    axes.set_xlabel(below)
    axes.set_ylabel(beside)
    axes.grid(color=GRID, linewidth=0.8)
    axes.spines[["top", "right"]].set_visible(False)


if __name__ == "__main__":
    newest = max((HERE / "results").glob("names-*.json"))
    draw(
        json.loads(newest.read_text(encoding="utf-8")),
        HERE.parent / "docs" / "pictures" / "accuracy-and-speed.svg",
    )
