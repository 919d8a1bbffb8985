"""The command ``mcp``: assistants ask over the Model Context Protocol."""

from pathlib import Path
from typing import Annotated

import typer

from commands.extras import needs
from records import UsageError


def mcp(
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents",
            metavar="FOLDER",
            help="Folder whose files may be screened. Default: none, only text.",
            readable=False,
        ),
    ] = None,
) -> None:
    """Answer an assistant on standard input and output (MCP). It reads and decides nothing."""
    with needs("mcp"):
        from service.mcp_server import server
    from store import Home

    if documents is not None and not documents.is_dir():
        raise UsageError(f"{documents}: is not a folder")
    server(Home.default(), documents).run("stdio")
