"""Writes the lowest versions that pyproject.toml allows, as constraints for pip.

    python tools/lowest_versions.py > lowest.txt
    pip install -c lowest.txt -e '.[service,parquet]'

A lower bound that nothing runs with is a guess: `.ci/run` installs these versions in an
environment of their own and runs a part of the tests there. Where pip cannot put them together, a
bound is too low for another package that we ask for. Tools of development are left out: nobody who
uses the program installs them.
"""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
# What the tests of the lowest versions do not install.
LEFT_OUT = ("bench", "dev", "ner", "spark")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_BOUND = re.compile(r">=\s*([0-9][^,;\s]*)")


def lowest(project: Path = PROJECT) -> dict[str, str]:
    """Each dependency's lowest version: ``{"lxml": "6.1.0"}``.

    Raises:
        ValueError: a dependency has no lower bound, or two different ones.
    """
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    extras = table["optional-dependencies"]
    wanted = list(table["dependencies"])
    for extra, requirements in extras.items():
        wanted += [] if extra in LEFT_OUT else requirements
    versions: dict[str, str] = {}
    for requirement in wanted:
        name, bound = _NAME.match(requirement), _BOUND.search(requirement)
        if name is None or bound is None:
            raise ValueError(
                f"{requirement!r} in {project} has no lower bound: write name>=version"
            )
        if versions.setdefault(name[0], bound[1]) != bound[1]:
            raise ValueError(f"{name[0]} in {project} has two lower bounds: give it one")
    return versions


if __name__ == "__main__":
    sys.stdout.writelines(f"{name}=={version}\n" for name, version in sorted(lowest().items()))
