"""Count in how many listed parties' names words stand, and write matcher/data/reference.npz.

    python tools/make_reference.py LISTS [--leave-out LIST] [--to FILE]

``LISTS`` is a folder of list files as their publishers issued them, with folders of any depth; each
file, or folder of a set of files, is an edition. A word's count on a list is that of the edition in
which most parties have it. Lists have most of their parties in common: of those that other lists
add to the one where most have the word a quarter is taken for others (``OTHERS``), so that a party
on eight lists does not count eight times, and one more edition hardly moves anything. The words'
frequencies in ordinary language are wordfreq's (``read_language``).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from lists import ParseReport
from lists.packed import unpacked
from matcher.lexicon.keys import hashed
from matcher.lexicon.tables import Role
from matcher.names.reference import FILE, Reference
from matcher.names.roles import is_patronymic
from matcher.names.term_weights import Language, read_language
from matcher.names.variants import variants
from matcher.names.word import Word
from records import Entity, ListFormatError
from screening.updates.detect import DetectedFiles, detect_files

DATA = Path(__file__).resolve().parent.parent / "matcher" / "data"
OTHERS = 0.25


@dataclass
class Counted:
    """What was seen of all editions."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    """For each list and term the parties that have it, on the edition with most."""
    forms: set[str] = field(default_factory=set)
    forms_of_concept: dict[str, set[str]] = field(default_factory=dict)
    shortest: dict[str, int] = field(default_factory=dict)
    """For words that look like a patronymic how many words the shortest name has with it."""
    beside: set[str] = field(default_factory=set)
    """Of these words those that stand in a name with another one."""
    behind: set[str] = field(default_factory=set)
    """And those that stand right behind a word that is none, such as a given name."""

    def add(self, source: str, entities: Iterable[Entity]) -> int:
        """Count an edition of a list; returns how many parties it has."""
        counts: Counter[str] = Counter()
        parties = 0
        for entity in entities:
            parties += 1
            counts.update({word.term for word in self._words(entity)})
        self.counts[source] = self.counts.get(source, Counter()) | counts
        return parties

    def over_lists(self) -> Iterator[tuple[str, int]]:
        """Terms, and how many parties of all lists have each."""
        most, total = Counter[str](), Counter[str]()
        for counts in self.counts.values():
            most |= counts
            total.update(counts)
        for term, count in total.items():
            yield term, round(most[term] + OTHERS * (count - most[term]))

    def _words(self, entity: Entity) -> Iterator[Word]:
        for listed in entity.names:
            for variant in variants(listed.text):
                words = variant.name.words
                for word in words:
                    self._note(word, len(words))
                self._note_surnames(words)
                yield from words

    def _note(self, word: Word, length: int) -> None:
        self.forms.add(word.form)
        if word.concept is not None:
            self.forms_of_concept.setdefault(word.term, set()).add(word.form)
        elif word.role is Role.WORD and is_patronymic(word.form):
            self.shortest[word.form] = min(length, self.shortest.get(word.form, length))

    def _note_surnames(self, words: Sequence[Word]) -> None:
        """Words like patronymics that stand beside another one and never behind a given name are
        surnames: *Roman Arkadyevich Abramovich*, *Abramovich Roman Arkadyevich*.
        """
        like = [word.role is Role.WORD and is_patronymic(word.form) for word in words]
        if sum(like) > 1:
            self.beside.update(word.form for word, one in zip(words, like, strict=True) if one)
        for before, (word, one) in zip(like, zip(words[1:], like[1:], strict=True), strict=False):
            if one and not before:
                self.behind.add(word.form)

    def table(self, language: Language) -> Reference:
        """The table that is shipped."""
        counts = _by_hash({term: count for term, count in self.over_lists() if count > 1})
        zipf = _by_hash(
            {
                concept: max(map(language.zipf_of, sorted(forms)))
                for concept, forms in self.forms_of_concept.items()
            }
        )
        surnames = self.beside - self.behind
        middle = (
            form for form, length in self.shortest.items() if length > 2 and form not in surnames
        )
        return Reference(
            forms=_hashes(self.forms),
            terms=np.array(list(counts), dtype=np.uint32),
            counts=np.array(list(counts.values()), dtype=np.uint16),
            concepts=np.array(list(zipf), dtype=np.uint32),
            concept_zipf=np.array(list(zipf.values()), dtype=np.float32),
            patronymics=_hashes(middle),
        )


def _hashes(words: Iterable[str]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.array(sorted({hashed("w", word) for word in words}), dtype=np.uint32)


def _by_hash(figures: dict[str, float]) -> dict[int, float]:
    """By the words' hashes, rising; of two words of one hash the higher figure."""
    found: dict[int, float] = {}
    for word, figure in figures.items():
        number = hashed("w", word)
        found[number] = max(figure, found.get(number, figure))
    return dict(sorted(found.items()))


def editions(folder: Path) -> Iterator[DetectedFiles]:
    """The editions in a folder and those below it, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        try:
            found = detect_files(path, (), lambda _: None)
        except ListFormatError:
            continue
        for one in found:
            # Of a folder only what is an edition as a whole; its single files come by themselves.
            if not one.problem and (path.is_file() or len(one.paths) > 1):
                yield one


def entities(edition: DetectedFiles) -> Iterator[Entity]:
    """The entities of an edition.

    Raises:
        ListFormatError: it is damaged.
    """
    source, report = edition.source, ParseReport()
    with ExitStack() as stack:
        limit = source.at_most_bytes
        opened = [stack.enter_context(unpacked(path, limit)) for path in edition.paths]
        if len(opened) > 1 and source.file_set is not None:
            yield from source.file_set.parse(opened, report)
        else:
            yield from source.parse(opened[0], report)


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lists", type=Path)
    parser.add_argument("--leave-out", action="append", default=[], metavar="LIST")
    parser.add_argument("--to", type=Path, default=DATA / FILE)
    arguments = parser.parse_args()
    counted, said = Counted(), list[str]()
    for edition in editions(arguments.lists):
        if edition.source.name in arguments.leave_out:
            continue
        try:
            parties = counted.add(edition.source.name, list(entities(edition)))
        except ListFormatError as error:
            said.append(f"{edition.paths[0].name}: {error}; left out")
            continue
        said.append(f"{edition.source.name}: {edition.paths[0].name}: {parties:,} parties")
    table = counted.table(read_language())
    # (Its stub takes the last of any keywords for `allow_pickle`.)
    np.savez(arguments.to, **table.arrays())  # type: ignore[arg-type]
    said.append(f"{len(table.forms):,} words, {len(table.terms):,} of more than one party")
    print("\n".join(said), file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
