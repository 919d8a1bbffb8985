"""Whether a change that should change no answer changed none: what `match`, `compare`, `screen` and
`batch` answer to a sample, before and after, to the byte but for `engine`.

    python bench/same_answers.py record BEFORE [--home HOME] [--seed 0] [--size 120]
    python bench/same_answers.py compare BEFORE AFTER

`record` draws names of the excerpts in tests/data by the seed, writes them in a dozen ways, alone
and in sentences, asks the real command line, and keeps the answers in a folder, a file for each
command. The home is made of the excerpts unless one is named. The threshold is low and the limit
high, so that the scores of names that are hardly alike are seen, too. `compare` prints the first
answer of each command that differs, and ends with 1 where one does.
"""

import argparse
import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from anyascii import anyascii
from asking.by_program import Program

from screening.updates.update import update
from store import Home

DATA = Path(__file__).parent.parent / "tests" / "data"
EXCERPTS = ("eu_fsf", "us_ofac_sdn")
"""What a home is made of where none is named."""
LOW = ("--threshold", "0.3", "--limit", "20")
SENTENCES = (
    "The goods were shipped by {} to a warehouse in Mersin last spring.",
    "Under the contract the buyer pays to {}, which denied any part in it.",
    "Die Lieferung ging an die {} und wurde in Wien umgeladen.",
    "Le paiement a été reçu par « {} » en mars.",
    "Поставщиком оборудования была компания {}, сообщили вчера.",
    "The motor vessel {} left port on Tuesday; M/V {} is due back in May.",
)
_DOCUMENTS = ("letter.docx", "page.html", "table.csv", "mail.eml")
_PARAGRAPHS = 12
"""Sentences in a document."""


def names(random: Random, size: int) -> list[str]:
    """Published names of all lists of the excerpts, in all their scripts."""
    found = set()
    for file in sorted(DATA.glob("*/*expected.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            found |= {name["text"] for name in json.loads(line)["names"]}
    # What has a line end in it cannot stand in a file of one name per line.
    usable = sorted(name for name in found if len(name.splitlines()) == 1 and name.strip() == name)
    return random.sample(usable, min(size, len(usable)))


def written(name: str, random: Random) -> str:
    """A name in one of the ways in which people write it."""
    words = name.split()
    at, letter = random.randrange(len(words)), random.randrange(len(name))
    ways: tuple[Callable[[], str], ...] = (
        lambda: name,
        lambda: name.lower(),
        lambda: name.upper(),
        lambda: anyascii(name),
        lambda: name[:letter] + name[letter + 1 :],
        lambda: name[:letter] + name[letter : letter + 2][::-1] + name[letter + 2 :],
        lambda: " ".join([*words[:at], *words[at + 1 :]]),
        lambda: " ".join(reversed(words)),
        lambda: name.replace(" ", "", 1),
        lambda: "".join(word[0] for word in words),
        lambda: f"{name} Hamburg Branch",
        lambda: f"Blue Lantern Partners a/k/a {name}",
        lambda: f"the {name} No. 7, 12 Main Street, London",
    )
    text = random.choice(ways)()
    return text if any(map(str.isalpha, text)) else name


def excerpts_home(folder: Path) -> Path:
    """A home in which the excerpts are loaded."""
    files = folder / "files"
    files.mkdir()
    for source in EXCERPTS:
        shutil.copy(DATA / source / "sample.xml", files / f"{source}.xml")
    home = Home(folder / "home")
    update(home, (), from_path=files, accept_excerpts=True, notify=lambda _: None)
    return home.path


def texts(asked: Sequence[str], random: Random) -> Iterator[str]:
    """Documents that name them, each in several paragraphs."""
    lines = [random.choice(SENTENCES).replace("{}", name) for name in asked]
    for first in range(0, len(lines), _PARAGRAPHS):
        yield "\n\n".join(lines[first : first + _PARAGRAPHS]) + "\n"


def answers(program: Program, seed: int, size: int) -> Iterator[tuple[str, str]]:
    """Each command's name and what it printed."""
    random = Random(seed)
    listed = names(random, size)
    asked = [written(name, random) for name in listed]
    folder = program.folder
    (folder / "names.txt").write_text("".join(f"{name}\n" for name in asked), encoding="utf-8")
    yield "match", program("match", "--file", "names.txt", *LOW, "--format", "jsonl").out
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        others = [*zip(asked, listed, strict=True), *zip(asked, listed[1:], strict=False)]
        csv.writer(file).writerows([("left", "right"), *others])
    for kind in ("organization", "person"):
        ran = program("compare", "--file", "pairs.csv", "--kind", kind, "--format", "jsonl")
        yield f"compare-{kind}", ran.out
    with (folder / "customers.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [(number, name, "IR" if number % 3 else "") for number, name in enumerate(asked)]
        csv.writer(file).writerows([("id", "name", "country"), *rows])
    ran = program("batch", "customers.csv", "--all", *LOW, "--workers", "1", "--format", "jsonl")
    yield "batch", ran.out
    papers = folder / "papers"
    papers.mkdir()
    for number, text in enumerate(texts(asked, random)):
        (papers / f"{number:03}.txt").write_text(text, encoding="utf-8")
    for name in _DOCUMENTS:
        shutil.copy(DATA / "documents" / name, papers)
    kinds = ("--kind", "organization,person,vessel,aircraft")
    ran = program("screen", "papers", *kinds, *LOW, "--workers", "1", "--format", "jsonl")
    yield "screen", ran.out


def without_engine(line: str) -> str:
    """An answer without the name of what gave it, which changes with every line of code."""
    answer = json.loads(line)
    answer.pop("engine", None)
    return json.dumps(answer, ensure_ascii=False)


def record(folder: Path, home: Path | None, seed: int, size: int) -> None:
    """Keep all answers in a folder, a line for each."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name) / "asked"
        work.mkdir()
        program = Program(home or excerpts_home(Path(name)), work)
        for command, out in answers(program, seed, size):
            lines = [without_engine(line) + "\n" for line in out.splitlines()]
            if not lines:
                sys.exit(f"{command}: no answer at all, so there is nothing to compare")
            (folder / f"{command}.jsonl").write_text("".join(lines), encoding="utf-8")
            print(f"{command}: {len(lines)} answers")


def differences(before: Path, after: Path) -> Iterator[str]:
    """For every command that answers differently how often, and the first such answer."""
    files = {file.name for folder in (before, after) for file in folder.glob("*.jsonl")}
    if not files:
        yield f"{before} and {after} hold no answers"
    for name in sorted(files):
        sides = [folder / name for folder in (before, after)]
        if absent := [str(file) for file in sides if not file.is_file()]:
            yield f"{absent[0]} is not there"
            continue
        old, new = (file.read_text(encoding="utf-8").splitlines() for file in sides)
        changed = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
        if changed or len(old) != len(new):
            count = f"{name}: {len(changed)} of {len(old)} answers differ, {len(new)} now"
            yield "\n".join([count, *(f"  {line}" for line in (changed or [("", "")])[0])])


def main() -> None:
    """Record or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("record")
    one.add_argument("folder", type=Path)
    one.add_argument("--home", type=Path)
    one.add_argument("--seed", type=int, default=0)
    one.add_argument("--size", type=int, default=120)
    two = commands.add_parser("compare")
    two.add_argument("before", type=Path)
    two.add_argument("after", type=Path)
    chosen = parser.parse_args()
    if chosen.command == "record":
        record(chosen.folder, chosen.home, chosen.seed, chosen.size)
        return
    found = list(differences(chosen.before, chosen.after))
    print("\n".join(found) or "equal")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
