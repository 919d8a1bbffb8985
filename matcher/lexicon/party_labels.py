"""What forms call the field that holds a party's name: *Supplier*, *Beneficiary*."""

import re
from functools import cache
from importlib.resources import files

# Fields of payment messages and of programs, whose names are put together.
_MADE_UP = r"(?:initiating|ultimate|agent|invoice\w*)[\w ]* name"


@cache
def party_label() -> str:
    """A regular expression for any label of ``data/party_labels.tsv``, read when first needed."""
    text = (files("matcher") / "data" / "party_labels.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t")[2] for line in text.splitlines() if not line.startswith("#"))
    labels = sorted({label for row in rows for label in row.split("|")}, key=len, reverse=True)
    written = (re.escape(label).replace(r"\*", r"\w*").replace("'", "['’]") for label in labels)
    return f"(?:{'|'.join(written)}|{_MADE_UP})"


@cache
def _whole_label() -> re.Pattern[str]:
    return re.compile(party_label(), re.IGNORECASE)


def is_party_label(written: str) -> bool:
    """Whether a word is such a label."""
    return _whole_label().fullmatch(written) is not None
