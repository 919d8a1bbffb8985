"""The server for assistants as a client starts it: a program on its standard streams."""

import asyncio
import json
from pathlib import Path
from typing import Any

from mcp import Client, StdioServerParameters
from program import Program

pytest_plugins = ["program_fixtures"]


def test_an_assistant_starts_the_program_and_asks(run: Program, tmp_path: Path) -> None:
    command, *arguments = run.command("mcp")
    started = StdioServerParameters(
        command=command, args=arguments, env=run.environment, cwd=run.folder
    )

    async def asked() -> Any:
        async with Client(started) as client:
            return await client.call_tool("match", {"names": ["Mahan Air"]})

    answer = json.loads(asyncio.run(asked()).content[0].text)
    assert answer["answers"][0]["decision"] == "match"
    assert "not a clearance" in answer["not_a_clearance"]


def test_a_folder_that_is_none_is_refused(run: Program) -> None:
    done = run("mcp", "--documents", "nowhere")
    assert (done.status, "nowhere: is not a folder" in done.err) == (2, True)
