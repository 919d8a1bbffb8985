"""The command line: its commands, and how their errors are reported.

Results go to standard output, everything else to standard error.

Exit status: 0 nothing found, 3 hits to review, 1 could not answer, 2 wrong usage,
130 stopped, 141 the reader of the answer went away.
"""

import os
import sys
from typing import Annotated

import typer

from commands.access import access
from commands.alerts import alerts, decide
from commands.assess import assess
from commands.audit import audit, replay, report
from commands.batch import batch
from commands.changes import diff
from commands.demo import demo
from commands.documents import screen
from commands.figures import figures
from commands.good_guys import good_guys
from commands.lists import lists_app, show
from commands.mcp import mcp
from commands.monitor import monitor
from commands.names import compare, match
from commands.options import say
from commands.ownership import ownership
from commands.places import places
from commands.profiles import profiles
from commands.serve import serve
from commands.tune import tune
from commands.unchecked import CommandsOnly, NamesOnly
from commands.update import update
from records import NamewardenError
from records.gc_tuning import end_without_gc, relax_gc

app = typer.Typer(
    name="namewarden",
    cls=CommandsOnly,
    help="Find names from the public sanctions lists in documents and customer files, and say why.",
    epilog="Exit: 0 nothing found, 3 hits to review, 1 could not answer, 2 wrong usage.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
COMMANDS = (
    demo,
    update,
    diff,
    show,
    match,
    compare,
    screen,
    batch,
    decide,
    replay,
    report,
    figures,
    assess,
    tune,
    serve,
    mcp,
)
"""In the order of ``--help``."""
for command in COMMANDS:
    app.command(cls=NamesOnly if command is match else None)(command)
GROUPS = {
    "monitor": monitor,
    "alerts": alerts,
    "good-guys": good_guys,
    "profiles": profiles,
    "ownership": ownership,
    "places": places,
    "audit": audit,
    "lists": lists_app,
    "access": access,
}
"""Commands that have commands of their own."""
for name, group in GROUPS.items():
    app.add_typer(group, name=name)


@app.callback(invoke_without_command=True)
def options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Find names from the public sanctions lists in documents and customer files, and say why."""
    if version:
        from screening.engine.engine import ENGINE

        typer.echo(ENGINE)
        raise typer.Exit


CLOSED_PIPE = 128 + 13
"""Of an answer whose reader went away before it was whole: what the shell says of SIGPIPE."""


def main() -> None:
    """Run the command line; the only place where an error becomes a line and an exit status."""
    relax_gc()
    end_without_gc()
    # No product of matrices here is worth threads, which wait for work by turning round and round.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        # Names come in every script, and file names in bytes that may be no text at all.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    out = sys.stdout
    status: str | int | None = CLOSED_PIPE
    try:
        try:
            app()
        except SystemExit as ended:
            if sys.stdout is not out:  # Typer has put another one in its place and ended with 1
                raise BrokenPipeError from ended
            status = ended.code
            raise
        finally:
            out.flush()
    except NamewardenError as error:
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        _end("stopped", 130)
    except BrokenPipeError:
        # The reader has had enough (head, less). Python would complain again when it flushes:
        # https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        sys.exit(status)
    except OSError as error:
        _end(
            f"{error.filename or 'output'}: {error.strerror or error}. The output is incomplete.", 1
        )


def _end(message: str, status: int) -> None:
    say(f"namewarden: {message}")
    sys.exit(status)


if __name__ == "__main__":
    main()
