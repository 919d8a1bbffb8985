"""Imports point down only: cli > commands > service, scale > screening > store > lists, documents,
matcher > records.

Packages of one layer never import each other, and records imports the standard library only.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
LAYERS = (
    {"cli"},
    {"commands"},
    {"service", "scale"},
    {"screening"},
    {"store"},
    {"lists", "documents", "matcher"},
    {"records"},
)
HEIGHT = {name: number for number, layer in enumerate(reversed(LAYERS)) for name in layer}


def imports(source: str) -> Iterator[str]:
    """The top-level names that a module imports, late and typing-only imports included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


def violations(package: str, source: str) -> list[str]:
    """What a module of a package imports although it may not."""
    ours = {name for name in imports(source) if name in HEIGHT and name != package}
    wrong = {name for name in ours if HEIGHT[name] >= HEIGHT[package]}
    if package == "records":
        wrong |= set(imports(source)) - {*sys.stdlib_module_names, "records"}
    return sorted(wrong)


def modules() -> list[tuple[str, Path]]:
    packages = sorted(HEIGHT)
    found = [(name, path) for name in packages for path in sorted((TOP / name).rglob("*.py"))]
    return [("cli", TOP / "cli.py"), *found]


@pytest.mark.parametrize(("package", "path"), modules(), ids=str)
def test_imports_point_down_only(package: str, path: Path) -> None:
    assert violations(package, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("matcher", "from store import Home"),
        ("matcher", "import lists.us_ofac"),
        ("documents", "def late():\n    from matcher import match"),
        ("store", "from screening.engine import Engine"),
        ("screening", "import cli"),
        ("records", "import lxml.etree"),
    ],
)
def test_an_import_that_points_up_or_sideways_is_found(package: str, source: str) -> None:
    assert violations(package, source)


NETWORKED = {
    TOP / "lists" / "download.py",
    TOP / "screening" / "notices" / "mail.py",
    TOP / "screening" / "notices" / "webhook.py",
}


def test_only_downloads_and_notices_talk_to_the_network() -> None:
    network = {"requests", "urllib3", "http", "socket", "smtplib"}
    for package, path in modules():
        # The service listens; whom it may ask (the sign-in of the organisation) is its own module.
        if package == "service":
            continue
        talks = network & set(imports(path.read_text(encoding="utf-8")))
        assert not talks or path in NETWORKED
