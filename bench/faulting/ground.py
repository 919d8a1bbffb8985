"""The home that is struck: two lists, an older edition, a register with alerts, rules, people and
ownership data; and every command that writes.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from faulting.strike import program

TOP = Path(__file__).parents[2]
LISTS = TOP / "screening" / "demo_data" / "lists"
REASON = ("--reason", "looked at it")
PASSWORD = "a long enough pass phrase\n"
CUSTOMERS = "id,name\nC-1,Mahan Air\nC-2,Blue Lantern Logistics\nC-3,Estaciones de Servicios\n"
MORE = CUSTOMERS + "C-4,Rosneft\nC-5,Penza Bearing Plant\n"
OWNERS = (
    "owner,owned,share,owned id\nPenza Bearing Plant,Beta Handels GmbH,55,K-1\n"
    "Beta Handels GmbH,Gamma Logistik AG,60,K-2\n"
)
LETTER = "We buy from Rosneft and ship with Mahan Air.\n"


@dataclass(frozen=True, slots=True)
class Command:
    """One command that writes: what it is given, and which file it makes."""

    arguments: tuple[str, ...]
    stdin: str = ""
    makes: str = ""
    again: tuple[str, ...] = ()
    """What is added where it is given again after a kill."""

    @property
    def name(self) -> str:
        """What it is called in the table."""
        first, *rest = self.arguments
        return f"{first} {rest[0]}" if rest and rest[0].isalpha() else first


COMMANDS = (
    Command(("update", "--from", "eu_new.xml", "--accept-excerpts", "--allow-shrunk")),
    Command(("lists", "prune", "--days", "0")),
    Command(("monitor", "import", "more.csv")),
    Command(("monitor", "remove", "C-3")),
    Command(("monitor", "run")),
    Command(("alerts", "assign", "A1", "--to", "ann")),
    Command(("alerts", "comment", "A1", "A2", "--text", "see the file")),
    Command(("alerts", "reopen", "A3", *REASON)),
    Command(("alerts", "rules", "--false-positive-days", "90")),
    Command(("alerts", "export", "alerts.csv"), makes="alerts.csv"),
    Command(("decide", "A1", "A2", "--as", "false-positive", *REASON)),
    Command(("good-guys", "add", "Mahan Air", "eu_fsf:5924", *REASON)),
    Command(("good-guys", "remove", "1", *REASON)),
    Command(("match", "Rosneft", "--record", "--workers", "1")),
    Command(("screen", "letter.txt", "--record", "--workers", "1")),
    Command(
        ("batch", "more.csv", "--record", "--workers", "1", "--output", "out.csv"),
        makes="out.csv",
        again=("--resume",),
    ),
    Command(("ownership", "import", "owners.csv", "--source", "new")),
    Command(("ownership", "confirm", "Penza Bearing Plant", "us_ofac_sdn:46668", *REASON)),
    Command(("access", "person", "eve"), stdin=PASSWORD),
    Command(("access", "key", "payments")),
    Command(("access", "end", "bob")),
    Command(("tune", "--write", "0.9", *REASON)),
    Command(("audit", "export", "audit.jsonl"), makes="audit.jsonl"),
    Command(("report", "A1", "--output", "A1.json"), makes="A1.json"),
)
_BEFORE = (
    Command(("update", "--from", "eu_old.xml", "--accept-excerpts")),
    Command(("update", "--from", "lists", "--accept-excerpts")),
    Command(("monitor", "import", "crm.csv")),
    Command(("monitor", "import", "fourth.csv")),
    Command(("good-guys", "add", "Rosneft", "us_ofac_sdn:17022", *REASON)),
    Command(("monitor", "run")),
    Command(("decide", "A3", "--as", "false-positive", *REASON)),
    Command(("ownership", "import", "owners.csv", "--source", "register")),
    Command(("access", "person", "bob"), stdin=PASSWORD),
    Command(("monitor", "import", "fifth.csv")),
)


def is_laid(folder: Path) -> bool:
    """Whether the ground is in a folder."""
    return (folder / "lists").exists()


def lay(folder: Path) -> None:
    """Make the ground in a folder, in which there may be a home without lists.

    Raises:
        SystemExit: a command does not do in peace what it is to be struck at.
    """
    shutil.copytree(LISTS, folder / "lists")
    published = (folder / "lists" / "eu_fsf.xml").read_text("utf-8")
    (folder / "eu_old.xml").write_text(_without_an_entry(published, "2026-07-01"), "utf-8")
    (folder / "eu_new.xml").write_text(_without_an_entry(published, "2026-09-01"), "utf-8")
    files = {
        "crm.csv": CUSTOMERS,
        "more.csv": MORE,
        "fourth.csv": "id,name\nD-1,Wuhan Global Sensor Technology\n",
        "fifth.csv": "id,name\nD-2,Penza Bearing Plant\n",
        "owners.csv": OWNERS,
        "letter.txt": LETTER,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for command in _BEFORE:
        ran = program(folder, *command.arguments, stdin=command.stdin)
        if ran.status not in (0, 3):
            raise SystemExit(f"{command.arguments}: {ran.status}: {ran.err}")


def _without_an_entry(published: str, edition: str) -> str:
    """The EU's sample as an edition of another day, without its last entry."""
    begin = published.rindex("<sanctionEntity ")
    end = published.rindex("</sanctionEntity>") + len("</sanctionEntity>")
    day = published.split('generationDate="', 1)[1][:10]
    return (published[:begin] + published[end:]).replace(
        f'generationDate="{day}', f'generationDate="{edition}', 1
    )


def copied(ground: Path, to: Path) -> Path:
    """A copy that may be spoilt."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(ground, to)
    return to
