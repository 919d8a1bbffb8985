"""What a home answers to all that a user can ask: names, lists, alerts, register, rules, people,
owners, the log, and whether anything is damaged.
"""

import json
import re
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from cli import app
from faulting.strike import Ran, forked
from records import NamewardenError

NAMES = ("Rosneft", "Mahan Air", "Wuhan Gaoxin Technology", "Gamma Logistik AG", "Green Valley Ltd")
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("lists", "--format", "json"),
    ("match", *NAMES, "--workers", "1", "--format", "jsonl"),
    ("alerts", "--state", "all", "--format", "jsonl"),
    ("monitor", "list", "--format", "jsonl"),
    ("good-guys", "list", "--format", "jsonl"),
    ("alerts", "rules"),
    ("access", "list", "--format", "jsonl"),
    ("ownership", "list", "--format", "jsonl"),
    ("audit", "list", "--format", "jsonl"),
    ("audit", "verify"),
    ("lists", "verify"),
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[0-9:.+]*Z?")
_FOLDER = re.compile(r"/[\w./-]*/(?=[\w.-]+)")
_PROGRESS = re.compile(r"^(building the index|joining the entries) .*\n?", re.MULTILINE)
_DRAWN = re.compile(r"\b[0-9a-f]{64}\b|nw_\w+|\b[a-z0-9]{12}\b|\b[0-9a-f]{8}\b")
"""Moments, folders, and what is drawn by chance or made of moments are another at each try."""

State = dict[str, tuple[int, str, str]]
"""To each question: exit status, answer, complaint."""


def state(folder: Path) -> State:
    """What the home in ``folder`` answers, asked in one child of this process."""

    def ask() -> None:
        import os

        os.chdir(folder)
        os.environ["NAMEWARDEN_HOME"] = str(folder / "home")
        print(json.dumps({" ".join(question[:2]): _answer(question) for question in QUESTIONS}))

    ran: Ran = forked(ask)
    if ran.status:
        return {"all": (ran.status, ran.out, ran.err)}
    return {question: tuple(answer) for question, answer in json.loads(ran.out).items()}


def _answer(question: tuple[str, ...]) -> tuple[int, str, str]:
    out, err, status = StringIO(), StringIO(), 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = app(list(question), standalone_mode=False) or 0
        except NamewardenError as error:
            err.write(str(error))
            status = error.exit_code
        except SystemExit as ended:
            status = int(str(ended.code or 0))
    return status, same(out.getvalue(), question[0]), same(err.getvalue(), question[0])


def same(text: str, command: str = "audit") -> str:
    """A text without what is another at each try. Editions' checksums stay: they are the answer."""
    text = _FOLDER.sub("", _MOMENT.sub("MOMENT", _PROGRESS.sub("", text)))
    return text if command in {"lists", "match"} else _DRAWN.sub("DRAWN", text)


def damage(now: State) -> list[str]:
    """What the home itself says is wrong with it."""
    return [
        f"{question}: {said or answer}"
        for question, (status, answer, said) in now.items()
        if status not in (0, 3) or (question.endswith("verify") and status != 0)
    ]


def difference(one: State, other: State) -> list[str]:
    """The questions to which two states have other answers."""
    return [question for question in one if one[question] != other.get(question)]
