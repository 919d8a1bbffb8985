"""Learn from the lists how words of other scripts are written in Latin letters.

    python tools/mine_native_words.py ENTITIES.jsonl ... [--leave-out SHARE [--held IDS]] > TABLE

The table is matcher/data/native_words.tsv.

Publishers give many parties' names in several scripts: parallel text. Which Latin word a native one
is (its transliteration, its translation, or several of either) is told by which stand together in
the names of one party more often than chance has it: IBM model 1 (Brown et al., The Mathematics of
Statistical Machine Translation, 1993), over all parties of all lists that are given. A pair is kept
when parties of several names have it. The files are what ``namewarden lists export LIST --format
jsonl`` writes. With a share left out, by party over all lists, the table may be measured on parties
that it has not seen.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from rapidfuzz.distance.Indel import normalized_similarity as ratio

from matcher.lexicon.keys import consonants
from matcher.lexicon.native_words import latin_units, native_names, native_units, own_words
from matcher.lexicon.scripts import latin as read_in_latin

ROUNDS = 8
LEAST_PARTIES = 2
LEAST_CHANCE = 0.08
MOST_SPELLINGS = 6
# A pair of words that do not sound alike is a translation where more parties have it, so great a
# share of all that have the native word, and so great a one of those that have the Latin one.
LEAST_TRANSLATED, LEAST_SHARE, LEAST_BACK = 3, 0.3, 0.02
ALIKE = 0.7
# What is so much shorter than a known way to write a word is half of it.
LEAST_OF_A_HALF = 3
_LITTLE = frozenset(
    [
        "and",
        "for",
        "of",
        "the",
        "ve",
        "e",
        "va",
        "ye",
        "w",
        "wa",
        "in",
        "de",
        "la",
        "y",
        "i",
        "on",
        "no",
        "to",
        "a",
        "by",
        "with",
    ]
)
# No word of the other name: what a word is aligned with that has no counterpart.
NOTHING = ""

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def pairs_of(names: Iterable[str]) -> Iterator[Pair]:
    """A party's names in native scripts, each beside each in Latin letters, as words."""
    texts = [" ".join(text.split()) for text in names]
    latin = {units for text in texts if text.isascii() and (units := latin_units(text))}
    native = {units for text in texts if not text.isascii() and (units := native_units(text))}
    yield from ((one, other) for one in sorted(native) for other in sorted(latin))


def entities(paths: Iterable[Path]) -> Iterator[tuple[str, list[str]]]:
    """The id and the names of every entity of some exports."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                entity = json.loads(line)
                yield entity["id"], [name["text"] for name in entity.get("names", ())]


def parties(every: Sequence[tuple[str, list[str]]]) -> list[str]:
    """For every entity its party: entities of several lists that share a name are one. A party is
    known by the least of its names.
    """
    least: dict[str, str] = {}

    def root(name: str) -> str:
        while least.setdefault(name, name) != name:
            name = least[name]
        return name

    for _, names in every:
        folded = [" ".join(name.casefold().split()) for name in names]
        for one in folded[1:]:
            first, other = sorted((root(folded[0]), root(one)))
            least[other] = first
    return [root(" ".join(names[0].casefold().split())) if names else "" for _, names in every]


def is_left_out(party: str, share: float) -> bool:
    """Whether a party is one of those that are held out."""
    return crc32(party.encode()) % 100 < 100 * share


def aligned(parties: list[list[Pair]]) -> dict[str, dict[str, float]]:
    """How likely each Latin word is for each native one, after some rounds of IBM model 1."""
    chance: dict[str, dict[str, float]] = defaultdict(dict)
    for party in parties:
        for native, latin in party:
            for one in (*native, NOTHING):
                chance[one].update(dict.fromkeys(latin, 1.0))
    for _ in range(ROUNDS):
        counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for party in parties:
            share = 1.0 / len(party)
            for native, latin in party:
                _count(chance, counted, (*native, NOTHING), latin, share)
        for one, found in counted.items():
            total = sum(found.values())
            chance[one] = {other: value / total for other, value in found.items()}
    return chance


def _count(
    chance: dict[str, dict[str, float]],
    counted: dict[str, dict[str, float]],
    native: tuple[str, ...],
    latin: tuple[str, ...],
    share: float,
) -> None:
    for other in latin:
        total = sum(chance[one].get(other, 0.0) for one in native)
        for one in native if total else ():
            counted[one][other] += share * chance[one].get(other, 0.0) / total


def kept(
    parties: list[list[Pair]], chance: dict[str, dict[str, float]]
) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The pairs that several parties have, the surest first, with how many have them."""
    together: dict[str, dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    natives, latins = Counter[str](), Counter[str]()
    for party in parties:
        natives.update({one for native, _ in party for one in native})
        latins.update({other for _, latin in party for other in latin})
        for native, latin in party:
            for one in native:
                for other in latin:
                    if chance[one].get(other, 0.0) >= LEAST_CHANCE:
                        together[one][other].add(min(names for names, _ in party))
    for one, others in sorted(together.items()):
        likely = sorted(others, key=lambda other: -chance[one][other])
        # One party may be on several lists: it counts once for the words of its name.
        enough = [
            (other, len(others[other]))
            for other in likely
            if _is_sure(one, other, len(others[other]), natives[one], latins[other])
        ]
        if enough:
            yield one, enough[:MOST_SPELLINGS]


def _is_sure(native: str, latin: str, both: int, ones: int, others: int) -> bool:
    """Whether so many parties having both words is no chance.

    Args:
        native: a native word.
        latin: a Latin one.
        both: parties that have them.
        ones: parties that have the native one.
        others: parties that have the Latin one.
    """
    if both < LEAST_PARTIES or latin in _LITTLE:
        return False
    known = _known_as(native)
    if known:
        # A neighbour in the name (*Mohammad* of ``پور``) and half of a compound (*Reza* of
        # ``علیرضا``) are other words.
        sounds = max(_sounds(native, latin), *(_alike(latin, way) for way in known))
        return sounds >= ALIKE and not any(_is_half(native, latin, way) for way in known)
    if _sounds(native, latin) >= ALIKE:
        return True
    return both >= LEAST_TRANSLATED and both / ones >= LEAST_SHARE and both / others >= LEAST_BACK


def _is_half(native: str, latin: str, way: str) -> bool:
    named = way in native_names().get(native, ())
    if len(way) - len(latin) < LEAST_OF_A_HALF or not (named or _sounds(native, way) >= ALIKE):
        return False
    return way.startswith(latin) or way.endswith(latin)


def _known_as(native: str) -> tuple[str, ...]:
    """How dictionaries write a word: what they translate the lists need not teach."""
    return (*own_words().get(native, ()), *native_names().get(native, ()))


def _sounds(native: str, latin: str) -> float:
    return _alike(read_in_latin(native), latin)


def _alike(one: str, other: str) -> float:
    """How much two words in Latin letters sound alike, in [0, 1]."""
    return float(ratio(*(consonants(word.replace(" ", "")) for word in (one, other))))


def main() -> None:
    """Read the exports, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entities", nargs="+", type=Path)
    parser.add_argument("--leave-out", type=float, default=0.0, help="share of parties to hold out")
    parser.add_argument("--held", type=Path, help="file for the ids of those that are held out")
    asked = parser.parse_args()
    every = list(entities(asked.entities))
    held = [is_left_out(party, asked.leave_out) for party in parties(every)]
    if asked.held:
        ids = [entity for (entity, _), out in zip(every, held, strict=True) if out]
        asked.held.write_text("".join(f"{entity}\n" for entity in ids), encoding="utf-8")
    kept_in = (names for (_, names), out in zip(every, held, strict=True) if not out)
    pairs = [found for names in kept_in if (found := list(pairs_of(names)))]
    names = ", ".join(path.stem for path in asked.entities)
    sys.stdout.write(
        "# word, its Latin counterparts with how many parties have them; "
        f"source: aligned from the names of {len(pairs)} parties of {names}; "
        f"made by tools/{Path(__file__).name}\n"
    )
    for one, counterparts in kept(pairs, aligned(pairs)):
        counted = "|".join(f"{other} {count}" for other, count in counterparts)
        sys.stdout.write(f"{one}\t{counted}\n")


if __name__ == "__main__":
    main()
