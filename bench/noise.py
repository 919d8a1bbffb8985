"""What noise in a text costs: slips of the pen, scanners, line ends, dropped legal forms.

    python bench/noise.py [--documents FILE] [--names 400] [--seed 1]

Listed names of the active lists (NAMEWARDEN_HOME) are put into sentences of our own and searched
for, as they are and with one kind of noise at a time. ``--documents`` takes texts with marked
mentions instead: JSON lines with ``text`` and ``mentions`` (``start``, ``end``, ``listed_ids``).
Printed is how many mentions are found; of these, each with noise in it alone, how many still are.
Slips and misreadings are made in words of five letters and more; three letters with one wrong are
other letters.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from matcher.comparison.model import model
from matcher.lexicon.tables import Role
from matcher.mentions.find import find_all
from matcher.names.parser import analyse
from matcher.search.match import Policy
from records import Kind, NameKind
from screening.engine.engine import Engine
from store import Home

KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
# What each kind of noise should leave of the mentions that are found without it.
WANTED = {"typo": 0.80, "ocr": 0.70, "hyphen": 0.88, "no legal form": 0.88, "possessive": 0.88}
SENTENCES = (
    "The goods were shipped by {} to a warehouse in Mersin last spring.",
    "According to the customs records, {} paid for two of the lathes.",
    "He had been a director of {} since 2019, the ministry said.",
    "Under the contract the buyer pays to {} within thirty days.",
    "Investigators linked the transfers to {}, which denied any part in them.",
    "Die Lieferung ging an {} und wurde in Wien umgeladen.",
    "Le paiement a été reçu par {} en mars.",
    "Поставщиком оборудования была компания {}, сообщили вчера.",
)
CONFUSED = {
    "rn": ("m",), "m": ("rn",), "O": ("0",), "o": ("0",), "l": ("1", "I"), "I": ("l", "1"),
    "i": ("1", "l"), "S": ("5",), "B": ("8",), "cl": ("d",), "d": ("cl",), "e": ("c",),
    "c": ("e",), "h": ("b",), "u": ("ii",), "g": ("q",), "vv": ("w",), "w": ("vv",),
}  # fmt: skip
_CONFUSED = re.compile("|".join(sorted(CONFUSED, key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]{5,}")
_LONG = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with one or more mentions of listed parties."""

    text: str
    mentions: tuple[tuple[int, int, frozenset[str]], ...]
    """Begin, end, the parties' ids."""


def typo(name: str, random: Random) -> str:
    """One letter of a longer word wrong, lacking, too many, or in its neighbour's place."""
    words = list(_WORD.finditer(name))
    if not words:
        return name
    word = random.choice(words)
    place = random.randrange(word.start(), word.end() - 1)
    way, letter = random.randrange(4), random.choice("abcdefghijklmnopqrstuvwxyz")
    letter = letter.upper() if name[place].isupper() else letter
    if way == 0:
        return name[:place] + letter + name[place + 1 :]
    if way == 1:
        return name[:place] + name[place + 1 :]
    if way == 2:
        return name[:place] + letter + name[place:]
    return name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


def ocr(name: str, random: Random) -> str:
    """One or two letters (one in fifteen) read as others that look like them."""
    places = [
        met
        for word in _WORD.finditer(name)
        for met in _CONFUSED.finditer(name, word.start(), word.end())
    ]
    chosen = random.sample(places, min(len(places), 1 + len(name) // 30))
    for met in sorted(chosen, key=lambda met: -met.start()):
        name = name[: met.start()] + random.choice(CONFUSED[met[0]]) + name[met.end() :]
    return name


def hyphen(name: str, random: Random) -> str:
    """A word broken at a line's end."""
    words = list(_LONG.finditer(name))
    if not words:
        return name
    word = random.choice(words)
    place = random.randrange(word.start() + 2, word.end() - 2)
    return name[:place] + "-\n" + name[place:]


def no_legal_form(name: str, _: Random) -> str:
    """The legal forms at both ends left out."""
    words = analyse(name).words
    kept = [word for word in words if word.role is not Role.LEGAL]
    if not kept:
        return name
    return name[kept[0].start : kept[-1].end].strip(" ,\"'‘’«»“”")


def possessive(name: str, _: Random) -> str:
    """What is theirs."""
    return name + "’s"


NOISE: dict[str, Callable[[str, Random], str]] = {
    "typo": typo,
    "ocr": ocr,
    "hyphen": hyphen,
    "no legal form": no_legal_form,
    "possessive": possessive,
}


def own_cases(engine: Engine, count: int, random: Random) -> Iterator[Case]:
    """Sentences of our own around listed names of organisations in Latin letters."""
    index = engine.index
    numbers = [
        number
        for number in range(index.name_count)
        if index.entity_kind(int(index.arrays["name_entity"][number])) is Kind.ORGANIZATION
        and index.name_kind(number) is not NameKind.WEAK
        and index.name_texts[number].isascii()
        and len(index.name_texts[number]) < 70
    ]
    for number in random.sample(numbers, min(count, len(numbers))):
        name = written(index.name_texts[number])
        before, after = random.choice(SENTENCES).split("{}")
        owner = index.entity_ids[int(index.arrays["name_entity"][number])]
        mention = (len(before), len(before) + len(name), frozenset({owner}))
        yield Case(before + name + after, (mention,))


def written(name: str) -> str:
    """A listed name as a text writes it: capitals are for words, brackets are left out."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    if not name.isupper():
        return name
    return " ".join(w if len(w) < 4 else w.capitalize() for w in name.split(" "))


def marked_cases(path: Path) -> Iterator[Case]:
    """Texts with mentions that somebody marked."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        mentions = tuple(
            (mention["start"], mention["end"], frozenset(mention["listed_ids"]))
            for mention in document["mentions"]
            if mention["listed_ids"]
        )
        yield Case(document["text"], mentions)


def with_noise(
    case: Case, number: int, noise: Callable[[str, Random], str], random: Random
) -> Case | None:
    """The same text with noise in one of its mentions; None where the noise changes nothing."""
    start, end, ids = case.mentions[number]
    name = case.text[start:end]
    changed = noise(name, random)
    if changed == name:
        return None
    text = case.text[:start] + changed + case.text[end:]
    return Case(text, ((start, start + len(changed), ids),))


def found(engine: Engine, case: Case) -> list[bool]:
    """Which mentions are found, whoever is thought to be meant."""
    policy = Policy(model().threshold, 10, engine.allowed(KINDS))
    hits = find_all([case.text], engine.searcher, policy)[0]
    return [any(h.start < end and start < h.end for h in hits) for start, end, _ in case.mentions]


def right(engine: Engine, case: Case) -> list[bool]:
    """Which mentions are found for the right party."""
    policy = Policy(model().threshold, 10, engine.allowed(KINDS))
    hits = find_all([case.text], engine.searcher, policy)[0]
    owner = engine.index.entity_ids
    return [
        any(h.start < end and start < h.end and owner[h.match.entity] in ids for h in hits)
        for start, end, ids in case.mentions
    ]


def measure(engine: Engine, cases: list[Case], random: Random, *, show: bool) -> None:
    """Print what is found without noise, and what each kind of noise leaves of it."""
    clean = [
        (case, number, hit) for case in cases for number, hit in enumerate(found(engine, case))
    ]
    sure = sum(sum(right(engine, case)) for case in cases)
    there = [(case, number) for case, number, hit in clean if hit]
    total = len(clean)
    print(f"mentions {total} found {len(there) / total:.3f} right party {sure / total:.3f}")
    if show:
        print("   lost:", "; ".join(_text(case, n) for case, n, hit in clean if not hit))
    for name, noise in NOISE.items():
        noisy = [with_noise(case, number, noise, random) for case, number in there]
        changed = [case for case in noisy if case is not None]
        kept = [found(engine, case)[0] for case in changed]
        share = sum(kept) / max(1, len(kept))
        print(f"{name}: {len(changed)} mentions, kept {share:.3f} (wanted {WANTED[name]:.2f})")
        if show:
            lost = (case for case, hit in zip(changed, kept, strict=True) if not hit)
            print("   lost:", "; ".join(_text(case, 0) for case in lost))


def _text(case: Case, number: int) -> str:
    start, end, _ = case.mentions[number]
    return case.text[start:end]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--names", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lost", action="store_true", help="print what is not found")
    arguments = parser.parse_args()
    engine, random = Engine.open(Home.default()), Random(arguments.seed)
    if arguments.documents:
        cases = list(marked_cases(arguments.documents))
    else:
        cases = list(own_cases(engine, arguments.names, random))
    measure(engine, cases, random, show=arguments.lost)


if __name__ == "__main__":
    main()
