"""The command line: options, one call of a use case, print, exit status.

Results go to standard output, everything else to standard error. What a use case needs is imported
inside its command, so that one name is matched without loading what only ``update`` needs.

Exit status: 0 nothing found, 3 hits to review, 1 no answer (nothing was decided), 2 wrong usage.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from records import Kind, NamewardenError
from screening.report.form import Form

app = typer.Typer(
    name="namewarden",
    help="Find names from the public sanctions lists in documents and customer files, and say why.",
    epilog="Exit: 0 nothing found, 3 hits to review, 1 could not answer, 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

FormOption = Annotated[
    Form | None,
    typer.Option("--format", help="Default: table on a terminal, jsonl in a pipe or file."),
]
ListsOption = Annotated[
    str | None,
    typer.Option("--lists", metavar="A,B", help="Look on these lists only. Default: all loaded."),
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
    typer.Option("--threshold", min=0, max=1, help="Least score of a hit. Default: calibrated."),
]
LimitOption = Annotated[
    int, typer.Option("--limit", min=1, help="At most so many hits for one name or passage.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use the list editions active then (ISO 8601)."),
]
FileOption = Annotated[
    Path | None, typer.Option("--file", metavar="F", help="Read the input from F.")
]


@app.callback(invoke_without_command=True)
def options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Find names from the public sanctions lists in documents and customer files, and say why."""
    if version:
        from screening.engine import ENGINE

        typer.echo(ENGINE)
        raise typer.Exit


@app.command()
def demo() -> None:
    """Show the main job on samples that ship with the project. The lists in it are old."""
    from screening.demo import run

    run(sys.stdout, notify=_say)


@app.command()
def update(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Default: every list.")
    ] = None,
    from_path: Annotated[
        Path | None,
        typer.Option("--from", metavar="PATH", help="Import a file or folder, without a network."),
    ] = None,
    allow_older: Annotated[
        bool, typer.Option("--allow-older", help="Take an edition of an earlier date, too.")
    ] = False,
    allow_shrunk: Annotated[
        bool, typer.Option("--allow-shrunk", help="Take an edition that lost many entries, too.")
    ] = False,
    form: FormOption = None,
) -> None:
    """Fetch the lists from their publishers and put them in use once they are whole."""
    from screening.report import UPDATES, write
    from screening.update import update as update_lists
    from store import Home

    results = update_lists(
        Home.default(),
        sources or [],
        from_path=from_path,
        notify=_say,
        allow_older=allow_older,
        allow_shrunk=allow_shrunk,
    )
    raise typer.Exit(write(results, UPDATES, _form(form), sys.stdout, notify=_say))


@app.command()
def lists(form: FormOption = None) -> None:
    """Show each list: edition, age, size, SHA-256. Stale ones are marked."""
    from screening.inventory import list_inventory
    from screening.report import LISTS, write
    from store import Home

    loaded = list_inventory(Home.default())
    if not loaded:
        _say("No list is loaded, so nothing can be screened. Run: namewarden update")
    raise typer.Exit(write(loaded, LISTS, _form(form), sys.stdout))


@app.command()
def show(
    entity_id: Annotated[str, typer.Argument(metavar="ENTITY_ID", help="As a hit names it.")],
    form: FormOption = None,
) -> None:
    """Show one listed entry, whole, and the edition it stands in."""
    from screening.inventory import show as show_entity
    from screening.report import ENTRIES, write
    from store import Home

    entry = show_entity(Home.default(), entity_id)
    raise typer.Exit(write([entry], ENTRIES, _form(form), sys.stdout))


@app.command()
def match(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...")] = None,
    file: FileOption = None,
    lists: ListsOption = None,
    kind: KindOption = None,
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    form: FormOption = None,
) -> None:
    """Screen names against the lists. A file has one name a line."""
    from screening.engine import Engine, settings
    from screening.inputs import names_from
    from screening.match import match as match_names
    from screening.report import NAMES, write
    from store import Home

    asked = names_from(names or [], file, notify=_say)
    chosen = settings(
        threshold=threshold, limit=limit, kinds=_split(kind), lists=_split(lists), as_of=as_of
    )
    engine = Engine.open(Home.default(), lists=chosen.lists, as_of=as_of, notify=_say)
    answers = match_names(engine, asked, chosen)
    raise typer.Exit(write(answers, NAMES, _form(form), sys.stdout))


@app.command()
def compare(
    left: Annotated[str | None, typer.Argument(metavar="LEFT")] = None,
    right: Annotated[str | None, typer.Argument(metavar="RIGHT")] = None,
    file: FileOption = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What the names name.")] = Kind.ORGANIZATION,
    form: FormOption = None,
) -> None:
    """Score two names and say why. A file is CSV with the columns left and right."""
    from screening.inputs import pairs_from
    from screening.match import compare as compare_names
    from screening.report import COMPARISONS, write

    pairs = pairs_from(left, right, file, notify=_say)
    raise typer.Exit(write(compare_names(pairs, kind), COMPARISONS, _form(form), sys.stdout))


@app.command()
def screen(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - reads a pipe.")
    ],
    lists: ListsOption = None,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND,KIND", help="As for match; texts are full of people."),
    ] = "organization,vessel,aircraft",
    threshold: ThresholdOption = None,
    limit: LimitOption = 10,
    as_of: AsOfOption = None,
    form: FormOption = None,
) -> None:
    """Find listed names in documents and show where. What cannot be read is never clear."""
    from screening.engine import Engine, settings
    from screening.inputs import documents_from
    from screening.report import DOCUMENTS, write
    from screening.screen import screen as screen_document
    from store import Home

    chosen = settings(
        threshold=threshold, limit=limit, kinds=_split(kind), lists=_split(lists), as_of=as_of
    )
    engine = Engine.open(Home.default(), lists=chosen.lists, as_of=as_of, notify=_say)
    documents = documents_from(paths, sys.stdin.buffer)
    answers = (screen_document(engine, document, chosen) for document in documents)
    raise typer.Exit(write(answers, DOCUMENTS, _form(form), sys.stdout, notify=_say))


def _form(chosen: Form | None) -> Form:
    return chosen or (Form.TABLE if sys.stdout.isatty() else Form.JSONL)


def _split(words: str | None) -> tuple[str, ...] | None:
    return tuple(filter(None, (word.strip() for word in words.split(",")))) if words else None


def _say(message: str) -> None:
    typer.echo(message, err=True)


def main() -> None:
    """Run the command line; the only place where an error becomes a line and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Names come in every script, and file names in bytes that may be no text at all.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except NamewardenError as error:
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        _end("stopped", 130)
    except BrokenPipeError:
        # The reader has had enough (head, less). Python would complain again when it flushes:
        # https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        _end(
            f"{error.filename or 'output'}: {error.strerror or error}. The answer is not whole.", 1
        )


def _end(message: str, status: int) -> None:
    _say(f"namewarden: {message}")
    sys.exit(status)


if __name__ == "__main__":
    main()
