"""Persons' names: titles, middle names, given names, initials, order."""

import random
import re

from screening.assess.ways.way import PERSONS, Way, on_text

_TITLES = ("Mr", "Mrs", "Dr.", "Prof.", "Eng.", "H.E.", "Sheikh", "Hajji", "Col.")
_BEHIND = ("Esq.", "PhD", "Jr.", "MBA")
_MIDDLE = {
    "Latn": ("James", "Ali", "Maria", "Petrovich", "Hassan", "Joseph", "Ivanovich", "Carlos"),
    "Cyrl": ("Петрович", "Иванович", "Сергеевич"),
    "Arab": ("علي", "حسن", "محمد"),
}
_GIVEN = {
    "Latn": ("Robert", "Karim", "Nikolai", "Elena", "Omar", "Daniel", "Fatima", "Yusuf"),
    "Cyrl": ("Роберт", "Николай", "Елена"),
    "Arab": ("كريم", "سعيد"),
}
_PATRONYMIC = re.compile(
    r"(?i)\b\w+(?:ovich|evich|ovych|evych|ovna|evna|ivna|ivich|yevich|ович|евич|овна|евна|івна)\b"
)
_SPACED = ("Latn", "Cyrl", "Arab", "Hebr", "Grek")


def _words(name: str) -> list[str]:
    return name.replace(",", " ").split()


def _put_in(name: str, rng: random.Random, table: dict[str, tuple[str, ...]]) -> str | None:
    words = _words(name)
    known = _script_of(name, table)
    if len(words) < 2 or not known:
        return None
    return " ".join([words[0], rng.choice(known), *words[1:]])


def _script_of(name: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    from screening.assess.listed import script

    return table.get(script(name), ())


def _middle_dropped(name: str, _rng: random.Random) -> str | None:
    words = _words(name)
    return " ".join([words[0], *words[2:]]) if len(words) > 2 else None


def _other_given(name: str, rng: random.Random) -> str | None:
    words = _words(name)
    known = [other for other in _script_of(name, _GIVEN) if other not in words]
    if len(words) < 2 or not known:
        return None
    place = len(words) - 1 if "," in name else 0
    words[place] = rng.choice(known)
    return " ".join(words)


def _patronymic_dropped(name: str, _rng: random.Random) -> str | None:
    rest = " ".join(_PATRONYMIC.sub("", name).split())
    return rest if rest != name and len(rest.split()) > 1 else None


def _initial(name: str, _rng: random.Random) -> str | None:
    words = _words(name)
    if len(words) < 2 or len(words[0]) < 3:
        return None
    return " ".join([f"{words[0][0]}.", *words[1:]])


def _surname_first(name: str, _rng: random.Random) -> str | None:
    if "," in name:
        last, _, first = name.partition(",")
        return f"{first.strip()} {last.strip()}"
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else None


def _first_and_last(name: str, _rng: random.Random) -> str | None:
    words = _words(name)
    return f"{words[0]} {words[-1]}" if len(words) > 3 else None


_MORE = "persons with more than two names"
WAYS = (
    Way(name="title before", group="persons", severity=2, sense="persons", kinds=PERSONS,
        write=on_text(lambda name, rng: f"{rng.choice(_TITLES)} {name}")),
    Way(name="letters behind", group="persons", severity=2, sense="persons", kinds=PERSONS,
        write=on_text(lambda name, rng: f"{name}, {rng.choice(_BEHIND)}")),
    Way(name="surname on the other side", group="persons", severity=1, sense="persons",
        kinds=PERSONS, scripts=_SPACED, write=on_text(_surname_first)),
    Way(name="middle name added", group="persons", severity=3, sense="persons", kinds=PERSONS,
        scripts=("Latn", "Cyrl", "Arab"),
        write=on_text(lambda name, rng: _put_in(name, rng, _MIDDLE))),
    Way(name="middle name dropped", group="persons", severity=3, sense=_MORE, kinds=PERSONS,
        scripts=_SPACED, write=on_text(_middle_dropped)),
    Way(name="first and last name alone", group="persons", severity=4,
        sense="persons with more than three names", kinds=PERSONS, scripts=_SPACED, may_miss=True,
        defensible="two names of four may be many people's", write=on_text(_first_and_last)),
    Way(name="patronymic dropped", group="persons", severity=2, sense="persons with a patronymic",
        kinds=PERSONS, write=on_text(_patronymic_dropped)),
    Way(name="given name to its initial", group="persons", severity=4, sense="persons",
        kinds=PERSONS, scripts=_SPACED, may_miss=True,
        defensible="an initial may stand for many names", write=on_text(_initial)),
    Way(name="other given name", group="persons", severity=4, sense="persons", kinds=PERSONS,
        scripts=("Latn", "Cyrl", "Arab"), may_miss=True,
        defensible="a person of another given name is mostly another person",
        write=on_text(_other_given)),
)  # fmt: skip
