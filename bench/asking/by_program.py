"""Asks through the real command line: a process for each run, on a home."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asking.documents import Paper
from asking.question import Answer, ParsedQuery, of_hits
from asking.tables import Table

_SECONDS = 300
_REFUSED_LINE = re.compile(r"line (\d+) has a name")
_Names = Sequence[tuple[str, str, frozenset[str]]]
"""What was done, the text, the entries that it means."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines of the standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def refused(self) -> Answer:
        """Of a run without an answer: told in a line, or broken; CLEAR where it claims to know."""
        if self.status not in (1, 2):
            return Answer.CLEAR
        lines = [line for line in self.err.splitlines() if line.startswith("namewarden: ")]
        return Answer.TOLD if lines or self.status == 2 else Answer.BROKEN


@dataclass(frozen=True, slots=True)
class Program:
    """The command line on a home, in a folder for its files."""

    home: Path
    folder: Path

    def __call__(self, *arguments: str) -> Ran:
        """Run it to its end."""
        done = subprocess.run(
            [sys.executable, "-m", "cli", *arguments],
            capture_output=True,
            cwd=self.folder,
            env={**os.environ, "NAMEWARDEN_HOME": str(self.home), "PYTHONUTF8": "1"},
            timeout=_SECONDS,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def beside(self, home: Path) -> "Program":
        """The same on another home."""
        return Program(home, self.folder)


def match(program: Program, names: _Names) -> Iterator[ParsedQuery]:
    """Every name: those without a line end in one file, the others as arguments."""
    lines = [each for each in names if len(each[1].splitlines()) == 1 and each[1].strip()]
    file = program.folder / "names.txt"
    file.write_text("".join(f"{text}\n" for _, text, _ in lines), encoding="utf-8")
    yield from _answers("match --file", lines, program("match", "--file", str(file)))
    for one in lines[::10]:
        yield from _answers(
            "match NAME", [one], program("match", "--format", "jsonl", "--", one[1])
        )


def _answers(kind: str, asked: _Names, ran: Ran) -> Iterator[ParsedQuery]:
    rows = ran.rows if ran.status in (0, 1, 3) else []
    answered = {row["query"]: row for row in rows}
    for way, text, ids in asked:
        row = answered.get(text) or answered.get(text.strip())
        if row is None:
            yield ParsedQuery(kind, way, ran.refused)
        else:
            told = row["decision"] == "not_screened"
            yield ParsedQuery(kind, way, of_hits(_ids(row), ids, told=told))


def _ids(row: dict[str, Any]) -> set[str]:
    return {hit["entity_id"] for hit in row["hits"]}


def compare(program: Program, name: str, names: _Names) -> Iterator[ParsedQuery]:
    """The name against its other spellings: a file is refused at the first name without a word."""
    left = list(names)
    ran = _compared(program, name, left)
    while left and (refused := _REFUSED_LINE.search(ran.err)) and ran.status == 1:
        yield ParsedQuery("compare", left.pop(int(refused.group(1)) - 2)[0], Answer.TOLD)
        ran = _compared(program, name, left)
    for (way, _, _), row in zip(left, ran.rows, strict=True):
        found = Answer.CLEAR if row["decision"] == "no_match" else Answer.FOUND
        yield ParsedQuery("compare", way, found)


def _compared(program: Program, name: str, names: _Names) -> Ran:
    table = program.folder / "pairs.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["left", "right"], *[[text, name] for _, text, _ in names]])
    return program("compare", "--file", str(table), "--format", "jsonl")


def screen(program: Program, papers: Sequence[Paper], ids: frozenset[str]) -> Iterator[ParsedQuery]:
    """Every document, in one folder."""
    folder = program.folder / "papers"
    folder.mkdir()
    for number, paper in enumerate(papers):
        (folder / f"{number:04}{paper.suffix}").write_bytes(paper.data)
    ran = program("screen", str(folder), "--format", "jsonl")
    found: dict[int, list[dict[str, Any]]] = {}
    for row in ran.rows:
        path = row["document"].partition("!")[0]
        found.setdefault(int(Path(path).name[:4]), []).append(row)
    for number, paper in enumerate(papers):
        yield ParsedQuery(paper.kind, paper.place, _screened(found.get(number, []), ids, ran))


def _screened(rows: list[dict[str, Any]], ids: frozenset[str], ran: Ran) -> Answer:
    if not rows:
        return ran.refused
    told = any(row["status"] != "screened" for row in rows)
    return of_hits(set().union(*map(_ids, rows)), ids, told=told)


def batch(program: Program, tables: Sequence[Table]) -> Iterator[ParsedQuery]:
    """Every customer file by a run of its own."""
    for number, table in enumerate(tables):
        path = program.folder / f"table{number:03}{table.suffix}"
        path.write_bytes(table.data)
        ran = program("batch", str(path), "--all", "--workers", "1", "--format", "jsonl")
        yield ParsedQuery(table.kind, table.way, _batched(ran, table.ids))


def _batched(ran: Ran, ids: frozenset[str]) -> Answer:
    if ran.status == 2 or not ran.out:
        return ran.refused
    told = any(row["status"] != "screened" for row in ran.rows)
    return of_hits({row["entity_id"] for row in ran.rows} - {None}, ids, told=told)


def monitor(program: Program, names: _Names) -> Iterator[ParsedQuery]:
    """Names as a register that is imported and screened; each has to have an alert.

    Args:
        program: on a home of its own, since registers are kept there.
        names: one counterparty each.
    """
    rows = [["id", "name"], *[[f"n{number}", text] for number, (_, text, _) in enumerate(names)]]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    register = program.folder / "register.csv"
    register.write_text(out.getvalue(), encoding="utf-8", newline="")
    imported = program("monitor", "import", str(register), "--format", "jsonl")
    run = program("monitor", "run", "--format", "jsonl")
    by_party: dict[str, set[str]] = {}
    for row in program("alerts", "--format", "jsonl").rows:
        by_party.setdefault(row["counterparty"]["id"], set()).add(row["entity_id"])
    told = {entry["row"] for row in imported.rows for entry in row["not_imported"]}
    for number, (way, _, ids) in enumerate(names):
        answer = of_hits(by_party.get(f"n{number}", set()), ids, told=number + 1 in told)
        yield ParsedQuery("monitor", way, answer if run.status in (0, 3) else run.refused)
