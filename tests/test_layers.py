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
    {"lists", "documents", "matcher", "ownership"},
    {"records"},
)
# The rooms of a package: each imports only what stands in a line above its own.
ROOMS: dict[str, tuple[set[str], ...]] = {
    "matcher": (
        {"columnar", "identity"},
        {"lexicon"},
        {"names", "identifiers"},
        {"comparison", "particulars"},
        {"places"},
        {"index"},
        {"search"},
        {"mentions"},
    ),
    "screening": (
        {"changes", "parties", "tables"},
        {"engine"},
        {"places"},
        {"answers", "names", "updates"},
        {"catalogue"},
        {"ownership"},
        {"cases"},
        {"batch", "monitoring"},
        {"report"},
        {"documents", "watch"},
        {"archive", "assess", "demo"},
    ),
}
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


def rooms_imported(package: str, source: str) -> set[str]:
    """The rooms of its own package that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            top, _, inside = node.module.partition(".")
            if top == package:
                found |= {inside.partition(".")[0]} if inside else {n.name for n in node.names}
        elif isinstance(node, ast.Import):
            for alias in node.names:
                top, _, inside = alias.name.partition(".")
                if top == package and inside:
                    found.add(inside.partition(".")[0])
    return found


def room_of(package: str, path: Path) -> str:
    inside = path.relative_to(TOP / package)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def rooms_above(package: str, room: str, source: str) -> list[str]:
    """The rooms that a module of a room imports although it may not."""
    height = {name: number for number, floor in enumerate(ROOMS[package]) for name in floor}
    others = rooms_imported(package, source) - {room}
    return sorted(other for other in others if height[other] >= height[room])


@pytest.mark.parametrize("package", ROOMS)
def test_every_module_stands_in_a_room(package: str) -> None:
    rooms = {room for floor in ROOMS[package] for room in floor} | {"__init__"}
    paths = (TOP / package).rglob("*.py")
    assert {room_of(package, path) for path in paths} <= rooms


@pytest.mark.parametrize(
    ("package", "path"), [one for one in modules() if one[0] in ROOMS], ids=str
)
def test_a_room_imports_only_rooms_below_it(package: str, path: Path) -> None:
    room = room_of(package, path)
    if room != "__init__":
        assert rooms_above(package, room, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("package", "room", "source"),
    [
        ("matcher", "search", "from matcher.mentions.find import find"),
        ("matcher", "names", "import matcher.identifiers.registry"),
        ("screening", "answers", "from screening import monitoring"),
    ],
)
def test_an_import_of_a_room_above_or_beside_is_found(package: str, room: str, source: str) -> None:
    assert rooms_above(package, room, source)


@pytest.mark.parametrize("package", ROOMS)
def test_a_package_of_rooms_loads_nothing_by_itself(package: str) -> None:
    """A command pays for what it imports, not for what its neighbours need."""
    top = TOP / package
    for path in (top / "__init__.py", *top.glob("*/__init__.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert [type(node) for node in body] == [ast.Expr], path


NETWORKED = {
    # Looks whether the port is free on which the service is to listen.
    TOP / "commands" / "serve.py",
    TOP / "lists" / "download.py",
    TOP / "screening" / "watch" / "notices" / "mail.py",
    TOP / "screening" / "watch" / "notices" / "webhook.py",
}


@pytest.mark.slow
def test_only_downloads_and_notices_talk_to_the_network() -> None:
    network = {"requests", "urllib3", "http", "socket", "smtplib"}
    for package, path in modules():
        # The service listens; whom it may ask (the sign-in of the organisation) is its own module.
        if package == "service":
            continue
        talks = network & set(imports(path.read_text(encoding="utf-8")))
        assert not talks or path in NETWORKED
