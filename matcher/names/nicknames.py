"""Short forms of given names: *Sasha Ivanov* is read as *Aleksandr Ivanov*, too."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from matcher.lexicon.tables import Role
from matcher.names.word import Name

FILE = "nicknames.tsv"
# A person's name has a given name and a surname, and seldom more than four words.
FEWEST, MOST = 2, 4


def full_names(name: Name) -> Iterator[list[tuple[int, int, str]]]:
    """What to write for the first short form in a name that may be a person's.

    Args:
        name: a query in Latin letters.

    Yields:
        The stretch and one name that it is short for, the likeliest first; nothing where the name
        has a legal form, a trade word or a number, or no short form.
    """
    words = [word for word in name.words if word.role is not Role.STOP]
    if not FEWEST <= len(words) <= MOST or any(word.role is not Role.WORD for word in words):
        return
    known = nicknames()
    for word in words:
        if word.form in known:
            yield from ([(word.start, word.end, full)] for full in known[word.form])
            return


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """Short forms, in ``a-z``, and the names that each is short for."""
    text = (files("matcher") / "data" / FILE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {short: tuple(names.split("|")) for shorts, names in rows for short in shorts.split("|")}
