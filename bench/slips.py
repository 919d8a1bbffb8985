"""How many listed names one wrong letter hides: ``python bench/slips.py``.

Names of companies, vessels and aircraft on OFAC's SDN list (NAMEWARDEN_HOME), each once, in Latin
letters. One letter, not the first, of a word of five letters and more is left out, put in or
changed. Printed is the share that finds its entry at the default threshold.
"""

import argparse
from collections.abc import Iterator
from random import Random
from string import ascii_lowercase

from matcher.columnar.arrays import Array
from matcher.comparison.model import model
from matcher.index.index import NameIndex
from matcher.names.parser import analyse
from records import Kind, Settings
from screening.engine.engine import Engine
from screening.names.match import match
from store import Home

LIST = "us_ofac_sdn"
KINDS = (Kind.ORGANIZATION, Kind.VESSEL, Kind.AIRCRAFT)
SHORTEST = 5


def slipped(text: str, source: Random) -> str | None:
    """A name with one letter wrong; None where no word is long enough."""
    words = [word for word in analyse(text).words if _may_slip(text[word.start : word.end])]
    if not words:
        return None
    word = source.choice(words)
    place = source.randrange(word.start + 1, word.end)
    old, letter = text[place], source.choice(ascii_lowercase)
    letter = letter.upper() if old.isupper() else letter
    return text[:place] + source.choice(["", letter + old, letter]) + text[place + 1 :]


def _may_slip(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) >= SHORTEST


def listed(index: NameIndex, allowed: Array, source: Random) -> Iterator[tuple[str, str]]:
    """Names in no order, each once, and whose they are."""
    numbers = [number for number in range(index.name_count) if allowed[number]]
    source.shuffle(numbers)
    seen: set[str] = set()
    for number in numbers:
        text = index.name_texts[number]
        if text not in seen and text.isascii():
            seen.add(text)
            yield text, index.entity_ids[int(index.arrays["name_entity"][number])]


def main() -> None:
    """Make the slips, search, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--lost", action="store_true", help="print what is not found")
    arguments = parser.parse_args()
    engine, source = Engine.open(Home.default(), lists=[LIST]), Random(arguments.seed)
    allowed = engine.allowed(KINDS)
    if allowed is None:
        parser.error(f"{LIST} has no other entries than these kinds, which cannot be")
    asked: dict[str, str] = {}
    for text, entity in listed(engine.index, allowed, source):
        query = slipped(text, source)
        if query is not None and query != text and len(asked) < arguments.names:
            asked[query] = entity
    settings = Settings(threshold=model().threshold, limit=20, kinds=KINDS, lists=(LIST,))
    answers = match(engine, list(asked), settings)
    lost = [
        answer.query
        for answer in answers
        if asked[answer.query] not in {hit.entity_id for hit in answer.hits}
    ]
    print(f"found {1 - len(lost) / len(asked):.4f} of {len(asked)} names with one letter wrong")
    if arguments.lost:
        print("\n".join(lost))


if __name__ == "__main__":
    main()
