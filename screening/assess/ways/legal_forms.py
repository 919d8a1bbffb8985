"""The legal form: dropped, swapped for its equal, another one put on, moved."""

import random
import re
from functools import cache

from screening.assess.data import rows
from screening.assess.ways.way import ORGANIZATIONS, Way, on_text


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[0].split("|")) for row in rows("legal_forms.tsv"))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {form.casefold(): group for group in _groups() for form in group}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted({form for group in _groups() for form in group}, key=len, reverse=True)
    spaced = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms if form.isascii())
    return re.compile(rf"(?i)(?:^|(?<=[\s,(\"])),?\s*(?:{spaced})(?=$|[\s,\")])")


def _found(name: str) -> tuple[int, int, str] | None:
    """Where the form stands at either end of the name, and the form."""
    for match in _pattern().finditer(name):
        if match.start() == 0 or match.end() >= len(name.rstrip()):
            return match.start(), match.end(), match.group().strip(" ,")
    return None


def without_form(name: str) -> str | None:
    """The name without the legal form at either end; None where it has none."""
    found = _found(name)
    if found is None:
        return None
    rest = (name[: found[0]] + " " + name[found[1] :]).strip(' ,"')
    rest = " ".join(rest.split())
    return rest if len(rest) > 4 else None


def _swapped(name: str, rng: random.Random) -> str | None:
    found = _found(name)
    if found is None:
        return None
    start, end, form = found
    group = _known().get(" ".join(form.split()).casefold(), ())
    others = [other for other in group if other.casefold() != form.casefold()]
    if not others:
        return None
    gap = " " if start else ""
    return " ".join(f"{name[:start]}{gap}{rng.choice(others)}{name[end:]}".split())


def _another(name: str, rng: random.Random) -> str | None:
    bare = name
    for _ in range(2):
        bare = without_form(bare) or bare
    return f"{bare} {rng.choice(rows('other_forms.tsv'))[0]}"


def _moved(name: str, _rng: random.Random) -> str | None:
    found, bare = _found(name), without_form(name)
    if found is None or bare is None:
        return None
    return f"{bare} {found[2]}" if found[0] == 0 else f"{found[2]} {bare}"


def _glued(name: str, _rng: random.Random) -> str | None:
    found, bare = _found(name), without_form(name)
    if found is None or bare is None or not re.fullmatch("[A-Z]{2,4}", found[2]):
        return None
    return f"{found[2]}{bare}" if found[0] == 0 else f"{bare}{found[2]}"


_WITH = "organisations with a legal form at either end"
WAYS = (
    Way(name="legal form dropped", group="legal form", severity=2, sense=_WITH,
        kinds=ORGANIZATIONS, write=on_text(lambda name, _: without_form(name))),
    Way(name="legal form swapped for its equal", group="legal form", severity=2, sense=_WITH,
        kinds=ORGANIZATIONS, write=on_text(_swapped)),
    Way(name="another legal form put on", group="legal form", severity=3, sense="organisations",
        kinds=ORGANIZATIONS, write=on_text(_another),
        defensible="where another form makes another company of it"),
    Way(name="legal form moved", group="legal form", severity=2, sense=_WITH,
        kinds=ORGANIZATIONS, write=on_text(_moved)),
    Way(name="legal form glued", group="legal form", severity=3,
        sense="organisations with a form of two to four capitals", kinds=ORGANIZATIONS,
        write=on_text(_glued)),
)  # fmt: skip
