"""Patterns that are compiled when they are first searched for.

One with the ranges of Chinese characters takes two to eight milliseconds to compile, since ``re``
goes through them one by one, and most processes that are asked for one name need none of them.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Waiting:
    """Stands for a pattern; once it is compiled, its methods are at hand as they are there."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def waiting(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first searched for; ``re.compile`` else.

    Raises:
        re.error: at the first search, the pattern is none.
    """
    return cast(re.Pattern[str], _Waiting(pattern, flags))
