"""Count the parties that are called by a brand, and write matcher/data/brands.tsv anew.

    python tools/make_brands.py LISTS [--propose FILE] [--to FILE]

``LISTS`` is a folder of list files as ``make_reference`` reads it. The words of the table were
chosen by eye, out of what ``--propose`` writes: words of three letters and more by which parties
are called (the only word of its own that some name has) or with which names of several parties
begin, that are no given name, town or region. A word belongs in the table if ordinary language has
it for the party's sake alone, or if it is a short one of no language, and if no company outside the
group is known by it. Of each the table has the parties on the list that has most of them, and how
often ordinary language has it (Zipf scale, before it is taken out of it).
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import log10
from pathlib import Path

from make_reference import editions, entities
from wordfreq import get_frequency_dict

from matcher.comparison.brand import OWN
from matcher.lexicon.brands import FILE, brands
from matcher.lexicon.keys import is_given_name
from matcher.lexicon.scripts import latin
from matcher.lexicon.tables import Role
from matcher.names.surrounding_cues import cues, regions
from matcher.names.term_weights import LANGUAGES
from matcher.names.variants import variants
from records import CRAFT, Entity, Kind, ListFormatError

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data"
SHORTEST = 3
# Parties with which a word is proposed that is all of none's name.
SEVERAL = 2
HEADING = (
    "# word, parties whose names begin with it, parties that are called so, both on the list that"
    " has most; how often ordinary language has it (Zipf; 0: never); source: the publishers' lists"
    " and wordfreq (Apache-2.0), by tools/make_brands.py, chosen by eye\n"
)


@dataclass
class Counted:
    """Parties by the words with which their names begin, and by the only one of their own."""

    begins: dict[str, Counter[str]] = field(default_factory=dict)
    """For each list, of the edition with most."""
    called: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, source: str, parties: Iterable[Entity]) -> None:
        """Count an edition of a list."""
        begins, called = Counter[str](), Counter[str]()
        for party in parties:
            if party.kind is not Kind.PERSON and party.kind not in CRAFT:
                first, only = _words(party)
                begins.update(first)
                called.update(only)
        self.begins[source] = self.begins.get(source, Counter()) | begins
        self.called[source] = self.called.get(source, Counter()) | called

    def most(self) -> tuple[Counter[str], Counter[str]]:
        """Of each word the parties on the list that has most."""
        begins, called = Counter[str](), Counter[str]()
        for each in self.begins.values():
            begins |= each
        for each in self.called.values():
            called |= each
        return begins, called


def _words(party: Entity) -> tuple[set[str], set[str]]:
    """The words with which a party's names begin, and those that are a name's only own."""
    found = [_words_of(listed.text) for listed in party.names]
    return {word for first, _ in found for word in first}, {w for _, only in found for w in only}


@cache  # Editions have most of their names in common.
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    first, only = set[str](), set[str]()
    for variant in variants(text):
        words = [word for word in variant.name.words if word.is_content]
        own = [word for word in words if word.role in OWN]
        if words and words[0].role is Role.WORD:
            first.add(words[0].form)
        if not own:
            only.update(word.form for word in words if word.form in brands())
        if len(own) == 1 and own[0].role is Role.WORD:
            only.add(own[0].form)
    return frozenset(first), frozenset(only)


def ordinary() -> dict[str, float]:
    """The Zipf values of words in the languages of ``term_weights``, brands among them."""
    found: dict[str, float] = {}
    for language, _ in LANGUAGES:
        for word, frequency in get_frequency_dict(language, wordlist="small").items():
            form = latin(word)
            found[form] = max(found.get(form, 0.0), 9.0 + log10(frequency))
    return found


def proposed(begins: Counter[str], called: Counter[str]) -> Iterator[str]:
    """Words that may be brands, those of most parties first."""
    for word, _ in (begins + called).most_common():
        if len(word) < SHORTEST or not word.isalpha() or is_given_name(word):
            continue
        if word in cues().towns or word in regions():
            continue
        if called[word] or begins[word] >= SEVERAL:
            yield word


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lists", type=Path)
    parser.add_argument("--propose", type=Path, metavar="FILE")
    parser.add_argument("--to", type=Path, default=DATA / FILE)
    arguments = parser.parse_args()
    counted, zipf = Counted(), ordinary()
    for edition in editions(arguments.lists):
        try:
            counted.add(edition.source.name, list(entities(edition)))
        except ListFormatError as error:
            print(f"{edition.paths[0].name}: {error}; left out")  # noqa: T201
    begins, called = counted.most()

    def row(word: str) -> str:
        return f"{word}\t{begins[word]}\t{called[word]}\t{zipf.get(word, 0.0):.2f}\n"

    arguments.to.write_text(HEADING + "".join(map(row, sorted(brands()))), encoding="utf-8")
    if arguments.propose is not None:
        rows = "".join(map(row, proposed(begins, called)))
        arguments.propose.write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()
