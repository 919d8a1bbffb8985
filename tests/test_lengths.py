"""Files and functions can be read at one go; each longer one has its reason here."""

import ast
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 350, 60
FILES = {
    "store/schema.py": "every table of the database, one after the other",
    "tests/documents/places_other.py": "one entry for each place of a format",
    "tests/screening/test_update.py": "one law for each way in which an update can end",
}
FUNCTIONS = {
    "commands/assess.py assess": "a command's options are its signature, with the help of each",
    "commands/alerts.py show_rules": "the same",
    "commands/batch.py batch": "the same",
    "commands/documents.py screen": "the same",
    "commands/monitor.py run": "the same",
    "commands/names.py match": "the same",
    "commands/update.py update": "the same",
    "matcher/comparison/features.py features": "one pass over the links of each candidate, which "
    "is most of what a comparison costs; cut into parts it passes a dozen sums along",
    "tests/service/test_analysts_day.py test_an_analysts_day": "a day is one story, told in its "
    "order",
    "matcher/index/build.py arrays_of": "a line for each array of the index",
}


def sources() -> Iterator[tuple[str, str]]:
    """Every module of the repository, by its path."""
    for top in sorted(TOP.iterdir()):
        if not top.name.startswith("."):
            for path in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
                if path.suffix == ".py":
                    yield path.relative_to(TOP).as_posix(), path.read_text(encoding="utf-8")


def long_functions(name: str, source: str) -> list[str]:
    return [
        f"{name} {node.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]


def test_no_file_is_too_long_without_a_reason() -> None:
    found = {name for name, source in sources() if len(source.splitlines()) > LONGEST_FILE}
    assert found == set(FILES), "shorten it, give the reason, or take the reason out"


def test_no_function_is_too_long_without_a_reason() -> None:
    found = {one for name, source in sources() for one in long_functions(name, source)}
    assert found == set(FUNCTIONS), "shorten it, give the reason, or take the reason out"


def test_a_function_of_sixty_one_lines_is_too_long() -> None:
    body = "    pass\n" * LONGEST_FUNCTION
    assert long_functions("a.py", f"def long():\n{body}") == ["a.py long"]
    assert long_functions("a.py", f"def long():\n{body.removesuffix('    pass' + chr(10))}") == []
