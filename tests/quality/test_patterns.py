"""No regular expression of ours tries the same letters again in ever more ways.

Each is given texts that repeat what it looks for, and an end that spoils the match. Time that
grows with the square is let pass, since what is long is cut before (pages, lines, words); time
that doubles with each letter, or grows with the cube, is not.
"""

import ast
import importlib
import re
import re._constants as kinds  # type: ignore[import-not-found]
import re._parser as grammar  # type: ignore[import-not-found]
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import islice, product
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "records", "lists", "documents", "matcher", "ownership", "store", "screening", "service",
    "commands", "scale",
)  # fmt: skip
USUAL = " a1.,-'\"(<&\n\t/;:AZé中ا_"
LENGTH = 150
SECONDS = 0.125
"""The slowest takes some milliseconds; one that doubles with each letter takes years."""
SIGNS = 6
"""So many of a pattern's letters are put together in twos."""


def modules() -> Iterator[str]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__")


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, in a collection of them, in a record, or behind a method of one."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield value.__self__  # type: ignore[attr-defined]
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (one for field in fields(value) for one in held(getattr(value, field.name)))
    elif isinstance(value, dict):
        yield from (one for pair in value.items() for part in pair for one in held(part))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (one for part in value for one in held(part))


def patterns() -> dict[tuple[str | bytes, int], tuple[str, re.Pattern[Any]]]:
    """Every pattern that a module holds, with the first place where it is."""
    found: dict[tuple[str | bytes, int], tuple[str, re.Pattern[Any]]] = {}
    for name in modules():
        for word, value in list(vars(importlib.import_module(name)).items()):
            for one in held(value):
                found.setdefault((one.pattern, one.flags), (f"{name}.{word}", one))
    return found


def written() -> Iterator[tuple[str, re.Pattern[Any], bool]]:
    """Patterns that a call is given as a text, ``re.sub(r"…", …)``, or puts together, where, and
    whether it is to match to the text's end.
    """
    for name in modules():
        names = vars(importlib.import_module(name))
        path = Path(names["__file__"])
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (called := _of_re(node.func)):
                made = put_together(node.args[0], names)
                if isinstance(made, str | bytes):
                    where = f"{path.relative_to(ROOT)}:{node.lineno}"
                    yield where, re.compile(made, _flags(node, names)), called == "fullmatch"


UNKNOWN = "ab"
"""What stands in a pattern for a part that only a call knows: a word, a separator, escaped."""


def put_together(node: ast.expr, names: dict[str, Any]) -> Any:
    """What an expression makes in its module; of what only a call knows, ``UNKNOWN``."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(put_together(part, names)) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = put_together(node.left, names), put_together(node.right, names)
        if isinstance(left, bytes) != isinstance(right, bytes):
            left, right = (
                one if isinstance(one, bytes) else str(one).encode() for one in (left, right)
            )
        return left + right
    value = node.value if isinstance(node, ast.FormattedValue) else node
    try:
        return eval(compile(ast.Expression(value), "here", "eval"), dict(names))
    except (NameError, AttributeError, TypeError):
        return UNKNOWN


def _flags(call: ast.Call, names: dict[str, Any]) -> int:
    """The flags that a call names."""
    said = [*call.args[1:], *(one.value for one in call.keywords if one.arg == "flags")]
    found = [put_together(one, names) for one in said]
    return next((one for one in found if isinstance(one, re.RegexFlag)), re.NOFLAG)


def _of_re(called: ast.expr) -> str | None:
    """Which of the functions of ``re`` that take a text it is."""
    takes = {"compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"}
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.attr if called.value.id == "re" and called.attr in takes else None
    return None


def letters(tree: Iterable[Any]) -> Iterator[str]:
    """Single letters and runs of them that a pattern names."""
    run = ""
    for kind, value in tree:
        if kind is kinds.LITERAL:
            run += chr(value)
            yield chr(value)
            continue
        if run:
            yield run
            run = ""
        if kind is kinds.IN:
            yield from (chr(one if kind is kinds.LITERAL else one[0])
                        for kind, one in value if kind in (kinds.LITERAL, kinds.RANGE))  # fmt: skip
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            yield from letters(value[2])
        elif kind is kinds.SUBPATTERN:
            yield from letters(value[3])
        elif kind is kinds.BRANCH:
            yield from (one for branch in value[1] for one in letters(branch))
        elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            yield from letters(value[1])
    if run:
        yield run


def spoilt(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Texts that repeat what a pattern looks for."""
    named = dict.fromkeys(letters(grammar.parse(pattern.pattern, pattern.flags)))
    single = [one for one in named if len(one) == 1][:SIGNS] + list(USUAL)[: SIGNS // 2]
    units = [*islice(named, 20), *USUAL, *("".join(pair) for pair in product(single, repeat=2))]
    for unit in dict.fromkeys(units):
        yield unit * (LENGTH // len(unit)) + "\0!"


def tried(pattern: re.Pattern[Any], text: str, *, whole: bool) -> None:
    given = text.encode("latin-1", "ignore") if isinstance(pattern.pattern, bytes) else text
    pattern.search(given)
    if whole:
        pattern.fullmatch(given)


def is_asked_for_the_whole(where: str) -> bool:
    """Whether its module matches a pattern to a text's end; looking for it backs up less."""
    module, _, word = where.rpartition(".")
    source = Path(importlib.import_module(module).__file__ or "").read_text("utf-8")
    return f"{word}.fullmatch" in source


class TooLongError(Exception):
    """It took longer than it may."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLongError


def ends_in_time(pattern: re.Pattern[Any], *, whole: bool) -> bool:
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for text in spoilt(pattern):
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            tried(pattern, text, whole=whole)
    except TooLongError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no timer stops an expression")


def test_every_pattern_ends_in_time() -> None:
    every = patterns()
    assert len(every) > 300
    made = {where.partition(":")[0] for where, _, _ in written()}
    # From parts of the module, and from parts that only a call knows.
    assert {"matcher/mentions/ship_cues.py", "documents/delimited.py"} <= made
    # What a call is given is mostly held by a module, too. Once is enough, the harder way.
    asked = [(where, one, is_asked_for_the_whole(where)) for where, one in every.values()]
    once = {}
    for where, one, whole in sorted([*asked, *written()], key=lambda each: each[2]):
        once[one.pattern, one.flags] = where, one, whole
    assert once.keys() >= every.keys()
    slow = [where for where, one, whole in once.values() if not ends_in_time(one, whole=whole)]
    assert slow == []


@pytest.mark.parametrize(
    "code", ['re.compile(rf"({PART}+)+{given}")', 're.search(r"(a+)" + "+b", given)']
)
def test_a_pattern_that_is_put_together_is_tried_too(code: str) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    made = put_together(call.args[0], {"re": re, "PART": "a"})
    assert not ends_in_time(re.compile(made), whole=True)


@pytest.mark.parametrize("bad", [r"(a+)+b", r"(?:a|a)*b", r"(\w+\s?)*:"])
def test_a_pattern_that_tries_again_in_ever_more_ways_is_found(bad: str) -> None:
    assert not ends_in_time(re.compile(bad), whole=True)
