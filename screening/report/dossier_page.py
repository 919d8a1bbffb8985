"""A report as one HTML page: nothing from outside, no scripts, made to be printed and filed."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Protocol

from screening.answers.shape import Cell

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #59636e; --line: #d1d9e0; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --dim: #9aa4af; --line: #39424c; --paper: #16191d; }
}
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { color: var(--dim); margin: .25rem 0 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; unicode-bidi: plaintext; }
th { color: var(--dim); font-weight: 600; }
td:first-child { min-width: 8rem; }
@media print {
  :root { --ink: #000; --dim: #444; --line: #bbb; --paper: #fff; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  h2 { break-after: avoid; } tr { break-inside: avoid; }
}
"""


class Part(Protocol):
    """What a page is made of."""

    @property
    def title(self) -> str:
        """Above the table."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """Headings."""
        ...

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Cells."""
        ...


def page(title: str, subtitle: str, parts: Iterable[Part]) -> str:
    """One self-contained page."""
    body = "".join(line for part in parts for line in _part(part))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(subtitle)}</p>\n{body}</body>\n</html>\n"
    )


def _part(part: Part) -> Iterator[str]:
    yield f"<h2>{escape(part.title)}</h2>\n"
    if not part.rows:
        yield "<p>Nothing.</p>\n"
        return
    yield '<div class="wide"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{escape(column)}</th>' for column in part.columns)
    yield "</tr></thead>\n<tbody>\n"
    for row in part.rows:
        yield "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _text(cell: Cell) -> str:
    return "–" if cell is None or cell == "" else escape(str(cell))
