"""Patterns that are compiled when they are first searched for."""

import re
import subprocess
import sys

import pytest

from matcher.lexicon.waiting import waiting
from matcher.names import tokenizer


def test_a_waiting_pattern_finds_what_a_compiled_one_finds() -> None:
    text = "ab 12 AB 34"
    for flags in (0, re.IGNORECASE):
        one, other = waiting(r"a(b)|\d+", flags), re.compile(r"a(b)|\d+", flags)
        assert one.pattern == other.pattern
        for method in ("findall", "split"):
            assert getattr(one, method)(text) == getattr(other, method)(text)
        assert one.sub("-", text) == other.sub("-", text)
        assert [met.span() for met in one.finditer(text, 3)] == [
            met.span() for met in other.finditer(text, 3)
        ]
        assert one.groups == other.groups


def test_it_is_compiled_once_and_not_before_it_is_searched_for() -> None:
    pattern = waiting("(")
    with pytest.raises(re.error):
        pattern.search("x")
    known = waiting("x")
    known.search("x")
    assert known.search is known.search, "the compiled pattern's own method"


def test_a_plain_name_compiles_no_pattern_of_chinese_characters() -> None:
    program = (
        "import matcher.search.match\n"
        "from matcher.lexicon.scripts import HAN\n"
        "from matcher.names.parser import analyse\n"
        "import re\n"
        "analyse('Wuhan Gaoxin Technology S.A.')\n"
        "print(sum(HAN in str(key[1]) for key in re._cache))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "0\n"


@pytest.mark.parametrize(
    "text",
    [
        "S.p.A.",
        "O'Reilly`s",
        "a\x02b",
        "A.B.C d",
        "x\x7fy z'",
        "don't-\nstop",
        "1st_x",
        "A..B",
        ".'",
    ],
)
def test_plain_text_is_cut_as_any_text_is(text: str) -> None:
    met = [one.span() for one in tokenizer.TOKEN.finditer(text)]
    assert [one.span() for one in tokenizer._PLAIN_TOKEN.finditer(text)] == met
