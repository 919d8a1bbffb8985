"""The Arabic article in Latin letters: written together, assimilated, dropped; Abd and Abu."""

import random
import re

from screening.assess.ways.way import Way, changed, on_text

_ARTICLE = re.compile(r"\b([AaEe][Ll])([- ])(?=[A-Z])")
_SUN = "tdrszn"


def _joined(name: str, _rng: random.Random) -> str | None:
    def one(found: re.Match[str]) -> str:
        return found[1] if not name.isupper() else found[1].upper()

    joined = _ARTICLE.sub(one, name)
    return changed(name, joined)


def _assimilated(name: str, _rng: random.Random) -> str | None:
    def one(found: re.Match[str]) -> str:
        vowel, letters = found[1], found[2]
        first = "sh" if letters.lower().startswith("sh") else letters[0]
        text = first.lower() if not name.isupper() else first.upper()
        return f"{vowel}{text}-{letters}"

    pattern = re.compile(rf"(?i)\b([ae])l[- ](?=[{_SUN}])(\w+)")
    return changed(name, pattern.sub(one, name))


def _dropped(name: str, _rng: random.Random) -> str | None:
    return changed(name, " ".join(_ARTICLE.sub("", name).split()))


def _hyphen(name: str, _rng: random.Random) -> str | None:
    return changed(name, _ARTICLE.sub(lambda m: m[1] + (" " if m[2] == "-" else "-"), name))


def _abd_joined(name: str, _rng: random.Random) -> str | None:
    return changed(
        name, re.sub(r"(?i)\b(abd|abu|bin)[- ](?:al[- ])?(?=[a-z]{3})", _fold, name, count=1)
    )


def _fold(found: re.Match[str]) -> str:
    return found[1] + ("al" if "al" in found[0][len(found[1]) :].lower() else "")


_WITH = "names with the article Al or El"
WAYS = (
    Way(name="article joined", group="Arabic article", severity=2, sense=_WITH, scripts=("Latn",),
        write=on_text(_joined)),
    Way(name="article assimilated", group="Arabic article", severity=3,
        sense="names with the article before t, d, r, s, sh, z, n", scripts=("Latn",),
        write=on_text(_assimilated)),
    Way(name="article dropped", group="Arabic article", severity=2, sense=_WITH, scripts=("Latn",),
        write=on_text(_dropped)),
    Way(name="article's hyphen", group="Arabic article", severity=1, sense=_WITH,
        scripts=("Latn",), write=on_text(_hyphen)),
    Way(name="Abd and Abu joined", group="Arabic article", severity=2,
        sense="names with Abd, Abu or Bin", scripts=("Latn",), write=on_text(_abd_joined)),
)  # fmt: skip
