"""The options that several commands share, and what their values mean."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from records import ListWarning, UsageError
from records.profile import in_words
from screening.answers.form import Form
from screening.engine.list_warnings import in_lines

if TYPE_CHECKING:
    from records import Settings

T = TypeVar("T", bound=StrEnum)


def choice(option: str, values: Iterable[T], help_: str) -> Any:
    """An option with one of some values: its help, its completion and its refusal name these, and
    nothing else.
    """
    known = {value.value: value for value in values}

    def parsed(text: str) -> T:
        if text not in known:
            raise typer.BadParameter(f"{text!r} is none of: {', '.join(known)}.")
        return known[text]

    return typer.Option(
        option,
        metavar=f"[{'|'.join(known)}]",
        help=help_,
        parser=parsed,
        autocompletion=lambda: list(known),
    )


_FORM_HELP = "Default: table on a terminal, jsonl in a pipe or file."
_LINES = (Form.TABLE, Form.JSON, Form.JSONL, Form.CSV)
FormOption = Annotated[Form | None, choice("--format", _LINES, _FORM_HELP)]
PageFormOption = Annotated[Form | None, choice("--format", (*_LINES, Form.HTML), _FORM_HELP)]
FileFormOption = Annotated[Form | None, choice("--format", Form, _FORM_HELP)]
ListsOption = Annotated[
    str | None,
    typer.Option("--lists", metavar="A,B", help="Search these lists only. Default: all loaded."),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND,KIND",
        help="organization, person, vessel, aircraft, unknown. Default: all.",
    ),
]
ThresholdOption = Annotated[
    float | None,
    typer.Option("--threshold", min=0, max=1, help="Minimum score of a hit. Default: calibrated."),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="Screen by this profile, which sets threshold, lists and kinds.",
    ),
]
LimitOption = Annotated[
    int, typer.Option("--limit", min=1, help="Maximum number of hits for one name or passage.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Use the list editions active on this date (ISO 8601)."
    ),
]
MaxAgeOption = Annotated[
    int | None,
    typer.Option(
        "--max-age", min=0, metavar="DAYS", help="Refuse to answer if a list is older than this."
    ),
]
FileOption = Annotated[
    Path | None, typer.Option("--file", metavar="F", help="Read the input from F.", readable=False)
]
RecordOption = Annotated[
    bool,
    typer.Option("--record", help="Keep the screening, so that it can be replayed and reported."),
]
ReasonOption = Annotated[
    str,
    typer.Option("--reason", metavar="TEXT", help="The reason; somebody will read it next year."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="Number of processes. Default: all cores for a long file, else 1.",
    ),
]


def renamed(old: str, new: str) -> Any:
    """The old name of an option: hidden, still understood in this version, and said to be old."""

    def told(value: object) -> object:
        if value is not None:
            say(f"{old} is now called {new}; the old name goes with the next version")
        return value

    return typer.Option(old, hidden=True, callback=told, readable=False)


def form_by_ending(path: Path, asked: T | None, known: Iterable[T], default: T) -> T:
    """The form of a file to write: the one that was asked for, else what its name ends with.

    Args:
        path: the file.
        asked: of ``--format``.
        known: the forms that can be written to a file.
        default: for a name without an ending.

    Raises:
        UsageError: the ending is of no such form, or of another one than was asked for: whoever
            opens the file would misread it.
    """
    forms = {form.value: form for form in known}
    ending = path.suffix.lower().removeprefix(".")
    meant = forms.get(ending)
    if asked is not None and meant in (None, asked):
        return asked
    if meant is not None and asked is None:
        return meant
    if not ending:
        return default
    if asked is not None:
        raise UsageError(f"{path}: the extension is .{ending}, but --format is {asked.value}")
    raise UsageError(
        f"{path}: unknown format {ending!r}; expected one of: {', '.join(forms)}. Use another "
        "extension, or give --format"
    )


def form_of(chosen: Form | None) -> Form:
    """The form asked for; without one, a table for a person and JSON lines for a program."""
    return chosen or (Form.TABLE if sys.stdout.isatty() else Form.JSONL)


def split(words: str | None) -> tuple[str, ...] | None:
    """The words between commas; None where the option was not given.

    Raises:
        UsageError: there is none: with no list and no kind, nothing would be found.
    """
    if words is None:
        return None
    found = tuple(filter(None, (word.strip() for word in words.split(","))))
    if not found:
        raise UsageError(f"{words!r} names nothing. Leave the option out, or give names")
    return found


def say_profile(asked: "Settings") -> None:
    """Tell by which profile is screened, and what it leaves out."""
    if said := in_words(asked):
        say(said)


def say_all(warnings: Iterable[ListWarning], form: Form) -> None:
    """Tell what is wrong with the lists; a table says it by itself."""
    if form is not Form.TABLE:
        for line in in_lines(warnings):
            say(f"WARNING: {line}")


def say(message: str) -> None:
    """Tell the person, on standard error: standard output is for results."""
    typer.echo(message, err=True)
