"""Words between two names in one query, in many languages: former and other names of a party, for
whom it acts, whose part it is (``between_names.tsv``).
"""

import re
from functools import cache
from importlib.resources import files


@cache
def _phrases() -> tuple[frozenset[str], frozenset[str]]:
    """All, and those before which stands no name."""
    text = (files("matcher") / "data" / "between_names.tsv").read_text(encoding="utf-8")
    every, of_a_part = set[str](), set[str]()
    for line in text.splitlines():
        if not line.startswith("#"):
            _, others, *parts = line.split("\t")
            every.update(others.split("|"))
            of_a_part.update(*(one.split("|") for one in parts))
    return frozenset(every | of_a_part), frozenset(of_a_part)


def said_between() -> str:
    """A regular expression for them, without regard to case."""
    longest_first = sorted(_phrases()[0], key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


def signal_words() -> frozenset[str]:
    """Words of which each of them has one, but for letters with strokes between."""
    longest = (max(re.findall(r"[^\W_]+", phrase), key=len) for phrase in _phrases()[0])
    return frozenset(word for word in longest if len(word) > 1)


def is_of_a_part(said: str) -> bool:
    """Whether what was said makes a part of a party of what stands before it: *Berlin branch of*.

    Args:
        said: the words between two names.
    """
    return " ".join(said.lower().strip(" :,").split()) in _phrases()[1]
