"""Every example in a docstring is true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = (
    "commands", "documents", "lists", "matcher", "ownership", "records", "scale", "screening",
    "service", "store",
)  # fmt: skip
MODULES = [
    str(path.relative_to(ROOT))
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_a_module_are_true(module: str) -> None:
    tried = doctest.testmod(import_module(module.removesuffix(".py").replace("/", ".")))
    assert tried.attempted
    assert not tried.failed


def test_there_are_examples() -> None:
    assert "ownership/share.py" in MODULES
