"""Charts as inline SVG: no script, nothing from outside."""

from collections.abc import Sequence
from html import escape

from screening.assess.statistics import Point
from screening.assess.summary import WayFigures

# Points of the picture.
_BAR, _GAP, _LEFT, _WIDTH = 12, 4, 250, 460
_GOOD, _MIDDLE, _BAD, _INK = "#2f7d5b", "#c98a1b", "#b4412f", "#444"
_LINES = (_GOOD, _BAD, "#2b5f9e")
"""Colours of lines, told apart by people who see no red or no green, too."""


def bars(ways: Sequence[WayFigures]) -> str:
    """A bar for the rate of each way with its interval as a line, and a mark for alarms."""
    ways = [each for each in ways if each.found.trials]
    height = len(ways) * (_BAR + _GAP) + 24
    marks = "".join(_bar(each, 20 + n * (_BAR + _GAP)) for n, each in enumerate(ways))
    axis = "".join(
        f'<text x="{_LEFT + _WIDTH * tenth / 10:.0f}" y="12" text-anchor="middle">'
        f"{tenth * 10}</text>"
        for tenth in range(0, 11, 2)
    )
    return _svg(_LEFT + _WIDTH + 60, height, "Names found, per cent", axis + marks)


def _bar(each: WayFigures, top: int) -> str:
    found = each.found
    colour = _GOOD if found.rate >= 0.95 else _MIDDLE if found.rate >= 0.8 else _BAD
    low, high = (_LEFT + _WIDTH * share for share in (found.low, found.high))
    middle = top + _BAR / 2
    return (
        f'<text x="{_LEFT - 6}" y="{top + _BAR - 2}" text-anchor="end">{escape(each.way)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH * found.rate:.1f}" height="{_BAR}" '
        f'fill="{colour}"/>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}" stroke="{_INK}"/>'
        f'<text x="{_LEFT + _WIDTH + 6}" y="{top + _BAR - 2}">{found.rate:.1%}</text>'
    )


def curves(lines: Sequence[tuple[str, Sequence[Point]]], threshold: float) -> str:
    """Names found (solid) and ordinary names with a hit (broken) over the threshold, with the
    lines' labels below.
    """
    lines = [(label, points) for label, points in lines if points]
    width, height, left, bottom = 640, 278, 50, 48
    lowest = min((points[0].threshold for _, points in lines), default=0.5)

    def x(level: float) -> float:
        return left + (width - left - 10) * (level - lowest) / (1 - lowest)

    def y(share: float) -> float:
        return 10 + (height - bottom - 10) * (1 - share)

    out = [
        f'<line x1="{left}" x2="{width - 10}" y1="{y(s / 4):.1f}" y2="{y(s / 4):.1f}" '
        f'stroke="#ddd"/><text x="{left - 6}" y="{y(s / 4) + 4:.1f}" text-anchor="end">'
        f"{s * 25} %</text>"
        for s in range(5)
    ]
    steps = range(round(lowest * 10), 11)
    out += [
        f'<text x="{x(step / 10):.1f}" y="{height - bottom + 16}" '
        f'text-anchor="middle">{step / 10:.1f}</text>'
        for step in steps
    ]
    for number, (label, points) in enumerate(lines):
        colour, at = _LINES[number % len(_LINES)], left + 190 * number
        out.append(
            f'<line x1="{at}" x2="{at + 24}" y1="{height - 10}" y2="{height - 10}" '
            f'stroke="{colour}" stroke-width="2"/><text x="{at + 30}" y="{height - 6}">'
            f"{escape(label)}</text>"
        )
        for what, dash in (("found", ""), ("alarms", ' stroke-dasharray="4 3"')):
            path = " ".join(f"{x(p.threshold):.1f},{y(getattr(p, what)):.1f}" for p in points)
            out.append(
                f'<polyline points="{path}" fill="none" stroke="{colour}"{dash}>'
                f"<title>{escape(label)}: {what}</title></polyline>"
            )
    here = x(threshold)
    out.append(
        f'<line x1="{here:.1f}" x2="{here:.1f}" y1="10" y2="{height - bottom}" stroke="{_INK}"/>'
    )
    return _svg(width, height, "Share over the threshold", "".join(out))


def _svg(width: int, height: int, title: str, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="11">'
        f"<title>{escape(title)}</title>{inside}</svg>"
    )
