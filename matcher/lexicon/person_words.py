"""Words that listed persons are called by, in Latin letters."""

from functools import cache
from importlib.resources import files


@cache
def person_words() -> frozenset[str]:
    """The words of ``data/name_sounds.tsv`` (made by ``tools/make_name_sounds.py``), read when a
    name first needs them.
    """
    text = (files("matcher") / "data" / "name_sounds.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(line.partition("\t")[0] for line in lines)
