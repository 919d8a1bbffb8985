"""What an assistant is told, over the protocol's own client."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from service.mcp_server import server
from store import Home

Ask = Callable[..., tuple[bool, dict[str, Any]]]


@pytest.fixture
def ask(excerpts_home: Home, tmp_path: Path) -> Ask:
    """Calls a tool: whether it failed, and what it said."""
    (tmp_path / "letter.txt").write_text("Six from Hapjanggang Trading Corporation.\n", "utf-8")

    def call(tool: str, **arguments: Any) -> tuple[bool, dict[str, Any]]:
        async def asked() -> Any:
            async with Client(server(excerpts_home, tmp_path)) as client:
                return await client.call_tool(tool, arguments)

        result = asyncio.run(asked())
        text = result.content[0].text
        return result.is_error, {"says": text} if result.is_error else json.loads(text)

    return call


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("match", {"names": ["Wuhan Gaoxin Technology"]}),
        ("match", {"names": ["Blue Lantern Logistics"]}),
        ("screen_document", {"path": "letter.txt"}),
        ("screen_document", {"text": "Nothing here."}),
        ("list_editions", {}),
    ],
)
def test_every_answer_says_on_what_it_rests_and_clears_nobody(
    ask: Ask, tool: str, arguments: dict[str, Any]
) -> None:
    failed, answer = ask(tool, **arguments)
    assert not failed
    assert "not a clearance" in answer["not_a_clearance"]
    assert {each["list"] for each in answer["editions"]} == {"eu_fsf", "us_ofac_sdn"}
    assert {each["what"] for each in answer["warnings"]} == {"stale"}


def test_a_name_and_a_document_are_answered_as_on_the_command_line(ask: Ask) -> None:
    _, matched = ask("match", names=["Wuhan Gaoxin Technology", "Blue Lantern"])
    first, second = matched["answers"]
    assert (first["decision"], second["decision"]) == ("match", "no_match")
    entity = first["hits"][0]["entity_id"]
    _, shown = ask("show_entry", entity_id=entity)
    assert shown["entry"]["id"] == entity
    _, screened = ask("screen_document", path="letter.txt")
    assert screened["documents"][0]["hits"]


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("match", {"names": []}, "0 names"),
        ("match", {"names": ["…"]}, "no word that can be searched for"),
        ("match", {"names": ["x y"], "lists": ["un_sc"]}, "un_sc"),
        ("match", {"names": ["Mahan Air"], "kind": "ship"}, "unknown kind 'ship'"),
        ("screen_document", {"path": "../letter.txt"}, "no file in the folder"),
        ("screen_document", {"path": "/etc/passwd"}, "no file in the folder"),
        ("screen_document", {}, "give path or text"),
        ("show_entry", {"entity_id": "us_ofac_sdn:0"}, "no entry"),
    ],
)
def test_what_cannot_be_answered_is_an_error_and_no_empty_answer(
    ask: Ask, tool: str, arguments: dict[str, Any], says: str
) -> None:
    failed, answer = ask(tool, **arguments)
    assert failed
    assert says in answer["says"]


def test_there_are_only_tools_that_read(excerpts_home: Home) -> None:
    async def tools() -> Any:
        async with Client(server(excerpts_home, None)) as client:
            return (await client.list_tools()).tools

    found = asyncio.run(tools())
    assert {each.name for each in found} == {
        "match", "screen_document", "show_entry", "list_editions",
    }  # fmt: skip
    assert all(each.annotations.read_only_hint for each in found)
