"""Hundreds of ways of asking for one listed party; none may answer clear.

    python bench/one_party.py [--seed 0] [--doors match,screen,batch,monitor,compare,service]

A listed organisation (with a person and a ship for what they alone have) is drawn by the seed from
the active lists (NAMEWARDEN_HOME) and asked for in every way: spelt, quoted and surrounded in
dozens of ways, in each place of documents of many formats, under many headings of customer files,
with its country written in thirty languages, through the command line and through a service that
is started for it. Each answer has to find something, or to say that it did not look. Printed is a
table by kind, then what was answered CLEAR (nothing to review) or BROKEN (no line that says why);
with either the exit status is 1. Needs the extra ``dev``.
"""

import argparse
import shutil
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from asking import by_program, by_service, countries, documents, tables, written
from asking.question import FAULTS, Answer, ParsedQuery
from asking.subjects import Subjects, drawn

from screening.engine.engine import Engine
from store import Home

DOORS = ("match", "compare", "screen", "batch", "monitor", "service")


def ask(
    home: Home, subjects: Subjects, doors: tuple[str, ...], folder: Path, every: int = 1
) -> Iterator[ParsedQuery]:
    """Every way of asking, through the doors that are wanted.

    Args:
        home: where the lists are; it is read, and copied for what is kept.
        subjects: who is asked for.
        doors: some of ``DOORS``.
        folder: an empty one, for the files that are made.
        every: 3 asks in every third way only.
    """
    program = by_program.Program(home.path, folder)
    first = subjects.organisation
    names = list(written.names(subjects))[::every]
    of_country = list(countries.ways(first.country))[::every]
    papers = list(documents.papers(first.name))[::every]
    if "match" in doors:
        yield from by_program.match(program, names)
    if "compare" in doors:
        spelt = [
            (way, text, first.ids)
            for way, text in list(written.spellings(first))[::every]
            if way != "the name twice"  # that is another name
        ]
        yield from by_program.compare(program, first.name, spelt)
    if "screen" in doors:
        yield from by_program.screen(program, papers, first.ids)
    if "batch" in doors:
        files = list(tables.tables(subjects, of_country))[:: every * every]
        yield from by_program.batch(program, files)
    if not {"monitor", "service"} & set(doors):
        return
    own = folder / "home"
    shutil.copytree(home.path, own)
    if "monitor" in doors:
        yield from by_program.monitor(program.beside(own), names)
    if "service" in doors:
        with by_service.started(own, _free_port()) as service:
            yield from by_service.ask(service, names[::3], first, of_country, papers[::5])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as port:
        return int(port.getsockname()[1])


def show(subjects: Subjects, asked: list[ParsedQuery]) -> None:
    """Print the table, and every fault."""
    print(f"asked for: {subjects.organisation.name} {sorted(subjects.organisation.ids)}")
    for other in (subjects.neighbour, subjects.person, subjects.ship):
        print(f"           {other.name} {sorted(other.ids)}" if other else "           (none)")
    kinds = list(dict.fromkeys(one.kind for one in asked))
    count = Counter((one.kind, one.answer) for one in asked)
    print(f"\n{'kind':34}{'ways':>6}" + "".join(f"{answer.value:>13}" for answer in Answer))
    for kind in [*kinds, None]:
        row = [sum(n for (k, a), n in count.items() if a is answer and kind in (k, None))
               for answer in Answer]  # fmt: skip
        print(f"{kind or 'all':34}{sum(row):>6}" + "".join(f"{number:>13}" for number in row))
    for one in asked:
        if one.answer in FAULTS:
            print(f"{one.answer.value}: {one.kind}: {one.way}")


def main() -> None:
    """Ask, print, and end with 1 where an answer was clear."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--doors", default=",".join(DOORS))
    arguments = parser.parse_args()
    doors = tuple(arguments.doors.split(","))
    if unknown := sorted(set(doors) - set(DOORS)):
        parser.error(f"unknown door {unknown[0]!r}; expected some of: {', '.join(DOORS)}")
    home = Home.default()
    engine = Engine.open(home)
    subjects = drawn(engine, arguments.seed)
    engine.close()
    with tempfile.TemporaryDirectory(prefix="namewarden-") as folder:
        asked = list(ask(home, subjects, doors, Path(folder)))
    show(subjects, asked)
    sys.exit(any(one.answer in FAULTS for one in asked))


if __name__ == "__main__":
    main()
