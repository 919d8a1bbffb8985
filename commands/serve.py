"""The command ``serve``: HTTP API and review desk."""

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from commands.extras import needs

needs_service = "service"


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on. Default: 127.0.0.1.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="Default: 8484.")] = None,
    processes: Annotated[
        int | None, typer.Option("--processes", min=1, help="Worker processes. Default: 1.")
    ] = None,
    no_sign_in: Annotated[
        bool,
        typer.Option("--no-sign-in", help="Ask nobody who they are; this machine only."),
    ] = False,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="TOML", help="See docs/reference/service.md.")
    ] = None,
) -> None:
    """Answer over HTTP: an API for programs and a review desk for people."""
    with needs("service"):
        import uvicorn

        from service.metrics import MULTIPROCESS_VARIABLE
        from service.settings import FILE_VARIABLE, PREFIX, read_settings
