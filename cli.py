"""The command line: its commands, and how their errors are reported.

Results go to standard output, everything else to standard error.

Exit status: 0 nothing found, 3 hits to review, 1 could not answer, 2 wrong usage,
130 stopped, 141 the reader of the answer went away.
"""

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from commands.unchecked import CommandsOnly, NamesOnly
from records import NamewardenError
from records.gc_tuning import end_without_gc, relax_gc

COMMANDS = {
    "demo": "commands.demo",
    "update": "commands.update",
    "diff": "commands.changes",
    "show": "commands.lists",
    "match": "commands.names",
    "compare": "commands.names",
    "screen": "commands.documents",
    "batch": "commands.batch",
    "decide": "commands.alerts",
    "replay": "commands.audit",
    "report": "commands.audit",
    "figures": "commands.figures",
    "assess": "commands.assess",
    "tune": "commands.tune",
    "serve": "commands.serve",
    "mcp": "commands.mcp",
}
"""In the order of ``--help``, and where each is: the module's function of the same name."""
GROUPS = {
    "monitor": ("commands.monitor", "monitor"),
    "alerts": ("commands.alerts", "alerts"),
    "good-guys": ("commands.good_guys", "good_guys"),
    "profiles": ("commands.profiles", "profiles"),
    "ownership": ("commands.ownership", "ownership"),
    "places": ("commands.places", "places"),
    "audit": ("commands.audit", "audit"),
    "lists": ("commands.lists", "lists_app"),
    "access": ("commands.access", "access"),
}
"""Commands that have commands of their own, and where they are."""

app: typer.Typer
"""All commands; made where it is asked for."""


def __getattr__(name: str) -> typer.Typer:
    if name == "app":
        return program()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def program(asked: str | None = None) -> typer.Typer:
    """The command line.

    Args:
        asked: the first word of a line: if it is a command, no other is loaded, which takes a
            twentieth of the time of asking for one name.
    """
    made = typer.Typer(
        name="namewarden",
        cls=CommandsOnly,
        help="Find names from the public sanctions lists in documents and customer files, and say "
        "why.",
        epilog="Exit: 0 nothing found, 3 hits to review, 1 could not answer, 2 wrong usage.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    made.callback(invoke_without_command=True)(options)
    every = asked not in COMMANDS and asked not in GROUPS
    for name, module in COMMANDS.items():
        if every or name == asked:
            command = getattr(import_module(module), name)
            made.command(name, cls=NamesOnly if name == "match" else None)(command)
    for name, (module, group) in GROUPS.items():
        if every or name == asked:
            made.add_typer(getattr(import_module(module), group), name=name)
    return made


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
            program(sys.argv[1] if len(sys.argv) > 1 else None)()
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
    from commands.options import say

    say(f"namewarden: {message}")
    sys.exit(status)


if __name__ == "__main__":
    main()
