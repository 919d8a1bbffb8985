"""Whether two measurements of the same ways of writing a name agree: ``assess`` and another's.

    python bench/agreement.py assess.json OTHER.txt [OTHER.txt ...]

OTHER is what a program printed that writes listed names in ways of its own and screens them with
the same engine on the same lists: lines ``way: found .975 of 200`` (names) or ``set .993 of 150``
(documents). Of ``assess`` the same kind of names is taken: organisations or ships of the lists that
the other draws from, no weak aliases, with a word that tells; each counts once, whatever it stands
for. Both have Wilson's interval of 95 %; ``apart`` says that the intervals do not meet.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from records import Kind, NameKind
from screening.assess.outcomes import Outcome
from screening.assess.results import Results, load
from screening.assess.statistics import Rate, rate, wilson
from screening.assess.trials import DOCUMENT, NAME

LISTS = ("us_ofac_sdn", "eu_fsf", "un_sc")
LONGEST = 90
_NAMES = re.compile(r"(?P<way>\S.*?): found (?P<rate>[\d.]+) of (?P<trials>\d+)")
_SETS = re.compile(r"(?P<way>\S.*?) (?P<rate>[\d.]+) of (?P<trials>\d+), hits elsewhere")
SAME = {
    "exact": "exact",
    "lower": "lower case",
    "no punctuation": "punctuation as spaces",
    "no diacritics": "diacritics dropped",
    "no legal form": "legal form dropped",
    "another legal form put on": "another legal form put on",
    "other word order": "first word last",
    "joined words": "two words joined",
    "split word": "word split",
    "letter left out": "letter left out, middle",
    "letter put in": "letter put in, middle",
    "letter changed": "letter changed, middle",
    "letters swapped": "letters swapped, middle",
    "keyboard slip": "letter next key, middle",
    "two slips": "two letters",
    "misread by a scanner": "misread by a scanner",
    "look-alike letters": "look-alike letters",
    "invisible characters": "invisible character",
    "town behind": "town behind",
    "town behind, no comma": "town behind, no comma",
    "branch behind": "branch behind",
    "office behind": "office behind",
    "address behind": "address behind",
    "addressee": "addressee before",
    "payment line": "account before",
    "cut at 35": "cut at 35",
    "ordinary words abbreviated": "ordinary words abbreviated",
    "initials spaced": "initials spaced",
    "initials dotted": "initials dotted",
    "article written together": "article joined",
    "german letters": "Cyrillic by german",
    "french letters": "Cyrillic by french",
    "polish letters": "Cyrillic by polish",
    "scientific letters": "Cyrillic by iso9",
    "passport letters": "Cyrillic by icao",
    "ship MV": "ship MV",
    "ship M/T": "ship M/T",
    "ship Tanker": "ship Tanker",
    "ship Vessel:": "ship Vessel:",
    "ship number glued": "ship number glued",
}
"""The other's ways of names, and what ``assess`` calls them."""
SETS = {
    "ru latin name": "ru Latin name",
    "ar latin name": "ar Latin name",
    "zh latin name": "zh Latin name",
    "ja latin name": "ja Latin name",
    "ko latin name": "ko Latin name",
    "ja han name": "ja",
    "en han name": "en Han name",
    "en arabic name": "en Arabic name",
    "en cyrillic name": "en Cyrillic name",
    "en wide letters": "full-width",
    "en single": "single en",
    "ru single": "single ru",
    "vessel": "vessel en",
    "vessel flag": "vessel flag en",
}
"""The other's sets of documents where ``assess`` calls them otherwise."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One way, measured twice."""

    way: str
    theirs: tuple[float, int]
    low: float
    high: float
    ours: Rate

    @property
    def apart(self) -> bool:
        """Whether the intervals do not meet."""
        return self.high < self.ours.low or self.ours.high < self.low


def others(path: Path) -> Iterator[tuple[str, str, float, int]]:
    """The channel, way, share and trials of each line that has them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        for channel, pattern in ((NAME, _NAMES), (DOCUMENT, _SETS)):
            if found := pattern.match(line):
                way = found["way"]
                called = SAME.get(way) if channel == NAME else f"document {SETS.get(way, way)}"
                if called:
                    yield channel, called, float(found["rate"]), int(found["trials"])


def alike(one: Outcome) -> bool:
    """Whether the other would draw such a name."""
    record = one.trial.record
    if record.list not in LISTS or record.strength is NameKind.WEAK or len(record.name) > LONGEST:
        return False
    if record.kind is Kind.VESSEL:
        return one.trial.channel == DOCUMENT or one.trial.group == "ships"
    words = len(record.name.split())
    return record.kind is Kind.ORGANIZATION and (one.trial.channel == DOCUMENT or words > 1)


def pairs(results: Results, paths: Sequence[Path]) -> Iterator[Pair]:
    """The ways that both have."""
    at = results.threshold
    groups: dict[tuple[str, str], list[bool]] = {}
    for one in filter(alike, results.outcomes):
        groups.setdefault((one.trial.channel, one.trial.way), []).append(one.found(at))
    for path in paths:
        for channel, way, share, trials in others(path):
            cases = ((found, 1.0) for found in groups.get((channel, way), ()))
            yield Pair(way, (share, trials), *wilson(share, trials), rate(way, cases))


def main() -> None:
    """Print a table in Markdown."""
    results = load(Path(sys.argv[1]))
    found = list(pairs(results, list(map(Path, sys.argv[2:]))))
    print("| way | other | of | assess | of | |\n| --- | --- | --- | --- | --- | --- |")
    for one in found:
        share, trials = one.theirs
        ours = one.ours
        print(
            f"| {one.way} | {share:.3f} ({one.low:.3f} to {one.high:.3f}) | {trials} "
            f"| {ours.rate:.3f} ({ours.low:.3f} to {ours.high:.3f}) | {ours.trials} "
            f"| {'apart' if one.apart else ''} |"
        )
    print(f"\n{sum(one.apart for one in found)} of {len(found)} apart")


if __name__ == "__main__":
    main()
